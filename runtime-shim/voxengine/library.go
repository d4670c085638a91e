package voxengine

import (
	_ "embed"
	"maps"

	"github.com/dop251/goja"
)

// library lists what is emulated in depth. What it does not list and the
// platform's declarations do is there as a constant, or as a function that
// refuses by name (Session.declared).
var library = map[string]namespace{
	"":                   {funcs: globalFuncs, more: legacyGlobal},
	"VoxEngine":          {funcs: engineFuncs, more: forwarding},
	"Call":               {funcs: callFuncs},
	"Player":             {funcs: playerFuncs("Player")},
	"SequencePlayer":     {funcs: playerFuncs("SequencePlayer")},
	"ApplicationStorage": {funcs: storageFuncs},
	"Net":                {funcs: netFuncs, more: netClass},
	"Logger":             {funcs: loggerFuncs},
	"console":            {funcs: consoleFuncs},
	"Crypto":             {funcs: cryptoFuncs},
	"PhoneNumber":        {funcs: numberFuncs},
	"VoiceList":          {more: voiceMember},
	"Language":           {more: legacyVoice},
}

// installGlobals puts the platform's names behind the global object: they are
// its prototype, so that they can be shadowed and cost nothing until used.
func (s *Session) installGlobals() {
	s.host.library = library
	if s.obey.secretsAbsent {
		s.host.library = withoutSecrets()
	}
	s.host.objects = map[string]*goja.Object{}
	s.timers = map[int64]*timer{}
	global := s.vm.GlobalObject()
	must(global.SetPrototype(s.object("")))
	if s.opts.Code.growsStrings {
		s.guardStrings(global)
	}
	if s.opts.Code.namesDate {
		s.pinDate(global)
	}
}

// withoutSecrets is the library as the platform's declarations know it.
func withoutSecrets() map[string]namespace {
	older := maps.Clone(library)
	engine := older["VoxEngine"]
	engine.funcs = maps.Clone(engine.funcs)
	delete(engine.funcs, "getSecretValue")
	older["VoxEngine"] = engine
	return older
}

// legacyGlobal makes the names that are not in the platform's declarations.
func legacyGlobal(s *Session, key string) goja.Value {
	switch key {
	case "console", "Language", "VoiceList":
		return s.object(key)
	}
	return nil
}

//go:embed forwarding.js
var forwardingSource string

// forwardingProgram is parsed once for all sessions.
var forwardingProgram = goja.MustCompile("forwarding.js", forwardingSource, true)

// forwarding makes the functions that connect two calls by ordinary listeners.
// They are JavaScript as a scenario could have written it.
func forwarding(s *Session, key string) goja.Value {
	switch key {
	case "easyProcess", "forwardCallToPSTN", "playSoundAndHangup":
		all, err := s.vm.RunProgram(forwardingProgram)
		must(err)
		return all.(*goja.Object).Get(key)
	}
	return nil
}
