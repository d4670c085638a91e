package voxengine

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
)

// callFuncs is the class Call. Getters work on ended calls as well; everything
// else goes through acting.
var callFuncs = map[string]hostFunc{
	"id":          getter("id", func(l *Leg) any { return l.id }),
	"state":       getter("state", func(l *Leg) any { return string(l.state) }),
	"incoming":    getter("incoming", func(l *Leg) any { return l.incoming }),
	"callerid":    getter("callerid", func(l *Leg) any { return l.from }),
	"displayName": getter("displayName", func(l *Leg) any { return l.display }),
	"number":      getter("number", func(l *Leg) any { return l.to }),
	"clientType":  getter("clientType", func(l *Leg) any { return l.clientType() }),
	"vad":         getter("vad", func(*Leg) any { return false }),
	"toString":    getter("toString", func(l *Leg) any { return "[Call " + l.id + "]" }),
	"customData": func(s *Session, call goja.FunctionCall) goja.Value {
		return s.customDataOf(&s.this("customData", call).customData, "Call.customData", call)
	},
	"addEventListener": func(s *Session, call goja.FunctionCall) goja.Value {
		return s.addListener(&s.this("addEventListener", call).emitter, "Call", call)
	},
	"removeEventListener": func(s *Session, call goja.FunctionCall) goja.Value {
		return s.removeListener(&s.this("removeEventListener", call).emitter, call)
	},
	"answer":          acting("answer", callAnswer),
	"answerDirect":    acting("answerDirect", callAnswerDirect),
	"reject":          acting("reject", callReject),
	"decline":         acting("decline", callReject),
	"ring":            acting("ring", callRing),
	"startEarlyMedia": acting("startEarlyMedia", callEarlyMedia),
	"hangup":          acting("hangup", func(l *Leg, _ goja.FunctionCall) { l.scriptHangup() }),
	"say":             acting("say", mixing("say", callSay)),
	"startPlayback":   acting("startPlayback", mixing("startPlayback", callPlayback)),
	"stopPlayback":    acting("stopPlayback", func(l *Leg, _ goja.FunctionCall) { l.stopPlayback() }),
	"record":          acting("record", mixing("record", callRecord)),
	"handleTones":     acting("handleTones", func(l *Leg, call goja.FunctionCall) { l.tones = call.Argument(0).ToBoolean() }),
	"sendDigits":      acting("sendDigits", mixing("sendDigits", callSendDigits)),
	"sendMessage":     acting("sendMessage", callSendMessage),
	"sendInfo":        acting("sendInfo", callSendInfo),
	"handleMicStatus": acting("handleMicStatus", func(l *Leg, call goja.FunctionCall) { l.micStatus = call.Argument(0).ToBoolean() }),
	"handleBlindTransfer": acting("handleBlindTransfer", func(l *Leg, call goja.FunctionCall) {
		l.blindTransfer = call.Argument(0).ToBoolean()
	}),
	"notifyBlindTransferSuccess": acting("notifyBlindTransferSuccess", callTransferSuccess),
	"notifyBlindTransferFailed":  acting("notifyBlindTransferFailed", callTransferFailed),
	"playProgressTone":           acting("playProgressTone", mixing("playProgressTone", callProgressTone)),
	"enableBeepDetection":        acting("enableBeepDetection", mixing("enableBeepDetection", callEnableBeeps)),
	"disableBeepDetection":       acting("disableBeepDetection", callDisableBeeps),
	"detectProgressTone":         acting("detectProgressTone", func(l *Leg, call goja.FunctionCall) { l.detectTones = call.Argument(0).ToBoolean() }),
	"transferTo":                 acting("transferTo", callTransferTo),
	"sendMediaTo": acting("sendMediaTo", mixing("sendMediaTo", func(l *Leg, call goja.FunctionCall) {
		l.s.sendMediaTo(l, "Call.sendMediaTo", call)
	})),
	"stopMediaTo": acting("stopMediaTo", func(l *Leg, call goja.FunctionCall) {
		l.s.stopMedia(l, l.s.unit("Call.stopMediaTo", call.Argument(0)))
	}),
}

// jsObject returns the call as the script sees it.
func (l *Leg) jsObject() *goja.Object {
	if l.object == nil {
		l.object = l.s.vm.CreateObject(l.s.object("Call"))
		if l.s.byObject == nil {
			l.s.byObject = map[*goja.Object]*Leg{}
		}
		l.s.byObject[l.object] = l
	}
	return l.object
}

func (l *Leg) alertingPayload() *goja.Object {
	s := l.s
	e := s.vm.NewObject()
	s.set(e, "name", "Application.CallAlerting")
	s.set(e, "call", l.jsObject())
	s.set(e, "callerid", l.from)
	s.set(e, "destination", l.to)
	s.set(e, "displayName", l.display)
	s.set(e, "toURI", uri(l.to))
	s.set(e, "fromURI", uri(l.from))
	headers := s.vm.NewObject()
	for _, key := range sortedKeys(l.headers) {
		s.set(headers, key, l.headers[key])
	}
	s.set(e, "headers", headers)
	s.set(e, "customData", "")
	s.set(e, "scheme", "")
	return e
}

func uri(number string) string { return fmt.Sprintf("sip:%s@pstn.invalid", number) }

// this finds the call on which a method was called.
func (s *Session) this(method string, call goja.FunctionCall) *Leg {
	if o, ok := call.This.(*goja.Object); ok {
		if leg, ok := s.byObject[o]; ok {
			return leg
		}
	}
	panic(s.newTypeError("Call.%s was called without its call; write call.%s(...), or () => call.%s(...) as a listener", method, method, method))
}

func getter(name string, get func(*Leg) any) hostFunc {
	return func(s *Session, call goja.FunctionCall) goja.Value {
		return s.vm.ToValue(get(s.this(name, call)))
	}
}

// acting is a method that does something, so its call must not have ended.
func acting(name string, act func(*Leg, goja.FunctionCall)) hostFunc {
	return func(s *Session, call goja.FunctionCall) goja.Value {
		if leg := s.this(name, call); s.usable("Call."+name, leg) {
			act(leg, call)
		}
		return goja.Undefined()
	}
}

// mixing is a method about media that go through the platform.
func mixing(name string, act func(*Leg, goja.FunctionCall)) func(*Leg, goja.FunctionCall) {
	return func(l *Leg, call goja.FunctionCall) {
		l.mixed("Call." + name)
		act(l, call)
	}
}

// mixed throws for a peer-to-peer call, whose media the platform does not touch.
func (l *Leg) mixed(name string) {
	if l.direct {
		panic(l.s.newError("%s: %s is a peer-to-peer call, its media do not go through the platform; use VoxEngine.callUser and Call.answer instead", name, l.name))
	}
}

// callSay speaks: say(text, {voice}), or say(text, voice) as older scripts do.
func callSay(l *Leg, call goja.FunctionCall) {
	voice := call.Argument(1)
	if given := option(voice, "voice"); given != nil {
		voice = given
	}
	l.say(text(call.Argument(0)), l.s.voicePath(voice))
}

// callPlayback plays a sound: startPlayback(url, {loop}), or startPlayback(url, true).
func callPlayback(l *Leg, call goja.FunctionCall) {
	loop := option(call.Argument(1), "loop")
	if loop == nil {
		loop = call.Argument(1)
		if _, options := loop.(*goja.Object); options {
			loop = goja.Undefined()
		}
	}
	l.playURL(text(call.Argument(0)), loop.ToBoolean())
}

func callRecord(l *Leg, _ goja.FunctionCall) {
	if l.state != Connected && !l.answering {
		l.s.note("Call.record has no effect, %s is %s", l.name, l.state)
		return
	}
	l.record()
}

func callSendDigits(l *Leg, call goja.FunctionCall) {
	digits := text(call.Argument(0))
	if strings.Trim(digits, "0123456789*#p") != "" {
		panic(l.s.newError("Call.sendDigits takes 0 to 9, *, # and p for a pause"))
	}
	for _, digit := range digits {
		if digit != 'p' {
			l.trace(Event{Kind: KindTone, Digit: string(digit), By: "scenario", Hidden: l.s.hideTones})
		}
	}
}
