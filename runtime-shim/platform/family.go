package platform

import (
	"fmt"
	"sync"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// family is the sessions that one call brings about, on one clock: its own, and
// those of the conferences that scripts of them call.
type family struct {
	p        *Platform
	app      store.Application
	started  time.Time
	exchange *phone.Exchange
	members  []*member // in the order of the exchange's sessions
	cast     *phone.Cast
	rooms    []string // conferences that are the family's
}

// member is one session of a family.
type member struct {
	session *Session
	way     route
	ended   bool // and recorded
}

func (p *Platform) newFamily(app store.Application) *family {
	f := &family{p: p, app: app, started: p.world.Now()}
	f.exchange = phone.NewExchange(f.started.UnixMilli(), f.conference, func(int, phone.Rule) voxengine.Options {
		last := f.members[len(f.members)-1]
		return p.sessionOptions(last.session, last.way)
	})
	return f
}

// join records the start of one more session.
func (f *family) join(way route) (*Session, phone.Rule, error) {
	code, err := f.p.code.compile(way.scripts)
	if err != nil {
		return nil, phone.Rule{}, fmt.Errorf("%s: the scenarios of the rule %s do not parse:\n%w", codeScripts, way.rule.Name, err)
	}
	s := &Session{started: f.started.Add(milliseconds(f.exchange.Now())), changed: make(chan struct{}), over: make(chan struct{})}
	if s.id, err = f.p.recordStart(s, way); err != nil {
		return nil, phone.Rule{}, err
	}
	f.members = append(f.members, &member{session: s, way: way})
	return s, phone.Rule{Name: way.rule.Name, Video: way.rule.VideoConference, Code: code}, nil
}

// conference is the rule of a conference that has no session in the family. One
// that has a session in another family cannot be called: clocks of their own
// have no common order of events.
func (f *family) conference(id string) (phone.Rule, bool) {
	room := fmt.Sprint(f.app.ID, "/", id)
	refuse := func(why any) (phone.Rule, bool) {
		f.p.world.Log.Warn("a call to a conference failed", "application", f.app.Name, "why", why)
		return phone.Rule{}, false
	}
	if !f.p.rooms.claim(room, f) {
		return refuse("it runs in the session of another call")
	}
	f.rooms = append(f.rooms, room)
	way, err := f.p.conferenceRoute(f.app, id)
	if err != nil {
		return refuse(err)
	}
	s, rule, err := f.join(way)
	if err != nil {
		return refuse(err)
	}
	f.p.live.add(s)
	return rule, true
}

// run drives the family to its end, and records each session when it ends.
func (f *family) run() {
	f.drive()
	for f.cast.Rouse() {
		f.drive()
	}
	f.stop() // what is left are sessions that only wait for each other
	f.drive()
	f.p.rooms.release(f)
}

// drive runs events when the pace lets them, and lets visits in as they come.
// When the platform closes, the sessions are ended as on a limit, and the rest
// of them runs at once.
func (f *family) drive() {
	for {
		at, more := f.exchange.Next()
		if !more {
			f.settle()
			return
		}
		ctx, stop := f.untilVisited(f.p.open)
		now, _ := f.p.world.Pace(ctx, f.started, milliseconds(at)) // the error says only that ctx has ended
		stop()
		if f.p.open.Err() != nil {
			f.stop()
		}
		f.receive(now)
		f.exchange.Step()
		f.settle()
	}
}

// receive lets those who visit in, so long after the family's start.
func (f *family) receive(now time.Duration) {
	for i, engine := range f.exchange.Sessions() {
		s := f.members[i].session
		s.receive(engine, (now - s.started.Sub(f.started)).Milliseconds())
	}
}

func (f *family) stop() {
	for _, engine := range f.exchange.Sessions() {
		engine.Stop()
	}
}

// settle records the sessions that have ended.
func (f *family) settle() {
	for i, engine := range f.exchange.Sessions() {
		m := f.members[i]
		reason, ended := engine.Ended()
		if !ended || m.ended {
			continue
		}
		m.ended = true
		close(m.session.over)
		ending := Ending{Reason: reason, Failures: []phone.Failure{}}
		if i == 0 {
			ending.Failures = append(ending.Failures, f.cast.Leave().Failures...)
		}
		if err := engine.Err(); err != nil {
			ending.Error = err.Error()
		}
		f.p.finish(m.session, m.session.started.Add(milliseconds(engine.Now())), ending)
	}
}

// rooms is the conferences that have a session, with the family that it is in.
type rooms struct {
	mu    sync.Mutex
	taken map[string]*family
}

// claim gives a conference to a family, if it is no other's.
func (r *rooms) claim(room string, f *family) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if owner := r.taken[room]; owner != nil && owner != f {
		return false
	}
	if r.taken == nil {
		r.taken = map[string]*family{}
	}
	r.taken[room] = f
	return true
}

func (r *rooms) release(f *family) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, room := range f.rooms {
		delete(r.taken, room)
	}
}
