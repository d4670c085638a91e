package voxengine

import (
	"strconv"
	"strings"
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
	"customData":       sessionCustomData,
	"getSecretValue":   secretValue,
	"callPSTN":         callPSTN,
	"sendMediaBetween": sendMediaBetween,
	"stopMediaBetween": stopMediaBetween,

	"createURLPlayer":        createURLPlayer,
	"createTTSPlayer":        createTTSPlayer,
	"createToneScriptPlayer": createToneScriptPlayer,
	"createSequencePlayer":   createSequencePlayer,
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

// callPSTN dials a number: callPSTN(number, callerid, {amd, followDiversion}).
func callPSTN(s *Session, call goja.FunctionCall) goja.Value {
	if option(call.Argument(2), "amd") != nil {
		panic(s.newError("answering machine detection in VoxEngine.callPSTN is not emulated yet; leave out amd here"))
	}
	outgoing := 1
	for _, leg := range s.legs {
		if !leg.incoming {
			outgoing++
		}
	}
	leg := s.addLeg("leg-"+strconv.Itoa(outgoing), false)
	leg.to, leg.from = text(call.Argument(0)), text(call.Argument(1))
	leg.state = Progressing
	s.dial(leg)
	return leg.jsObject()
}

func (s *Session) dial(leg *Leg) {
	if s.phase != phaseRunning {
		leg.state = Ended
		s.note("VoxEngine.callPSTN dials nobody, the session ends")
		return
	}
	leg.trace(Event{Kind: KindDial, To: leg.to, CallerID: leg.from, Via: "pstn"})
	refuse := func(code int) {
		s.queue.add(s.now, leg.owner, func() { leg.Fail(code, reasonOf(code)) })
	}
	switch {
	case len(s.legs) > facts.MaxCalls || s.ringing() > facts.MaxRinging:
		refuse(facts.CodeLimit)
	case !dialable(leg.to):
		refuse(facts.CodeInvalid)
	default:
		leg.ringTask = s.queue.add(s.now+facts.RingTimeout, leg.owner, leg.notAnswered)
		if s.opts.Carrier != nil {
			s.queue.add(s.now, leg.owner, func() { s.hand(leg) })
		}
	}
}

// hand gives a leg to the carrier, unless the script hung up in the meantime.
func (s *Session) hand(leg *Leg) {
	if leg.state == Progressing && !leg.ending {
		s.opts.Carrier.Dial(s, leg)
	}
}

func (s *Session) ringing() int {
	n := 0
	for _, leg := range s.legs {
		if leg.state == Alerting || leg.state == Progressing {
			n++
		}
	}
	return n
}

// dialable reports whether a number can be handed to a carrier: digits, with or
// without a plus sign.
func dialable(number string) bool {
	digits := strings.TrimPrefix(number, "+")
	return digits != "" && len(digits) <= 20 && strings.Trim(digits, "0123456789") == ""
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
		panic(s.newError("%s got the same call or player twice", name))
	}
	return a, b, s.usable(name, a) && s.usable(name, b)
}

// unit reads a media unit, which is a call or a player as far as the emulation goes.
func (s *Session) unit(name string, v goja.Value) unit {
	if o, ok := v.(*goja.Object); ok {
		if leg, ok := s.byObject[o]; ok {
			return leg
		}
		if p, ok := s.players[o]; ok {
			return p
		}
	}
	panic(s.newTypeError("%s needs a call or a player, it got %s", name, describe(v)))
}

// usable reports whether a unit can still be used; on an ended call it throws or
// only notes it, see facts.EndedCall, on a stopped player facts.StoppedPlayer.
func (s *Session) usable(name string, u unit) bool {
	if !u.over() {
		return true
	}
	if p, ok := u.(*player); ok {
		return p.misused(name)
	}
	if s.obey.endedWarns || s.phase != phaseRunning {
		s.note("%s has no effect, %s has ended", name, u.called())
		return false
	}
	panic(s.newError("%s: %s has ended; check call.state() first, or react to its Disconnected and Failed events", name, u.called()))
}
