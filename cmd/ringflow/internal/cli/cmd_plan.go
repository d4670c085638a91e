package cli

import (
	"encoding/json"

	"github.com/ringflow/ringflow/controlplane/deploy"
	"github.com/ringflow/ringflow/controlplane/voximplant"
)

type planCmd struct {
	projectFlags
	Adopt bool `help:"Plan to take over scenarios, rules and secrets of the same names that somebody else made."`
	JSON  bool `help:"Print the plan as JSON."`
}

// Run exits with 1 when something is to be done.
func (c *planCmd) Run(env *Env) error {
	d, err := openDeploy(env, &c.projectFlags, c.Adopt)
	if err != nil {
		return err
	}
	defer d.client.Close()
	p, err := d.plan(env)
	if err != nil {
		return deployError(err)
	}
	if c.JSON {
		err = json.NewEncoder(env.Stdout).Encode(p)
	} else {
		p.Print(env.Stdout)
	}
	if err == nil && !p.Empty() {
		return findings()
	}
	return err
}

// deployment is everything that plan and apply need.
type deployment struct {
	want    deploy.Desired
	client  *voximplant.Client
	protect bool
}

func openDeploy(env *Env, f *projectFlags, adopt bool) (*deployment, error) {
	p, e, err := f.open(env)
	if err != nil {
		return nil, err
	}
	want, err := desired(env, p, e)
	if err != nil {
		return nil, err
	}
	want.Adopt = adopt
	c, err := client(env, p, e)
	return &deployment{want, c, e.Protect}, err
}

func (d *deployment) plan(env *Env) (*deploy.Plan, error) {
	have, err := deploy.Read(env.Context, d.client, d.want)
	if err != nil {
		return nil, err
	}
	return deploy.Make(d.want, have)
}
