package phone

import (
	"errors"
	"fmt"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Queue is a queue in which clients wait for agents, see voxengine.Queue.
type Queue struct {
	Name    string   `json:"name"`
	ID      int64    `json:"id,omitempty"`      // its place in the list when 0
	Size    int      `json:"size,omitempty"`    // how many can wait; 0 is any number
	Longest Duration `json:"longest,omitempty"` // that one may wait; 0 is any time
	Service Duration `json:"service,omitempty"` // how long a conversation takes, for estimates; 3m when 0
	Ahead   int      `json:"ahead,omitempty"`   // clients of other calls who wait already
	Hold    bool     `json:"hold,omitempty"`    // SmartQueue keeps tasks that no agent is there for
}

// Agent is somebody who serves queues. What an agent does when called is in
// Does; one without it is played by the steps, as any called side.
type Agent struct {
	Name    string   `json:"name"` // of the user who is called
	ID      int64    `json:"id,omitempty"`
	Queues  []string `json:"queues"`
	Offline bool     `json:"offline,omitempty"` // is not there at all
	Comes   Duration `json:"comes,omitempty"`   // is there only from then on
	Busy    Duration `json:"busy,omitempty"`    // is there, and in another call until then
	Wrap    Duration `json:"wrap,omitempty"`    // after a call, before the next
	Returns Duration `json:"returns,omitempty"` // is there again so long after a call that was not taken; 0 is never
	Does    *Dialled `json:"does,omitempty"`
}

// center is the call center of a story, nil if the story has none.
func (g *Given) center(start int64) (*voxengine.CallCenter, error) {
	if len(g.Queues) == 0 && len(g.Agents) == 0 {
		return nil, nil
	}
	var queues []voxengine.Queue
	for _, q := range g.Queues {
		queues = append(queues, voxengine.Queue{
			Name: q.Name, ID: q.ID, Size: q.Size, Longest: int64(q.Longest), Service: int64(q.Service), Ahead: q.Ahead, Hold: q.Hold,
		})
	}
	var agents []voxengine.Agent
	for _, a := range g.Agents {
		agents = append(agents, voxengine.Agent{
			Name: a.Name, ID: a.ID, Queues: a.Queues, Offline: a.Offline, Comes: int64(a.Comes), Busy: int64(a.Busy),
			Wrap: int64(a.Wrap), Returns: int64(a.Returns),
		})
	}
	return voxengine.NewCallCenter(start, queues, agents)
}

func (g *Given) checkAgents() []error {
	var problems []error
	if _, err := g.center(0); err != nil {
		problems = append(problems, err)
	}
	for i := range g.Agents {
		does := g.Agents[i].Does
		if does == nil {
			continue
		}
		err := does.check()
		if err == nil && does.To != "" {
			err = errors.New("does has a to, an agent is called by name")
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("agent %s: %w", g.Agents[i].Name, err))
		}
	}
	return problems
}

// agent is the agent with a name, nil if there is none.
func (g *Given) agent(name string) *Agent {
	for i := range g.Agents {
		if g.Agents[i].Name == name {
			return &g.Agents[i]
		}
	}
	return nil
}

// meetAgent has an agent who is called do what the story says of that agent.
func (c *Cast) meetAgent(call *callee) {
	agent := c.story.Given.agent(call.leg.To())
	if agent == nil || agent.Does == nil {
		return
	}
	why := agent.Does.differs(call.leg)
	if why != "" && c.story.Lenient {
		return
	}
	call.plan, call.step = agent.Does, noStep
	c.session.After(0, func() {
		if why != "" {
			c.failAt(noStep, "agent "+agent.Name+" to be called as the story says", why)
			return
		}
		call.behave(c.session)
	})
}
