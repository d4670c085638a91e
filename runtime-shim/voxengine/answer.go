package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// unanswered reports whether an incoming call waits for the script; it notes
// what a method needs otherwise.
func (l *Leg) unanswered(method string) bool {
	if l.incoming && l.state != Connected && !l.answering && !l.ending {
		return true
	}
	l.s.note("Call.%s has no effect, it is for incoming calls that are not answered", method)
	return false
}

func callAnswer(l *Leg, call goja.FunctionCall) {
	if !l.unanswered("answer") {
		return
	}
	l.answering = true
	l.trace(Event{Kind: KindAnswer})
	l.s.queue.add(l.s.now, l.owner, func() {
		if l.state != Ended {
			l.connect()
		}
	})
}

// callAnswerDirect answers peer to peer: answerDirect(peer), where peer comes
// from VoxEngine.callUserDirect.
func callAnswerDirect(l *Leg, call goja.FunctionCall) {
	peer := l.s.legOf("Call.answerDirect", call.Argument(0))
	if !peer.direct || peer.incoming {
		panic(l.s.newError("Call.answerDirect got %s, which goes through the platform; give it a call of VoxEngine.callUserDirect", peer.name))
	}
	if !l.s.usable("Call.answerDirect", peer) || !l.unanswered("answerDirect") {
		return
	}
	l.direct = true
	l.s.sendBoth(l, peer)
	callAnswer(l, call)
}

func callReject(l *Leg, call goja.FunctionCall) {
	code := int(call.Argument(0).ToInteger())
	if goja.IsUndefined(call.Argument(0)) {
		code = facts.CodeRejected
	}
	if code < 300 || code > 699 {
		panic(l.s.newError("Call.reject got the code %d, it takes SIP codes from 300 to 699", code))
	}
	if !l.unanswered("reject") {
		return
	}
	l.ending = true
	l.trace(Event{Kind: KindReject, Code: code})
	l.s.queue.add(l.s.now, l.owner, func() {
		if l.state != Ended {
			l.hungUp("scenario", code)
		}
	})
}

func callRing(l *Leg, _ goja.FunctionCall) {
	if l.unanswered("ring") {
		l.trace(Event{Kind: KindRinging})
		l.setState(Progressing)
	}
}

func callEarlyMedia(l *Leg, _ goja.FunctionCall) {
	if !l.unanswered("startEarlyMedia") || l.earlyMedia {
		return
	}
	l.earlyMedia = true
	l.trace(Event{Kind: KindEarlyMedia})
	l.setState(Progressing)
	l.s.queue.cancel(l.ringTask)
	l.ringTask = l.s.queue.add(l.s.now+facts.RingTimeout, l.owner, l.notAnswered)
	l.s.refreshJoins()
}

// scriptHangup ends the call in the next event, as the platform reports it.
func (l *Leg) scriptHangup() { l.hangupBy("scenario") }

func (l *Leg) hangupBy(who string) {
	l.ending = true
	l.s.queue.add(l.s.now, l.owner, func() {
		switch {
		case l.state == Ended:
		case !l.incoming && l.state != Connected:
			l.trace(Event{Kind: KindHangup, By: who})
			l.failed(facts.CodeTerminated, reasonOf(facts.CodeTerminated))
		case l.state == Connected:
			l.hungUp(who, facts.CodeNormal)
		default:
			l.hungUp(who, facts.CodeTerminated)
		}
	})
}
