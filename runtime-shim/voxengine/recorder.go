package voxengine

import (
	"slices"

	"github.com/dop251/goja"
)

// recorder is a media unit that records all that it hears, from when it has
// started until it is stopped or its session ends.
type recorder struct {
	instance // of Recorder or ConferenceRecorder
	sources
	plan      Recording
	task      *task // its start, until it started
	recording bool
	muted     bool
	stopped   bool // by stop(), or never able to start
	started   int64

	conference *conference // of a ConferenceRecorder
	priority   []*endpoint // as setPriority has put them
}

func (r *recorder) over() bool { return r.stopped }

func (r *recorder) mixed(string) {}

func (r *recorder) hears(from unit) bool {
	return r.recording && !r.muted && slices.Contains(r.sources, from)
}

func (r *recorder) sounds() bool { return false }

// newRecorder makes a recorder, which starts by itself.
func (s *Session) newRecorder(class string) *recorder {
	r := &recorder{}
	s.adopt(r, class, "recorder")
	if s.phase != phaseRunning {
		r.stopped = true
		s.note("VoxEngine.createRecorder records nothing, the session ends")
		return r
	}
	r.plan = s.opts.Media.Record(s.opts.Info.SessionID, r.name)
	r.task = s.queue.add(s.now+r.plan.After, r.owner, r.start)
	return r
}

func (r *recorder) start() {
	r.task = nil
	if r.plan.Err != "" {
		r.stopped = true
		r.s.trace(Event{Kind: KindRecord, Leg: r.name, Error: r.plan.Err})
		r.emit("Recorder.Error", "recorder", func(e *goja.Object) { r.s.set(e, "error", r.plan.Err) })
		return
	}
	r.recording, r.started = true, r.s.now
	r.s.trace(Event{Kind: KindRecord, Leg: r.name, URL: r.plan.URL})
	r.s.refreshJoins()
	r.emit("Recorder.Started", "recorder", func(e *goja.Object) { r.s.set(e, "url", r.plan.URL) })
}

func (r *recorder) mute(on bool) {
	r.muted = on
	r.s.refreshJoins()
}

// stop ends the recording. It is announced also when nothing was recorded yet.
func (r *recorder) stop() {
	if r.stopped || r.s.phase != phaseRunning {
		return
	}
	seconds := int64(0)
	if r.recording {
		seconds = (r.s.now - r.started) / 1000
	}
	r.s.queue.cancel(r.task)
	r.stopped, r.recording = true, false
	r.s.refreshJoins()
	r.emit("Recorder.Stopped", "recorder", func(e *goja.Object) {
		r.s.set(e, "cost", "0")
		r.s.set(e, "duration", seconds)
	})
}

// setConference records a conference instead of the one before.
func (r *recorder) setConference(c *conference) {
	if r.conference != nil {
		r.leave(r.conference)
	}
	r.conference = c
	r.s.sendMedia(c, r)
}

// order is the endpoints of the conference, the most important first: those
// that came after the last setPriority, the newest first, then as it has put them.
func (r *recorder) order() []*endpoint {
	if r.conference == nil {
		return nil
	}
	var out []*endpoint
	for _, e := range slices.Backward(r.conference.endpoints) {
		if !slices.Contains(r.priority, e) {
			out = append(out, e)
		}
	}
	for _, e := range r.priority {
		if slices.Contains(r.conference.endpoints, e) {
			out = append(out, e)
		}
	}
	return out
}
