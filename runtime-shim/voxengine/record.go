package voxengine

import "github.com/dop251/goja"

// recording is one Call.record.
type recording struct {
	leg     *Leg
	plan    Recording
	task    *task // its start, until it started
	started int64
}

// record starts to record the call, if it is not recorded already.
func (l *Leg) record() {
	if l.recording != nil {
		l.s.note("%s is recorded already", l.name)
		return
	}
	r := &recording{leg: l, plan: l.s.opts.Media.Record(l.s.opts.Info.SessionID, l.name)}
	l.recording = r
	r.task = l.s.queue.add(l.s.now+r.plan.After, l.owner, r.start)
}

func (r *recording) start() {
	r.task = nil
	if r.plan.Err != "" {
		r.leg.recording = nil
		r.leg.trace(Event{Kind: KindRecord, Error: r.plan.Err})
		r.leg.emit("Call.RecordError", func(e *goja.Object) { r.leg.s.set(e, "error", r.plan.Err) })
		return
	}
	r.started = r.leg.s.now
	r.leg.trace(Event{Kind: KindRecord, URL: r.plan.URL})
	r.leg.emit("Call.RecordStarted", func(e *goja.Object) { r.leg.s.set(e, "url", r.plan.URL) })
}

// cancel ends a recording that never started.
func (r *recording) cancel() {
	if r != nil {
		r.leg.s.queue.cancel(r.task)
	}
}

// stop announces the end of a recording, after that of its call.
func (r *recording) stop() {
	if r == nil || r.task != nil {
		return
	}
	seconds := (r.leg.s.now - r.started) / 1000
	r.leg.emit("Call.RecordStopped", func(e *goja.Object) {
		r.leg.s.set(e, "url", r.plan.URL)
		r.leg.s.set(e, "cost", "0")
		r.leg.s.set(e, "duration", seconds)
	})
}
