package phone

import "github.com/ringflow/ringflow/runtime-shim/voxengine"

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

func (c *Cast) isIn(j *join) bool { return c.isPerson(j.legs[0]) || c.isPerson(j.legs[1]) }

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
		if person := c.presser(s.Press); person == nil {
			return c.fail("to press "+key, "nobody was called")
		} else if !person.Press(key) {
			return c.fail("to press "+key, "the call has ended")
		}
		c.keys++
	}
	c.cursor += s.after() + int64(len(s.Press.Keys)-1)*int64(gap)
	return true
}

// presser is whose keys are pressed, nil if there is nobody yet.
func (c *Cast) presser(p *Press) *voxengine.Leg {
	if p.By == Callee {
		return c.lastCallee()
	}
	return c.person()
}

func (c *Cast) leave(s *Step) bool {
	c.left = true
	c.cursor += s.after()
	leg := c.legOf(s.HangsUp)
	if leg == nil {
		return c.fail("the called side to hang up", "nobody was called")
	}
	if !leg.Hangup() {
		return c.fail("the "+s.HangsUp+" to hang up", "the call has ended already")
	}
	return true
}

// legOf is the call of the caller or of the called side, nil if there is none.
func (c *Cast) legOf(who string) *voxengine.Leg {
	if who == Callee {
		return c.lastCallee()
	}
	if c.story.Outbound {
		return c.person()
	}
	return c.caller
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
