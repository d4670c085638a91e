package voxengine

import "github.com/dop251/goja"

// segment is one text or sound of a player.
type segment struct {
	player *player
	event  Event // how the trace tells its start on a leg that hears it
	sound  Sound
	loop   bool
	paused bool           // onPause
	given  []*goja.Object // the objects by which the script named it
	marks  []*mark
}

// mark is a place in a segment that the script wants to hear of.
type mark struct {
	offset int64 // ms, as the script gave it
	at     int64 // ms from the start of the segment
	passed bool
	stall  int64 // ms that the sound stands still here until it is loaded; the script did not ask for this mark
}

// streamDelay is after how many ms a sound plays while it is still being loaded.
const streamDelay = 300

// stream plays the sound while it is being loaded. If that takes longer than to
// play it, it stands still once on its way.
func (g *segment) stream() {
	if g.sound.Err != "" || g.sound.Delay <= streamDelay {
		return
	}
	stall := g.sound.Delay - streamDelay - g.sound.Length
	g.sound.Delay = streamDelay
	if stall > 0 {
		g.marks = append(g.marks, &mark{at: g.sound.Length / 2, stall: stall})
	}
}

// mark adds a marker, with a negative offset counted from the end. One that has
// been passed, or lies outside, is never reached.
func (g *segment) mark(offset, pos int64) {
	at := offset
	if offset < 0 {
		at += g.sound.Length
	}
	outside := at < pos || at > g.sound.Length || at < 0
	g.marks = append(g.marks, &mark{offset: offset, at: at, passed: outside})
}

// next is the first marker that is still to come, nil if there is none.
func (g *segment) next() *mark {
	var first *mark
	for _, m := range g.marks {
		if !m.passed && (first == nil || m.at < first.at) {
			first = m
		}
	}
	return first
}

// named reports whether a script's object names this segment.
func (g *segment) named(v goja.Value) bool {
	for _, o := range g.given {
		if o == v {
			return true
		}
	}
	return false
}
