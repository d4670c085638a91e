package voxengine

import (
	"slices"

	"github.com/dop251/goja"
)

// beeping is a detection of beeps in a call.
type beeping struct {
	frequencies []int64 // empty is any
	clock       *task
}

// Beep is a tone from the other side, as answering machines send.
func (l *Leg) Beep(hz int) bool {
	if l.state == Ended || !l.sounds() {
		return false
	}
	l.hearTone("VoicemailTone")
	b := l.beeping
	heard := b != nil && (len(b.frequencies) == 0 || slices.Contains(b.frequencies, int64(hz)))
	l.trace(Event{Kind: KindDevice, Outcome: "beep", By: l.side(), Ignored: !heard})
	if heard {
		l.endBeeping()
		l.emit("Call.BeepDetectionComplete", func(e *goja.Object) { l.s.set(e, "frequencies", l.s.vm.NewArray(hz)) })
	}
	return true
}

// callEnableBeeps is enableBeepDetection({frequencies, timeout}).
func callEnableBeeps(l *Leg, call goja.FunctionCall) {
	b := &beeping{}
	if list, ok := option(call.Argument(0), "frequencies").(*goja.Object); ok {
		l.s.vm.ForOf(list, func(v goja.Value) bool {
			b.frequencies = append(b.frequencies, v.ToInteger())
			return true
		})
	}
	if slices.ContainsFunc(b.frequencies, func(hz int64) bool { return hz <= 0 }) {
		l.emit("Call.BeepDetectionError", func(e *goja.Object) { l.s.set(e, "reason", "a frequency is a number of Hz above 0") })
		return
	}
	l.endBeeping()
	l.beeping = b
	if timeout := option(call.Argument(0), "timeout"); timeout != nil {
		b.clock = l.s.queue.add(l.s.now+max(0, timeout.ToInteger()), l.owner, func() { l.noBeep(true) })
	}
}

func callDisableBeeps(l *Leg, _ goja.FunctionCall) {
	if l.beeping != nil {
		l.noBeep(false)
	}
}

// noBeep is the end of a detection without a beep: by its timeout or by the script.
func (l *Leg) noBeep(timeout bool) {
	l.endBeeping()
	l.emit("Call.BeepDetectionComplete", func(e *goja.Object) { l.s.set(e, "timeout", timeout) })
}

func (l *Leg) endBeeping() {
	if l.beeping != nil {
		l.s.queue.cancel(l.beeping.clock)
		l.beeping = nil
	}
}

// hearTone tells a script that asked for it which tone was heard first in a call
// that is connected: ProgressTone or VoicemailTone. It is told once.
func (l *Leg) hearTone(which string) {
	if !l.detectTones || l.state != Connected {
		return
	}
	l.detectTones = false
	l.emit("Call.ToneDetected", func(e *goja.Object) {
		l.s.set(e, "ProgressTone", which == "ProgressTone")
		l.s.set(e, "VoicemailTone", which == "VoicemailTone")
	})
}

// callProgressTone plays the tones of a country while a call is made. It sends no events.
func callProgressTone(l *Leg, call goja.FunctionCall) {
	country := text(call.Argument(0))
	if country != "US" && country != "RU" {
		panic(l.s.newError("Call.playProgressTone takes US and RU, it got %s", describeText(country)))
	}
	l.request(&playback{leg: l, loop: true, silent: true, event: Event{Kind: KindPlay, URL: "tone:" + country, Loop: true}})
}
