package cli

import (
	"fmt"

	"github.com/ringflow/ringflow/controlplane/deploy"
)

type applyCmd struct {
	projectFlags
	Adopt bool `help:"Take over scenarios, rules and secrets of the same names that somebody else made."`
	Yes   bool `help:"Confirm a deploy to an environment that is protected."`
}

func (c *applyCmd) Run(env *Env) error {
	d, err := openDeploy(env, &c.projectFlags, c.Adopt)
	if err != nil {
		return err
	}
	defer d.client.Close()
	p, err := d.plan(env)
	if err != nil {
		return deployError(err)
	}
	if p.Empty() {
		p.Print(env.Stdout)
		return nil
	}
	if d.protect && !c.Yes {
		p.Print(env.Stdout)
		return refused("environment %s is protected; look at the plan and confirm it with --yes", d.want.Env)
	}
	fmt.Fprintf(env.Stdout, "application %s of account %s\n", p.Application, p.Account)
	err = deploy.Apply(env.Context, d.client, d.want, p, func(s deploy.Step) { fmt.Fprintln(env.Stdout, s.Line()) })
	if err != nil {
		return deployError(err)
	}
	fmt.Fprintln(env.Stdout, env.Term.Green("done:"), counted(len(p.Steps), "step", "steps")+", read back and compared")
	return nil
}
