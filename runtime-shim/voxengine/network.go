package voxengine

import (
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// network is the HTTP requests of a session, reports to a call list among them:
// some out, the others queued.
type network struct {
	active int
	queued []*exchange
	last   bool // the one request of the end phase was made
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

// full reports whether the platform takes no further request.
func (n *network) full() bool { return n.active+len(n.queued) >= facts.HTTPTotal }

// send makes a request as soon as fewer than facts.HTTPActive are out.
func (s *Session) send(x *exchange) {
	switch {
	case s.phase == phaseRunning && s.net.active < facts.HTTPActive:
		s.perform(x)
	case s.phase == phaseRunning:
		s.net.queued = append(s.net.queued, x)
	case s.phase == phaseTerminating && !s.net.last:
		s.net.last = true
		s.perform(x)
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
	s.net.active++
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
	s.net.active--
	was := s.phase // the script may end the session as it hears of this
	if s.phase == phaseRunning && len(s.net.queued) > 0 {
		next := s.net.queued[0]
		s.net.queued = s.net.queued[1:]
		s.perform(next)
	}
	if s.phase != phaseDraining || !s.obey.drainDrops {
		x.done(response)
	}
	switch {
	case was == phaseDraining && s.out() == 0:
		s.queue.add(s.now, ownerApp, s.drained)
	case was == phaseTerminating && s.net.active == 0:
		s.queue.add(s.now, ownerApp, s.finish)
	}
}
