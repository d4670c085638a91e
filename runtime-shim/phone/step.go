package phone

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
		return c.ready(s) && c.leave(s)
	case s.Sends != nil:
		return c.ready(s) && c.send(s)
	case s.Control != nil:
		return c.ready(s) && c.control(s)
	case s.Connects != nil:
		return c.ready(s) && c.connect(s)
	case s.Says != "":
		return c.speak(s)
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
