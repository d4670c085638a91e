package phone

import (
	"fmt"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// perform does a step as far as it is possible now and reports whether the step
// is over. A step that is not over is looked at again with every event.
func (c *Cast) perform(s *Step) bool {
	switch {
	case s.Hears != nil:
		return c.hear(s)
	case s.Dialled != nil:
		return c.takeCall(s)
	case s.Joined:
		return c.findJoin(s)
	case s.Expect != nil:
		return c.findEvent(s)
	case s.Talk != nil:
		return c.ready(s) && c.talk(s)
	case s.Press != nil:
		return c.ready(s) && c.press(s)
	case s.HangsUp != "":
		return c.ready(s) && c.hangUp(s)
	case s.Says != "":
		return c.passed(s.after() + speaking(s.Says))
	default:
		return c.passed(s.after())
	}
}

func (s *Step) after() int64 {
	if s.After == nil {
		return 0
	}
	return int64(*s.After)
}

// speaking is how long a person speaks a text: as long as the platform would.
func speaking(text string) int64 {
	sound := voxengine.PlainMedia{}.Speech(text, "")
	return sound.Delay + sound.Length
}

// reached reports whether a time after the cursor has come, and looks again
// when it does.
func (c *Cast) reached(after int64) bool {
	return c.lookAt(c.cursor + after)
}

// ready reports whether the time of an action has come, and that nothing was
// heard until then which no step expects.
func (c *Cast) ready(s *Step) bool {
	return c.reached(s.after()) && c.quietBefore(max(c.session.Now(), c.cursor))
}

// lookAt reports whether a time has come, and has the people look around then.
func (c *Cast) lookAt(at int64) bool {
	if c.session.Now() >= at {
		return true
	}
	if c.alarm != at {
		c.alarm = at
		c.session.At(at, c.wake)
	}
	return false
}

// passed lets time pass.
func (c *Cast) passed(after int64) bool {
	if !c.reached(after) {
		return false
	}
	c.cursor += after
	return true
}

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
		if !c.isCaller(sound.leg) || sound.expected || sound.start < c.cursor || !s.Hears.wants(sound) {
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
	return true
}

// talk lets the two talk, and checks that they can all the time.
func (c *Cast) talk(s *Step) bool {
	if !c.joined() {
		if c.talks {
			return c.fail("a conversation of "+s.Talk.String(), "it was over at "+clock(c.session.Now()))
		}
		return c.fail("a conversation of "+s.Talk.String(), "nobody is joined")
	}
	c.talks = true
	return c.passed(s.after() + int64(*s.Talk))
}

func (c *Cast) joined() bool {
	for _, j := range c.joins {
		if !j.over && c.isIn(j) {
			return true
		}
	}
	return false
}

func (c *Cast) isIn(j *join) bool { return c.isCaller(j.legs[0]) || c.isCaller(j.legs[1]) }

const usualGap = 200 * Millisecond

// press presses the keys one after another.
func (c *Cast) press(s *Step) bool {
	gap := usualGap
	if s.Press.Gap != nil {
		gap = *s.Press.Gap
	}
	for c.keys < len(s.Press.Keys) {
		offset := s.after() + int64(c.keys)*int64(gap)
		if !c.reached(offset) {
			return false
		}
		key := s.Press.Keys[c.keys : c.keys+1]
		if !c.caller.Press(key) {
			return c.fail("to press "+key, "the call has ended")
		}
		c.keys++
	}
	c.cursor += s.after() + int64(len(s.Press.Keys)-1)*int64(gap)
	return true
}

func (c *Cast) hangUp(s *Step) bool {
	c.left = true
	c.cursor += s.after()
	leg := c.caller
	if s.HangsUp == Callee {
		if leg = c.lastCallee(); leg == nil {
			return c.fail("the called side to hang up", "nobody was called")
		}
	}
	if !leg.Hangup() {
		return c.fail("the "+s.HangsUp+" to hang up", "the call has ended already")
	}
	return true
}

func (c *Cast) lastCallee() *voxengine.Leg {
	var last *voxengine.Leg
	for _, call := range c.callees {
		if call.plan != nil {
			last = call.leg
		}
	}
	return last
}
