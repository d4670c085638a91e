package voxengine

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// turn enters JavaScript once. It reports whether the session may go on: false
// after an exception, a rejected promise or a callback that ran too long, each
// of which has ended the session by then.
func (s *Session) turn(enter func() error) bool {
	s.watchdog.start()
	err := enter()
	s.watchdog.stop()
	if s.traceFull() {
		s.overTrace(err)
		return false
	}
	if err != nil {
		s.rejected = nil
		s.fail(s.scriptError(err))
		return false
	}
	return s.judgeRejections()
}

// call calls a function of the script, as a turn of its own.
func (s *Session) call(what string, fn goja.Value, args ...goja.Value) bool {
	f, ok := goja.AssertFunction(fn)
	if !ok {
		s.fail(&ScriptError{Code: CodeException, Text: fmt.Sprintf("the %s is not a function but %s", what, describe(fn)),
			Help: "give a function to addEventListener, setTimeout and requests"})
		return false
	}
	return s.turn(func() error { _, err := f(goja.Undefined(), args...); return err })
}

func (s *Session) trackRejection(p *goja.Promise, operation goja.PromiseRejectionOperation) {
	if operation == goja.PromiseRejectionReject {
		s.rejected = append(s.rejected, p)
		return
	}
	for i, known := range s.rejected {
		if known == p {
			s.rejected = append(s.rejected[:i], s.rejected[i+1:]...)
			return
		}
	}
}

// judgeRejections looks at promises that were rejected in this turn and that
// nothing handles at its end.
func (s *Session) judgeRejections() bool {
	if len(s.rejected) == 0 {
		return true
	}
	rejected := s.rejected
	s.rejected = nil
	for _, p := range rejected {
		err := s.rejection(p.Result())
		if s.obey.rejectionLogged {
			s.trace(Event{Kind: KindError, Text: err.Text, At: err.At()})
			continue
		}
		s.fail(err)
		return false
	}
	return true
}

func (s *Session) rejection(reason goja.Value) *ScriptError {
	err := s.explain(&ScriptError{Code: CodeRejection, Text: s.text(reason)})
	err.Stack = s.stackOf(reason)
	err.Text = "unhandled rejection: " + err.Text
	return err
}

// stackOf reads the places of an error's stack property.
func (s *Session) stackOf(reason goja.Value) (places []Place) {
	if object, ok := reason.(*goja.Object); ok {
		if !s.attempt(func() { places = s.parseStack(object.Get("stack")) }) {
			return nil
		}
	}
	return places
}

// scriptError says what went wrong in JavaScript, with places in original sources.
func (s *Session) scriptError(err error) *ScriptError {
	var interrupted *goja.InterruptedError
	var overflow *goja.StackOverflowError
	var thrown *goja.Exception
	switch {
	case errors.As(err, &interrupted):
		return &ScriptError{Code: CodeTurn, Stack: s.places(interrupted.Stack()),
			Text: fmt.Sprintf("one callback ran longer than %v", s.opts.Budget.Turn),
			Help: "the platform stops a callback after 1 s; look for an endless loop"}
	case errors.As(err, &overflow):
		return &ScriptError{Code: CodeException, Text: "RangeError: too much recursion", Stack: s.places(overflow.Stack())}
	case errors.As(err, &thrown):
		err := &ScriptError{Code: CodeException, Text: s.text(thrown.Value()), Stack: s.places(thrown.Stack())}
		if len(err.Stack) == 0 { // thrown outside this engine's own code
			err.Stack = s.stackOf(thrown.Value())
		}
		return s.explain(err)
	}
	return &ScriptError{Code: CodeException, Text: err.Error()}
}

// text renders a thrown value, whose own toString may throw as well.
func (s *Session) text(v goja.Value) string {
	var text string
	if _, object := v.(*goja.Object); !object {
		return v.String()
	}
	if !s.attempt(func() { text = v.String() }) {
		return "a value that cannot be shown"
	}
	return text
}

// attempt looks into a value of the script after a turn, which can run code of
// the script and so throw or not end; it reports whether that went well.
func (s *Session) attempt(look func()) bool {
	f, _ := goja.AssertFunction(s.vm.ToValue(func(goja.FunctionCall) goja.Value { look(); return goja.Undefined() }))
	s.watchdog.start()
	_, err := f(goja.Undefined())
	s.watchdog.stop()
	return err == nil
}

const maxPlaces = 10

func (s *Session) places(frames []goja.StackFrame) []Place {
	var out []Place
	for i := range frames {
		if pos := frames[i].Position(); pos.Line > 0 && len(out) < maxPlaces {
			out = append(out, s.opts.Code.locate(pos))
		}
	}
	return out
}

// frame finds FILE:LINE:COLUMN in a line of an error's stack property.
var frame = regexp.MustCompile(`(?:\(|at )([^()\s]+):(\d+):(\d+)\(`)

func (s *Session) parseStack(stack goja.Value) []Place {
	if stack == nil {
		return nil
	}
	var out []Place
	for _, line := range strings.Split(stack.String(), "\n") {
		if m := frame.FindStringSubmatch(line); m != nil && len(out) < maxPlaces {
			row, _ := strconv.Atoi(m[2])
			column, _ := strconv.Atoi(m[3])
			out = append(out, s.opts.Code.locate(file.Position{Filename: m[1], Line: row, Column: column}))
		}
	}
	return out
}
