package phone

import (
	"fmt"
	"slices"
)

// fail ends the story: the caller hangs up, and nobody acts any more. It
// returns false, as a step that is not over.
func (c *Cast) fail(want, got string) bool {
	failure := Failure{Step: c.step, T: c.session.Now(), Want: want, Got: got}
	if c.step < len(c.story.Steps) {
		failure.Place = c.story.Steps[c.step].Place
	} else {
		failure.Step = -1
	}
	c.failures = append(c.failures, failure)
	c.over = true
	c.hangUp()
	return false
}

// checkUnexpected looks for what no step of a strict story has asked for: on
// the caller's side what was spoken before the cursor, on the called side all
// that was spoken, and calls that were joined too early.
func (c *Cast) checkUnexpected() bool {
	for _, call := range c.callees {
		if call.plan != nil && !c.checkCallee(call) {
			return false
		}
	}
	if c.step == len(c.story.Steps) {
		return c.quietBefore(c.session.Now() + 1)
	}
	return c.quietBefore(c.cursor)
}

// quietBefore checks that all speech which the caller has heard, and that began
// before a time, was expected.
func (c *Cast) quietBefore(at int64) bool {
	if c.story.Lenient {
		return true
	}
	for _, s := range c.sounds {
		if c.isPerson(s.leg) && s.speech && !s.expected && s.start < at && s.end != s.start {
			s.expected = true
			return c.fail("silence", fmt.Sprintf("%s was heard at %s, which no step expects", s, clock(s.start)))
		}
	}
	return true
}

// checkCallee follows what the called side hears.
func (c *Cast) checkCallee(call *callee) bool {
	for _, s := range c.sounds {
		if s.leg != call.leg.Name() || s.expected || call.next() == nil && (!s.speech || c.isPerson(s.leg)) {
			continue
		}
		next := call.next()
		switch {
		case next == nil && !c.story.Lenient:
			s.expected = true
			return c.failAt(call.step, "silence for the called side", fmt.Sprintf("%s was heard at %s, which nobody expects", s, clock(s.start)))
		case next == nil:
		case !next.fits(s) && s.speech && !c.story.Lenient:
			s.expected = true
			return c.failAt(call.step, "the called side to hear "+next.String(), fmt.Sprintf("%s was heard at %s", s, clock(s.start)))
		case next.fits(s):
			if !c.heard(call, next, s) {
				return false
			}
		}
	}
	return c.checkJoinOf(call)
}

// next is what the called side has still to hear, nil if nothing.
func (c *callee) next() *Hears {
	if c.heard == len(c.plan.Hears) {
		return nil
	}
	return &c.plan.Hears[c.heard]
}

// heard waits for a sound on the called side to be over; it is looked at again
// until then.
func (c *Cast) heard(call *callee, next *Hears, s *sound) bool {
	_, why, known := next.until(s, c.session.Now())
	if !known {
		return true
	}
	s.expected = true
	call.heard++
	if why != "" && !c.story.Lenient && !c.left {
		return c.failAt(call.step, "the called side to hear "+next.String()+" to its end", why)
	}
	return true
}

// checkJoinOf checks that the called side was not joined before it had heard
// what it was to hear.
func (c *Cast) checkJoinOf(call *callee) bool {
	next := call.next()
	if next == nil {
		return true
	}
	for _, j := range c.joins {
		if slices.Contains(j.legs, call.leg.Name()) {
			return c.failAt(call.step, "the called side to hear "+next.String()+" before it is joined",
				"it was joined at "+clock(j.at)+" without")
		}
	}
	return true
}

// noStep stands for what no step says, but the story's world.
const noStep = -1

// failAt is fail for a step that the story has left.
func (c *Cast) failAt(step int, want, got string) bool {
	c.fail(want, got)
	last := &c.failures[len(c.failures)-1]
	last.Step, last.Place = step, ""
	if step != noStep {
		last.Place = c.story.Steps[step].Place
	}
	return false
}

// Rouse is for a host whose session has nothing to do any more and has not
// ended: somebody waits in vain. The story fails, and everybody hangs up. It
// reports whether anything will happen by that.
func (c *Cast) Rouse() bool {
	if _, ended := c.session.Ended(); ended {
		return false
	}
	if !c.over {
		c.failUnmet("nothing happens any more")
	}
	for _, leg := range c.session.Legs() {
		leg.Hangup()
	}
	_, more := c.session.Next()
	return more
}

// failUnmet fails the step that is waiting, or, after the last one, the end of
// the session.
func (c *Cast) failUnmet(why string) {
	if err := c.session.Err(); err != nil {
		why = "the scenario failed: " + brief(err)
	}
	if c.step < len(c.story.Steps) {
		c.fail(c.story.Steps[c.step].want(), why)
		return
	}
	c.fail("the call to end", why)
}

// want names what a step waits for.
func (s *Step) want() string {
	switch {
	case s.Hears != nil:
		return "to hear " + s.Hears.String()
	case s.Dialled != nil:
		return s.Dialled.String()
	case s.Joined:
		return "caller and called side to be joined"
	case s.Expect != nil:
		return s.Expect.String()
	case s.Talk != nil:
		return "a conversation of " + s.Talk.String()
	case s.Press != nil:
		return "to press " + s.Press.Keys
	case s.HangsUp != "":
		return "the " + s.HangsUp + " to hang up"
	case s.Sends != nil:
		return s.Sends.want()
	case s.Control != nil:
		return s.Control.want()
	case s.Connects != nil:
		return s.Connects.want()
	}
	return "the call to go on for " + Duration(s.after()+speakingOf(s.Says)).String()
}

func speakingOf(text string) int64 {
	if text == "" {
		return 0
	}
	return speaking(text)
}
