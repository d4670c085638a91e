package voxengine

import (
	"maps"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Via is the way that a call takes out of a session.
type Via string

// Ways out.
const (
	ViaPSTN Via = "pstn" // to a telephone number
	ViaUser Via = "user" // to a user of the application
	ViaSIP  Via = "sip"  // to a SIP address
	// ViaConference is to a conference of the application, by its id.
	ViaConference Via = "conference"
)

// outgoing is a call that a script asks for.
type outgoing struct {
	function              string // by which it is made, for messages
	via                   Via
	to, callerid, display string
	headers               goja.Value        // what the script gave, may be nil
	given                 map[string]string // custom headers that were read before
	amd                   goja.Value        // nil unless given
	pushWait              int64             // ms that a push to a user who is offline has
	ring                  int64             // ms until it fails with 408; 0 is facts.RingTimeout
	peer                  *Leg              // the incoming call of a peer-to-peer call
}

// call makes the leg of an outgoing call and returns it as the script sees it.
func (o outgoing) call(s *Session) goja.Value { return o.leg(s).jsObject() }

func (o outgoing) leg(s *Session) *Leg {
	amd := s.amdOf(o.function, o.amd)
	number := 1
	for _, leg := range s.legs {
		if !leg.incoming {
			number++
		}
	}
	headers := o.given
	if headers == nil {
		headers = s.customHeaders(o.function, o.headers)
	}
	leg := s.addLeg("leg-"+strconv.Itoa(number), false)
	leg.to, leg.from, leg.display, leg.via, leg.headers = o.to, o.callerid, o.display, o.via, headers
	leg.direct = o.peer != nil
	leg.state, leg.pushWait = Progressing, o.pushWait
	s.dial(leg, o)
	if amd != nil && leg.state != Ended {
		amd.give(leg)
		amd.start()
	}
	return leg
}

func (s *Session) dial(leg *Leg, o outgoing) {
	if s.phase != phaseRunning {
		leg.state = Ended
		s.note("%s dials nobody, the session ends", o.function)
		return
	}
	leg.trace(Event{Kind: KindDial, To: leg.to, CallerID: leg.from, Display: leg.display, Via: string(leg.via)})
	refuse := func(code int) {
		s.queue.add(s.now, leg.owner, func() { leg.Fail(code, reasonOf(code)) })
	}
	switch {
	case len(s.legs) > facts.MaxCalls || s.ringing() > facts.MaxRinging:
		refuse(facts.CodeLimit)
	case !dialable(leg.via, leg.to):
		refuse(facts.CodeInvalid)
	default:
		if o.ring == 0 {
			o.ring = facts.RingTimeout
		}
		leg.ringTask = s.queue.add(s.now+o.ring, leg.owner, leg.notAnswered)
		if s.opts.Carrier != nil {
			s.queue.add(s.now, leg.owner, func() { s.hand(leg) })
		}
	}
}

// hand gives a leg to the carrier, unless the script hung up in the meantime.
func (s *Session) hand(leg *Leg) {
	if leg.state == Progressing && !leg.ending {
		s.opts.Carrier.Dial(s, leg)
	}
}

func (s *Session) ringing() int {
	n := 0
	for _, leg := range s.legs {
		if leg.state == Alerting || leg.state == Progressing {
			n++
		}
	}
	return n
}

// dialable reports whether somebody can be called that way: a number is digits,
// with or without a plus sign; a user or a conference is a name; a SIP address is USER@HOST.
func dialable(via Via, to string) bool {
	switch via {
	case ViaUser, ViaConference:
		return to != "" && !strings.ContainsAny(to, " \t\r\n")
	case ViaSIP:
		user, host, ok := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(to, "sips:"), "sip:"), "@")
		return ok && user != "" && host != "" && !strings.ContainsAny(to, " \t\r\n")
	}
	digits := strings.TrimPrefix(to, "+")
	return digits != "" && len(digits) <= 20 && strings.Trim(digits, "0123456789") == ""
}

// customHeaders returns the headers that reach the called side: of custom ones
// only those that begin with X- do (type declarations). User-to-User goes
// through as well, VI- headers are for the platform.
func (s *Session) customHeaders(function string, given goja.Value) map[string]string {
	o, ok := given.(*goja.Object)
	if !ok {
		return nil
	}
	headers := map[string]string{}
	for _, key := range o.Keys() {
		value, name := text(o.Get(key)), strings.ToUpper(key)
		switch {
		case strings.HasPrefix(name, "VI-"):
		case !strings.HasPrefix(name, "X-") && name != "USER-TO-USER":
			s.note("%s leaves out the header %s, names of custom headers begin with X-", function, key)
		case len(value) > facts.HeaderBytes:
			s.note("%s leaves out the header %s, it has %d bytes and the platform takes %d", function, key, len(value), facts.HeaderBytes)
		default:
			headers[key] = value
		}
	}
	return headers
}

// Via returns the way that an outgoing call takes, "pstn" for an incoming one.
func (l *Leg) Via() Via {
	if l.incoming {
		return ViaPSTN
	}
	return l.via
}

// clientType is Via as scripts see it. What it is for a conference is not said;
// its servers are reached over SIP.
func (l *Leg) clientType() string {
	if l.Via() == ViaConference {
		return string(ViaSIP)
	}
	return string(l.Via())
}

// Headers returns the custom headers that came with the call.
func (l *Leg) Headers() map[string]string { return maps.Clone(l.headers) }
