package voxengine

import (
	"regexp"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// growth finds the methods of strings that can fill the memory in one call.
var growth = regexp.MustCompile(`repeat|padStart|padEnd`)

// guardStrings stops those methods at the longest string of the platform. It is
// for mistakes: a script that wants to fill the memory can do so step by step,
// bounded by the time of a turn only, so scripts of unknown origin belong into
// a process of their own.
func (s *Session) guardStrings(global *goja.Object) {
	prototype := global.Get("String").(*goja.Object).Get("prototype").(*goja.Object)
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
	must(prototype.DefineDataProperty(name, guarded, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}
