package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// guardStrings stops the methods of strings that could fill the memory in one
// call at the longest string of the platform. Growing step by step is bounded
// by the time of a turn only.
func (s *Session) guardStrings() {
	prototype := s.vm.GlobalObject().Get("String").(*goja.Object).Get("prototype").(*goja.Object)
	for _, name := range []string{"repeat", "padStart", "padEnd"} {
		s.guardString(prototype, name)
	}
}

func (s *Session) guardString(prototype *goja.Object, name string) {
	original, _ := goja.AssertFunction(prototype.Get(name))
	guarded := s.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		length := call.Argument(0).ToFloat()
		if name == "repeat" {
			length *= float64(chars(call.This.String()))
		}
		if length > facts.StringChars {
			panic(s.construct("RangeError", "invalid string length"))
		}
		v, err := original(call.This, call.Arguments...)
		if err != nil {
			panic(err)
		}
		return v
	})
	_ = prototype.DefineDataProperty(name, guarded, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE)
}
