package voxengine

import (
	"net/netip"
	"net/url"

	"github.com/dop251/goja"
)

// socketFuncs is the class WebSocket.
func socketFuncs() map[string]hostFunc {
	own := map[string]serviceMethod{"send": socketSend}
	for _, name := range []string{"close", "clearMediaBuffer", "sendMediaTo", "stopMediaTo"} {
		own[name] = serviceMethods[name]
	}
	return methodsOf("WebSocket", own)
}

// socketFields is what a WebSocket has that is not called.
var socketFields = []string{"readyState", "url", "onopen", "onmessage", "onclose", "onerror", "oncreated", "onmediastarted", "onmediaended"}

// handlers is the field of a WebSocket whose function an event calls first.
var handlers = map[string]string{
	"WebSocket.Open":              "onopen",
	"WebSocket.Message":           "onmessage",
	"WebSocket.Close":             "onclose",
	"WebSocket.Error":             "onerror",
	"WebSocket.Created":           "oncreated",
	"WebSocket.MediaEventStarted": "onmediastarted",
	"WebSocket.MediaEventEnded":   "onmediaended",
}

// remoteSendMedia is sendMediaTo(unit, {tag}): the unit hears the stream with this tag.
func remoteSendMedia(r *Remote, call goja.FunctionCall) {
	name := r.class + ".sendMediaTo"
	if r.tags == nil {
		r.tags = map[unit]string{}
	}
	r.tags[r.s.unit(name, call.Argument(0))] = text(option(call.Argument(1), "tag"))
	r.s.sendMediaTo(r, name, call)
}

// createWebSocket is createWebSocket(url, {protocols, headers, statistics, trace}).
func createWebSocket(s *Session, call goja.FunctionCall) goja.Value {
	return s.newSocket("VoxEngine.createWebSocket", call.Argument(0), call.Argument(1)).object
}

// socketClass is WebSocket itself: new WebSocket(url, parameters).
func (s *Session) socketClass() goja.Value {
	class := s.vm.ToValue(func(call goja.ConstructorCall) *goja.Object {
		return s.newSocket("new WebSocket", call.Argument(0), call.Argument(1)).object
	}).(*goja.Object)
	must(class.DefineDataProperty("prototype", s.object("WebSocket"), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	return class
}

func (s *Session) newSocket(name string, address, options goja.Value) *Remote {
	wrong := wrongSocket(text(address))
	if wrong != "" && !s.obey.socketFails {
		panic(s.newError("%s: %s", name, wrong))
	}
	r := s.addSocket(text(address), chosen(options, "trace"))
	r.tellCreated(chosen(options, "statistics"))
	if v := option(options, "headers"); v != nil {
		r.headers = s.readSocketHeaders(v)
	}
	r.protocol = s.strings(option(options, "protocols"))
	switch {
	case s.phase != phaseRunning:
		r.state = stateClosed
		s.note("%s connects to nothing, the session ends", name)
	case wrong != "":
		r.state = stateConnecting
		s.queue.add(s.now, r.owner, func() { r.Refuse(wrong) })
	default:
		r.connect()
	}
	return r
}

// addSocket makes the object of a WebSocket.
func (s *Session) addSocket(address string, traced bool) *Remote {
	r := &Remote{url: address, traced: traced}
	s.adopt(r, "WebSocket", "websocket")
	for _, field := range socketFields {
		switch field {
		case "readyState":
			s.field(r, field, func() any { return string(r.state) })
		case "url":
			s.field(r, field, func() any { return r.url })
		default:
			s.set(r.object, field, goja.Null())
		}
	}
	return r
}

// tellCreated tells the script that there is a connection, and where the
// platform will put its statistics.
func (r *Remote) tellCreated(statistics bool) {
	r.tell("WebSocket.Created", func(e *goja.Object) {
		if statistics {
			r.s.set(e, "statisticsUrl", "https://statistics.invalid/"+r.id)
		}
	})
}

// field gives an object a field that scripts cannot change.
func (s *Session) field(r *Remote, name string, get func() any) {
	if s.muted[qualified(r.class, name)] {
		return
	}
	getter := s.vm.ToValue(func(goja.FunctionCall) goja.Value { return s.vm.ToValue(get()) })
	must(r.object.DefineAccessorProperty(name, getter, nil, goja.FLAG_FALSE, goja.FLAG_TRUE))
}

// wrongSocket says what is wrong with an address, "" if nothing: ws and wss, the
// latter with a domain name (type declarations).
func wrongSocket(address string) string {
	target, err := url.Parse(address)
	if err != nil {
		return "the address is not one of ws: or wss: with a host"
	}
	_, notIP := netip.ParseAddr(target.Hostname())
	switch {
	case target.Hostname() == "" || target.Scheme != "ws" && target.Scheme != "wss":
		return "the address is not one of ws: or wss: with a host"
	case target.Scheme == "wss" && notIP == nil:
		return "wss: takes a domain name, not an IP address; use one, or ws:"
	}
	return ""
}

// readSocketHeaders reads [{name, value}].
func (s *Session) readSocketHeaders(v goja.Value) []Header {
	var out []Header
	if o, ok := v.(*goja.Object); ok && o.ClassName() == "Array" {
		s.vm.ForOf(o, func(item goja.Value) bool {
			out = append(out, Header{text(option(item, "name")), text(option(item, "value"))})
			return true
		})
	}
	return out
}

// strings reads a string or an array of strings.
func (s *Session) strings(v goja.Value) []string {
	o, ok := v.(*goja.Object)
	if !ok || o.ClassName() != "Array" {
		if v == nil {
			return nil
		}
		return []string{text(v)}
	}
	var out []string
	s.vm.ForOf(o, func(item goja.Value) bool { out = append(out, text(item)); return true })
	return out
}

// socketSend is send(text).
func socketSend(r *Remote, call goja.FunctionCall) goja.Value {
	if !r.open("send") {
		return goja.Undefined()
	}
	if _, ok := call.Argument(0).(goja.String); !ok {
		r.s.note("WebSocket.send takes a string, it got %s", describe(call.Argument(0)))
	}
	r.deliver("scenario", "", text(call.Argument(0)))
	return goja.Undefined()
}

// open reports whether the far end can be reached; if not it throws, or only
// notes it, see facts.SocketNotOpen.
func (r *Remote) open(method string) bool {
	name := r.class + "." + method
	switch {
	case r.state == stateOpen && r.s.phase == phaseRunning:
		return true
	case r.s.obey.sendIgnored || r.s.phase != phaseRunning:
		r.s.note("%s has no effect, %s is %s", name, r.called(), r.state)
		return false
	}
	panic(r.s.newError("%s: %s is %s; wait until it is open, and stop when it closes", name, r.called(), r.state))
}

// tell sends an event of a WebSocket: to the function in its field first, then
// to its listeners (type declarations).
func (r *Remote) tell(event string, fill func(*goja.Object)) {
	s := r.s
	s.queue.add(s.now, r.owner, func() {
		e := s.vm.NewObject()
		s.set(e, "websocket", r.object)
		s.set(e, "name", event)
		if fill != nil {
			fill(e)
		}
		payload := func() *goja.Object { return e }
		phase := s.phase
		handler, ok := r.handler(event)
		if !ok {
			return
		}
		if _, ok := goja.AssertFunction(handler); ok && !s.muted[event] && !s.muted["WebSocket."+handlers[event]] {
			if !s.call(handlers[event], " of a WebSocket", handler, s.withoutMuted(event, e)) || s.phase != phase {
				return
			}
		}
		s.dispatch(&r.emitter, event, payload)
	})
}

// handler reads the field for an event, which the script may have made a getter;
// false when that ended the session.
func (r *Remote) handler(event string) (handler goja.Value, ok bool) {
	ok = r.s.turn(func() error {
		if ex := r.s.vm.Try(func() { handler = r.object.Get(handlers[event]) }); ex != nil {
			return ex
		}
		return nil
	})
	return handler, ok
}

// Send lets the far end send a message.
func (r *Remote) Send(message string) bool {
	if r.state != stateOpen || r.service != nil || r.s.phase != phaseRunning {
		return false
	}
	r.trace(Event{Outcome: "received", Text: message})
	r.tell("WebSocket.Message", func(e *goja.Object) { r.s.set(e, "text", message) })
	return true
}
