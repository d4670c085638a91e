package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Message sends a text message from the person's device to the script, during a
// call.
func (l *Leg) Message(text string) bool {
	if l.state != Connected {
		return false
	}
	l.trace(Event{Kind: KindMessage, Text: text, By: l.side()})
	l.emit("Call.MessageReceived", l.withHeaders(func(e *goja.Object) { l.s.set(e, "text", text) }))
	return true
}

// Info sends a SIP INFO from the person's device to the script, during a call.
func (l *Leg) Info(mime, body string) bool {
	if l.state != Connected {
		return false
	}
	l.trace(Event{Kind: KindInfo, Mime: mime, Body: body, By: l.side()})
	l.emit("Call.InfoReceived", l.withHeaders(func(e *goja.Object) {
		l.s.set(e, "mimeType", mime)
		l.s.set(e, "body", body)
	}))
	return true
}

// Mic turns the person's microphone on or off. The script is told only after
// handleMicStatus(true).
func (l *Leg) Mic(active bool) bool {
	if l.state != Connected {
		return false
	}
	l.trace(Event{Kind: KindMic, Active: active, Ignored: !l.micStatus})
	if l.micStatus {
		l.emit("Call.MicStatusChange", func(e *goja.Object) { l.s.set(e, "active", active) })
	}
	return true
}

// side names the person at the other end.
func (l *Leg) side() string {
	if l.incoming {
		return "caller"
	}
	return "callee"
}

// callSendMessage sends a text to the person's device, not to other calls.
func callSendMessage(l *Leg, call goja.FunctionCall) {
	message := text(call.Argument(0))
	l.bounded("sendMessage", message)
	l.trace(Event{Kind: KindMessage, Text: message})
}

// callSendInfo sends a SIP INFO to the person's device: sendInfo(mimeType, body, headers).
func callSendInfo(l *Leg, call goja.FunctionCall) {
	body := text(call.Argument(1))
	l.bounded("sendInfo", body)
	l.s.customHeaders("Call.sendInfo", call.Argument(2)) // only for its notes
	l.trace(Event{Kind: KindInfo, Mime: text(call.Argument(0)), Body: body})
}

func (l *Leg) bounded(method, body string) {
	if n := len(body); n > facts.MessageBytes {
		panic(l.s.newError("Call.%s got %d bytes, the platform takes %d", method, n, facts.MessageBytes))
	}
}
