package voxengine

import (
	"slices"
	"strings"
	"sync"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// service is one class of the platform whose objects talk to a service outside.
// Its methods and events are those of the declarations: a method that is not
// listed in serviceMethods sends its name and arguments to the far end, and the
// far end sends the events.
type service struct {
	class  string   // of the client
	kind   string   // the first part of its objects' names in traces
	field  string   // by which its events carry the object
	maker  string   // the function that makes one, "" for a class that is constructed
	later  bool     // the function returns a promise
	events []string // enumerations of its events

	// wrapped clients carry what the service sends as data of an event, see
	// facts.ServiceData; others have it as fields of their own.
	wrapped bool

	// Members of events that the platform itself sends, "" if there is none.
	opened, refused, failed, closed string
	started, ended, marker          string // of what the service says
	why                             string // the field of the reason in the first four
	promises                        string // methods that return a promise, which the far end answers
	media                           bool   // units can be connected with it, as facts say
}

// connector is a service of realtime AI: a WebSocket that the platform speaks.
func connector(class, kind, maker, events, failed string) service {
	space := class[:strings.LastIndexByte(class, '.')]
	return service{
		class: class, kind: kind, field: "client", maker: space + "." + maker, later: true,
		events: []string{space + "." + events, space + ".Events"}, wrapped: true, failed: failed,
		started: "WebSocketMediaStarted", ended: "WebSocketMediaEnded",
	}
}

// services is the table of classes. A test holds it to the facts.
var services = []service{
	connector("OpenAI.RealtimeAPIClient", "openai", "createRealtimeAPIClient", "RealtimeAPIEvents", "WebSocketError"),
	connector("OpenAI.Beta.RealtimeAPIClient", "openai", "createRealtimeAPIClient", "RealtimeAPIEvents", ""),
	connector("Gemini.LiveAPIClient", "gemini", "createLiveAPIClient", "LiveAPIEvents", ""),
	connector("ElevenLabs.AgentsClient", "elevenlabs", "createAgentsClient", "AgentsEvents", "WebSocketError"),
	connector("Ultravox.WebSocketAPIClient", "ultravox", "createWebSocketAPIClient", "WebSocketAPIEvents", "WebSocketError"),
	connector("Yandex.RealtimeAPIClient", "yandex", "createRealtimeAPIClient", "RealtimeAPIEvents", "WebSocketError"),
	{class: "AI.DialogflowInstance", kind: "dialogflow", field: "dialogflow", maker: "AI.createDialogflow", events: []string{"AI.Events"},
		failed: "DialogflowError", closed: "DialogflowStopped", why: "cause", refused: "DialogflowError",
		started: "DialogflowPlaybackStarted", ended: "DialogflowPlaybackFinished", marker: "DialogflowPlaybackMarkerReached"},
	{class: "StreamingAgent", kind: "streaming", field: "streamingAgent", maker: "VoxEngine.createStreamingAgent", events: []string{"StreamingAgentEvents"},
		opened: "Connected", refused: "ConnectionFailed", failed: "Error", closed: "Disconnected", why: "reason"},
	{class: "VoximplantAvatar.Avatar", kind: "avatar", field: "avatar", maker: "VoximplantAvatar.createAvatar", events: []string{"VoximplantAvatar.Events"},
		opened: "Loaded", refused: "Error", failed: "Error", why: "reason", promises: "goToState handleUtterance handleTimeout"},
	{class: "CCAI.Agent", kind: "ccai", field: "ccaiAgent", events: []string{"CCAI.Events.Agent"},
		opened: "Started", closed: "Stopped", promises: "getProfilesList getConversationProfile updateConversationProfile"},
	{class: "CCAI.Conversation", kind: "conversation", field: "ccaiConversation", events: []string{"CCAI.Events.Conversation"},
		opened: "Created", refused: "Error", failed: "Error", closed: "Completed"},
	{class: "CCAI.Participant", kind: "participant", field: "ccaiParticipant", events: []string{"CCAI.Events.Participant"},
		opened: "Created", started: "PlaybackStarted", ended: "PlaybackFinished", marker: "MarkerReached"},
}

// speaks reports whether units hear the far end; a plain socket can be heard.
func (v *service) speaks() bool { return v == nil || v.started != "" }

// connects reports whether media come as streams with a beginning and an end, as
// on a WebSocket.
func (v *service) connects() bool { return v == nil || v.wrapped }

// constant is the value of an event by the name of its member, "" if none has it.
func (v *service) constant(member string) string {
	for _, list := range v.events {
		if event, ok := facts.Event(list + "." + member); ok {
			return event.Value
		}
	}
	return ""
}

// serviceEvents is the values of the events that services send, made once.
var serviceEvents = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, name := range ServiceEvents() {
		event, _ := facts.Event(name)
		out[event.Value] = true
	}
	return out
})

// ServiceEvents returns the constants of the events that the far ends of
// services send, and the platform for them.
func ServiceEvents() []string {
	var out []string
	for i := range services {
		for _, list := range services[i].events {
			symbol, _ := facts.Lookup(list)
			for _, member := range symbol.Members {
				if !strings.HasPrefix(member.Name, "Voicemail") { // which calls send
					out = append(out, list+"."+member.Name)
				}
			}
		}
	}
	return out
}

// wholeLibrary is library with the classes of services, whose members come from
// the facts.
var wholeLibrary = sync.OnceValue(func() map[string]namespace {
	out := map[string]namespace{}
	for name, n := range library {
		out[name] = n
	}
	for i := range services {
		v := &services[i]
		symbol, _ := facts.Lookup(v.class)
		out[v.class] = namespace{funcs: serviceFuncs(v, symbol)}
		owner, key := v.maker[:strings.LastIndexByte(v.maker, '.')+1], v.maker[strings.LastIndexByte(v.maker, '.')+1:]
		if owner != "" {
			out[strings.TrimSuffix(owner, ".")] = out[strings.TrimSuffix(owner, ".")].with(key, func(s *Session, call goja.FunctionCall) goja.Value {
				return s.newService(v, call.Argument(0))
			})
		}
	}
	managementLibrary(out)
	realtimeLibrary(out)
	for _, owner := range []string{"VoximplantAvatar", "CCAI"} {
		n := out[owner]
		n.more = constructed
		out[owner] = n
	}
	return out
})

// with is a namespace with one function more.
func (n namespace) with(key string, f hostFunc) namespace {
	funcs := map[string]hostFunc{key: f}
	for name, other := range n.funcs {
		funcs[name] = other
	}
	n.funcs = funcs
	return n
}

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
		r.agent = &agent{}
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

// Send of a service is an event of its client, by the name of its constant, such
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

// takes reports whether a method of the class is among names.
func among(names, name string) bool { return slices.Contains(strings.Fields(names), name) }
