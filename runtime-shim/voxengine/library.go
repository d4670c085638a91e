package voxengine

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// library lists what is emulated in depth. What it does not list and the
// platform's declarations do is there as a constant, or as a function that
// refuses by name (Session.declared).
var library = map[string]namespace{
	"":                   {funcs: globalFuncs, more: otherGlobal},
	"VoxEngine":          {funcs: engineFuncs, names: append(forwardingFuncs, "CallList"), more: otherEngine},
	"Call":               {funcs: callFuncs},
	"BasePlayer":         {funcs: playerFuncs("Player"), base: true},
	"ACDRequest":         {funcs: acdRequestFuncs()},
	"SmartQueueTask":     {funcs: smartTaskFuncs(), names: taskFields, more: taskField},
	"Player":             {funcs: playerFuncs("Player")},
	"SequencePlayer":     {funcs: playerFuncs("SequencePlayer")},
	"ASR":                {funcs: asrFuncs()},
	"AMD":                {funcs: amdFuncs},
	detectorClass:        {funcs: detectorFuncs(), names: []string{"call", "model", "timeout"}}, // fields of its objects
	"AI":                 {funcs: aiFuncs},
	"Conference":         {funcs: conferenceFuncs()},
	"Endpoint":           {funcs: endpointFuncs()},
	"Recorder":           {funcs: recorderFuncs("Recorder", nil)},
	"ConferenceRecorder": {funcs: recorderFuncs("ConferenceRecorder", conferenceRecorderMethods())},
	"ApplicationStorage": {funcs: storageFuncs},
	"Net":                {funcs: netFuncs, names: netClasses, more: netClass},
	"Logger":             {funcs: loggerFuncs},
	"console":            {funcs: consoleFuncs},
	"Crypto":             {funcs: cryptoFuncs},
	"PhoneNumber":        {funcs: numberFuncs},
	"CallList":           {funcs: callListFuncs},
	"IVR":                {funcs: ivrFuncs},
	"IVRState":           {names: ivrMembers},
	"VoiceList":          {more: voiceMember},
	"Language":           {more: legacyVoice},
	"WebSocket":          {funcs: socketFuncs(), names: socketFields},
}

// installGlobals puts the platform's names behind the global object: they are
// its prototype, so that they can be shadowed and cost nothing until used.
func (s *Session) installGlobals() {
	s.host.library = wholeLibrary()
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

// globalNames returns the platform's names that a script can use by themselves.
func (s *Session) globalNames() []string {
	names := s.object("").Keys()
	for _, name := range facts.Symbols() {
		if !strings.Contains(name, ".") && name != facts.Global {
			names = append(names, name)
		}
	}
	names = append(names, "console", "Language", "VoiceList")
	slices.Sort(names)
	return slices.Compact(names)
}

// withoutSecrets is the library as the platform's declarations know it.
func withoutSecrets() map[string]namespace {
	older := maps.Clone(wholeLibrary())
	engine := older["VoxEngine"]
	engine.funcs = maps.Clone(engine.funcs)
	delete(engine.funcs, "getSecretValue")
	older["VoxEngine"] = engine
	return older
}

// otherGlobal makes classes, and the names that are not in the platform's declarations.
func otherGlobal(s *Session, key string) goja.Value {
	switch key {
	case "console", "Language", "VoiceList":
		return s.object(key)
	case "WebSocket":
		return s.socketClass()
	case "IVRState":
		if s.available("IVR") && s.muted["IVRState.constructor"] {
			return s.function(key, mutedFunc)
		} else if s.available("IVR") {
			return s.ivr().Get(key)
		}
	}
	return nil
}

//go:embed forwarding.js
var forwardingSource string

// forwardingProgram is parsed once for all sessions.
var forwardingProgram = goja.MustCompile("forwarding.js", forwardingSource, true)

// forwardingFuncs is what forwarding.js returns.
var forwardingFuncs = []string{"easyProcess", "forwardCallToPSTN", "forwardCallToSIP", "forwardCallToUser", "forwardCallToUserDirect", "playSoundAndHangup"}

// otherEngine makes the functions that connect two calls by ordinary listeners,
// which are JavaScript as a scenario could have written it, and the older place
// of CallList.
func otherEngine(s *Session, key string) goja.Value {
	switch {
	case key == "CallList":
		return s.object(key)
	case !slices.Contains(forwardingFuncs, key):
		return nil
	}
	all, err := s.vm.RunProgram(forwardingProgram)
	must(err)
	return all.(*goja.Object).Get(key)
}

// wholeLibrary is library with the classes of services, whose members come from
// the facts.
var wholeLibrary = sync.OnceValue(func() map[string]namespace {
	out := map[string]namespace{}
	for name, n := range library {
		out[name] = n
	}
	for i := range services {
		v := &services[i]
		symbol, _ := facts.Lookup(v.class)
		out[v.class] = namespace{funcs: serviceFuncs(v, symbol)}
		owner, key := v.maker[:strings.LastIndexByte(v.maker, '.')+1], v.maker[strings.LastIndexByte(v.maker, '.')+1:]
		if owner != "" {
			out[strings.TrimSuffix(owner, ".")] = out[strings.TrimSuffix(owner, ".")].with(key, func(s *Session, call goja.FunctionCall) goja.Value {
				return s.newService(v, call.Argument(0))
			})
		}
	}
	managementLibrary(out)
	realtimeLibrary(out)
	for _, owner := range []string{"VoximplantAvatar", "CCAI"} {
		n := out[owner]
		n.more = constructed
		out[owner] = n
	}
	return out
})

// with is a namespace with one function more.
func (n namespace) with(key string, f hostFunc) namespace {
	funcs := map[string]hostFunc{key: f}
	for name, other := range n.funcs {
		funcs[name] = other
	}
	n.funcs = funcs
	return n
}
