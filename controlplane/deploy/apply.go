package deploy

import (
	"context"
	"fmt"

	"github.com/ringflow/ringflow/controlplane/voximplant"
)

// Progress hears of every step that was done.
type Progress func(done Step)

// Stale is the error of a plan whose platform has moved since it was made.
type Stale struct{}

func (*Stale) Error() string {
	return codeStale + ": the platform has changed since the plan was made; nothing was done; make a new plan"
}

// Apply does what a plan says and nothing else. It refuses with *Stale when the
// platform is not what the plan started from. After the last step it reads
// everything back: what was written must be there.
func Apply(ctx context.Context, c *voximplant.Client, d Desired, p *Plan, progress Progress) error {
	have, err := Read(ctx, c, d)
	if err != nil {
		return err
	}
	if have.Fingerprint() != p.Base {
		return &Stale{}
	}
	a := &applier{want: d, have: &have, client: c}
	for i, s := range p.Steps {
		if err := a.do(ctx, s); err != nil {
			return fmt.Errorf("%s: step %d of %d, %s %s %s: %w; the steps before are done, apply again to go on",
				codeStep, i+1, len(p.Steps), s.Action, s.Kind, s.Name, err)
		}
		progress(s)
	}
	return verify(ctx, c, d)
}

// applier knows what is there by now, with the ids of what was just made.
type applier struct {
	want   Desired
	have   *State
	client *voximplant.Client
}

func (a *applier) do(ctx context.Context, s Step) error {
	switch s.Kind {
	case KindApplication:
		return a.application(ctx, s)
	case KindSecret:
		return a.secret(ctx, s)
	case KindScenario:
		return a.scenario(ctx, s)
	case KindRule:
		return a.rule(ctx, s)
	default:
		return a.number(ctx, s)
	}
}

func verify(ctx context.Context, c *voximplant.Client, d Desired) error {
	have, err := Read(ctx, c, d)
	if err != nil {
		return fmt.Errorf("all steps are done, and could not be read back: %w", err)
	}
	rest, err := Make(d, have)
	if err != nil {
		return err
	}
	if !rest.Empty() {
		return fmt.Errorf("%s: all steps are done and %s %s is not as it was written; somebody else may be deploying", codeReadBack, rest.Steps[0].Kind, rest.Steps[0].Name)
	}
	return nil
}
