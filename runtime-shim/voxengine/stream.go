package voxengine

import "github.com/dop251/goja"

// Talk is what a far end says into a connection.
type Talk struct {
	Text       string
	Length     int64  // ms; 0 is as long as the platform would speak it
	Tag        string // of the stream; "" is the one without
	Encoding   string
	Parameters map[string]string // customParameters
	AtOnce     bool              // sent faster than it is heard; the platform keeps streamBuffer of it
}

const (
	streamSilence = 1_000  // ms, after which a stream counts as ended (type declarations)
	streamBuffer  = 10_000 // ms of audio that the platform keeps of what comes at once (documentation)
)

// stream is what a far end sends under one tag.
type stream struct {
	r          *Remote
	tag        string
	encoding   string
	parameters map[string]string

	playing *segment
	waiting []*segment
	since   int64 // when the segment began
	heard   int64 // ms of audio since the stream began
	begun   bool
	task    *task
	markers []int64 // for the next segment
}

// Speak lets the far end send audio. It is heard after what it has sent before.
func (r *Remote) Speak(talk Talk) bool {
	if !r.sounds() || r.s.phase != phaseRunning {
		return false
	}
	if talk.Length == 0 {
		talk.Length = r.s.opts.Media.Speech(talk.Text, "").Length
	}
	st := r.stream(talk.Tag)
	if talk.AtOnce {
		talk.Length = min(talk.Length, max(0, streamBuffer-st.ahead()))
	}
	r.s.queue.cancel(st.task)
	if !st.begun {
		st.begun, st.heard = true, 0
		st.encoding, st.parameters = talk.Encoding, talk.Parameters
		r.trace(Event{Outcome: "media_started", Text: talk.Tag})
		if r.service.connects() {
			st.tellStarted()
		}
	}
	g := &segment{
		event: Event{Kind: KindSay, Text: talk.Text, By: "remote"},
		sound: Sound{Length: talk.Length},
	}
	for _, offset := range st.markers {
		g.mark(offset, 0)
	}
	st.markers = nil
	st.waiting = append(st.waiting, g)
	if st.playing == nil {
		st.next()
	} else {
		st.plan()
	}
	return true
}

// stream returns the stream with a tag, making it on first use.
func (r *Remote) stream(tag string) *stream {
	for _, st := range r.streams {
		if st.tag == tag {
			return st
		}
	}
	st := &stream{r: r, tag: tag}
	r.streams = append(r.streams, st)
	return st
}

// ahead is how much of the audio is still to be heard, in ms.
func (st *stream) ahead() int64 {
	var left int64
	if st.playing != nil {
		left = st.since + st.playing.sound.Length - st.r.s.now
	}
	for _, g := range st.waiting {
		left += g.sound.Length
	}
	return left
}

// voicing is what a unit hears of the far end at this moment, nil if nothing.
func (r *Remote) voicing(to unit) *segment {
	if !r.sounds() {
		return nil
	}
	for _, st := range r.streams {
		if st.tag == r.tags[to] {
			return st.playing
		}
	}
	return nil
}

func (st *stream) next() {
	st.playing, st.waiting = st.waiting[0], st.waiting[1:]
	st.since = st.r.s.now
	if !st.r.service.connects() {
		st.r.tellService(st.r.service.started, func(e *goja.Object) {
			st.r.s.set(e, "duration", float64(st.playing.sound.Length)/1000)
		})
	}
	st.r.s.refreshJoins()
	st.plan()
}

// plan puts a marker of the segment, or its end, into the queue.
func (st *stream) plan() {
	s, g := st.r.s, st.playing
	s.queue.cancel(st.task)
	if m := g.next(); m != nil {
		st.task = s.queue.add(max(s.now, st.since+m.at), st.r.owner, func() {
			m.passed = true
			st.r.tellService(st.r.service.marker, func(e *goja.Object) { s.set(e, "offset", m.offset) })
			st.plan()
		})
		return
	}
	st.task = s.queue.add(st.since+g.sound.Length, st.r.owner, st.finish)
}

// finish is the end of a segment.
func (st *stream) finish() {
	s := st.r.s
	s.heardOut(st.playing)
	st.heard += st.playing.sound.Length
	st.playing = nil
	switch {
	case len(st.waiting) > 0:
		st.next()
	case st.r.service.connects():
		st.task = s.queue.add(s.now+streamSilence, st.r.owner, st.end)
	default:
		st.end()
	}
}

// clear drops what was not heard yet.
func (st *stream) clear() {
	s := st.r.s
	s.queue.cancel(st.task)
	if st.playing != nil {
		st.heard += s.now - st.since
	}
	st.playing, st.waiting = nil, nil
	s.refreshJoins()
	switch {
	case s.obey.clearedSilent:
		st.begun = false
	case st.begun:
		st.task = s.queue.add(s.now+streamSilence, st.r.owner, st.end)
	}
}

// end tells the script that the far end sends nothing any more.
func (st *stream) end() {
	st.begun = false
	st.r.trace(Event{Outcome: "media_ended", Text: st.tag, Ms: st.heard})
	st.tellEnded()
}

// drop is the end of the connection.
func (st *stream) drop() {
	st.r.s.queue.cancel(st.task)
	st.playing, st.waiting, st.begun = nil, nil, false
}

func (st *stream) tellStarted() {
	s := st.r.s
	fill := func(e *goja.Object) {
		st.setTag(e)
		if st.encoding != "" {
			s.set(e, "encoding", st.encoding)
		}
		if st.parameters != nil {
			given := s.vm.NewObject()
			for _, key := range sortedKeys(st.parameters) {
				s.set(given, key, st.parameters[key])
			}
			s.set(e, "customParameters", given)
		}
	}
	if st.r.service == nil {
		st.r.tell("WebSocket.MediaEventStarted", fill)
		return
	}
	st.r.tellService(st.r.service.started, fill)
}

func (st *stream) tellEnded() {
	s := st.r.s
	if !st.r.service.connects() {
		st.r.tellService(st.r.service.ended, nil)
		return
	}
	heard := st.heard
	fill := func(e *goja.Object) {
		st.setTag(e)
		info := s.vm.NewObject()
		s.set(info, "duration", heard)
		s.set(e, "mediaInfo", info)
	}
	if st.r.service == nil {
		st.r.tell("WebSocket.MediaEventEnded", fill)
		return
	}
	st.r.tellService(st.r.service.ended, fill)
}

func (st *stream) setTag(e *goja.Object) {
	if st.tag != "" {
		st.r.s.set(e, "tag", st.tag)
	}
}

// clearMedia is clearMediaBuffer({tag}): without a tag of all streams.
func (r *Remote) clearMedia(parameters goja.Value) {
	tag := option(parameters, "tag")
	r.trace(Event{Outcome: "cleared", Text: text(tag)})
	for _, st := range r.streams {
		if tag == nil || st.tag == text(tag) {
			st.clear()
		}
	}
}
