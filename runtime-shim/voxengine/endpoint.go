package voxengine

import (
	"slices"

	"github.com/dop251/goja"
)

// Directions of an endpoint.
const (
	onlySends    = "SEND"    // the call is heard in the conference
	onlyReceives = "RECEIVE" // it hears the conference
)

var (
	directions = []string{onlySends, onlyReceives, "BOTH"}
	modes      = []string{"MIX", "FORWARD"} // of video; sound is the same in both
)

// endpoint is a call in a conference as Conference.add has put it there.
type endpoint struct {
	instance
	conference      *conference
	leg             *Leg
	mode, direction string
	display         string
}

// emit sends an event of the conference about the endpoint.
func (e *endpoint) emit(event string) {
	c := e.conference
	c.instance.emit(event, "conference", func(o *goja.Object) {
		c.s.set(o, "mode", e.mode)
		c.s.set(o, "direction", e.direction)
		c.s.set(o, "endpointId", e.id)
		c.s.set(o, "endpoint", e.object)
	})
}

// gone reports whether the endpoint is in no conference any more, and notes
// that a method has no effect because of that.
func (e *endpoint) gone(method string) bool {
	if e.s.phase == phaseRunning && slices.Contains(e.conference.endpoints, e) {
		return false
	}
	e.s.note("Endpoint.%s has no effect, the endpoint is not in its conference", method)
	return true
}

// endpointFuncs is the class Endpoint.
func endpointFuncs() map[string]hostFunc {
	return silentMethodsOf("Endpoint", map[string]func(*endpoint, goja.FunctionCall) goja.Value{
		"getCall": func(e *endpoint, _ goja.FunctionCall) goja.Value { return e.leg.jsObject() },
		"getMode": func(e *endpoint, _ goja.FunctionCall) goja.Value { return e.s.vm.ToValue(e.mode) },
		"getDirection": func(e *endpoint, _ goja.FunctionCall) goja.Value {
			return e.s.vm.ToValue(e.direction)
		},
		"setDisplayName": func(e *endpoint, call goja.FunctionCall) goja.Value {
			if !e.gone("setDisplayName") {
				e.display = text(call.Argument(0))
				e.emit("Conference.EndpointUpdated")
			}
			return goja.Undefined()
		},
		"manageEndpoint": manageEndpoint,
	})
}

// manageEndpoint is manageEndpoint({participant: {audio, video}}), which says
// what the endpoint receives of whom. Its promise and event come; who hears
// whom does not change by it here.
func manageEndpoint(e *endpoint, call goja.FunctionCall) goja.Value {
	if _, ok := call.Argument(0).(*goja.Object); !ok {
		panic(e.s.newTypeError("Endpoint.manageEndpoint needs an object of participants, it got %s", describe(call.Argument(0))))
	}
	done := e.s.promise()
	if e.gone("manageEndpoint") {
		done.settle(e.owner, 0, func() error { return done.reject(e.s.newError("the endpoint is not in its conference")) })
		return done.value
	}
	e.s.note("Endpoint.manageEndpoint changes nothing here in who hears whom")
	done.settle(e.owner, 0, func() error { return done.resolve(goja.Undefined()) })
	e.emit("Conference.EndpointManaged")
	return done.value
}
