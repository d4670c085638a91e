package voxengine

import (
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

// instance is what all objects of the platform's classes have, calls apart: a
// player, a conference, a recorder and so on embed one.
type instance struct {
	s       *Session
	class   string // as scripts write it, such as "SequencePlayer"
	name    string // in traces and messages, such as "conference-1"
	id      string
	owner   int // of tasks
	emitter emitter
	object  *goja.Object
}

// held is an object of one of the platform's classes.
type held interface{ instanceOf() *instance }

func (i *instance) instanceOf() *instance { return i }

// adopt gives a new object of a class what all of them have. kind is the first
// part of its name in traces, which counts the objects of that kind.
func (s *Session) adopt(of held, class, kind string) {
	i := of.instanceOf()
	n := len(s.instances)
	same := 1
	for _, other := range s.instances {
		if strings.HasPrefix(other.instanceOf().name, kind+"-") {
			same++
		}
	}
	*i = instance{
		s: s, class: class, name: kind + "-" + strconv.Itoa(same), owner: -1 - n,
		id:     strings.ToUpper(strconv.FormatUint(mix(s.opts.Seed+1<<32+uint64(n)), 16)),
		object: s.vm.CreateObject(s.object(class)),
	}
	if s.instances == nil {
		s.instances = map[*goja.Object]held{}
	}
	s.instances[i.object] = of
	if u, ok := of.(unit); ok && u.known() != "" {
		s.units = append(s.units, u)
	}
}

// emit sends an event that carries the object in a field, and what fill adds.
func (i *instance) emit(event, field string, fill func(*goja.Object)) {
	i.s.emit(&i.emitter, i.owner, event, func() *goja.Object {
		e := i.s.vm.NewObject()
		i.s.set(e, field, i.object)
		i.s.set(e, "name", event)
		if fill != nil {
			fill(e)
		}
		return e
	})
}

func (i *instance) called() string { return "the " + i.name }

func (i *instance) known() string { return i.name }

// objectOf returns the object of a class behind a value; false if it is none.
func objectOf[T held](s *Session, v goja.Value) (T, bool) {
	if o, ok := v.(*goja.Object); ok {
		if of, ok := s.instances[o].(T); ok {
			return of, true
		}
	}
	var none T
	return none, false
}

// thisObject finds the object on which a method of a class was called.
func thisObject[T held](s *Session, class, method string, call goja.FunctionCall) T {
	if of, ok := objectOf[T](s, call.This); ok && of.instanceOf().class == class {
		return of
	}
	name := variable(class)
	panic(s.newTypeError("%s.%s was called without its object; write %s.%s(...), or () => %s.%s(...) as a listener", class, method, name, method, name, method))
}

// variable is how messages call an object of a class.
func variable(class string) string {
	name := class[strings.LastIndexByte(class, '.')+1:]
	if name == strings.ToUpper(name) {
		return strings.ToLower(name)
	}
	return strings.ToLower(name[:1]) + name[1:]
}

// using is a method that acts on a media unit which can still be used.
func using[T interface {
	held
	unit
}](name string, act func(T, goja.FunctionCall)) func(T, goja.FunctionCall) goja.Value {
	return func(of T, call goja.FunctionCall) goja.Value {
		i := of.instanceOf()
		switch {
		case i.s.phase != phaseRunning:
			i.s.note("%s.%s has no effect, the session ends", i.class, name)
		case i.s.usable(i.class+"."+name, of):
			act(of, call)
		}
		return goja.Undefined()
	}
}

// methodsOf is a class whose objects are of type T: those of all classes, and its own.
func methodsOf[T held](class string, own map[string]func(T, goja.FunctionCall) goja.Value) map[string]hostFunc {
	out := silentMethodsOf(class, own)
	out["addEventListener"] = func(s *Session, call goja.FunctionCall) goja.Value {
		return s.addListener(&thisObject[T](s, class, "addEventListener", call).instanceOf().emitter, class, call)
	}
	out["removeEventListener"] = func(s *Session, call goja.FunctionCall) goja.Value {
		return s.removeListener(&thisObject[T](s, class, "removeEventListener", call).instanceOf().emitter, call)
	}
	return out
}

// silentMethodsOf is a class without events.
func silentMethodsOf[T held](class string, own map[string]func(T, goja.FunctionCall) goja.Value) map[string]hostFunc {
	out := map[string]hostFunc{
		"id": func(s *Session, call goja.FunctionCall) goja.Value {
			return s.vm.ToValue(thisObject[T](s, class, "id", call).instanceOf().id)
		},
	}
	for name, act := range own {
		out[name] = func(s *Session, call goja.FunctionCall) goja.Value {
			return act(thisObject[T](s, class, name, call), call)
		}
	}
	return out
}
