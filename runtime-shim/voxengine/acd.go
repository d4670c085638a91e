package voxengine

import (
	"github.com/dop251/goja"
)

// acdRequest is a request for an agent of a queue, of the class ACDRequest. It
// knows nothing of the client's call: when that ends, the script has to cancel.
type acdRequest struct{ patron }

// acdRequestFuncs is the class ACDRequest.
func acdRequestFuncs() map[string]hostFunc {
	return methodsOf("ACDRequest", map[string]func(*acdRequest, goja.FunctionCall) goja.Value{
		"getStatus": func(r *acdRequest, _ goja.FunctionCall) goja.Value {
			r.getStatus()
			return goja.Undefined()
		},
		"cancel": func(r *acdRequest, _ goja.FunctionCall) goja.Value {
			r.cancel()
			return goja.Undefined()
		},
	})
}

// enqueueACDRequest is enqueueACDRequest(queue, callerid, {priority, headers, customData}).
func enqueueACDRequest(s *Session, call goja.FunctionCall) goja.Value {
	const name = "VoxEngine.enqueueACDRequest"
	if !s.available("ACD") {
		panic(s.newTypeError("%s is not a function; write require(Modules.ACD) first", name))
	}
	queue, parameters := text(call.Argument(0)), call.Argument(2)
	r := &acdRequest{}
	s.adopt(r, "ACDRequest", "request")
	headers := option(parameters, "headers")
	r.hears, r.function, r.callerid = r, name, text(call.Argument(1))
	r.customData, r.ring = text(option(parameters, "customData")), s.callTimeout(headers)
	r.headers = s.customHeaders(name, headers)
	at := &place{priority: s.priorityOf(name, option(parameters, "priority"))}
	s.ask(&r.patron, func() { r.enqueue(queue, at) })
	return r.object
}

// ask has a new request or task handled in the next event.
func (s *Session) ask(p *patron, handle func()) {
	if s.phase != phaseRunning {
		s.note("%s has no effect, the session ends", p.function)
		return
	}
	p.asked = true
	s.patrons = append(s.patrons, p)
	s.watchIdle()
	s.queue.add(s.now, p.owner, func() {
		if p.asked {
			handle()
			p.asked = false
			s.watchIdle()
		}
	})
}

// enqueue puts the request into its queue, if that takes it.
func (r *acdRequest) enqueue(queue string, at *place) {
	c, now := r.s.opts.Center, r.s.clock()
	at.queue = c.queue(queue, 0)
	switch {
	case at.queue == nil:
		r.tell(queue, "refused", 0)
		r.s.note("there is no queue %q in this world, only what its call center has", queue)
		r.say("ACD.Error", func(e *goja.Object) { r.s.set(e, "error", "the queue does not exist") })
	case !c.staffed(at.queue, now):
		r.tell(queue, "refused", 0)
		r.say("ACD.Offline", nil)
	case c.full(at, now):
		r.tell(queue, "refused", 0)
		r.say("ACD.QueueFull", nil)
	default:
		r.enter(at)
		r.say("ACD.Queued", nil)
	}
}

// full reports whether a queue has its greatest length, or a client would wait
// too long in it.
func (c *CallCenter) full(p *place, now int64) bool {
	if p.queue.Size > 0 && c.length(p.queue) >= p.queue.Size {
		return true
	}
	c.join(p)
	_, wait := c.estimate(p, now)
	c.leave(p)
	return p.queue.Longest > 0 && wait > p.queue.Longest
}

func (r *acdRequest) say(event string, fill func(*goja.Object)) { r.emit(event, "request", fill) }

// getStatus asks for a Waiting event, with the wait in whole minutes.
func (r *acdRequest) getStatus() {
	if r.place == nil {
		r.s.note("ACDRequest.getStatus has no effect, %s is not in its queue; call it after ACDEvents.Queued", r.name)
		return
	}
	position, wait := r.s.opts.Center.estimate(r.place, r.s.clock())
	r.say("ACD.Waiting", func(e *goja.Object) {
		r.s.set(e, "ewt", wait/60_000)
		r.s.set(e, "position", position)
	})
}

// cancel takes the request out of its queue. It does nothing once an agent has answered.
func (r *acdRequest) cancel() {
	switch {
	case r.asked:
		r.asked = false
		r.s.watchIdle()
	case r.place == nil:
		r.s.note("ACDRequest.cancel has no effect, %s is in no queue", r.name)
	default:
		r.tell(r.place.queue.Name, "left", 0)
		r.depart("scenario")
		r.s.opts.Center.distribute(r.s.clock())
	}
}

func (r *acdRequest) attempt(_ *agent, leg *Leg) {
	r.say("ACD.OperatorCallAttempt", func(e *goja.Object) { r.s.set(e, "operatorCall", leg.jsObject()) })
}

func (r *acdRequest) reached(leg *Leg) {
	r.say("ACD.OperatorReached", func(e *goja.Object) { r.s.set(e, "operatorCall", leg.jsObject()) })
}

// failed tells of an agent who did not answer; the next one is called. What
// happens when none is left is not said, see facts.DesertedQueue.
func (r *acdRequest) failed(a *agent, code int) {
	r.say("ACD.OperatorFailed", func(e *goja.Object) {
		r.s.set(e, "operatorUserName", a.Name)
		r.s.set(e, "statusCode", code)
	})
	if r.s.obey.desertedOffline && !r.s.opts.Center.staffed(r.place.queue, r.s.clock()) {
		r.tell(r.place.queue.Name, "left", 0)
		r.depart("platform")
		r.say("ACD.Offline", nil)
	}
}

func (r *acdRequest) finished(*Leg, string) {}
