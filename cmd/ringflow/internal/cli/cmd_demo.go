package cli

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform"

	"github.com/ringflow/ringflow/controlplane/deploy"
	"github.com/ringflow/ringflow/controlplane/webhook"
)

type demoCmd struct {
	With string `default:"success" enum:"success,busy,unknown-code,storage-failing,wrong-secret" placeholder:"VARIATION" help:"What goes another way: ${enum}."`
}

// The people of the story.
const (
	demoOrder   = "12345"
	demoCourier = "12222222222"
	demoClient  = "13333333333"
)

// jumpingClock is the one clock of the story: a session moves it to its next
// event, everybody else reads it.
type jumpingClock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *jumpingClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Pace moves the clock to where a session wants to be; it never goes back.
func (c *jumpingClock) Pace(ctx context.Context, started time.Time, at time.Duration) (time.Duration, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if t := started.Add(at); t.After(c.now) {
		c.now = t
	}
	return at, ctx.Err()
}

func (c *demoCmd) Run(env *Env) (err error) {
	dir, err := os.MkdirTemp("", "ringflow-demo")
	if err != nil {
		return failed("no folder for the demo: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	clock := &jumpingClock{now: time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)}
	inner := *env
	inner.Now = clock.Now
	o := stackOptions{
		dir: dir, platformAt: "127.0.0.1:0", listen: "127.0.0.1:0", pace: clock.Pace,
		latency: func(time.Duration) time.Duration { return 100 * time.Millisecond }, log: slog.New(slog.DiscardHandler),
	}
	if c.With == "wrong-secret" {
		if o.secretFile, err = anotherSecret(dir); err != nil {
			return err
		}
	}
	s, err := newStack(&inner, o)
	if err != nil {
		return err
	}
	t := &teller{env: env, stack: s, with: c.With}
	err = t.tell()
	if stop := s.close(); err == nil {
		err = stop
	}
	return err
}

// anotherSecret writes a secret that the control plane does not know, and
// returns its place as the project's file would name it.
func anotherSecret(dir string) (string, error) {
	const name = "another.secret"
	return "../" + name, os.WriteFile(filepath.Join(dir, name), []byte(webhook.NewSecret().Text()), 0o600)
}

// teller plays the story and tells it; every line comes from what happened.
type teller struct {
	env   *Env
	stack *stack
	with  string
}

func (t *teller) say(topic, format string, args ...any) {
	fmt.Fprintf(t.env.Stdout, "%s %s\n", t.env.Term.Bold(fmt.Sprintf("%-8s", topic)), fmt.Sprintf(format, args...))
}

func (t *teller) tell() error {
	fmt.Fprintln(t.env.Stdout, "A courier and a customer call each other through one neutral number.")
	fmt.Fprintln(t.env.Stdout)
	t.say("platform", "%s, emulated", t.stack.urls.platform)
	t.say("service", "%s, the control plane", t.stack.urls.service)
	err := t.stack.deploy(func(s deploy.Step) { t.say("deploy", "%s %s %s: %s", s.Action, s.Kind, s.Name, s.Why) })
	if err != nil {
		return err
	}
	for _, chapter := range []func() error{t.order, t.storage, t.call, t.result, t.done} {
		if err := chapter(); err != nil {
			return err
		}
	}
	return nil
}

// orderReply is what the demo reads of an order.
type orderReply struct {
	Number     string    `json:"number"`
	Generation int64     `json:"generation"`
	SyncState  string    `json:"sync_state"`
	LastError  string    `json:"last_error"`
	Courier    string    `json:"courier"`
	Client     string    `json:"client"`
	ExpiresAt  time.Time `json:"expires_at"`
}

// order posts the order as a backend does.
func (t *teller) order() error {
	if t.with == "storage-failing" {
		if err := t.stack.platform.SetFaults(platform.Fault{Method: "SetKeyValueItem", Status: 503}); err != nil {
			return err
		}
	}
	var o orderReply
	status, err := t.stack.service("PUT", "/v1/orders/"+demoOrder, map[string]string{"courier": "+" + demoCourier, "client": "+" + demoClient}, &o)
	if err != nil {
		return err
	}
	if status >= 300 {
		return failed("the order was not accepted: status %d", status)
	}
	t.say("order", "PUT /v1/orders/%s: %d, accepted: courier %s, client %s, generation %d", o.Number, status, o.Courier, o.Client, o.Generation)
	return nil
}

// patience is how long the demo waits, on the real clock, for the push.
const patience = 20 * time.Second

// storage waits until the order is in the platform's storage, or cannot get there.
func (t *teller) storage() error {
	ctx, cancel := context.WithTimeout(t.env.Context, patience)
	defer cancel()
	for tick := time.NewTicker(20 * time.Millisecond); ; {
		var o orderReply
		if _, err := t.stack.service("GET", "/v1/orders/"+demoOrder, nil, &o); err != nil {
			return err
		}
		switch {
		case o.SyncState == "applied":
			tick.Stop()
			return t.stored(ctx)
		case o.LastError != "":
			tick.Stop()
			t.say("storage", "the platform does not take it: %s", o.LastError)
			t.say("service", "order %s is kept as %s and is tried again until it is taken", o.Number, o.SyncState)
			return findings()
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return failed("order %s did not reach the storage within %s", demoOrder, patience)
		}
	}
}

// stored reads the key as the platform has it.
func (t *teller) stored(ctx context.Context) error {
	app, found, err := t.stack.client.Applications.Find(ctx, t.stack.project.Application)
	if err != nil || !found {
		return failed("the application cannot be found: %w", err)
	}
	item, found, err := t.stack.client.KeyValueStorage.Find(ctx, app.ApplicationID, demoOrder)
	if err != nil || !found {
		return failed("the key cannot be read back: %w", err)
	}
	t.say("storage", "key %s until %s: %s", item.Key, time.Unix(item.ExpiresAt, 0).UTC().Format("2006-01-02 15:04"), masked(item.Value))
	return nil
}

// story is what the people do.
func (t *teller) story() phone.Story {
	s := phone.Story{Name: "demo", From: "+" + demoCourier, To: platform.FirstNumber, Lenient: true}
	second := func(n int64) *phone.Duration { d := phone.Duration(n) * phone.Second; return &d }
	hear := func() phone.Step { return phone.Step{Hears: &phone.Hears{Any: true}} }
	press := func(keys string) phone.Step { return phone.Step{After: second(1), Press: &phone.Press{Keys: keys}} }
	switch t.with {
	case "unknown-code":
		s.Steps = []phone.Step{hear(), press("99999"), hear(), {After: second(1), HangsUp: phone.Caller}}
	case "busy":
		s.Steps = []phone.Step{hear(), press(demoOrder), hear(), {Dialled: &phone.Dialled{Busy: second(1)}}, hear()}
	default:
		s.Steps = []phone.Step{hear(), press(demoOrder), hear(), {Dialled: &phone.Dialled{Answers: second(4)}}, {Joined: true}, {Talk: second(42)}, {HangsUp: phone.Caller}}
	}
	return s
}

// result asks the control plane what it knows of the call.
func (t *teller) result() error {
	var page struct {
		Calls []struct {
			ID     string            `json:"id"`
			Result map[string]string `json:"result"`
			Call   *struct {
				EndedBy string `json:"ended_by"`
			} `json:"call"`
		} `json:"calls"`
	}
	if _, err := t.stack.service("GET", "/v1/calls", nil, &page); err != nil {
		return err
	}
	if len(page.Calls) == 0 {
		t.say("result", "the control plane has no result of this call")
		return findings()
	}
	call := page.Calls[0]
	fields := t.stack.want.Scenarios[0].Flow.Manifest.Result
	lines := make([]string, 0, len(fields))
	for _, f := range fields {
		if v := call.Result[f]; v != "" {
			lines = append(lines, f+": "+v)
		}
	}
	t.say("result", "call %s, signed and taken once: %s", call.ID, strings.Join(lines, ", "))
	return nil
}

// done ends the order, and with it what the number stands for.
func (t *teller) done() error {
	var o orderReply
	if _, err := t.stack.service("DELETE", "/v1/orders/"+demoOrder+"?wait=applied", nil, &o); err != nil {
		return err
	}
	if o.SyncState != "applied" {
		return failed("the order is closed, and its key is still %s", o.SyncState)
	}
	t.say("order", "DELETE /v1/orders/%s: closed, and its key is gone from the storage", demoOrder)
	return nil
}
