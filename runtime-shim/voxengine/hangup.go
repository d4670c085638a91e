package voxengine

import (
	"fmt"
	"math"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// notAnswered is facts.RingTimeout having passed.
func (l *Leg) notAnswered() {
	if l.incoming {
		l.hungUp("platform", facts.CodeNoAnswer)
		return
	}
	l.failed(facts.CodeNoAnswer, "Request Timeout")
}

// failed ends an outgoing call that never was connected.
func (l *Leg) failed(code int, reason string) {
	l.trace(Event{Kind: KindFailed, Code: code, Reason: reason})
	l.release()
	l.emit("Call.Failed", l.withHeaders(func(e *goja.Object) {
		l.s.set(e, "code", code)
		l.s.set(e, "reason", reason)
	}))
	l.leaveAgent(code, "")
	l.leaveTask()
}

// hungUp ends a call that is connected, or an incoming one that is not yet.
func (l *Leg) hungUp(by string, code int) {
	duration := l.duration()
	l.trace(Event{Kind: KindHangup, By: by})
	l.trace(Event{Kind: KindDisconnected, Code: code, Duration: duration})
	recorded := l.recording
	l.release()
	l.emit("Call.Disconnected", l.withHeaders(func(e *goja.Object) {
		l.s.set(e, "internalCode", code)
		l.s.set(e, "reason", reasonOf(code))
		l.s.set(e, "duration", duration)
		l.s.set(e, "cost", l.cost(duration))
		l.s.set(e, "direction", l.direction())
	}))
	recorded.stop()
	l.leaveAgent(code, by)
	l.leaveTask()
}

// drop ends a leg because its session ends; the script is not told.
func (l *Leg) drop() {
	switch {
	case l.state == Ended:
		return
	case !l.incoming && l.state != Connected:
		l.trace(Event{Kind: KindHangup, By: "platform"})
		l.trace(Event{Kind: KindFailed, Code: facts.CodeTerminated, Reason: reasonOf(facts.CodeTerminated)})
	default:
		l.trace(Event{Kind: KindHangup, By: "platform"})
		l.trace(Event{Kind: KindDisconnected, Code: facts.CodeNormal, Duration: l.duration()})
	}
	l.release()
	l.leaveAgent(facts.CodeTerminated, "platform")
}

// release takes an ended leg out of everything that refers to it.
func (l *Leg) release() {
	l.s.queue.cancel(l.ringTask)
	l.s.queue.cancel(l.referTask)
	l.setState(Ended)
	l.cutPlayback()
	l.told = nil
	l.hushVoice()
	l.endBeeping()
	l.s.queue.cancel(l.lostTask)
	l.recording.cancel()
	l.s.forgetMedia(l)
	l.s.leaveConferences(l)
	l.s.sendFrames()
	l.s.listen()
	l.s.watchIdle()
}

// duration is how long the call was connected, in whole seconds.
func (l *Leg) duration() int64 {
	if l.state != Connected {
		return 0
	}
	return (l.s.now - l.answeredAt) / 1000
}

func (l *Leg) cost(duration int64) float64 {
	if l.incoming {
		return 0
	}
	return math.Ceil(float64(duration)/60) * l.s.opts.Info.Rate
}

// direction is free text on the platform.
func (l *Leg) direction() string {
	if l.incoming {
		return "PSTN incoming"
	}
	switch l.via {
	case ViaUser:
		return "User outgoing"
	case ViaSIP:
		return "SIP outgoing"
	case ViaConference:
		return "Conference outgoing"
	}
	return "PSTN outgoing"
}

// reasonOf is the text of a SIP code (RFC 3261).
func reasonOf(code int) string {
	switch code {
	case facts.CodeNormal:
		return "OK"
	case facts.CodeNoFunds:
		return "Payment Required"
	case facts.CodeLimit:
		return "Call limit reached"
	case facts.CodeInvalid:
		return "Not Found"
	case facts.CodeNoAnswer:
		return "Request Timeout"
	case facts.CodeOffline:
		return "Temporarily Unavailable"
	case facts.CodeBusy:
		return "Busy Here"
	case facts.CodeTerminated:
		return "Request Terminated"
	case facts.CodeRejected:
		return "Decline"
	}
	return fmt.Sprintf("Code %d", code)
}
