package phone

import (
	"fmt"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Company is several stories in one application, on one clock.
type Company struct {
	Rules []Rule
	World World // of each session; without a storage there is one for all
	Start int64 // the platform's clock, ms since 1970
}

// Arrival is a story that begins at a time. Its call takes the way of the rules,
// unless Code is given: that runs then, also in a story that nobody calls.
type Arrival struct {
	At    Duration
	Story Story
	Code  *voxengine.Code
}

// Gathering is what came of a company's stories.
type Gathering struct {
	Results  []Result            // one a story, in their order
	Exchange *Exchange           // with all sessions, ended
	Traces   [][]voxengine.Event // of each session, in the order in which they began
}

// Run plays all stories in no time. Its error is about rules, options and
// stories; what went wrong in a call is in its result. The conferences that they
// call have none of the people.
func (c Company) Run(arrivals ...Arrival) (*Gathering, error) {
	g, storage := &Gathering{}, NewStore()
	route, err := Routes(c.Rules...)
	if err != nil {
		return nil, err
	}
	x := NewExchange(c.Start, route, func(n int, of Rule) voxengine.Options {
		opts := g.traced(c.World(n, of))
		if opts.Storage == nil {
			opts.Storage = storage
		}
		return opts
	})
	g.Exchange = x
	casts := make([]*Cast, len(arrivals))
	for i, a := range arrivals {
		if casts[i], err = NewCast(a.Story); err != nil {
			return nil, fmt.Errorf("story %d: %w", i+1, err)
		}
		x.At(int64(a.At), func() { x.enter(casts[i], a.Code) })
	}
	x.Run()
	for rouse(casts) {
		x.Run()
	}
	if err := x.Err(); err != nil {
		return nil, err
	}
	for _, cast := range casts {
		g.Results = append(g.Results, cast.Leave())
	}
	return g, nil
}

// rouse reports whether anything will happen because of people who wait in vain.
func rouse(casts []*Cast) bool {
	more := false
	for _, cast := range casts {
		more = cast.session != nil && cast.Rouse() || more
	}
	return more
}

// traced keeps the trace of a new session.
func (g *Gathering) traced(opts voxengine.Options) voxengine.Options {
	n := len(g.Traces)
	g.Traces = append(g.Traces, nil)
	host := opts.Trace
	opts.Trace = func(e voxengine.Event) {
		if host != nil {
			host(e)
		}
		g.Traces[n] = append(g.Traces[n], e)
	}
	return opts
}

// enter begins the session of a story with its people in it.
func (x *Exchange) enter(cast *Cast, code *voxengine.Code) {
	r, ok := x.route(cast.story.To)
	if code != nil {
		r, ok = Rule{Code: code}, true
	}
	if !ok {
		x.problems = append(x.problems, errNoRule)
		return
	}
	opts := x.world(len(x.lines)+1, r)
	if code != nil {
		r.Video = opts.Info.Video
	}
	session, err := x.Start(cast.Options(r.options(opts, opts.Info.Conference)))
	if err != nil {
		x.problems = append(x.problems, err)
		return
	}
	cast.Enter(session)
}
