package voxengine

import (
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// network is the HTTP requests of a session, reports to a call list among them.
type network struct {
	lane
	last bool // the one request of the end phase was made
}

// exchange is one request and who waits for its response.
type exchange struct {
	ask     func() Response      // asks the outside
	told    func(Response) Event // how the trace tells it
	timeout int64                // ms
	done    func(Response)
}

// noHTTP is a network without hosts.
type noHTTP struct{}

func (noHTTP) Do(Request) Response {
	return Response{Code: facts.HTTPNoHost, Err: "the session has no network"}
}

const overHTTPLimit = "Exceeded the HTTP connection count limit!" // the platform's own words

// send makes a request as soon as its lane lets it.
func (s *Session) send(x *exchange) {
	switch {
	case s.phase == phaseRunning:
		s.net.enter(func() { s.perform(x) })
	case s.phase == phaseTerminating && !s.net.last:
		s.net.last = true
		s.net.start(func() { s.perform(x) })
	default:
		s.note("the request is not sent, the session ends")
		s.queue.add(s.now, ownerHost, func() {
			if s.phase <= phaseTerminating {
				x.done(Response{Code: facts.HTTPLimit, Err: "the session ends"})
			}
		})
	}
}

// perform asks the network while the session's clock stands still; what it took
// passes before the script learns of the response.
func (s *Session) perform(x *exchange) {
	var response Response
	s.watchdog.outside(func() { response = bound(x.ask(), x.timeout) })
	s.trace(x.told(response))
	s.queue.add(s.now+response.Latency, ownerHTTP, func() { s.respond(x, response) })
}

// bound applies the platform's limits of time and size to a response.
func bound(r Response, timeout int64) Response {
	switch {
	case r.Latency > timeout:
		return Response{Code: facts.HTTPTimedOut, Latency: timeout, Err: "the request timed out"}
	case len(r.Body) > facts.HTTPBody:
		return Response{Code: facts.HTTPTooLarge, Latency: r.Latency, Err: "the response is larger than 2 MB"}
	}
	return r
}

func (s *Session) respond(x *exchange, response Response) {
	was := s.phase // the script may end the session as it hears of this
	s.net.leave(was == phaseRunning)
	if s.phase != phaseDraining || !s.obey.drainDrops {
		x.done(response)
	}
	switch {
	case was == phaseDraining && s.out() == 0:
		s.queue.add(s.now, ownerApp, s.drained)
	case was == phaseTerminating && s.net.out == 0:
		s.queue.add(s.now, ownerApp, s.finish)
	}
}
