package phone

import (
	"slices"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// hearing is who hears whom in a session, as its trace tells it.
type hearing []voice

// voice goes from one unit to another that hears it, by their names.
type voice struct{ from, to string }

// follow takes an event of the trace and reports whether it changed anything.
func (h *hearing) follow(e voxengine.Event) bool {
	before := len(*h)
	switch e.Kind {
	case voxengine.KindDisconnected, voxengine.KindFailed:
		h.forget(func(v voice) bool { return v.from == e.Leg || v.to == e.Leg })
		return len(*h) < before
	case voxengine.KindJoin, voxengine.KindUnjoin:
		there, back := voice{e.Legs[0], e.Legs[1]}, voice{e.Legs[1], e.Legs[0]}
		h.forget(func(v voice) bool { return v == there || v == back })
		if e.Kind == voxengine.KindJoin {
			*h = append(*h, there)
			if !e.OneWay {
				*h = append(*h, back)
			}
		}
		return true
	}
	return false
}

func (h *hearing) forget(gone func(voice) bool) { *h = slices.DeleteFunc(*h, gone) }

// passes says in whose voice that comes on which a unit hears, "" if in nobody's.
type passes func(unit string) string

// mixing is what a single session passes on: what a conference hears.
func mixing(unit string) string {
	if voxengine.Mixes(unit) {
		return unit
	}
	return ""
}

// reaches reports whether somebody is heard by somebody else, directly or
// through what passes voices on.
func (h hearing) reaches(from, to string, on passes) bool {
	voices := []string{from}
	for i := 0; i < len(voices); i++ {
		for _, v := range h {
			if v.from != voices[i] {
				continue
			}
			if v.to == to {
				return true
			}
			if next := on(v.to); next != "" && !slices.Contains(voices, next) {
				voices = append(voices, next)
			}
		}
	}
	return false
}

// together reports whether two hear each other.
func (h hearing) together(a, b string, on passes) bool {
	return h.reaches(a, b, on) && h.reaches(b, a, on)
}

// followJoins begins and ends joins of calls as the trace says who hears whom.
func (c *Cast) followJoins(e voxengine.Event) {
	if !c.hearing.follow(e) {
		return
	}
	for _, j := range c.joins {
		j.over = j.over || !c.hearing.together(j.legs[0], j.legs[1], mixing)
	}
	legs := c.session.Legs()
	for i, a := range legs {
		for _, b := range legs[i+1:] {
			if c.hearing.together(a.Name(), b.Name(), mixing) && !c.isJoined(a.Name(), b.Name()) {
				c.joins = append(c.joins, &join{legs: []string{a.Name(), b.Name()}, at: e.T})
			}
		}
	}
}

func (c *Cast) isJoined(a, b string) bool {
	return slices.ContainsFunc(c.joins, func(j *join) bool { return !j.over && j.legs[0] == a && j.legs[1] == b })
}
