package voxengine

import (
	_ "embed"

	"github.com/dop251/goja"
)

//go:embed ivr.js
var ivrSource string

// ivrProgram is parsed once for all sessions.
var ivrProgram = goja.MustCompile("ivr.js", ivrSource, true)

// ivrFuncs is the namespace IVR. The class IVRState stands beside it.
var ivrFuncs = map[string]hostFunc{
	"reset": func(s *Session, _ goja.FunctionCall) goja.Value {
		reset, _ := goja.AssertFunction(s.ivr().Get("reset"))
		if _, err := reset(goja.Undefined()); err != nil {
			panic(err)
		}
		return goja.Undefined()
	},
}

// ivrMembers are the members of the class IVRState.
var ivrMembers = []string{"constructor", "enter", "input", "settings"}

// ivr is what ivr.js makes, once a session: class and reset share its states.
func (s *Session) ivr() *goja.Object {
	if s.ivrMade != nil {
		return s.ivrMade
	}
	program, err := s.vm.RunProgram(ivrProgram)
	must(err)
	obey := s.vm.NewObject()
	s.set(obey, "handlesTones", s.obey.ivrTones)
	s.set(obey, "promptsDeaf", s.obey.ivrPromptDeaf)
	s.set(obey, "oneTimeout", s.obey.ivrOneTimeout)
	var muted []any
	for _, name := range ivrMembers {
		if s.muted[qualified("IVRState", name)] {
			muted = append(muted, name)
		}
	}
	s.set(obey, "muted", s.vm.NewArray(muted...))
	build, _ := goja.AssertFunction(program)
	made, err := build(goja.Undefined(), s.object("IVR"), obey)
	must(err)
	s.ivrMade = made.(*goja.Object)
	return s.ivrMade
}
