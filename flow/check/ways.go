package check

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// Use is what a step adds to a limit, all rounds of it included.
type Use struct {
	Step *ast.Step
	Most int
}

// measures say what counts for a limit. Silence is no sum: the longest counts.
var measures = map[string]func(spent) int{
	"calls":            func(u spent) int { return u.calls },
	"prompts":          func(u spent) int { return u.prompts },
	"storage_requests": func(u spent) int { return u.lookups },
	"http_requests":    func(u spent) int { return u.requests },
	"silence_ms":       func(u spent) int { return u.silence },
}

// Way finds, for a limit, the steps of the call that comes nearest to it.
func Way(p *Program, limit string) []Use {
	w := &wayfinder{measure: measures[limit], longest: limit == "silence_ms", blocks: map[*Block]blockWay{},
		b: &bounder{c: &checker{Program: p, report: &diag.List{}}, blocks: map[*Block]blockUse{}, last: map[string]source.Span{}}}
	if w.measure == nil {
		return nil
	}
	peak := w.list(p.Flow.Main.Steps, nil).peak
	if f := p.Flow.Finally; f != nil {
		peak = w.list(f.Steps, peak).peak
	}
	return peak.uses(nil)
}

// wayfinder carries the most expensive way along.
type wayfinder struct {
	b       *bounder
	measure func(spent) int
	longest bool
	blocks  map[*Block]blockWay
}

// blockWay is the most expensive way through a list: to its end, and anywhere.
type blockWay struct {
	out, peak *trail
	goesOn    bool
}

// trail is a way, from its last step back: a step, or the way through a block.
type trail struct {
	step      *ast.Step
	inner     *trail
	most, sum int
	before    *trail
}

func (t *trail) total() int {
	if t == nil {
		return 0
	}
	return t.sum
}

// uses lists the steps of a way, the first one first.
func (t *trail) uses(out []Use) []Use {
	var back []*trail
	for ; t != nil; t = t.before {
		back = append(back, t)
	}
	slices.Reverse(back)
	for _, b := range back {
		if b.step == nil {
			out = b.inner.uses(out)
		} else {
			out = append(out, Use{b.step, b.most})
		}
	}
	return out
}

// add goes on with a step, or with a block.
func (w *wayfinder) add(in *trail, next trail) *trail {
	switch {
	case next.most == 0 || w.longest && next.most <= in.total():
		return in
	case w.longest:
		next.sum = next.most
	default:
		next.before, next.sum = in, in.total()+next.most
	}
	return &next
}

func (w *wayfinder) list(steps []*ast.Step, in *trail) blockWay {
	way := blockWay{peak: in}
	reached := func(t *trail) *trail {
		if t.total() > way.peak.total() {
			way.peak = t
		}
		return t
	}
	f := follower[*trail]{c: w.b.c,
		visit: func(s *ast.Step, in *trail) *trail {
			return reached(w.add(in, trail{step: s, most: w.measure(w.b.step(s))}))
		},
		join: func(a, b *trail) *trail {
			if b.total() > a.total() {
				return b
			}
			return a
		},
		block: func(b *Block, in *trail) (*trail, bool) {
			inner, ok := w.blocks[b]
			if !ok {
				w.blocks[b] = blockWay{goesOn: true}
				inner = w.list(b.Steps, nil)
				w.blocks[b] = inner
			}
			reached(w.add(in, trail{inner: inner.peak, most: inner.peak.total()}))
			return w.add(in, trail{inner: inner.out, most: inner.out.total()}), inner.goesOn
		}}
	way.out, way.goesOn = f.steps(steps, in)
	return way
}
