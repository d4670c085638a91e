package voxengine

import (
	"errors"
	"maps"

	"github.com/dop251/goja"
)

type recorderMethods = map[string]func(*recorder, goja.FunctionCall) goja.Value

// recorderFuncs is a class of recorders with methods of its own besides those
// of all.
func recorderFuncs(class string, own recorderMethods) map[string]hostFunc {
	all := recorderMethods{
		"stop": func(r *recorder, _ goja.FunctionCall) goja.Value {
			r.stop()
			return goja.Undefined()
		},
		"mute": using("mute", func(r *recorder, call goja.FunctionCall) { r.mute(call.Argument(0).ToBoolean()) }),
	}
	maps.Copy(all, own)
	return methodsOf(class, all)
}

// conferenceRecorderMethods is what a ConferenceRecorder has besides.
func conferenceRecorderMethods() recorderMethods {
	return recorderMethods{
		"setConference": using("setConference", func(r *recorder, call goja.FunctionCall) {
			const name = "ConferenceRecorder.setConference"
			if c := r.s.conferenceOf(name, call.Argument(0)); r.s.usable(name, c) {
				r.setConference(c)
			}
		}),
		"getPriority": func(r *recorder, _ goja.FunctionCall) goja.Value { return r.s.endpointArray(r.order()) },
		"setPriority": setPriority,
		"update":      using("update", updateRecorder),
	}
}

// createRecorder is createRecorder({name, secure, video, ...}), or
// createRecorder(name, secure) (documentation). With video it is a
// ConferenceRecorder. How the file looks has no effect here.
func createRecorder(s *Session, call goja.FunctionCall) goja.Value {
	class := "Recorder"
	if chosen(call.Argument(0), "video") {
		class = "ConferenceRecorder"
		s.checkLayout("VoxEngine.createRecorder", option(call.Argument(0), "videoParameters"))
	}
	return s.newRecorder(class).object
}

// setPriority is setPriority([endpoint, ...]): who is to be seen first.
func setPriority(r *recorder, call goja.FunctionCall) goja.Value {
	done := r.s.promise()
	list, err := r.priorityOf(call.Argument(0))
	done.settle(r.owner, 0, func() error {
		if err != nil {
			return done.reject(r.s.newError("ConferenceRecorder.setPriority %v", err))
		}
		r.priority = list
		return done.resolve(goja.Undefined())
	})
	return done.value
}

func (r *recorder) priorityOf(v goja.Value) (list []*endpoint, err error) {
	given, ok := v.(*goja.Object)
	switch {
	case r.stopped || r.s.phase != phaseRunning:
		return nil, errors.New("needs a recorder that was not stopped")
	case r.conference == nil:
		return nil, errors.New("needs a conference; call setConference first")
	case !ok || given.ClassName() != "Array":
		return nil, errors.New("needs an array of endpoints, it got " + describe(v))
	}
	r.s.vm.ForOf(given, func(v goja.Value) bool {
		e, ok := objectOf[*endpoint](r.s, v)
		if !ok {
			err = errors.New("needs endpoints, it got " + describe(v))
			return false
		}
		list = append(list, e)
		return true
	})
	return list, err
}

// updateRecorder is update({layout, ...}), which changes the picture.
func updateRecorder(r *recorder, call goja.FunctionCall) {
	const name = "ConferenceRecorder.update"
	if _, ok := call.Argument(0).(*goja.Object); !ok {
		panic(r.s.newTypeError("%s needs an object such as {layout: RecorderLayout.grid}, it got %s", name, describe(call.Argument(0))))
	}
	r.s.checkLayout(name, call.Argument(0))
}

var layouts = []string{"grid", "tribune", "custom"}

// checkLayout looks at what is sure to be wrong in the parameters of a picture.
func (s *Session) checkLayout(name string, parameters goja.Value) {
	layout := option(parameters, "layout")
	if layout == nil {
		return
	}
	if s.oneOf(name, "layout", layout, layouts) == "custom" && option(parameters, "layoutSettings") == nil {
		panic(s.newTypeError("%s with the layout custom needs layoutSettings, which say where each picture is", name))
	}
}
