package voxengine

import (
	"slices"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// conference is a media unit that hears many and lets each hear all the others.
type conference struct {
	instance
	sources
	stopped   bool
	endpoints []*endpoint
}

func (c *conference) over() bool { return c.stopped }

func (c *conference) mixed(string) {}

func (c *conference) hears(from unit) bool { return !c.stopped && slices.Contains(c.sources, from) }

func (c *conference) sounds() bool { return !c.stopped }

// newConference makes a conference, which starts by itself.
func (s *Session) newConference() *conference {
	c := &conference{}
	s.adopt(c, "Conference", "conference")
	if s.phase != phaseRunning {
		c.stopped = true
		s.note("VoxEngine.createConference makes none, the session ends")
		return c
	}
	c.instance.emit("Conference.Started", "conference", nil)
	return c
}

// stop ends the conference; the calls in it go on, and hear nobody.
func (c *conference) stop() {
	if c.stopped || c.s.phase != phaseRunning {
		return
	}
	left := c.endpoints
	c.stopped, c.endpoints = true, nil
	c.s.refreshJoins()
	for _, l := range c.s.legs {
		l.leave(c)
	}
	if c.s.obey.stopRemoves {
		for _, e := range left {
			e.emit("Conference.EndpointRemoved")
		}
	}
	c.instance.emit("Conference.Stopped", "conference", nil)
}

// add makes a call take part. On a rule that is not for video conferences, and
// beyond facts.MaxEndpoints, there is an error and the call does not.
func (c *conference) add(e *endpoint) {
	c.s.adopt(e, "Endpoint", "endpoint")
	switch {
	case !c.s.opts.Info.Video:
		c.refuse(e, facts.CodeNotVideo, "endpoints need a rule with the option for video conferences; use sendMediaBetween in others")
	case len(c.endpoints) >= facts.MaxEndpoints && c.s.obey.endpointsThrow:
		panic(c.s.newError("Conference.add adds endpoint %d, the platform has %d in a conference", len(c.endpoints)+1, facts.MaxEndpoints))
	case len(c.endpoints) >= facts.MaxEndpoints:
		c.refuse(e, 0, "the conference is full")
	default:
		c.endpoints = append(c.endpoints, e)
		if e.direction != onlyReceives {
			c.take(e.leg)
		}
		if e.direction != onlySends {
			e.leg.take(c)
		}
		c.s.refreshJoins()
		e.emit("Conference.EndpointAdded")
	}
}

// refuse sends the error for an endpoint. The platform's codes are not
// documented but for facts.CodeNotVideo; 0 stands for the others.
func (c *conference) refuse(e *endpoint, code int, text string) {
	c.instance.emit("Conference.Error", "conference", func(event *goja.Object) {
		c.s.set(event, "code", code)
		c.s.set(event, "error", text)
		c.s.set(event, "endpointId", e.id)
	})
}

// leaveConferences takes an ended call out of the conferences in which it is.
func (s *Session) leaveConferences(l *Leg) {
	for _, u := range s.units {
		c, ok := u.(*conference)
		if !ok {
			continue
		}
		c.leave(l)
		c.endpoints = slices.DeleteFunc(c.endpoints, func(e *endpoint) bool {
			if e.leg == l {
				e.emit("Conference.EndpointRemoved")
			}
			return e.leg == l
		})
	}
}
