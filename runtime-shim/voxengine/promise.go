package voxengine

import "github.com/dop251/goja"

// promised is a promise of the platform that is still open. Resolving and
// rejecting it from outside JavaScript runs the jobs that wait for it.
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
func (p *promised) settle(owner int, after int64, f func() error) {
	p.s.queue.add(p.s.now+after, owner, func() { p.s.turn(f) })
}

// must is for operations on objects of the engine's own that cannot fail.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
