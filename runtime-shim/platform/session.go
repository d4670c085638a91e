package platform

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Session is a run of a rule's scenarios, started by an incoming call. It goes
// on by itself; its methods watch it, from any goroutine.
type Session struct {
	id      int64
	started time.Time // by the platform's clock

	mu      sync.Mutex
	events  []voxengine.Event
	ending  *Ending
	changed chan struct{} // closed, and replaced, with each event and at the end
	visits  []visit       // that wait at the door
	ring    func()        // wakes its family for them; nil before it waits

	token string        // of its address, "" if it has none
	over  chan struct{} // closed when it takes no visits any more
}

// Ending is how a session ended, and what of the people's story did not come true.
type Ending struct {
	Reason   voxengine.Reason `json:"reason"`
	Error    string           `json:"error,omitempty"` // of the script
	Failures []phone.Failure  `json:"failures"`
}

// Call lets the people of a story call a rented number: the call is routed as
// the platform routes, and its session runs from here on.
//
// Errors: RF6405 the story is not one, RF6410 to RF6413 the call has no way,
// RF6414 the scenarios do not parse, with all places.
func (p *Platform) Call(story phone.Story) (*Session, error) {
	cast, err := phone.NewCast(story)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", codeBody, err)
	}
	way, err := p.route(story.To)
	if err != nil {
		return nil, err
	}
	f := p.newFamily(way.app)
	f.cast = cast
	s, rule, err := f.join(way)
	if err != nil {
		return nil, err
	}
	opts := p.sessionOptions(s, way)
	opts.Code, opts.Info.Video = rule.Code, rule.Video
	engine, err := f.exchange.Start(cast.Options(opts))
	if err != nil {
		return nil, err
	}
	cast.Enter(engine)
	p.live.add(s)
	p.running.Go(f.run)
	return s, nil
}

// sessionOptions is the world of one session: its address, the application's
// storage and secrets, and the real network.
func (p *Platform) sessionOptions(s *Session, way route) voxengine.Options {
	access := p.access(s)
	return voxengine.Options{
		Info: voxengine.Info{
			AccessURL: access, AccessSecureURL: access,
			SessionID: s.id, AccountID: p.account.ID, ApplicationID: way.app.ID, Secrets: way.secrets, Rate: rate,
		},
		Storage: storage{p.store, way.app.ID},
		HTTP:    network{p.online, p.client, p.world.Latency},

		Management: management{p, way.rule.BindKeyID},
		Trace:      func(e voxengine.Event) { s.observe(e); p.world.Trace(s.id, e) },
		Seed:       uint64(s.id),
	}
}

// rate is the price of a minute of an outgoing call, in the account's currency.
const rate = 0.01

// finish records a session that has ended.
func (p *Platform) finish(s *Session, at time.Time, ending Ending) {
	if err := p.recordEnd(s, at, ending); err != nil {
		p.world.Log.Error("a session's trace was not stored", "session", s.id, "error", err)
	}
	p.world.Log.Info("session", "id", s.id, "reason", ending.Reason, "failed", ending.Error != "", "events", len(s.events))
	s.end(ending)
	p.live.remove(s)
}

func (p *Platform) recordStart(s *Session, way route) (id int64, err error) {
	err = p.store.Do(func(tx *store.Tx) bool {
		id = tx.AddSession(store.Session{Application: way.app.Name, Rule: way.rule.Name, Started: s.started.UnixMilli()})
		return true
	})
	return id, err
}

func (p *Platform) recordEnd(s *Session, ended time.Time, ending Ending) error {
	trace, err := s.lines(ending)
	if err != nil {
		return err
	}
	return p.store.Do(func(tx *store.Tx) bool {
		tx.EndSession(s.id, ended.UnixMilli(), string(ending.Reason), trace)
		return true
	})
}

// ID is the number of the session, which scripts and reports know it by.
func (s *Session) ID() int64 { return s.id }

func (s *Session) observe(e voxengine.Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.events = append(s.events, e)
	s.announce()
}

func (s *Session) end(ending Ending) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ending = &ending
	s.announce()
}

// announce wakes those who watch; the lock is held.
func (s *Session) announce() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// Follow gives every event of the session to see, from the first on and as they
// come, and returns how the session ended. It stops early with the error of ctx
// or of see.
func (s *Session) Follow(ctx context.Context, see func(voxengine.Event) error) (Ending, error) {
	for seen := 0; ; {
		s.mu.Lock()
		fresh, ending, changed := s.events[seen:], s.ending, s.changed
		s.mu.Unlock()
		for _, e := range fresh {
			if err := see(e); err != nil {
				return Ending{}, err
			}
		}
		seen += len(fresh)
		switch {
		case len(fresh) > 0:
			continue
		case ending != nil:
			return *ending, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return Ending{}, ctx.Err()
		}
	}
}

// Wait waits for the end of the session.
func (s *Session) Wait(ctx context.Context) (Ending, error) {
	return s.Follow(ctx, func(voxengine.Event) error { return nil })
}
