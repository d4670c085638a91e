package voxengine

import (
	"slices"

	"github.com/dop251/goja"
)

// Services is where the connections of scripts lead: servers of WebSockets,
// services of speech and AI. Its methods are called in events of the session
// and act by the methods of the Remote, then or later.
type Services interface {
	// Connect is asked for each connection that the script opens.
	Connect(r *Remote)
	// Told is what reaches the far end once it was accepted.
	Told(r *Remote, news News)
}

// News is what the far end of a connection learns.
type News struct {
	Kind   NewsKind
	Method string // of NewsMessage: of the service's client that was called, "" of a plain socket
	Text   string // a message, its arguments as JSON; what was said
}

// NewsKind is what News tells.
type NewsKind string

// Kinds of news.
const (
	NewsOpen    NewsKind = "open"    // the connection stands
	NewsMessage NewsKind = "message" // the script, or the platform for it, sent something
	NewsVoice   NewsKind = "voice"   // somebody who is heard begins to speak
	NewsSaid    NewsKind = "said"    // and has said Text
	NewsClosed  NewsKind = "closed"
)

// noServices is a network without servers.
type noServices struct{}

func (noServices) Connect(r *Remote) { r.Refuse("the session has no network") }

func (noServices) Told(*Remote, News) {}

// readyState is the state of a connection, with the text of WebSocketReadyState.
type readyState string

const (
	stateConnecting readyState = "connecting"
	stateOpen       readyState = "open"
	stateClosing    readyState = "closing"
	stateClosed     readyState = "closed"
)

// Remote is one connection of a session and its far end: a WebSocket, or the
// client of a service. Its exported methods are what the far end does; those
// that act report whether the connection was in a state for it.
type Remote struct {
	instance
	sources

	url      string // of a socket
	protocol []string
	headers  []Header
	incoming bool
	traced   bool     // the platform keeps its traffic
	service  *service // nil of a WebSocket
	state    readyState

	created   *promised   // of the client, while it connects
	unsent    []func()    // what the script asked of a service that has no event to wait for
	onClose   goja.Value  // onWebSocketClose of a client
	answers   []*promised // of methods, until the far end answers
	streams   []*stream   // what the far end sends
	tags      map[unit]string
	sendings  []*sending
	voice     *voice     // that it hears
	broadcast *broadcast // what a StreamingAgent has besides
	call      goja.Value
}

// Name is that of the connection in traces, such as "websocket-1".
func (r *Remote) Name() string { return r.name }

// Address is that of a WebSocket, or the class of a service's client, such as
// "OpenAI.RealtimeAPIClient".
func (r *Remote) Address() string {
	if r.service != nil {
		return r.class
	}
	return r.url
}

// Headers returns what the script sends with the connection.
func (r *Remote) Headers() []Header { return r.headers }

// Protocols returns the subprotocols that the script asks for.
func (r *Remote) Protocols() []string { return r.protocol }

// Session returns the session whose connection it is.
func (r *Remote) Session() *Session { return r.s }

func (r *Remote) over() bool { return r.state == stateClosing || r.state == stateClosed }

// mixed throws for a client that takes no media.
func (r *Remote) mixed(name string) {
	if r.service != nil && !r.service.media && r.broadcast == nil {
		panic(r.s.newTypeError("%s: %s takes no media", name, r.class))
	}
}

func (r *Remote) hears(from unit) bool {
	return r.state == stateOpen && slices.Contains(r.sources, from)
}

func (r *Remote) sounds() bool { return r.state == stateOpen && r.service.speaks() }

// trace tells what happened to the connection.
func (r *Remote) trace(e Event) {
	e.Kind, e.ID = KindSocket, r.name
	r.s.trace(e)
}

// connect asks the world for the far end, in an event of its own.
func (r *Remote) connect() {
	r.state = stateConnecting
	r.trace(Event{Outcome: "connect", URL: r.Address(), Text: r.kept()})
	r.s.queue.add(r.s.now, r.owner, func() {
		if r.state == stateConnecting {
			r.s.opts.Services.Connect(r)
		}
	})
}

// kept is how the trace tells that the platform keeps the traffic.
func (r *Remote) kept() string {
	if r.traced {
		return "traced"
	}
	return ""
}

// Accept opens the connection.
func (r *Remote) Accept() bool {
	if r.state != stateConnecting || r.s.phase != phaseRunning {
		return false
	}
	r.state = stateOpen
	r.trace(Event{Outcome: "open"})
	r.opened()
	r.s.refreshJoins()
	r.s.queue.add(r.s.now, r.owner, func() { r.news(News{Kind: NewsOpen}) })
	for _, send := range r.unsent {
		send()
	}
	r.unsent = nil
	return true
}

// news reaches the far end as long as the connection stands, or is being closed
// from here.
func (r *Remote) news(n News) {
	if r.state == stateOpen || r.state == stateClosing {
		r.s.opts.Services.Told(r, n)
	}
}

// opened tells the script.
func (r *Remote) opened() {
	switch {
	case r.service == nil:
		r.tell("WebSocket.Open", nil)
	case r.created != nil:
		p := r.created
		r.created = nil
		p.settle(r.owner, 0, func() error { return p.resolve(r.object) })
	default:
		r.tellService(r.service.opened, r.because(""))
	}
}

// deliver hands a message to the far end; method is that of a service's client.
func (r *Remote) deliver(by, method, message string) {
	r.trace(Event{Outcome: "sent", Method: method, Text: message, By: by})
	r.s.queue.add(r.s.now, r.owner, func() { r.news(News{Kind: NewsMessage, Method: method, Text: message}) })
}

// listen tells the far end who speaks, as far as it hears them. What was cut off
// it does not understand.
func (r *Remote) listen() {
	now := r.s.voiceTo(r)
	if r.voice == now {
		return
	}
	if said := r.voice; said != nil && r.s.now >= said.from+said.Length {
		r.s.queue.add(r.s.now, r.owner, func() { r.news(News{Kind: NewsSaid, Text: said.Text}) })
	}
	if now != nil {
		r.s.queue.add(r.s.now, r.owner, func() { r.news(News{Kind: NewsVoice, Text: now.Text}) })
	}
	r.voice = now
}
