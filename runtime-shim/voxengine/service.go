package voxengine

import (
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// constructed makes the classes of services that scripts construct by new.
func constructed(s *Session, key string) goja.Value {
	for i := range services {
		v := &services[i]
		if v.class != "VoximplantAvatar."+key && v.class != "CCAI."+key || v.class == "CCAI.Participant" {
			continue
		}
		symbol, _ := facts.Lookup(v.class)
		if !s.available(symbol.Module) {
			return nil
		}
		class := s.vm.ToValue(func(call goja.ConstructorCall) *goja.Object {
			return s.newService(v, call.Argument(0)).(*goja.Object)
		}).(*goja.Object)
		must(class.DefineDataProperty("prototype", s.object(v.class), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
		return class
	}
	return nil
}

// newService connects a client with its service.
func (s *Session) newService(v *service, parameters goja.Value) goja.Value {
	r := &Remote{service: v, traced: chosen(parameters, "trace")}
	s.adopt(r, v.class, v.kind)
	if callback := option(parameters, "onWebSocketClose"); callback != nil {
		r.onClose = callback
	}
	if v.class == "StreamingAgent" {
		r.broadcast = &broadcast{}
	}
	if !v.later {
		s.startService(r)
		return r.object
	}
	r.created = s.promise()
	made := r.created.value
	s.startService(r)
	return made
}

func (s *Session) startService(r *Remote) {
	if s.phase == phaseRunning {
		r.connect()
		return
	}
	r.state = stateClosed
	s.note("%s connects to nothing, the session ends", r.class)
}

// tellService sends one of the events that the platform itself sends for a
// service; a member that the service does not have is not sent.
func (r *Remote) tellService(member string, fill func(*goja.Object)) {
	if r.service == nil || member == "" {
		return
	}
	if value := r.service.constant(member); value != "" {
		r.emit(value, r.service.field, fill)
	}
}

// because fills in why something happened, for services that say so.
func (r *Remote) because(reason string) func(*goja.Object) {
	return func(e *goja.Object) {
		switch {
		case r.service == nil:
		case r.service.wrapped && reason != "":
			r.setData(e, func() goja.Value {
				o := r.s.vm.NewObject()
				r.s.set(o, "message", reason)
				return o
			}())
		case r.service.why != "":
			r.s.set(e, r.service.why, reason)
		}
	}
}

// setData puts what the service sent into an event.
func (r *Remote) setData(e *goja.Object, sent goja.Value) {
	s := r.s
	if r.service.wrapped {
		data := sent
		if !s.obey.dataPlain {
			o := s.vm.NewObject()
			s.set(o, "payload", sent)
			data = o
		}
		s.set(e, "data", data)
		return
	}
	if o, ok := sent.(*goja.Object); ok {
		for _, key := range o.Keys() {
			s.set(e, key, o.Get(key))
		}
	}
}

// Event lets the service send an event to its client, by the name of its constant, such
// as "SessionCreated"; data is JSON, or empty. False means that the client has
// no such event, that data is none, or that the connection is not open.
func (r *Remote) Event(member, data string) bool {
	if r.service == nil || r.state != stateOpen || r.s.phase != phaseRunning || r.service.constant(member) == "" {
		return false
	}
	var sent goja.Value
	if data != "" {
		v, err := r.s.fromJSON(data)
		if err != nil {
			return false
		}
		sent = v
	}
	r.trace(Event{Outcome: "received", Method: member, Text: data})
	r.tellService(member, func(e *goja.Object) {
		if sent != nil {
			r.setData(e, sent)
		}
	})
	return true
}

// Answer resolves the first promise that a method of the client returned and
// that is still open, with a value in JSON.
func (r *Remote) Answer(value string) bool {
	if len(r.answers) == 0 || r.s.phase != phaseRunning {
		return false
	}
	v, err := r.s.fromJSON(value)
	if err != nil {
		return false
	}
	p := r.answers[0]
	r.answers = r.answers[1:]
	r.trace(Event{Outcome: "received", Text: value})
	p.settle(r.owner, 0, func() error { return p.resolve(v) })
	return true
}

// among reports whether a name is one of several.
func among(names, name string) bool { return slices.Contains(strings.Fields(names), name) }
