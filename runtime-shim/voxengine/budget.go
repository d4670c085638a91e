package voxengine

import (
	"errors"
	"fmt"

	"github.com/dop251/goja"
)

// overBudget ends a session at once that would go on for ever.
func (s *Session) overBudget() {
	s.exhaust(&ScriptError{
		Code: CodeBudget,
		Text: fmt.Sprintf("the session has not ended after %d events", s.opts.Budget.Events),
		Help: "look for a timer or a playback that starts itself again, and for a call that nobody hangs up",
	})
}

// traceFull reports whether Budget.Trace is used up.
func (s *Session) traceFull() bool {
	return s.traced > s.opts.Budget.Trace && s.phase != phaseEnded
}

// overTrace ends a session at once that writes without end. err is what the turn
// in which it came was interrupted with, nil outside of one.
func (s *Session) overTrace(err error) {
	over := &ScriptError{
		Code: CodeTrace,
		Text: fmt.Sprintf("the trace of the session has more than %d bytes", s.opts.Budget.Trace),
		Help: "look for a loop that logs, and log less of what is long",
	}
	var interrupted *goja.InterruptedError
	if errors.As(err, &interrupted) {
		over.Stack = s.places(interrupted.Stack())
	}
	s.exhaust(over)
}

// exhaust ends a session whose budget is used up: no listener of the end runs.
func (s *Session) exhaust(err *ScriptError) {
	if s.err == nil {
		s.err = err
	}
	s.rejected = nil
	s.traced = 0 // what is written from here on is bounded by the number of calls
	s.trace(Event{Kind: KindError, Text: err.Text, At: err.At()})
	s.phase, s.reason, s.systemError = phaseEnded, EndedByBudget, true
	s.leaveQueues()
	for _, leg := range s.legs {
		leg.drop()
	}
	s.dropRemotes()
	s.write(Event{Kind: KindTerminated, Error: s.systemErrorText()})
	s.queue.clear()
	s.closed = true
}

// eventBytes is what a line of the trace has besides its texts, about.
const eventBytes = 40

// size is what an event counts in Budget.Trace: the bytes of its texts and a
// constant. It is the same however the trace is written.
func (e *Event) size() int {
	n := eventBytes + len(e.Leg) + len(e.From) + len(e.To) + len(e.CallerID) + len(e.Display) + len(e.Via) +
		len(e.ID) + len(e.Outcome) + len(e.Text) + len(e.Voice) + len(e.Digit) + len(e.Key) + len(e.Method) +
		len(e.URL) + len(e.Mime) + len(e.Body) + len(e.By) + len(e.Reason) + len(e.Error) + len(e.At)
	for _, leg := range e.Legs {
		n += len(leg)
	}
	return n
}
