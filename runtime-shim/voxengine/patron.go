package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// patron is what an ACD request and a SmartQueue task have in common: they wait
// in a queue for an agent, who is called as a user of the application.
type patron struct {
	instance
	hears patronEvents
	place *place // nil when it is in no queue
	leg   *Leg   // to the agent who is called or talks, nil if there is none
	lost  bool   // the script gave the agent's call up, the agent is not to blame
	asked bool   // it will be put into its queue in the next event
	alarm *task  // looks for an agent again

	function, callerid, display, customData string
	headers                                 map[string]string
	ring                                    int64 // ms that an agent has to answer, 0 is facts.RingTimeout
}

// patronEvents is how the two classes tell the script.
type patronEvents interface {
	attempt(*agent, *Leg)         // an agent is called
	reached(*Leg)                 // an agent answered
	failed(a *agent, code int)    // an agent did not
	finished(leg *Leg, by string) // the conversation is over
}

// later runs f in an event of the patron's session, at a time of the platform's clock.
func (p *patron) later(clock int64, f func()) *task {
	return p.s.queue.add(max(p.s.now, clock-p.s.opts.Start), p.owner, f)
}

// lookAgain has the agents looked at when one will be ready.
func (p *patron) lookAgain(clock int64) {
	p.s.queue.cancel(p.alarm)
	p.alarm = nil
	if clock != never {
		p.alarm = p.later(clock, func() { p.s.opts.Center.distribute(p.s.clock()) })
	}
}

// tell traces what comes of the place in the queue.
func (p *patron) tell(queue, outcome string, code int) {
	p.s.trace(Event{Kind: KindQueue, To: queue, ID: p.name, Outcome: outcome, Code: code})
}

// enter puts the patron into a queue.
func (p *patron) enter(at *place) {
	p.place = at
	at.who = p
	p.s.opts.Center.join(at)
	p.tell(at.queue.Name, "queued", 0)
	p.later(p.s.clock(), func() { p.s.opts.Center.distribute(p.s.clock()) })
}

// call calls an agent, unless the patron has left in the meantime.
func (p *patron) call(a *agent) {
	if p.place == nil || p.place.agent != a {
		return
	}
	o := outgoing{function: p.function, via: ViaUser, to: a.Name, callerid: p.callerid, display: p.display, given: p.headers, ring: p.ring}
	p.leg = o.leg(p.s)
	p.leg.customData = p.customData
	p.leg.engaged = &engagement{who: p, agent: a}
	p.hears.attempt(a, p.leg)
}

// depart takes the patron out of its queue. Whoever was called for it is
// released, and the phone stops ringing; by is who ends that call.
func (p *patron) depart(by string) {
	at := p.place
	if at == nil {
		return
	}
	p.place = nil
	p.s.queue.cancel(p.alarm)
	p.s.opts.Center.leave(at)
	switch {
	case at.agent == nil:
	case p.leg == nil:
		at.agent.released(p.s.clock(), false)
	case p.s.phase == phaseRunning:
		p.lost = true
		p.leg.hangupBy(by)
	}
	p.s.watchIdle()
}

// engagement is an agent's call for a patron.
type engagement struct {
	who     *patron
	agent   *agent
	reached bool
}

// reachAgent is the call having been answered.
func (l *Leg) reachAgent() {
	if e := l.engaged; e != nil {
		e.reached = true
		at := e.who.place
		e.who.place = nil
		l.s.opts.Center.leave(at)
		e.who.tell(at.queue.Name, "reached", 0)
		e.who.hears.reached(l)
		l.s.watchIdle()
	}
}

// leaveAgent is the call being over, answered or not, and the agent being ready
// for another one, or banned.
func (l *Leg) leaveAgent(code int, by string) {
	e := l.engaged
	if e == nil {
		return
	}
	l.engaged = nil
	now, running := l.s.clock(), l.s.phase == phaseRunning
	e.who.leg = nil
	switch {
	case e.reached:
		e.agent.released(now+e.agent.Wrap, false)
		if running {
			e.who.hears.finished(l, by)
		}
	case e.who.lost || !running:
		e.agent.released(now, false)
	default:
		e.agent.missed(now)
		e.who.place.agent = nil
		e.who.hears.failed(e.agent, code)
	}
	l.s.opts.Center.distribute(now)
}

// leaveQueues ends what waits when the session ends.
func (s *Session) leaveQueues() {
	for _, p := range s.patrons {
		p.depart("platform")
	}
	if len(s.patrons) > 0 {
		s.opts.Center.distribute(s.clock())
	}
}

// waiting counts the patrons that keep the session alive.
func (s *Session) waiting() int {
	n := 0
	for _, p := range s.patrons {
		if p.place != nil || p.asked {
			n++
		}
	}
	return n
}

// priorityOf reads a priority of 1, the highest, to 100.
func (s *Session) priorityOf(function string, v goja.Value) int64 {
	if v == nil {
		return facts.UsualPriority
	}
	given := v.ToInteger()
	if given < 1 || given > facts.LowestPriority {
		s.note("%s got the priority %d, the platform takes 1 to %d", function, given, facts.LowestPriority)
	}
	return min(max(given, 1), facts.LowestPriority)
}
