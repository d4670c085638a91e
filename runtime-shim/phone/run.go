package phone

import (
	"fmt"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Result is what came of a story.
type Result struct {
	Events   []voxengine.Event
	Failures []Failure // empty when everything came as the story says
	Requests []Request
	Mails    []Mail
	Reports  []Report         // to the call list
	Reason   voxengine.Reason // why the session ended
	Err      error            // what went wrong inside it, see voxengine.Session.Err
	End      int64            // ms since the start
}

// Run plays a story in a session of its own, in no time. Its error is about
// options and story; what went wrong in the call is in the result.
func Run(opts voxengine.Options, story Story) (Result, error) {
	cast, err := NewCast(story)
	if err != nil {
		return Result{}, err
	}
	session, err := voxengine.New(cast.Options(opts))
	if err != nil {
		return Result{}, err
	}
	cast.Enter(session)
	session.Run()
	for cast.Rouse() {
		session.Run()
	}
	return cast.Leave(), nil
}

// Leave ends the story once its session has ended and returns what came of it.
func (c *Cast) Leave() Result {
	if !c.over {
		c.advance()
	}
	if !c.over {
		c.judgeEnd()
	}
	reason, _ := c.session.Ended()
	return Result{
		Events: c.events, Failures: c.failures, Requests: c.requests, Mails: c.mails, Reports: c.reports,
		Reason: reason, Err: c.session.Err(), End: c.session.Now(),
	}
}

// judgeEnd looks at what is left when nothing can come any more.
func (c *Cast) judgeEnd() {
	if c.step < len(c.story.Steps) {
		c.failUnmet("the call ended at " + clock(c.endOfCall()))
		return
	}
	for _, call := range c.callees {
		switch {
		case call.plan == nil && !c.story.Lenient:
			c.fail("no further call", fmt.Sprintf("%s was dialled at %s, which no step expects", named(call.leg.To()), clock(call.at)))
			return
		case call.plan != nil && call.answered && call.next() != nil && !c.left:
			c.failAt(call.step, "the called side to hear "+call.next().String(), "its call ended without")
			return
		}
	}
	if err := c.session.Err(); err != nil && !c.expectedError() && !c.story.Lenient {
		c.fail("the scenario to run without errors", "it failed: "+brief(err))
	}
}

// endOfCall is when the person's leg ended.
func (c *Cast) endOfCall() int64 {
	for _, e := range c.events {
		if e.Kind == voxengine.KindDisconnected && c.isPerson(e.Leg) {
			return e.T
		}
	}
	return c.session.Now()
}

func (c *Cast) expectedError() bool {
	for i, e := range c.events {
		if e.Kind == voxengine.KindError && c.taken[i] {
			return true
		}
	}
	return false
}
