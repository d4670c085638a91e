package phone

import (
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// end is one end of a call between two sessions.
type end struct {
	line *line
	leg  string
}

func (e end) named() string { return placed(e.line.number, e.leg) }

// carrier takes the calls of one session: those to conferences stay in the
// exchange, all others go to the session's own carrier.
type carrier struct {
	x *Exchange
	l *line
}

// Dial implements voxengine.Carrier.
func (c carrier) Dial(s *voxengine.Session, leg *voxengine.Leg) {
	if leg.Via() != voxengine.ViaConference {
		if c.l.carrier != nil {
			c.l.carrier.Dial(s, leg)
		}
		return
	}
	if people, ok := c.l.carrier.(*Cast); ok {
		people.spare(leg)
	}
	room, code := c.x.room(leg.To())
	if room == nil {
		leg.Fail(code, "")
		return
	}
	c.x.at(room, func() { c.x.connect(c.l, leg, room) })
}

// connect lets a call out of one session come into another.
func (x *Exchange) connect(from *line, out *voxengine.Leg, to *line) {
	if out.State() == voxengine.Ended {
		return
	}
	in := to.session.Incoming(voxengine.Incoming{From: out.CallerID(), To: out.To(), Display: out.Display(), Headers: out.Headers()})
	there, here := end{from, out.Name()}, end{to, in.Name()}
	if in.State() == voxengine.Ended { // that session ends, it takes no calls
		x.at(from, func() { out.Fail(facts.CodeOffline, "") })
		return
	}
	x.trunks[there.named()], x.trunks[here.named()] = here, there
}

// at runs something in a session in this moment.
func (x *Exchange) at(l *line, act func()) { l.session.At(x.now-l.start, act) }

// passing is mixing, and that the other end of a call between sessions says what
// this one hears.
func (x *Exchange) passing(unit string) string {
	if other, ok := x.trunks[unit]; ok {
		return other.named()
	}
	if _, name, _ := strings.Cut(unit, "/"); voxengine.Mixes(name) {
		return unit
	}
	return ""
}

// follow takes an event of a session's trace: for the voices, and for the other
// end of a call between sessions.
func (x *Exchange) follow(l *line, e voxengine.Event) {
	placed := l.placed(e)
	x.hearing.follow(placed)
	there, ok := x.trunks[placed.Leg]
	if !ok {
		return
	}
	if e.Kind == voxengine.KindDisconnected || e.Kind == voxengine.KindFailed {
		delete(x.trunks, placed.Leg)
		delete(x.trunks, there.named())
	}
	other := there.line.legNamed(there.leg)
	if act := reaction(other, e); act != nil {
		x.at(there.line, act)
	}
}

// placed is an event with its calls named as of this session.
func (l *line) placed(e voxengine.Event) voxengine.Event {
	e.Leg = placed(l.number, e.Leg)
	legs := make([]string, len(e.Legs))
	for i, leg := range e.Legs {
		legs[i] = placed(l.number, leg)
	}
	e.Legs = legs
	return e
}

func (l *line) legNamed(name string) *voxengine.Leg {
	for _, leg := range l.session.Legs() {
		if leg.Name() == name {
			return leg
		}
	}
	return nil
}

// reaction is what an event at one end of a call does at the other end, nil for
// nothing.
func reaction(other *voxengine.Leg, e voxengine.Event) func() {
	switch e.Kind {
	case voxengine.KindRinging:
		return func() { other.Ring() }
	case voxengine.KindEarlyMedia:
		return func() { other.EarlyMedia() }
	case voxengine.KindConnected:
		return func() { other.Answer() }
	case voxengine.KindDisconnected, voxengine.KindFailed:
		return func() { part(other, e.Code) }
	case voxengine.KindSay, voxengine.KindPlay:
		return func() { other.Bring(e) }
	case voxengine.KindStop, voxengine.KindFinished:
		return func() { other.EndBrought(e.Kind == voxengine.KindStop) }
	}
	return saying(other, e)
}

// saying is what a script says to the other end: keys, messages, SIP INFO.
func saying(other *voxengine.Leg, e voxengine.Event) func() {
	switch {
	case e.Kind == voxengine.KindTone && e.By == "scenario":
		return func() { other.Press(e.Digit) }
	case e.Kind == voxengine.KindMessage && e.By == "":
		return func() { other.Message(e.Text) }
	case e.Kind == voxengine.KindInfo && e.By == "":
		return func() { other.Info(e.Mime, e.Body) }
	}
	return nil
}

// part ends the other end of a call: by the code if it was not answered yet. A
// session that ends without an answer leaves none.
func part(other *voxengine.Leg, code int) {
	if code < 300 {
		code = facts.CodeOffline
	}
	if !other.Fail(code, "") {
		other.Hangup()
	}
}
