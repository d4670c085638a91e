package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// device traces what the other side's device, or the way to it, does.
func (l *Leg) device(outcome string) {
	l.trace(Event{Kind: KindDevice, Outcome: outcome, By: l.side()})
}

// Hold puts the call on hold, or takes it off, from the outside. The other side
// is not heard meanwhile.
func (l *Leg) Hold(on bool) bool {
	if l.state != Connected || l.held == on {
		return false
	}
	l.held = on
	outcome, event := "off_hold", "Call.OffHold"
	if on {
		outcome, event = "hold", "Call.OnHold"
	}
	l.device(outcome)
	l.emit("Call.ReInviteReceived", l.withHeaders(func(e *goja.Object) {
		l.s.set(e, "mimeType", "application/sdp")
		l.s.set(e, "body", "")
	}))
	l.emit(event, nil)
	l.s.refreshJoins()
	return true
}

// Media is the other side's sound breaking down, or coming back. The script is
// told of the first after facts.RTPTimeout.
func (l *Leg) Media(on bool) bool {
	if l.state != Connected || l.lost == !on {
		return false
	}
	l.lost = !on
	defer l.s.refreshJoins()
	if on {
		l.device("media_back")
		l.s.queue.cancel(l.lostTask)
		if l.toldLost {
			l.toldLost = false
			l.emit("Call.RtpResumed", nil)
		}
		return true
	}
	l.device("media_lost")
	l.lostTask = l.s.queue.add(l.s.now+facts.RTPTimeout, l.owner, func() {
		l.toldLost = true
		l.emit("Call.RtpStopped", nil)
	})
	return true
}

// Tone is the other side's network playing a tone of its own, such as busy.
func (l *Leg) Tone() bool {
	if l.state == Ended || !l.sounds() {
		return false
	}
	l.device("progress_tone")
	l.hearTone("ProgressTone")
	return true
}

// Forward is the called side passing the call on to somebody else.
func (l *Leg) Forward() bool {
	if l.incoming || l.state != Progressing {
		return false
	}
	l.device("forwarded")
	l.emit("Call.Forwarding", nil)
	return true
}

// push wakes the device of a user who is offline, once, if the script wants that.
// It has so long to answer.
func (l *Leg) push() bool {
	if l.via != ViaUser || l.direct || l.ending || l.pushed || !l.s.available("PushService") {
		return false
	}
	l.pushed = true
	l.device("push")
	l.emit("Call.PushSent", func(e *goja.Object) { l.s.set(e, "result", "OK") })
	l.s.queue.cancel(l.ringTask)
	l.ringTask = l.s.queue.add(l.s.now+l.pushWait, l.owner, func() { l.failed(facts.CodeOffline, reasonOf(facts.CodeOffline)) })
	return true
}

// firstAudio is the first media from the other side.
func (l *Leg) firstAudio() {
	if !l.heardFirst && !l.direct {
		l.heardFirst = true
		l.announce("Call.FirstAudioPacketReceived", nil)
	}
}

// quality is what the platform tells once a call is connected.
func (l *Leg) quality() {
	if l.direct {
		return
	}
	l.announce("Call.AudioQualityDetected", func(e *goja.Object) {
		quality := "Standard"
		if l.via == ViaUser {
			quality = "HD"
		}
		l.s.set(e, "quality", quality)
	})
}

// announce is emit for events of every call, which cost nothing where nobody
// listens for them.
func (l *Leg) announce(event string, fill func(*goja.Object)) {
	if len(l.emitter.of(event)) > 0 {
		l.emit(event, fill)
	}
}
