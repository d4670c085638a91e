package voxengine

import (
	"unicode/utf8"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// engineFuncs is the namespace VoxEngine.
var engineFuncs = map[string]hostFunc{
	"addEventListener": func(s *Session, call goja.FunctionCall) goja.Value {
		return s.addListener(&s.app, "VoxEngine", call)
	},
	"removeEventListener": func(s *Session, call goja.FunctionCall) goja.Value {
		return s.removeListener(&s.app, call)
	},
	"terminate": func(s *Session, _ goja.FunctionCall) goja.Value {
		s.terminate(EndedByScript)
		return goja.Undefined()
	},
	"customData":        sessionCustomData,
	"getSecretValue":    secretValue,
	"callPSTN":          callPSTN,
	"callUser":          callUser,
	"callUserDirect":    callUserDirect,
	"callSIP":           callSIP,
	"enqueueACDRequest": enqueueACDRequest,
	"enqueueTask":       enqueueTask,
	"sendMediaBetween":  sendMediaBetween,
	"stopMediaBetween":  stopMediaBetween,

	"createURLPlayer":        createURLPlayer,
	"createTTSPlayer":        createTTSPlayer,
	"createToneScriptPlayer": createToneScriptPlayer,
	"createSequencePlayer":   createSequencePlayer,

	"createWebSocket":                        createWebSocket,
	"allowWebSocketConnections":              setting(func(in *inbound) { in.allowed = true }),
	"enableStatisticsForIncomingWebsockets":  setting(func(in *inbound) { in.statistics = true }),
	"disableStatisticsForIncomingWebsockets": setting(func(in *inbound) { in.statistics = false }),
	"enableTraceForIncomingWebsockets":       setting(func(in *inbound) { in.traced = true }),
	"disableTraceForIncomingWebsockets":      setting(func(in *inbound) { in.traced = false }),
	"createASR":                              createASR,
	"callConference":                         callConference,
	"createConference":                       createConference,
	"destroyConference":                      destroyConference,
	"createRecorder":                         createRecorder,
}

func sessionCustomData(s *Session, call goja.FunctionCall) goja.Value {
	return s.customDataOf(&s.customData, "VoxEngine.customData", call)
}

// customDataOf reads or sets custom data, which the platform limits in bytes.
func (s *Session) customDataOf(data *string, name string, call goja.FunctionCall) goja.Value {
	v := call.Argument(0)
	if goja.IsUndefined(v) {
		return s.vm.ToValue(*data)
	}
	value := v.String()
	if n := len(value); n > facts.CustomData {
		if !s.obey.customDataCut {
			panic(s.newError("%s got %d bytes, the platform takes %d", name, n, facts.CustomData))
		}
		value = cutBytes(value, facts.CustomData)
	}
	*data = value
	return s.vm.ToValue(value)
}

// cutBytes shortens text to at most n bytes without breaking a character.
func cutBytes(text string, n int) string {
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

func secretValue(s *Session, call goja.FunctionCall) goja.Value {
	value, ok := s.opts.Info.Secrets[text(call.Argument(0))]
	if !ok {
		return goja.Undefined()
	}
	return s.vm.ToValue(value)
}

func sendMediaBetween(s *Session, call goja.FunctionCall) goja.Value {
	if a, b, ok := s.pair("VoxEngine.sendMediaBetween", call); ok {
		s.sendBoth(a, b)
	}
	return goja.Undefined()
}

func stopMediaBetween(s *Session, call goja.FunctionCall) goja.Value {
	if a, b, ok := s.pair("VoxEngine.stopMediaBetween", call); ok {
		s.stopBoth(a, b)
	}
	return goja.Undefined()
}

// pair reads two media units; false if one has ended and the switch lets that pass.
func (s *Session) pair(name string, call goja.FunctionCall) (a, b unit, ok bool) {
	a, b = s.unit(name, call.Argument(0)), s.unit(name, call.Argument(1))
	if a == b {
		panic(s.newError("%s got the same media unit twice", name))
	}
	a.mixed(name)
	b.mixed(name)
	return a, b, s.usable(name, a) && s.usable(name, b)
}

// unit reads a media unit: a call, or an object of a class that sends or hears.
func (s *Session) unit(name string, v goja.Value) unit {
	if o, ok := v.(*goja.Object); ok {
		if leg, ok := s.byObject[o]; ok {
			return leg
		}
		if u, ok := s.instances[o].(unit); ok {
			return u
		}
	}
	panic(s.newTypeError("%s needs a call, a player or another media unit, it got %s", name, describe(v)))
}

// legOf reads a call.
func (s *Session) legOf(name string, v goja.Value) *Leg {
	if o, ok := v.(*goja.Object); ok {
		if leg, ok := s.byObject[o]; ok {
			return leg
		}
	}
	panic(s.newTypeError("%s needs a call, it got %s", name, describe(v)))
}

// sendMediaTo is the method of that name of any media unit.
func (s *Session) sendMediaTo(from unit, name string, call goja.FunctionCall) {
	to := s.unit(name, call.Argument(0))
	to.mixed(name)
	if s.usable(name, to) {
		if r, ok := to.(*Remote); ok {
			r.format(name, from, call.Argument(1))
		}
		s.sendMedia(from, to)
	}
}

// usable reports whether a unit can still be used; on an ended call it throws or
// only notes it, see facts.EndedCall, on a stopped player facts.StoppedPlayer,
// and what else has ended throws.
func (s *Session) usable(name string, u unit) bool {
	if !u.over() {
		return true
	}
	if p, ok := u.(*player); ok {
		return p.misused(name)
	}
	_, isCall := u.(*Leg)
	if isCall && s.obey.endedWarns || s.phase != phaseRunning {
		s.note("%s has no effect, %s has ended", name, u.called())
		return false
	}
	if !isCall {
		panic(s.newError("%s: %s has ended; make another one", name, u.called()))
	}
	panic(s.newError("%s: %s has ended; check call.state() first, or react to its Disconnected and Failed events", name, u.called()))
}
