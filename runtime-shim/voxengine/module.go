package voxengine

import (
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// legacyModules are named by older scripts and documentation and are gone from
// the declarations; requiring them does nothing.
const legacyModules = " player calllist websocket net amd mcp silero pipecat deepgram grok inworld "

// require switches a module's names on.
func require(s *Session, call goja.FunctionCall) goja.Value {
	name := strings.ToLower(text(call.Argument(0)))
	if s.required == nil {
		s.required = map[string]bool{}
	}
	s.required[name] = true
	if moduleOf(name) == "" && !strings.Contains(legacyModules, " "+name+" ") {
		if s.obey.requireThrows {
			panic(s.newError("require got %s, which is no module", describe(call.Argument(0))))
		}
		s.note("require got %s, which is no module of the platform", describe(call.Argument(0)))
	}
	return goja.Undefined()
}

// moduleOf returns the name in Modules that has a value, "" if there is none.
func moduleOf(value string) string {
	modules, _ := facts.Lookup("Modules")
	for _, member := range modules.Members {
		if member.Value == value {
			return member.Name
		}
	}
	return ""
}

// switchedOn reports whether a member exists: some need a module that the rest of
// their owner does not.
func (s *Session) switchedOn(owner, key string) bool {
	symbol, ok := facts.Lookup(owner)
	if !ok {
		return true
	}
	member, ok := symbol.Member(key)
	return !ok || s.available(member.Module)
}

// available reports whether a module's names are switched on. What needs no
// module always is.
func (s *Session) available(module string) bool {
	return module == "" || s.obey.modulesAvailable || s.required[strings.ToLower(module)]
}
