package voxengine

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
)

// socketsBeyondCalls is how many connections a session takes from outside, beyond
// the number of its calls (documentation, page of limits).
const socketsBeyondCalls = 3

// inbound is what a script decided about connections from outside.
type inbound struct{ allowed, statistics, traced bool }

// setting is a function of VoxEngine that takes nothing and decides something.
func setting(decide func(*inbound)) hostFunc {
	return func(s *Session, _ goja.FunctionCall) goja.Value {
		decide(&s.inbound)
		return goja.Undefined()
	}
}

// Knock is a WebSocket connection from outside to one of the session's
// addresses, with the scheme ws or wss. answer gets it in an event of its own,
// and nil if the session does not take it.
func (s *Session) Knock(request Request, answer func(*Remote)) {
	address := request.URL
	if rest, ok := strings.CutPrefix(address, "ws"); ok {
		request.URL = "http" + rest
	}
	path, ok := s.controlPath(request.URL)
	if !ok || s.phase != phaseRunning {
		answer(nil)
		return
	}
	s.queue.add(s.now, ownerHost, func() {
		if s.phase != phaseRunning || !s.inbound.allowed {
			s.note("the session takes no WebSocket connection; call VoxEngine.allowWebSocketConnections() first")
			answer(nil)
			return
		}
		if most := s.live() + socketsBeyondCalls; s.inboundSockets() >= most {
			s.refuseSocket(path, request, most)
			answer(nil)
			return
		}
		answer(s.takeSocket(path, address, request))
	})
}

func (s *Session) inboundSockets() int {
	n := 0
	for _, u := range s.units {
		if r, ok := u.(*Remote); ok && r.incoming && !r.over() {
			n++
		}
	}
	return n
}

func (s *Session) refuseSocket(path string, request Request, most int) {
	const event = "Application.OnNewWebSocketFailed"
	reason := fmt.Sprintf("the session takes %d connections, which is the number of its calls and %d", most, socketsBeyondCalls)
	s.trace(Event{Kind: KindSocket, Outcome: "refused", URL: path, Reason: reason})
	s.emit(&s.app, ownerApp, event, func() *goja.Object {
		e := s.controlPayload(path, request)
		s.set(e, "name", event)
		s.set(e, "reason", reason)
		return e
	})
}

func (s *Session) takeSocket(path, address string, request Request) *Remote {
	const event = "AppEvents.NewWebSocketConnection"
	r := s.addSocket(address, s.inbound.traced)
	r.incoming, r.state = true, stateOpen
	r.headers = request.Headers
	r.trace(Event{Outcome: "open", URL: path, Text: r.kept(), By: "remote"})
	s.emit(&s.app, ownerApp, event, func() *goja.Object {
		e := s.controlPayload(path, request)
		s.set(e, "name", event)
		s.set(e, "websocket", r.object)
		return e
	})
	r.tellCreated(s.inbound.statistics)
	s.queue.add(s.now, r.owner, func() { r.news(News{Kind: NewsOpen}) })
	return r
}
