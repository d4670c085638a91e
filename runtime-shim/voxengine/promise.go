package voxengine

import "github.com/dop251/goja"

// promised is a promise of the platform that is still open.
type promised struct {
	s               *Session
	value           goja.Value
	resolve, reject func(any) error
}

func (s *Session) promise() *promised {
	p, resolve, reject := s.vm.NewPromise()
	return &promised{s, s.vm.ToValue(p), resolve, reject}
}

// settle runs f in a task of its own, after ms; f resolves or rejects.
func (p *promised) settle(owner int, after int64, f func()) {
	p.s.queue.add(p.s.now+after, owner, func() { p.s.turn(func() error { return p.s.enter(f) }) })
}

// enter runs f as an outermost call into JavaScript, so that the jobs which it
// makes runnable run before enter returns.
func (s *Session) enter(f func()) error {
	if s.host.door == nil {
		s.host.door, _ = goja.AssertFunction(s.vm.ToValue(func(goja.FunctionCall) goja.Value {
			s.host.entering()
			return goja.Undefined()
		}))
	}
	s.host.entering = f
	_, err := s.host.door(goja.Undefined())
	return err
}

// must is for operations on objects of the engine's own that cannot fail.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
