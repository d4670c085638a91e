package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/flow/project"

	"github.com/ringflow/ringflow/examples"

	"github.com/ringflow/ringflow/runtime-shim/platform"

	"github.com/ringflow/ringflow/controlplane/deploy"
	"github.com/ringflow/ringflow/controlplane/server"
	"github.com/ringflow/ringflow/controlplane/voximplant"
)

// stack is the emulated platform and the control plane in this process, with
// the masking example deployed from one to the other: real servers on loopback
// ports, files in a folder of its own.
type stack struct {
	env      *Env // with the folder as its directory, and the stack's clock
	platform *platform.Platform
	project  *project.Project
	target   project.Environment
	client   *voximplant.Client
	want     deploy.Desired
	urls     struct{ platform, admin, service string }
	apiKey   string
	stops    []func() error // in the order in which things were started
}

// stackOptions say where a stack listens and how its clock runs.
type stackOptions struct {
	dir                string // of the files; made by the caller
	platformAt, listen string // addresses, port 0 for free ones
	pace               platform.Pace
	latency            func(time.Duration) time.Duration
	log                *slog.Logger
	secretFile         string // another file with the secret that the scenario signs with
}

// newStack starts both servers and builds what is to be deployed.
func newStack(env *Env, o stackOptions) (*stack, error) {
	s := &stack{}
	inner := *env
	inner.Dir = filepath.Join(o.dir, examples.Masking)
	s.env = &inner
	if err := s.start(env.Context, o); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (s *stack) start(ctx context.Context, o stackOptions) error {
	if err := unpack(o.dir); err != nil {
		return err
	}
	var err error
	flags := &projectFlags{Project: "."}
	if s.project, s.target, err = flags.open(s.env); err != nil {
		return err
	}
	if err := s.startPlatform(ctx, o); err != nil {
		return err
	}
	if err := s.startService(ctx, o); err != nil {
		return err
	}
	s.target.API = s.urls.platform
	s.target.Config["results_url"] = s.urls.service + "/v1/call-results"
	if o.secretFile != "" {
		s.target.Secrets["results_key"] = project.Secret{File: o.secretFile}
	}
	if s.client, err = client(s.env, s.project, s.target); err != nil {
		return err
	}
	s.stops = append(s.stops, func() error { s.client.Close(); return nil })
	s.want, err = desired(s.env, s.project, s.target)
	return err
}

// unpack writes the example's files into a folder.
func unpack(dir string) error {
	return fs.WalkDir(examples.Files, examples.Masking, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(target, 0o700)
		}
		text, err := examples.Files.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, text, 0o600)
	})
}

// startPlatform serves the emulated platform and writes a key file for it where
// the project looks for one.
func (s *stack) startPlatform(ctx context.Context, o stackOptions) error {
	data := filepath.Join(s.env.Dir, filepath.Dir(s.target.Credentials))
	p, err := platform.New(platform.Options{Dir: data, Now: s.env.Now, Pace: o.pace, Latency: o.latency, Log: o.log})
	if err != nil {
		return err
	}
	s.platform = p
	s.stops = append(s.stops, p.Close)
	credentials := filepath.Join(s.env.Dir, s.target.Credentials)
	if err := keyFile(p, credentials); err != nil {
		return err
	}
	if err := writeFile(filepath.Join(filepath.Dir(credentials), "admin.token"), []byte(p.AdminToken()+"\n"), os.O_TRUNC); err != nil {
		return err
	}
	address, err := s.serve(ctx, o.platformAt, p.Serve)
	s.urls.platform, s.urls.admin = "http://"+address+"/platform_api", "http://"+address+"/emulator/v1"
	return err
}

// listen takes an address to serve on.
func listen(ctx context.Context, address string) (net.Listener, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, failed("%s: cannot serve on %s: %w; choose another address", codeAddress, address, err)
	}
	return listener, nil
}

// serve runs a server on an address until the stack is closed, and returns where it listens.
func (s *stack) serve(ctx context.Context, address string, run func(context.Context, net.Listener) error) (string, error) {
	listener, err := listen(ctx, address)
	if err != nil {
		return "", err
	}
	s.background(ctx, func(ctx context.Context) error { return run(ctx, listener) })
	return listener.Addr().String(), nil
}

// background runs something until the stack is closed.
func (s *stack) background(ctx context.Context, run func(context.Context) error) {
	running, stop := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan error, 1)
	go func() { ended <- run(running) }()
	s.stops = append(s.stops, func() error { stop(); return <-ended })
}

// startService runs the control plane with the manifest of the flow as its contract.
func (s *stack) startService(ctx context.Context, o stackOptions) error {
	built, err := buildScenarios(s.env, s.project, s.target)
	if err != nil {
		return err
	}
	raw, err := json.Marshal(artifact.Index{Flows: []artifact.Manifest{built[0].Flow.Manifest}})
	if err != nil {
		return err
	}
	manifest := filepath.Join(s.env.Dir, "manifest.json")
	if err := os.WriteFile(manifest, raw, 0o600); err != nil {
		return err
	}
	data := filepath.Join(s.env.Dir, filepath.Dir(s.target.Secrets["results_key"].File))
	cfg, _, err := server.Settings{
		Listen: o.listen, Data: data, Credentials: filepath.Join(s.env.Dir, s.target.Credentials), Platform: s.urls.platform,
		Application: s.project.Application, Manifest: manifest, Region: "US", Rate: server.DefaultRate,
	}.Config(ctx)
	if err != nil {
		return failed("%w", err)
	}
	cfg.Now, cfg.Log, cfg.Version = s.env.Now, o.log, version
	service, err := server.New(ctx, cfg)
	if err != nil {
		return failed("%w", err)
	}
	s.background(ctx, service.Run)
	s.urls.service = service.URL()
	key, err := os.ReadFile(filepath.Join(data, "api.key"))
	s.apiKey = strings.TrimSpace(string(key))
	return err
}

// deploy brings the example onto the platform, step by step.
func (s *stack) deploy(progress deploy.Progress) error {
	have, err := deploy.Read(s.env.Context, s.client, s.want)
	if err != nil {
		return deployError(err)
	}
	plan, err := deploy.Make(s.want, have)
	if err != nil {
		return deployError(err)
	}
	return deployError(deploy.Apply(s.env.Context, s.client, s.want, plan, progress))
}

// close stops everything, the last started first.
func (s *stack) close() error {
	var errs []error
	for i := len(s.stops) - 1; i >= 0; i-- {
		if err := s.stops[i](); err != nil && !errors.Is(err, http.ErrServerClosed) {
			errs = append(errs, err)
		}
	}
	s.stops = nil
	return errors.Join(errs...)
}

// request sends one request to the service or to the platform's admin endpoint.
func (s *stack) request(method, url, token string, body any) (*http.Response, error) {
	var raw []byte
	if body != nil {
		var err error
		if raw, err = json.Marshal(body); err != nil {
			return nil, err
		}
	}
	req, err := newRequest(s.env.Context, method, url, raw)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, failed("%s %s: %w", method, path.Base(url), err)
	}
	return resp, nil
}

func (s *stack) service(method, route string, body, reply any) (int, error) {
	resp, err := s.request(method, s.urls.service+route, s.apiKey, body)
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	if reply != nil {
		if err := json.NewDecoder(resp.Body).Decode(reply); err != nil {
			return resp.StatusCode, failed("%s %s: status %d, and an answer that cannot be read: %w", method, route, resp.StatusCode, err)
		}
	}
	return resp.StatusCode, nil
}

func newRequest(ctx context.Context, method, url string, raw []byte) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, method, url, bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("the address %s cannot be used: %w", url, err)
	}
	req.Header.Set("Content-Type", "application/json")
	return req, nil
}
