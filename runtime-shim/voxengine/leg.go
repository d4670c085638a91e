package voxengine

import (
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// State of a leg, with the text that Call.state() returns.
type State string

// States.
const (
	Alerting    State = "ALERTING"    // incoming, not answered
	Progressing State = "PROGRESSING" // outgoing, or incoming with ring or early media, not answered
	Connected   State = "CONNECTED"
	Ended       State = "TERMINATED"
)

// Leg is one call of a session. Its exported methods are what people and
// carriers see and do; the script's side of it is in call.go. Methods that act
// report whether the leg was in a state for it.
type Leg struct {
	s        *Session
	name     string
	id       string
	owner    int
	incoming bool
	from, to string
	display  string
	headers  map[string]string
	via      Via
	direct   bool // media go from peer to peer, the platform does not touch them

	state      State
	answering  bool // answer() was called, Connected is on its way
	ending     bool // hangup() was called, the end is on its way
	earlyMedia bool
	answeredAt int64
	ringTask   *task

	emitter    emitter
	object     *goja.Object
	customData string
	tones      bool

	micStatus, blindTransfer bool   // the script handles them
	wantsTo                  string // target of the blind transfer that the person waits for
	referredTo               string // target of transferTo
	referTask                *task  // its end, nil when none is under way

	engaged *engagement // the leg is an agent's, who is called for somebody
	task    *smartTask  // waits for an agent for this call

	playing   *playback
	waiting   *playback  // asked for while answering, see facts.SayBeforeConnected
	source    unit       // what this leg hears while both are up, nil if nothing
	brought   []*segment // sounds that come from the person's side, see Leg.Bring
	told      []heard    // of players, what the trace says that this leg hears
	recording *recording
	voice     *voice   // what the other side says at this moment
	beeping   *beeping // nil unless the script waits for a beep

	detectTones, heardFirst, held bool
	lost, toldLost                bool  // media of the other side broke down, and the script knows it
	lostTask                      *task // when it will
	pushed                        bool
	pushWait                      int64 // ms
}

func (s *Session) addLeg(name string, incoming bool) *Leg {
	leg := &Leg{s: s, name: name, incoming: incoming, owner: ownerCalls + len(s.legs)}
	leg.id = strings.ToUpper(strconv.FormatUint(mix(s.opts.Seed+uint64(len(s.legs))), 16))
	s.legs = append(s.legs, leg)
	s.units = append(s.units, leg)
	s.watchIdle()
	return leg
}

// mix spreads a number over 64 bits (the finaliser of SplitMix64), so that ids
// look like ids without consuming the script's random numbers.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Name returns "caller", or "leg-1", "leg-2" in order of dialling.
func (l *Leg) Name() string { return l.name }

// ID returns the platform's id of the call.
func (l *Leg) ID() string { return l.id }

// Incoming reports whether the call came from outside.
func (l *Leg) Incoming() bool { return l.incoming }

// To returns the number, user or SIP address that was dialled, by the caller or
// by the script.
func (l *Leg) To() string { return l.to }

// CallerID returns the number that the called side is shown.
func (l *Leg) CallerID() string { return l.from }

// Display returns the display name that the called side is shown.
func (l *Leg) Display() string { return l.display }

// State returns the leg's state.
func (l *Leg) State() State { return l.state }

// Ring tells an outgoing call that the other side's phone rings.
func (l *Leg) Ring() bool {
	if l.incoming || l.state != Progressing {
		return false
	}
	l.trace(Event{Kind: KindRinging})
	l.emit("Call.Ringing", l.withHeaders(nil))
	return true
}

// EarlyMedia lets an outgoing call hear the other side before it answers. There
// is none in a peer-to-peer call.
func (l *Leg) EarlyMedia() bool {
	if l.incoming || l.state != Progressing || l.earlyMedia || l.direct {
		return false
	}
	l.earlyMedia = true
	l.trace(Event{Kind: KindEarlyMedia})
	l.emit("Call.AudioStarted", l.withHeaders(nil))
	l.firstAudio()
	l.s.refreshJoins()
	return true
}

// Answer picks up an outgoing call.
func (l *Leg) Answer() bool {
	if l.incoming || l.state != Progressing || l.ending {
		return false
	}
	l.connect()
	return true
}

// Fail ends an outgoing call that was not answered, with a SIP code and its
// reason; an empty one is the usual text of the code.
func (l *Leg) Fail(code int, reason string) bool {
	if l.incoming || l.state != Progressing {
		return false
	}
	if code == facts.CodeOffline && l.push() {
		return true
	}
	if reason == "" {
		reason = reasonOf(code)
	}
	l.failed(code, reason)
	return true
}

// Hangup ends the call from the outside. Whoever is called and does not want to
// answer rejects by it.
func (l *Leg) Hangup() bool {
	switch {
	case l.state == Ended:
		return false
	case !l.incoming && l.state == Progressing:
		return l.Fail(facts.CodeRejected, "Decline")
	case l.state != Connected:
		l.hungUp("caller", facts.CodeTerminated)
	case l.incoming:
		l.hungUp("caller", facts.CodeNormal)
	default:
		l.hungUp("callee", facts.CodeNormal)
	}
	return true
}

// Press presses one key of the phone: "0" to "9", "*" or "#". The script gets
// it only if it handles tones.
func (l *Leg) Press(key string) bool {
	if l.state == Ended || len(key) != 1 || !strings.Contains("0123456789*#", key) {
		return false
	}
	heard := l.tones && (l.state == Connected || l.s.obey.earlyTones)
	l.trace(Event{Kind: KindTone, Digit: key, Ignored: !heard, Hidden: l.s.hideTones})
	if heard {
		l.emit("Call.ToneReceived", func(e *goja.Object) {
			l.s.set(e, "tone", key)
			l.s.set(e, "type", "1")
		})
	}
	return true
}

func (l *Leg) trace(e Event) {
	e.Leg = l.name
	l.s.trace(e)
}

// emit sends a call event; fill adds what the event carries besides call, name and id.
func (l *Leg) emit(event string, fill func(*goja.Object)) {
	l.s.emit(&l.emitter, l.owner, event, func() *goja.Object {
		e := l.s.vm.NewObject()
		l.s.set(e, "call", l.jsObject())
		l.s.set(e, "name", event)
		l.s.set(e, "id", l.id)
		if fill != nil {
			fill(e)
		}
		return e
	})
}

// withHeaders lets an event carry headers as well.
func (l *Leg) withHeaders(fill func(*goja.Object)) func(*goja.Object) {
	return func(e *goja.Object) {
		l.s.set(e, "headers", l.s.vm.NewObject())
		if fill != nil {
			fill(e)
		}
	}
}

func (l *Leg) setState(state State) {
	old := l.state
	l.state = state
	if old == "" || old == state {
		return
	}
	l.emit("Call.StateChanged", func(e *goja.Object) {
		l.s.set(e, "oldState", string(old))
		l.s.set(e, "newState", string(state))
	})
}

// connect is the answer having reached both sides.
func (l *Leg) connect() {
	l.s.queue.cancel(l.ringTask)
	l.answering = false
	l.answeredAt = l.s.now
	l.trace(Event{Kind: KindConnected})
	if !l.incoming && !l.earlyMedia && !l.direct {
		l.announce("Call.AudioStarted", l.withHeaders(nil))
	}
	l.firstAudio()
	l.setState(Connected)
	l.emit("Call.Connected", l.withHeaders(nil))
	l.quality()
	l.reachAgent()
	l.s.refreshJoins()
	if p := l.waiting; p != nil {
		l.waiting = nil
		l.play(p)
	}
}
