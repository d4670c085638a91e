package voxengine

import "slices"

// heard is a segment of a player that a leg hears, and the unit that the leg
// has it from: the player, or a conference into which it plays.
type heard struct {
	segment *segment
	from    unit
}

// audible is what a leg hears of players at this moment.
func (l *Leg) audible() []heard {
	if !l.hearing() {
		return nil
	}
	var out []heard
	for _, g := range soundsOf(l.source, []unit{l}) {
		out = append(out, heard{g, l.source})
	}
	return out
}

// soundsOf is the segments that sound out of a unit; passed are the units on the
// way to it: nobody hears what comes from oneself, and conferences may hear each other.
func soundsOf(u unit, passed []unit) []*segment {
	if slices.Contains(passed, u) {
		return nil
	}
	switch u := u.(type) {
	case *Leg:
		if u.sounds() {
			return u.brought
		}
	case *player:
		if u.state == playerPlaying {
			return []*segment{u.segments[u.at]}
		}
	case *Remote:
		if g := u.voicing(passed[len(passed)-1]); g != nil {
			return []*segment{g}
		}
	case *conference:
		if u.stopped {
			return nil
		}
		var out []*segment
		for _, source := range u.sources {
			out = append(out, soundsOf(source, append(passed, u))...)
		}
		return out
	}
	return nil
}

// Bring lets a sound come from the person's side, such as one that another
// session plays to its end of the call: a text or the sound of an address. All
// who hear the call hear it. It reports false for one that sounds already.
func (l *Leg) Bring(sound Event) bool {
	same := func(g *segment) bool { return g.event.Text == sound.Text && g.event.URL == sound.URL }
	if l.state == Ended || slices.ContainsFunc(l.brought, same) {
		return false
	}
	sound = Event{Kind: sound.Kind, Text: sound.Text, Voice: sound.Voice, URL: sound.URL, Loop: sound.Loop, By: "player"}
	l.brought = append(l.brought, &segment{event: sound})
	l.s.refreshJoins()
	return true
}

// EndBrought ends the sound that was brought last: heard to its end, or cut off.
func (l *Leg) EndBrought(cut bool) {
	last := len(l.brought) - 1
	if last < 0 || l.state == Ended {
		return
	}
	g := l.brought[last]
	l.brought = l.brought[:last]
	if !cut {
		l.s.heardOut(g)
	}
	l.s.refreshJoins()
}

// hush tells that a leg no longer hears what it heard of players.
func (l *Leg) hush(reason string) {
	for range l.told {
		l.trace(Event{Kind: KindStop, Reason: reason})
	}
	l.told = nil
}

// hushPlayers tells which legs no longer hear a player.
func (s *Session) hushPlayers() {
	for _, l := range s.legs {
		if len(l.told) == 0 {
			continue
		}
		now := l.audible()
		l.told = slices.DeleteFunc(l.told, func(h heard) bool {
			if slices.Contains(now, h) {
				return false
			}
			l.trace(Event{Kind: KindStop, Reason: l.whyHushed(h)})
			return true
		})
	}
}

func (l *Leg) whyHushed(h heard) string {
	switch {
	case l.source != nil && l.source != h.from:
		return "replaced"
	case l.source != nil && h.segment.player != nil && h.segment.player.state == playerPaused:
		return "paused"
	}
	return ""
}

// soundPlayers tells which legs hear a player from now on.
func (s *Session) soundPlayers() {
	for _, l := range s.legs {
		for _, now := range l.audible() {
			if !slices.Contains(l.told, now) {
				l.told = append(l.told, now)
				l.trace(now.segment.event)
			}
		}
	}
}

// heardOut tells which legs have heard a segment to its end.
func (s *Session) heardOut(g *segment) {
	for _, l := range s.legs {
		l.told = slices.DeleteFunc(l.told, func(h heard) bool {
			if h.segment != g {
				return false
			}
			l.trace(Event{Kind: KindFinished})
			return true
		})
	}
}
