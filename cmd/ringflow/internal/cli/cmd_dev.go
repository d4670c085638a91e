package cli

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/ringflow/ringflow/examples"

	"github.com/ringflow/ringflow/runtime-shim/platform"

	"github.com/ringflow/ringflow/controlplane/deploy"
)

type devCmd struct {
	Data     string `default:".ringflow/dev" placeholder:"DIR" help:"Folder of the example's files, the emulator's state and the control plane's database."`
	Platform string `default:"127.0.0.1:8580" placeholder:"ADDR" help:"Address of the emulated platform."`
	Listen   string `default:"127.0.0.1:8581" placeholder:"ADDR" help:"Address of the control plane."`
}

func (c *devCmd) Run(env *Env) error {
	dir := env.path(c.Data)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return failed("no folder for the data: %w", err)
	}
	s, err := newStack(env, stackOptions{
		dir: dir, platformAt: c.Platform, listen: c.Listen, pace: platform.Paced(1, env.Now),
		log: slog.New(slog.NewTextHandler(env.Stderr, nil)),
	})
	if err != nil {
		return err
	}
	err = s.deploy(func(step deploy.Step) {
		fmt.Fprintf(env.Stdout, "deploy    %s %s %s\n", step.Action, step.Kind, step.Name)
	})
	if err == nil {
		c.explain(env, s)
		<-env.Context.Done()
	}
	if stop := s.close(); err == nil {
		err = stop
	}
	return err
}

// explain prints where everything is, and what to try.
func (c *devCmd) explain(env *Env, s *stack) {
	data := filepath.Join(c.Data, examples.Masking, ".ringflow")
	fmt.Fprintf(env.Stdout, `platform  %s, emulated; key %s
service   %s; key %s

post an order:
  curl -X PUT %s/v1/orders/12345 -H "Authorization: Bearer $(cat %s)" \
    -H 'Content-Type: application/json' -d '{"courier": "+12222222222", "client": "+13333333333"}'
let the courier call (the trace comes as the call goes on):
  curl -N %s/calls -H "Authorization: Bearer $(cat %s)" -d '{"from": "+12222222222", "to": "10000000000",
    "story": {"lenient": true, "steps": [{"after": "6s", "press": {"keys": "12345"}}, {"dialled": {"answers": "3s"}}, {"talk": "5s"}]}}'
see the result:
  curl %s/v1/calls -H "Authorization: Bearer $(cat %s)"

stop with ctrl-c
`,
		s.urls.platform, filepath.Join(data, "emulator", "credentials.json"), s.urls.service, filepath.Join(data, "service", "api.key"),
		s.urls.service, filepath.Join(data, "service", "api.key"), s.urls.admin, filepath.Join(data, "emulator", "admin.token"),
		s.urls.service, filepath.Join(data, "service", "api.key"))
}
