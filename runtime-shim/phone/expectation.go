package phone

import (
	"fmt"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// hear finds the next sound on the caller's leg, and then waits for its end.
func (c *Cast) hear(s *Step) bool {
	if c.ear == nil && !c.listen(s) {
		return false
	}
	at, why, known := s.Hears.until(c.ear, c.session.Now())
	switch {
	case !known && s.Hears.For != nil:
		return c.lookAt(at)
	case !known:
		return false
	case why != "" && !c.story.Lenient:
		return c.fail("to hear "+s.Hears.String()+" to its end", why)
	}
	c.cursor = max(c.cursor, at)
	return true
}

// listen finds the sound that a step is about.
func (c *Cast) listen(s *Step) bool {
	for _, sound := range c.sounds {
		if !c.isPerson(sound.leg) || sound.expected || sound.start < c.cursor || !s.Hears.wants(sound) {
			continue
		}
		if !s.Hears.fits(sound) {
			if c.story.Lenient || !sound.speech {
				continue
			}
			sound.expected = true
			return c.fail("to hear "+s.Hears.String(), fmt.Sprintf("%s was heard at %s", sound, clock(sound.start)))
		}
		sound.expected = true
		c.ear = sound
		return c.onTime(s, sound.start, "hear "+s.Hears.String())
	}
	return false
}

// onTime checks that something happened exactly so long after the cursor as the
// step says, if it says so.
func (c *Cast) onTime(s *Step, at int64, what string) bool {
	if s.After == nil || at-c.cursor == s.after() {
		return true
	}
	late := at - c.cursor - s.after()
	word := "late"
	if late < 0 {
		late, word = -late, "early"
	}
	return c.fail(fmt.Sprintf("to %s after %s, at %s", what, *s.After, clock(c.cursor+s.after())),
		fmt.Sprintf("it came %s %s, at %s", Duration(late), word, clock(at)))
}

// takeCall takes the next call that the script made.
func (c *Cast) takeCall(s *Step) bool {
	for _, call := range c.callees {
		if call.plan != nil {
			continue
		}
		if why := s.Dialled.differs(call.leg); why != "" {
			if c.story.Lenient {
				continue
			}
			call.plan = &Dialled{}
			return c.fail(s.Dialled.String(), fmt.Sprintf("%s, at %s", why, clock(call.at)))
		}
		call.plan, call.step = s.Dialled, c.step
		if !c.onTime(s, call.at, "see "+s.Dialled.String()) {
			return false
		}
		call.behave(c.session)
		c.cursor = max(c.cursor, call.at)
		return true
	}
	return false
}

func (c *Cast) findJoin(s *Step) bool {
	for _, j := range c.joins {
		if j.matched || j.at < c.cursor || !c.isIn(j) {
			continue
		}
		j.matched = true
		if !c.onTime(s, j.at, "be joined") {
			return false
		}
		c.cursor = j.at
		return true
	}
	return false
}

func (c *Cast) findEvent(s *Step) bool {
	for i, e := range c.events {
		if c.taken[i] || e.T < c.cursor || !s.Expect.fits(e) {
			continue
		}
		c.taken[i] = true
		if !c.onTime(s, e.T, "see "+s.Expect.String()) {
			return false
		}
		c.cursor = e.T
		return true
	}
	return false
}

func (x *Expect) fits(e voxengine.Event) bool {
	if string(e.Kind) != x.Kind {
		return false
	}
	for name, want := range x.With {
		if e.Field(name) != want {
			return false
		}
	}
	return found(x.Matches, e.Text) || found(x.Matches, e.Body)
}
