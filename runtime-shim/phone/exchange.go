package phone

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Exchange is the sessions of one application on one clock. Its rules find the
// session of each call: an incoming call begins one, and so does the first call
// of a script to a conference; later calls to that conference join its session
// (documentation). What one session does to its end of such a call the other
// learns in the same moment, after all that happens there by then.
//
//	x := phone.NewExchange(start, router, world)
//	session, leg, err := x.Call(voxengine.Incoming{From: "12222222222", To: "10000000000"})
//	x.Run()
//
// A user's device that calls another user is such an incoming call too; callUser
// and all other calls of scripts go to the carrier of their session's options.
type Exchange struct {
	start    int64
	now      int64 // ms since start
	route    Router
	world    World
	lines    []*line
	rooms    map[string]*line // by the id of the conference
	trunks   map[string]end   // the other end of each end of a call between sessions
	hearing  hearing
	plans    []plan // what the host wants to happen, in order of time
	problems []error
}

// World gives the options of the n-th session, from 1, which is one of a rule.
// What the exchange decides itself it replaces: Code, Start, and of Info
// Conference and Video.
type World func(n int, of Rule) voxengine.Options

// plan is something of the host's at a time, in ms since the exchange's start.
type plan struct {
	at  int64
	act func()
}

// line is one session of the exchange.
type line struct {
	number  int
	session *voxengine.Session
	start   int64 // ms since the exchange's start
	carrier voxengine.Carrier
}

// errNoRule does not say what was dialled, which may be a private number.
var errNoRule = errors.New("no rule of the application matches the dialled destination")

// NewExchange makes an exchange whose clock begins at start, ms since 1970.
func NewExchange(start int64, route Router, world World) *Exchange {
	return &Exchange{start: start, route: route, world: world, rooms: map[string]*line{}, trunks: map[string]end{}}
}

// Call lets somebody call: a person from outside, or a user's device.
func (x *Exchange) Call(in voxengine.Incoming) (*voxengine.Session, *voxengine.Leg, error) {
	r, ok := x.route(in.To)
	if !ok {
		return nil, nil, errNoRule
	}
	session, err := x.Start(r.options(x.world(len(x.lines)+1, r), ""))
	if err != nil {
		return nil, nil, err
	}
	return session, session.Incoming(in), nil
}

// options is the options of a session of the rule; conference is its id, if it is one's.
func (r Rule) options(opts voxengine.Options, conference string) voxengine.Options {
	opts.Code, opts.Info.Video, opts.Info.Conference = r.Code, r.Video, conference
	return opts
}

// Start begins a session with options of the host's, such as those of a Cast.
func (x *Exchange) Start(opts voxengine.Options) (*voxengine.Session, error) {
	l := &line{number: len(x.lines) + 1, start: x.now, carrier: opts.Carrier}
	opts.Start = x.start + x.now
	opts.Carrier = carrier{x, l}
	trace := opts.Trace
	opts.Trace = func(e voxengine.Event) {
		if trace != nil {
			trace(e)
		}
		x.follow(l, e)
	}
	var err error
	if l.session, err = voxengine.New(opts); err != nil {
		return nil, err
	}
	x.lines = append(x.lines, l)
	return l.session, nil
}

// Sessions returns the sessions in the order in which they began.
func (x *Exchange) Sessions() []*voxengine.Session {
	out := make([]*voxengine.Session, len(x.lines))
	for i, l := range x.lines {
		out[i] = l.session
	}
	return out
}

// Now returns the clock in ms since the exchange's start.
func (x *Exchange) Now() int64 { return x.now }

// At runs something at ms since the exchange's start, before the sessions' own
// events of that moment: somebody calls, for instance.
func (x *Exchange) At(ms int64, act func()) {
	p := plan{max(ms, x.now), act}
	i := slices.IndexFunc(x.plans, func(other plan) bool { return other.at > p.at })
	if i < 0 {
		i = len(x.plans)
	}
	x.plans = slices.Insert(x.plans, i, p)
}

// Next returns when the next event of any session is due, in ms since the
// exchange's start; false when nothing will happen any more.
func (x *Exchange) Next() (int64, bool) {
	l, at := x.first()
	if len(x.plans) > 0 && (l == nil || x.plans[0].at <= at) {
		return x.plans[0].at, true
	}
	return at, l != nil
}

// first is the session whose event is due first; of several the oldest.
func (x *Exchange) first() (first *line, due int64) {
	for _, l := range x.lines {
		if at, ok := l.session.Next(); ok && (first == nil || l.start+at < due) {
			first, due = l, l.start+at
		}
	}
	return first, due
}

// Step runs the next event of all sessions; false if there was none.
func (x *Exchange) Step() bool {
	l, at := x.first()
	switch {
	case len(x.plans) > 0 && (l == nil || x.plans[0].at <= at):
		next := x.plans[0]
		x.plans = x.plans[1:]
		x.now = next.at
		next.act()
		return true
	case l == nil:
		return false
	}
	x.now = max(x.now, at)
	return l.session.Step()
}

// Run steps until nothing will happen any more.
func (x *Exchange) Run() {
	for x.Step() {
	}
}

// Err returns why a session of the exchange's own did not begin, nil if all did.
func (x *Exchange) Err() error {
	if len(x.problems) == 0 {
		return nil
	}
	return x.problems[0]
}

// Hears reports whether somebody hears somebody else, also over calls between
// sessions. A person is named by session and call, such as 1 and "caller".
func (x *Exchange) Hears(listener int, leg string, speaker int, other string) bool {
	return x.hearing.reaches(placed(speaker, other), placed(listener, leg), x.passing)
}

func placed(session int, unit string) string { return strconv.Itoa(session) + "/" + unit }

// room is the session of a conference: the one that runs, or a new one.
func (x *Exchange) room(id string) (*line, int) {
	if l := x.rooms[id]; l != nil && l.session.Running() {
		return l, 0
	}
	r, ok := x.route(id)
	if !ok {
		return nil, facts.CodeInvalid
	}
	if _, err := x.Start(r.options(x.world(len(x.lines)+1, r), id)); err != nil {
		x.problems = append(x.problems, fmt.Errorf("the session of the conference %s: %w", id, err))
		return nil, facts.CodeOffline
	}
	x.rooms[id] = x.lines[len(x.lines)-1]
	return x.rooms[id], 0
}
