package voxengine

import "github.com/dop251/goja"

// closeAbnormal and closeNormal are of WebSocketCloseCode.
const (
	closeNormal   = 1000
	closeAbnormal = 1006
)

// Refuse lets the connection fail before it stands.
func (r *Remote) Refuse(reason string) bool {
	if r.state != stateConnecting || r.s.phase != phaseRunning {
		return false
	}
	r.trace(Event{Outcome: "refused", Reason: reason})
	r.state = stateClosed
	switch {
	case r.service == nil:
		r.broke()
	case r.created != nil:
		p := r.created
		r.created = nil
		p.settle(r.owner, 0, func() error {
			return p.reject(r.s.newError("%s: the connection failed: %s", r.class, reason))
		})
	default:
		r.tellService(r.service.refused, r.because(reason))
	}
	return true
}

// Break ends the connection without a word, as a network does.
func (r *Remote) Break() bool {
	if r.state != stateOpen || r.s.phase != phaseRunning {
		return false
	}
	r.trace(Event{Outcome: "broken"})
	r.gone()
	if r.service == nil {
		r.broke()
		return true
	}
	r.tellService(r.service.failed, r.because("the connection broke"))
	r.tellClosed(closeAbnormal, "", false)
	return true
}

// broke tells a socket's script of an error, see facts.RefusedSocket.
func (r *Remote) broke() {
	r.tell("WebSocket.Error", nil)
	if !r.s.obey.refusedErrorOnly {
		r.tellClosed(closeAbnormal, "", false)
	}
}

// Close ends the connection from the far end.
func (r *Remote) Close(code int, reason string) bool {
	if r.state != stateOpen || r.s.phase != phaseRunning {
		return false
	}
	r.trace(Event{Outcome: "closed", Code: code, Reason: reason, By: "remote"})
	r.gone()
	r.tellClosed(code, reason, true)
	return true
}

// close is the script's wish. A connection that is not open any more stays as it is.
func (r *Remote) close() {
	switch r.state {
	case stateClosing, stateClosed:
		return
	case stateConnecting:
		if p := r.created; p != nil {
			r.created = nil
			p.settle(r.owner, 0, func() error { return p.reject(r.s.newError("%s: the connection was closed", r.class)) })
		}
	}
	r.trace(Event{Outcome: "closed", Code: closeNormal, By: "scenario"})
	r.state = stateClosing
	r.silence()
	r.s.queue.add(r.s.now, r.owner, func() {
		r.news(News{Kind: NewsClosed})
		r.state = stateClosed
		r.tellClosed(closeNormal, "", true)
	})
}

// gone is the end of the connection.
func (r *Remote) gone() {
	r.state = stateClosed
	r.silence()
}

// silence is the end of its media.
func (r *Remote) silence() {
	for _, st := range r.streams {
		st.drop()
	}
	r.s.forgetMedia(r)
	r.s.refreshJoins()
}

// dropRemotes ends all connections because the session ends.
func (s *Session) dropRemotes() {
	for _, u := range s.units {
		if r, ok := u.(*Remote); ok && !r.over() {
			r.trace(Event{Outcome: "closed", Code: closeNormal, By: "platform"})
			r.news(News{Kind: NewsClosed})
			r.state = stateClosed
			r.s.forgetMedia(r)
		}
	}
}

// tellClosed tells the script that the connection has ended.
func (r *Remote) tellClosed(code int, reason string, clean bool) {
	s := r.s
	fill := func(e *goja.Object) {
		s.set(e, "code", code)
		s.set(e, "reason", reason)
		s.set(e, "wasClean", clean)
	}
	if r.service == nil {
		r.tell("WebSocket.Close", fill)
		return
	}
	r.tellService(r.service.closed, r.because(reason))
	if r.onClose != nil {
		s.queue.add(s.now, r.owner, func() {
			e := s.vm.NewObject()
			fill(e)
			s.call("onWebSocketClose", "", r.onClose, e)
		})
	}
}
