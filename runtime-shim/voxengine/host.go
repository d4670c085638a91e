package voxengine

import (
	"fmt"
	"slices"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// hostFunc is one function of the platform. this is in call.This where it counts.
type hostFunc func(s *Session, call goja.FunctionCall) goja.Value

// namespace is what is emulated of one of the platform's objects.
type namespace struct {
	funcs map[string]hostFunc
	more  func(s *Session, key string) goja.Value // other members, nil for those that are not there; may be nil
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

	door     goja.Callable // see Session.enter
	entering func()
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
	if f, ok := h.funcs[key]; ok {
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
	if _, ok := h.funcs[key]; ok {
		return true
	}
	return slices.Contains(declaredMembers(h.name), key)
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

// declared returns what the platform's declarations say about a member that is
// not emulated in depth: constants as they are, functions and classes as
// something that says so when it is used. nil if there is no such member.
func (s *Session) declared(owner, key string) goja.Value {
	if owner == "" {
		return s.declaredSymbol(key)
	}
	if v := s.declaredSymbol(owner + "." + key); v != nil {
		return v
	}
	symbol, ok := facts.Lookup(owner)
	if !ok {
		return nil
	}
	member, ok := symbol.Member(key)
	switch {
	case !ok:
		return nil
	case member.Called:
		return s.refusal(owner + "." + key)
	case member.Value != nil:
		return s.vm.ToValue(member.Value)
	}
	return nil
}

func (s *Session) declaredSymbol(name string) goja.Value {
	symbol, ok := facts.Lookup(name)
	if !ok || !s.available(symbol.Module) {
		return nil
	}
	if symbol.Kind == facts.Class {
		return s.refusal(name)
	}
	return s.object(name)
}

// refusal is a function that only says that it is not there.
func (s *Session) refusal(name string) goja.Value {
	return s.vm.ToValue(func(goja.ConstructorCall) *goja.Object {
		panic(s.newError("%s is not emulated yet; the platform has it, so test this part of the scenario there", name))
	})
}

func declaredMembers(owner string) []string {
	if owner == "" {
		owner = facts.Global
	}
	symbol, ok := facts.Lookup(owner)
	if !ok {
		return nil
	}
	names := make([]string, 0, len(symbol.Members))
	for _, member := range symbol.Members {
		names = append(names, member.Name)
	}
	return names
}

// newError makes an Error for a script to catch; panic with it.
func (s *Session) newError(format string, args ...any) *goja.Object {
	return s.construct("Error", fmt.Sprintf(format, args...))
}

func (s *Session) newTypeError(format string, args ...any) *goja.Object {
	return s.vm.NewTypeError(fmt.Sprintf(format, args...))
}

func (s *Session) construct(class, message string) *goja.Object {
	o, err := s.vm.New(s.vm.GlobalObject().Get(class), s.vm.ToValue(message))
	if err != nil {
		return s.vm.NewTypeError(message)
	}
	return o
}

// set puts a property on an object that the engine made and that cannot refuse it.
func (s *Session) set(o *goja.Object, key string, value any) {
	must(o.Set(key, value))
}

// text is JavaScript's own conversion to a string; "" for undefined, null and a
// member that is not there.
func text(v goja.Value) string {
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return ""
	}
	return v.String()
}

// describe names a value in messages without showing what it holds.
func describe(v goja.Value) string {
	switch v := v.(type) {
	case nil:
		return "nothing"
	case goja.String:
		return "a string"
	case *goja.Object:
		if _, ok := goja.AssertFunction(v); ok {
			return "a function"
		}
		return "an object"
	}
	switch {
	case goja.IsUndefined(v):
		return "undefined"
	case goja.IsNull(v):
		return "null"
	case goja.IsNumber(v):
		return "a number"
	}
	return "a " + v.ExportType().Kind().String()
}

// option reads a member of an options object; nil if there is no object or no member.
func option(v goja.Value, key string) goja.Value {
	o, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	value := o.Get(key)
	if value == nil || goja.IsUndefined(value) || goja.IsNull(value) {
		return nil
	}
	return value
}
