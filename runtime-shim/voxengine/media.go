package voxengine

import (
	"slices"
	"strings"
)

// A leg sends its person's voice to any number of legs and hears one source:
// another leg, a player, or a playback. A new source replaces the old one (type
// declarations of the platform). So who hears what is Leg.source and
// Leg.playing alone; pairStates and Leg.told only remember what the trace has
// told.

// unit is what a script connects: a leg, or an object of a class that sends or
// hears. What is neither takes part as one whose method does nothing.
type unit interface {
	called() string // how messages name it
	over() bool     // it can no longer be used
	take(from unit) // hears from; a leg instead of what it heard
	leave(from unit)
	mixed(name string)    // throws if its media do not go through the platform
	known() string        // its name in traces; "" for a player, whose sounds are told instead
	hears(from unit) bool // its media come in at this moment, and from is among its sources
	sounds() bool         // its own media go out at this moment
}

func (l *Leg) called() string { return l.name }

func (l *Leg) known() string { return l.name }

func (l *Leg) over() bool { return l.state == Ended }

func (l *Leg) take(from unit) {
	l.replacePlayback()
	l.source = from
}

func (l *Leg) leave(from unit) {
	if l.source == from {
		l.source = nil
	}
}

func (l *Leg) hears(from unit) bool { return l.source == from && l.hearing() }

func (l *Leg) sounds() bool {
	up := l.state == Connected || !l.incoming && l.earlyMedia && l.state != Ended
	return up && !l.held && !l.lost
}

// Mixes reports whether what has this name in traces lets each that it hears be
// heard by all others: a conference does.
func Mixes(name string) bool { return strings.HasPrefix(name, "conference-") }

// sources is what a unit hears that can hear many.
type sources []unit

func (h *sources) take(from unit) {
	if !slices.Contains(*h, from) {
		*h = append(*h, from)
	}
}

func (h sources) has(from unit) bool { return slices.Contains(h, from) }

func (h *sources) leave(from unit) {
	*h = slices.DeleteFunc(*h, func(u unit) bool { return u == from })
}

// pairState is how two units are connected as far as the trace says.
type pairState struct {
	a, b unit // in order of their creation
	link link
}

// link is who of a pair hears whom.
type link int

const (
	noLink link = 0
	forth  link = 1 // b hears a
	back   link = 2 // a hears b
	both   link = forth | back
)

// sendMedia lets b hear a.
func (s *Session) sendMedia(a, b unit) {
	b.take(a)
	s.refreshJoins()
}

// sendBoth lets a and b hear each other.
func (s *Session) sendBoth(a, b unit) {
	a.take(b)
	b.take(a)
	s.refreshJoins()
}

// stopMedia ends b hearing a, if it did.
func (s *Session) stopMedia(a, b unit) {
	b.leave(a)
	s.refreshJoins()
}

// stopBoth ends a and b hearing each other, as far as they did.
func (s *Session) stopBoth(a, b unit) {
	a.leave(b)
	s.stopMedia(a, b)
}

func linkOf(a, b unit) link {
	now := noLink
	if a.sounds() && b.hears(a) {
		now |= forth
	}
	if b.sounds() && a.hears(b) {
		now |= back
	}
	return now
}

// refreshJoins traces what changed in who hears whom.
func (s *Session) refreshJoins() {
	s.hushPlayers()
	defer s.soundPlayers()
	for i, a := range s.units {
		for _, b := range s.units[i+1:] {
			if linkOf(a, b) != noLink && !s.isPair(a, b) {
				s.joins = append(s.joins, pairState{a: a, b: b})
			}
		}
	}
	for i := range s.joins {
		p := &s.joins[i]
		now := linkOf(p.a, p.b)
		s.traceChange(p, now)
		p.link = now
	}
	s.joins = slices.DeleteFunc(s.joins, func(p pairState) bool { return p.link == noLink })
	s.sendFrames()
	s.listen()
}

func (s *Session) isPair(a, b unit) bool {
	return slices.ContainsFunc(s.joins, func(p pairState) bool { return p.a == a && p.b == b })
}

// traceChange tells how a pair changed. Two that hear each other were joined
// one way before without a word about that; all else is told as an end and a
// beginning.
func (s *Session) traceChange(p *pairState, now link) {
	if now == p.link {
		return
	}
	if now != both {
		s.traceLink(KindUnjoin, p, p.link)
	}
	s.traceLink(KindJoin, p, now)
}

func (s *Session) traceLink(kind Kind, p *pairState, how link) {
	if how == noLink {
		return
	}
	from, to := p.a, p.b
	if how == back {
		from, to = to, from
	}
	s.trace(Event{Kind: kind, Legs: []string{from.known(), to.known()}, OneWay: how != both})
}

// forgetMedia forgets the joins of an ended unit: the event of its end stands
// for theirs. Sources may go on naming it, nobody hears anything from it.
func (s *Session) forgetMedia(ended unit) {
	s.joins = slices.DeleteFunc(s.joins, func(p pairState) bool { return p.a == ended || p.b == ended })
}
