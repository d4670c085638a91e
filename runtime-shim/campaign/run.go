package campaign

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// endless is how many attempts of one row are too many: its scenario asks for
// more and more of them.
const endless = 100

// runner is a list that is played.
type runner struct {
	list    List
	world   World
	now     int64
	tasks   []*task
	running []*attempt
}

// Run plays a list that was made at a time in ms since 1970, and returns what
// came of its rows, in their order. Its error is about list and world; what went
// wrong in a call is in the outcomes.
func Run(list List, start int64, world World) ([]Outcome, error) {
	if err := list.Check(); err != nil {
		return nil, err
	}
	r := &runner{list: list, world: world, now: max(start, list.StartAt)}
	for i, row := range list.Rows {
		t := &task{index: i, priority: usualPriority, window: row.Window, due: max(r.now, row.StartAt)}
		t.Outcome = Outcome{AttemptsLeft: list.Attempts, Data: row.Data}
		if row.Priority != nil {
			t.priority = *row.Priority
		}
		r.tasks = append(r.tasks, t)
	}
	for {
		more, err := r.step()
		if err != nil {
			return nil, err
		}
		if !more {
			return r.outcomes(), nil
		}
	}
}

func (r *runner) outcomes() []Outcome {
	var out []Outcome
	for _, t := range r.tasks {
		out = append(out, t.Outcome)
	}
	return out
}

// step does what comes next in time: an event of a session, or another attempt.
// At one moment sessions go first, in the order in which they began.
func (r *runner) step() (more bool, err error) {
	a, at := r.nextSession()
	t, due := r.nextTask()
	switch {
	case a == nil && t == nil:
		return false, nil
	case t == nil || a != nil && at <= due:
		r.now = max(r.now, at)
		r.play(a)
		return true, nil
	}
	r.now = max(r.now, due)
	return true, r.begin(t)
}

// nextSession is the session whose next event is the first of all.
func (r *runner) nextSession() (first *attempt, at int64) {
	for _, a := range r.running {
		ms, ok := a.session.Next()
		if !ok {
			return a, r.now // it waits in vain
		}
		if first == nil || a.start+ms < at {
			first, at = a, a.start+ms
		}
	}
	return first, at
}

// nextTask is the task that is tried next, and when; nil while as many sessions
// run as may.
func (r *runner) nextTask() (first *task, at int64) {
	if len(r.running) == r.list.Simultaneous {
		return nil, 0
	}
	var open []*task
	for _, t := range r.tasks {
		if t.Status <= InProgress && !t.running {
			open = append(open, t)
		}
	}
	if len(open) == 0 {
		return nil, 0
	}
	first = slices.MinFunc(open, func(a, b *task) int {
		return cmp.Or(cmp.Compare(r.opens(a), r.opens(b)), cmp.Compare(a.priority, b.priority), r.byStrategy(a, b), cmp.Compare(a.index, b.index))
	})
	return first, r.opens(first)
}

func (r *runner) opens(t *task) int64 { return t.window.opens(max(t.due, r.now)) }

// byStrategy lets first or repeated attempts go first.
func (r *runner) byStrategy(a, b *task) int {
	tried := func(t *task) int {
		if (len(t.Attempts) > 0) == r.list.Repeated {
			return 0
		}
		return 1
	}
	return cmp.Compare(tried(a), tried(b))
}

// begin starts an attempt of a task.
func (r *runner) begin(t *task) error {
	if len(t.Attempts) == endless {
		return fmt.Errorf("row %d was tried %d times and asks for another attempt each time", t.index+1, endless)
	}
	opts, story := r.world(t.index, len(t.Attempts)+1)
	a := &attempt{task: t, start: r.now, data: t.Data}
	opts.Start, opts.Info.CustomData, opts.Campaign = r.now, t.Data, a
	cast, session, err := enact(opts, story)
	if err != nil {
		return fmt.Errorf("row %d: %w", t.index+1, err)
	}
	a.cast, a.session = cast, session
	t.running, t.Status = true, InProgress
	t.AttemptsLeft--
	r.running = append(r.running, a)
	return nil
}

// play does one event of a session, and ends the attempt with the session.
func (r *runner) play(a *attempt) {
	if a.session.Step() || a.cast.Rouse() {
		if _, ended := a.session.Ended(); !ended {
			return
		}
	}
	a.end(&r.list)
	r.running = slices.DeleteFunc(r.running, func(other *attempt) bool { return other == a })
}

// enact prepares a session and its people.
func enact(opts voxengine.Options, story phone.Story) (*phone.Cast, *voxengine.Session, error) {
	cast, err := phone.NewCast(story)
	if err != nil {
		return nil, nil, err
	}
	session, err := voxengine.New(cast.Options(opts))
	if err != nil {
		return nil, nil, err
	}
	cast.Enter(session)
	return cast, session, nil
}
