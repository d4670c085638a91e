package voxengine

import (
	"fmt"
	"math"
	"slices"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// CallCenter is the queues of an application and the agents who serve them, for
// ACD and SmartQueue alike. Sessions can share one if a single goroutine drives
// them in the order of the platform's clock.
type CallCenter struct {
	start   int64 // ms since 1970, from which times of agents count
	queues  []*Queue
	agents  []*agent
	places  []*place // by priority, then arrival
	arrived int
}

// Queue is one queue. Times are in ms.
type Queue struct {
	Name    string
	ID      int64 // its place in the list when 0
	Size    int   // how many can wait in it; 0 is any number
	Longest int64 // ACD takes nobody who would wait longer, SmartQueue gives up after it; 0 is any time
	Service int64 // how long a conversation takes, for estimates; facts.ServiceTime when 0
	Ahead   int   // clients of other sessions who wait in it from the start
	Hold    bool  // SmartQueue keeps tasks that no agent is there for
}

// Agent is one agent, who takes one call at a time. Times are in ms.
type Agent struct {
	Name    string   // of the user who is called
	ID      int64    // its place in the list when 0
	Queues  []string // that the agent serves
	Offline bool     // is not there at all
	Comes   int64    // is there only from then on
	Busy    int64    // is there, and in another call until then
	Wrap    int64    // between a call and being ready for the next
	Returns int64    // between a call that was not taken and being there again; 0 is never
}

// agent is an agent as the platform sees it.
type agent struct {
	Agent
	free   int64 // from when on, by the platform's clock, the agent is ready
	taken  bool  // is called or talks
	banned bool  // did not take a call, and is not there until free
}

// place is one client in a queue.
type place struct {
	queue    *Queue
	priority int64
	order    int
	only     int64   // id of the one agent who will do; 0 is any
	agent    *agent  // who is called for the client, nil while it waits
	who      *patron // nil for a client of another session
}

const never = math.MaxInt64

// NewCallCenter returns a call center whose agents' times count from start, in
// ms since 1970. It fails if a name is missing, given twice or unknown.
func NewCallCenter(start int64, queues []Queue, agents []Agent) (*CallCenter, error) {
	c := &CallCenter{start: start}
	for i, q := range queues {
		if q.Name == "" || c.queue(q.Name, 0) != nil {
			return nil, fmt.Errorf("%s: queue %d has the name %q, each needs one of its own", CodeOptions, i+1, q.Name)
		}
		if q.ID == 0 {
			q.ID = int64(i + 1)
		}
		if q.Service == 0 {
			q.Service = facts.ServiceTime
		}
		c.queues = append(c.queues, &q)
		for range q.Ahead {
			c.join(&place{queue: &q, priority: facts.UsualPriority})
		}
	}
	for i, a := range agents {
		if a.Name == "" || slices.ContainsFunc(c.agents, func(other *agent) bool { return other.Name == a.Name }) {
			return nil, fmt.Errorf("%s: agent %d has the name %q, each needs one of its own", CodeOptions, i+1, a.Name)
		}
		for _, name := range a.Queues {
			if c.queue(name, 0) == nil {
				return nil, fmt.Errorf("%s: agent %s serves the queue %q, which there is not", CodeOptions, a.Name, name)
			}
		}
		if a.ID == 0 {
			a.ID = int64(i + 1)
		}
		c.agents = append(c.agents, &agent{Agent: a, free: start + max(a.Comes, a.Busy)})
	}
	return c, nil
}

// queue finds a queue by its name, or by its id if there is no name.
func (c *CallCenter) queue(name string, id int64) *Queue {
	for _, q := range c.queues {
		if name != "" && q.Name == name || name == "" && q.ID == id {
			return q
		}
	}
	return nil
}

func (a *agent) serves(q *Queue) bool { return slices.Contains(a.Queues, q.Name) }

// here reports whether the agent is online, ready or not.
func (a *agent) here(c *CallCenter, now int64) bool {
	return !a.Offline && now >= c.start+a.Comes && (!a.banned || now >= a.free)
}

func (a *agent) ready(c *CallCenter, now int64) bool {
	return a.here(c, now) && !a.taken && now >= a.free
}

// released is the agent's call being over.
func (a *agent) released(free int64, banned bool) {
	a.taken, a.free, a.banned = false, free, banned
}

// missed is a call that the agent did not take: the platform bans such agents.
func (a *agent) missed(now int64) {
	if a.Returns == 0 {
		a.released(never, true)
		return
	}
	a.released(now+a.Returns, true)
}

// join puts a client into its queue: behind those of its priority, of which 1 is
// the highest.
func (c *CallCenter) join(p *place) {
	c.arrived++
	p.order = c.arrived
	c.places = append(c.places, p)
	slices.SortFunc(c.places, func(a, b *place) int {
		if a.priority != b.priority {
			return int(a.priority - b.priority)
		}
		return a.order - b.order
	})
}

// leave takes a client out of its queue.
func (c *CallCenter) leave(p *place) {
	c.places = slices.DeleteFunc(c.places, func(other *place) bool { return other == p })
}

// length is how many wait in a queue.
func (c *CallCenter) length(q *Queue) int {
	n := 0
	for _, p := range c.places {
		if p.queue == q {
			n++
		}
	}
	return n
}

// staffed reports whether an agent of a queue is there, ready or not.
func (c *CallCenter) staffed(q *Queue, now int64) bool {
	return slices.ContainsFunc(c.agents, func(a *agent) bool { return a.serves(q) && a.here(c, now) })
}

// estimate returns a client's position in its queue, from 1, and how long it
// will wait: as long as the clients before it keep the agents who are there. One
// for whom an agent is called waits no more.
func (c *CallCenter) estimate(p *place, now int64) (position, wait int64) {
	var here, ready, waiting int64
	for _, a := range c.agents {
		if a.serves(p.queue) && a.here(c, now) {
			here++
			if a.ready(c, now) {
				ready++
			}
		}
	}
	for _, other := range c.places {
		if other.queue == p.queue {
			position++
			if other.agent == nil {
				waiting++
			}
		}
		if other == p {
			break
		}
	}
	if here == 0 || p.agent != nil || waiting <= ready {
		return position, 0
	}
	return position, (waiting - ready) * p.queue.Service / here
}

// distribute gives each agent who is ready to the first client whom that agent
// serves, those who are idle for longest before others, and has the rest look
// again when an agent will be ready.
func (c *CallCenter) distribute(now int64) {
	for p, a := c.match(now); p != nil; p, a = c.match(now) {
		if p.who == nil {
			a.free = max(a.free, c.start) + p.queue.Service
			c.leave(p)
			continue
		}
		p.agent, a.taken = a, true
		p.who.later(now, func() { p.who.call(a) })
	}
	for _, p := range c.places {
		if p.who != nil && p.agent == nil {
			p.who.lookAgain(c.nextReady(p, now))
		}
	}
}

func (c *CallCenter) match(now int64) (*place, *agent) {
	for _, p := range c.places {
		if p.agent != nil {
			continue
		}
		var best *agent
		for _, a := range c.agents {
			if a.ready(c, now) && p.takes(a) && (best == nil || a.free < best.free) {
				best = a
			}
		}
		if best != nil {
			return p, best
		}
	}
	return nil, nil
}

func (p *place) takes(a *agent) bool {
	return a.serves(p.queue) && (p.only == 0 || p.only == a.ID)
}

// nextReady is when the next agent for a client gets ready by the clock alone.
func (c *CallCenter) nextReady(p *place, now int64) int64 {
	next := int64(never)
	for _, a := range c.agents {
		if !a.Offline && !a.taken && a.free > now && p.takes(a) {
			next = min(next, a.free)
		}
	}
	return next
}
