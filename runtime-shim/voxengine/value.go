package voxengine

import (
	"fmt"

	"github.com/dop251/goja"
)

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

// set puts a property on an object that the engine made. It defines it, so that
// what a script did to the prototype of all objects is not asked.
func (s *Session) set(o *goja.Object, key string, value any) {
	must(o.DefineDataProperty(key, s.vm.ToValue(value), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE))
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
