package phone

import (
	"slices"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Request is one HTTP request of the script, with when it was made and the code
// of its response.
type Request struct {
	voxengine.Request
	T    int64 `json:"t"`
	Code int   `json:"code"`
}

// join is two calls that hear each other, or did: directly or in a conference.
type join struct {
	legs    []string
	at      int64
	over    bool
	matched bool
}

func (c *Cast) sawRequest(request voxengine.Request, response voxengine.Response) {
	c.requests = append(c.requests, Request{Request: request, T: c.session.Now(), Code: response.Code})
}

func (c *Cast) sawMail(mail voxengine.Mail, sent voxengine.Sent) {
	c.mails = append(c.mails, Mail{Mail: mail, T: c.session.Now(), Code: sent.Code})
}

func (c *Cast) sawReport(report voxengine.Report, response voxengine.Response) {
	c.reports = append(c.reports, Report{Report: report, T: c.session.Now(), Code: response.Code})
}

// usualEvents is room for the events of a call of usual length: they are large,
// and moving them costs more than the rest of following the trace.
const usualEvents = 64

// observe follows the trace.
func (c *Cast) observe(e voxengine.Event) {
	if c.events == nil {
		c.events = make([]voxengine.Event, 0, usualEvents)
	}
	c.events = append(c.events, e)
	c.taken = append(c.taken, false)
	switch e.Kind {
	case voxengine.KindSay, voxengine.KindPlay:
		c.sounds = append(c.sounds, newSound(e))
	case voxengine.KindFinished:
		c.endSound(e, e.Error, e.Error != "")
	case voxengine.KindStop:
		c.endSound(e, "", true)
	case voxengine.KindDisconnected, voxengine.KindFailed:
		c.endSounds(e)
	case voxengine.KindDial:
		call := &callee{leg: c.legNamed(e.Leg), at: e.T}
		c.callees = append(c.callees, call)
		c.meetAgent(call)
	}
	c.followJoins(e)
	if c.session != nil {
		c.wake()
	}
}

func (c *Cast) endSound(e voxengine.Event, err string, cut bool) {
	for _, s := range slices.Backward(c.sounds) {
		if s.leg == e.Leg && !s.over() {
			s.end, s.err, s.cut = e.T, err, cut
			return
		}
	}
}

// endSounds is the end of a call, which may have heard several.
func (c *Cast) endSounds(e voxengine.Event) {
	for _, s := range c.sounds {
		if s.leg == e.Leg && !s.over() {
			s.end, s.cut = e.T, true
		}
	}
}

func (c *Cast) legNamed(name string) *voxengine.Leg {
	for _, leg := range c.session.Legs() {
		if leg.Name() == name {
			return leg
		}
	}
	return nil
}
