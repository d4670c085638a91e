package voxengine

import (
	"strconv"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// smartTask is a task for an agent of a queue, of the class SmartQueueTask.
type smartTask struct {
	patron
	settings *goja.Object // as read from what the script gave
	status   string       // as the script reads it
	ended    int          // TerminationStatus, 0 while it is not over
	client   *Leg         // the client's call, nil if none was given
	talk     *Leg         // the agent's call once it is answered
	limits   []*task      // that end it if nobody answers in time
	only     onlyAgent    // who is wanted
	ticks    *task        // Waiting events
}

// onlyAgent is the one agent whom a task wants, and for how long.
type onlyAgent struct {
	strict bool  // nobody else will do
	limit  int64 // ms
}

// taskQueue is how a script names a queue: by name or id.
type taskQueue struct {
	name string
	id   int64
}

func (q taskQueue) String() string {
	if q.name == "" {
		return strconv.FormatInt(q.id, 10)
	}
	return q.name
}

// Statuses of a task.
const (
	taskDistributing = "DISTRIBUTING"
	taskConnecting   = "CONNECTING"
	taskConnected    = "CONNECTED"
	taskEnded        = "ENDED"
	taskFailed       = "FAILED"
)

func (t *smartTask) say(event string, fill func(*goja.Object)) { t.emit(event, "task", fill) }

// enqueue puts the task into its queue, if that takes it.
func (t *smartTask) enqueue(queue taskQueue, at *place, limit int64) {
	c, now := t.s.opts.Center, t.s.clock()
	at.queue = c.queue(queue.name, queue.id)
	switch {
	case at.queue == nil:
		t.s.note("there is no queue %q in this world, only what its call center has", queue.String())
		t.refused(queue.String(), facts.TaskInternalError)
	case !at.queue.Hold && !c.staffed(at.queue, now):
		t.refused(at.queue.Name, facts.TaskNoOperator)
	case at.queue.Size > 0 && c.length(at.queue) >= at.queue.Size:
		t.refused(at.queue.Name, facts.TaskQueueFull)
	default:
		t.enter(at)
		t.say("SmartQueue.EnqueueSuccess", nil)
		t.wait(t.only.limit, t.otherAgent)
		t.giveUpAfter(limit, facts.TaskTimeout)
		t.giveUpAfter(at.queue.Longest, facts.TaskWaitedLong)
		t.tick()
	}
}

// refused is a queue that does not take the task. Which event tells so is not
// documented, see facts.RefusedTask.
func (t *smartTask) refused(queue string, code int) {
	t.tell(queue, "refused", code)
	t.status, t.ended = taskFailed, code
	if t.s.obey.refusedCanceled {
		t.canceled(code, describeTask(code))
		return
	}
	t.say("SmartQueue.Error", func(e *goja.Object) {
		t.s.set(e, "type", code)
		t.s.set(e, "description", describeTask(code))
	})
}

func (t *smartTask) canceled(code int, description string) {
	t.say("SmartQueue.TaskCanceled", func(e *goja.Object) {
		t.s.set(e, "status", code)
		t.s.set(e, "description", description)
	})
}

func (t *smartTask) giveUpAfter(ms int64, code int) {
	if ms > 0 {
		t.wait(ms, func() { t.cancel(code, describeTask(code), "platform") })
	}
}

func (t *smartTask) wait(ms int64, then func()) {
	t.limits = append(t.limits, t.s.queue.add(t.s.now+ms, t.owner, then))
}

// otherAgent is the agent who is wanted not being ready in time, or not answering:
// the task is canceled (STRICT), or any agent will do (SMART).
func (t *smartTask) otherAgent() {
	switch {
	case t.place.only == 0 || t.place.agent != nil:
	case t.only.strict:
		t.cancel(facts.TaskNoOperator, describeTask(facts.TaskNoOperator), "platform")
	default:
		t.place.only = 0
		t.s.opts.Center.distribute(t.s.clock())
	}
}

// tick tells the task every now and then that it waits.
func (t *smartTask) tick() {
	t.ticks = t.s.queue.add(t.s.now+facts.WaitingInterval, t.owner, func() {
		if t.place.agent == nil {
			t.waiting()
		}
		t.tick()
	})
}

func (t *smartTask) waiting() {
	c, now := t.s.opts.Center, t.s.clock()
	code, message := facts.WaitEstimated, "the wait is estimated"
	if !c.staffed(t.place.queue, now) {
		code, message = facts.WaitUnknown, "the wait cannot be estimated"
	}
	position, wait := c.estimate(t.place, now)
	t.say("SmartQueue.Waiting", func(e *goja.Object) {
		t.s.set(e, "ewt", wait)
		t.s.set(e, "position", position)
		t.s.set(e, "code", code)
		t.s.set(e, "message", message)
	})
}

// settle stops everything that waits for an agent.
func (t *smartTask) settle() {
	for _, limit := range append(t.limits, t.ticks) {
		t.s.queue.cancel(limit)
	}
}

// cancel ends a task that no agent has answered.
func (t *smartTask) cancel(code int, description, by string) {
	switch {
	case t.asked:
		t.asked = false
		t.s.watchIdle()
	case t.place != nil:
		t.settle()
		t.tell(t.place.queue.Name, "left", code)
		t.depart(by)
	default:
		t.s.note("%s is over already, or has its agent", t.name)
		return
	}
	t.status, t.ended = taskFailed, code
	t.canceled(code, description)
	t.s.opts.Center.distribute(t.s.clock())
}

// end is SmartQueueTask.end(description, status). A conversation that goes on is
// no part of the task from then on.
func (t *smartTask) end(description string, code int) {
	if t.talk == nil || t.ended != 0 {
		t.cancel(code, description, "scenario")
		return
	}
	t.status, t.ended = taskEnded, code
	t.tell("", "ended", code)
}

func (t *smartTask) attempt(a *agent, _ *Leg) {
	t.status = taskConnecting
	t.say("SmartQueue.DistributeTask", func(e *goja.Object) {
		t.s.set(e, "operatorId", a.ID)
		t.s.set(e, "operatorName", a.Name)
	})
}

func (t *smartTask) reached(leg *Leg) {
	t.settle()
	t.status, t.talk = taskConnected, leg
	t.say("SmartQueue.OperatorReached", func(e *goja.Object) { t.s.set(e, "agentCall", leg.jsObject()) })
}

// failed is an agent who did not answer. The next one is called; a queue that
// holds no tasks gives the task up when no agent is left.
func (t *smartTask) failed(*agent, int) {
	t.status = taskDistributing
	if t.otherAgent(); t.place == nil {
		return
	}
	if !t.place.queue.Hold && !t.s.opts.Center.staffed(t.place.queue, t.s.clock()) {
		t.cancel(facts.TaskNoOperator, describeTask(facts.TaskNoOperator), "platform")
	}
}

// finished is the agent's call being over.
func (t *smartTask) finished(_ *Leg, by string) {
	if t.ended != 0 {
		return
	}
	t.status, t.ended = taskEnded, facts.TaskByClient
	if by == "callee" {
		t.ended = facts.TaskByOperator
	}
	t.tell("", "ended", t.ended)
}

// leaveTask is the client's call of a task being over. The task is told, and has
// to be canceled by the script; see facts.UnheardClient.
func (l *Leg) leaveTask() {
	t := l.task
	if t == nil || t.s.phase != phaseRunning || t.place == nil && !t.asked {
		return
	}
	cancel := func() { t.cancel(facts.TaskByScript, describeTask(facts.TaskByScript), "scenario") }
	if t.s.obey.unheardCancels && len(t.emitter.of("SmartQueue.ClientDisconnected")) == 0 {
		cancel()
		return
	}
	t.say("SmartQueue.ClientDisconnected", func(e *goja.Object) {
		t.s.set(e, "cancel", t.s.function("cancel", func(*Session, goja.FunctionCall) goja.Value {
			cancel()
			return goja.Undefined()
		}))
	})
}

// describeTask is a status of a task in words.
func describeTask(code int) string {
	switch code {
	case facts.TaskInternalError:
		return "internal error"
	case facts.TaskTimeout:
		return "no agent answered before the timeout of the task"
	case facts.TaskWaitedLong:
		return "the maximum waiting time has been reached"
	case facts.TaskQueueFull:
		return "the maximum queue size has been reached"
	case facts.TaskNoOperator:
		return "no agent is available"
	}
	return "the client has left"
}
