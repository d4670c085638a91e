package voxengine

import (
	"slices"

	"github.com/dop251/goja"
)

// hostFunc is one function of the platform. this is in call.This where it counts.
type hostFunc func(s *Session, call goja.FunctionCall) goja.Value

// namespace is what is emulated of one of the platform's objects.
type namespace struct {
	funcs map[string]hostFunc
	names []string                                // functions that more makes
	more  func(s *Session, key string) goja.Value // other members, nil for those that are not there; may be nil
	base  bool                                    // a class that scripts only have others of, which have these members too
}

// has reports whether a member is emulated.
func (n namespace) has(key string) bool {
	_, ok := n.funcs[key]
	return ok || slices.Contains(n.names, key)
}

// hostObject is a namespace, enumeration or prototype of the platform. Its
// members come into being when the script first asks for them, so that a fresh
// session costs nothing for the hundreds it never uses.
type hostObject struct {
	namespace
	s    *Session
	name string                // as scripts write it, "" for globals
	made map[string]goja.Value // what was asked for, or set by the script
}

// hostState is what a session keeps for its host objects.
type hostState struct {
	library map[string]namespace // what is emulated, by name
	objects map[string]*goja.Object
	misses  []miss
}

// miss is a member that a script asked for and that is not there; errors that
// follow are explained by it.
type miss struct{ owner, member string }

const maxMisses = 8

// Get implements goja.DynamicObject.
func (h *hostObject) Get(key string) goja.Value {
	if v, ok := h.made[key]; ok {
		return v
	}
	v := h.make(key)
	if v == nil {
		h.missed(key)
		return nil
	}
	h.keep(key, v)
	return v
}

func (h *hostObject) make(key string) goja.Value {
	if h.s.muted[qualified(h.name, key)] {
		return h.s.function(key, mutedFunc)
	}
	if f, ok := h.funcs[key]; ok {
		if !h.s.switchedOn(h.name, key) {
			return nil
		}
		return h.s.function(key, f)
	}
	if h.more != nil {
		if v := h.more(h.s, key); v != nil {
			return v
		}
	}
	return h.s.declared(h.name, key)
}

func (h *hostObject) keep(key string, v goja.Value) {
	if h.made == nil {
		h.made = map[string]goja.Value{}
	}
	h.made[key] = v
}

func (h *hostObject) missed(key string) {
	state := &h.s.host
	if len(state.misses) == maxMisses {
		state.misses = slices.Delete(state.misses, 0, 1)
	}
	state.misses = append(state.misses, miss{h.name, key})
}

// Set implements goja.DynamicObject: scripts may put their own members on it.
func (h *hostObject) Set(key string, v goja.Value) bool {
	h.keep(key, v)
	return true
}

// Has implements goja.DynamicObject.
func (h *hostObject) Has(key string) bool {
	if _, ok := h.made[key]; ok {
		return true
	}
	return h.has(key) || slices.Contains(declaredMembers(h.name), key)
}

// Delete implements goja.DynamicObject.
func (h *hostObject) Delete(key string) bool {
	delete(h.made, key)
	return true
}

// Keys implements goja.DynamicObject.
func (h *hostObject) Keys() []string {
	keys := declaredMembers(h.name)
	for key := range h.funcs {
		keys = append(keys, key)
	}
	keys = append(keys, h.names...)
	for key := range h.made {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// object returns the host object with a name, making it on first use.
func (s *Session) object(name string) *goja.Object {
	if o, ok := s.host.objects[name]; ok {
		return o
	}
	o := s.vm.NewDynamicObject(&hostObject{s: s, name: name, namespace: s.host.library[name]})
	s.host.objects[name] = o
	return o
}

// function makes a function of the platform appear in JavaScript.
func (s *Session) function(name string, f hostFunc) goja.Value {
	v := s.vm.ToValue(func(call goja.FunctionCall) goja.Value { return f(s, call) })
	o := v.(*goja.Object)
	must(o.DefineDataProperty("name", s.vm.ToValue(name), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	return v
}
