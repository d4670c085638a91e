package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Outcomes of transfers in the trace.
const (
	transferAsked  = "asked"
	transferDone   = "done"
	transferFailed = "failed"
)

// Transfer asks for a blind transfer of the call to somebody else, as a SIP
// phone does. The script is told only after handleBlindTransfer(true);
// otherwise the platform starts a session for it, which is not emulated.
func (l *Leg) Transfer(to string) bool {
	if l.state != Connected {
		return false
	}
	l.trace(Event{Kind: KindTransfer, To: to, Outcome: transferAsked, By: l.side(), Ignored: !l.blindTransfer})
	if !l.blindTransfer {
		l.s.note("the platform starts a session of its own for this transfer, which is not emulated; handleBlindTransfer(true) gives it to this script")
		return true
	}
	l.wantsTo = to
	l.emit("Call.BlindTransferRequested", l.withHeaders(func(e *goja.Object) { l.s.set(e, "transferTo", to) }))
	return true
}

// Transferred is the device's answer to Call.transferTo: a SIP code below 300
// when it has reached the target, false if nothing was asked of it.
func (l *Leg) Transferred(code int) bool {
	if l.state != Connected || l.referTask == nil {
		return false
	}
	l.s.queue.cancel(l.referTask)
	l.referTask = nil
	to := l.referredTo
	if code < 300 {
		l.trace(Event{Kind: KindTransfer, To: to, Outcome: transferDone, By: l.side()})
		l.emit("Call.TransferComplete", l.withHeaders(nil))
		return true
	}
	l.trace(Event{Kind: KindTransfer, To: to, Outcome: transferFailed, Code: code, Reason: reasonOf(code), By: l.side()})
	l.emit("Call.TransferFailed", l.withHeaders(func(e *goja.Object) {
		l.s.set(e, "code", code)
		l.s.set(e, "reason", reasonOf(code))
	}))
	return true
}

// callTransferTo asks the person's device to call somebody else:
// transferTo({to, call, headers}). Without an answer it fails after
// facts.RingTimeout, or what VI-CallTimeout says (type declarations).
func callTransferTo(l *Leg, call goja.FunctionCall) {
	options := call.Argument(0)
	to := text(option(options, "to"))
	if to == "" {
		panic(l.s.newTypeError("Call.transferTo needs {to}, the address of the target, it got %s", describe(options)))
	}
	if l.state != Connected || l.referTask != nil {
		l.s.note("Call.transferTo has no effect, %s is %s and can be transferred once at a time, when it is connected", l.name, l.state)
		return
	}
	headers := option(options, "headers")
	wait := l.s.callTimeout(headers)
	if wait == 0 {
		wait = facts.RingTimeout
	}
	l.s.customHeaders("Call.transferTo", headers) // only for its notes
	l.referredTo = to
	l.trace(Event{Kind: KindTransfer, To: to, Outcome: transferAsked})
	l.referTask = l.s.queue.add(l.s.now+wait, l.owner, func() { l.Transferred(facts.CodeNoAnswer) })
}

// callTransferSuccess tells the device that its blind transfer has worked.
func callTransferSuccess(l *Leg, _ goja.FunctionCall) {
	l.endTransfer("notifyBlindTransferSuccess", Event{Outcome: transferDone})
}

// callTransferFailed tells the device that it has not: (code, reason).
func callTransferFailed(l *Leg, call goja.FunctionCall) {
	l.endTransfer("notifyBlindTransferFailed", Event{
		Outcome: transferFailed, Code: int(call.Argument(0).ToInteger()), Reason: text(call.Argument(1)),
	})
}

func (l *Leg) endTransfer(method string, e Event) {
	if l.wantsTo == "" {
		l.s.note("Call.%s has no effect, nobody waits for a blind transfer of %s", method, l.name)
		return
	}
	e.Kind, e.To = KindTransfer, l.wantsTo
	l.wantsTo = ""
	l.trace(e)
}
