package cli

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

type runCmd struct {
	Files  []string          `arg:"" name:"file" help:"A flow, or hand-written scripts in the order of their rule."`
	Call   string            `placeholder:"FILE" help:"A test file; one of its cases is the call."`
	Name   string            `placeholder:"CASE" help:"The case; the first one without it."`
	From   string            `placeholder:"NUMBER" help:"Without --call: who calls. Default: the number is withheld."`
	To     string            `default:"10000000000" placeholder:"NUMBER" help:"Without --call: the number that is dialled."`
	Arg    map[string]string `placeholder:"NAME=VALUE" help:"Without --call: an argument of a flow that starts: api; may be given several times."`
	Press  string            `placeholder:"KEYS" help:"Without --call: the keys that are pressed, one second after the answer."`
	Stay   phone.Duration    `default:"60s" placeholder:"TIME" help:"Without --call: when the caller hangs up."`
	JSON   bool              `help:"Print the trace as NDJSON."`
	Switch map[string]string `placeholder:"NAME=VALUE" help:"Decide an unverified fact about the platform; may be given several times."`
	Seed   uint64            `placeholder:"N" help:"Seed of everything random in the session."`
}

func (c *runCmd) Run(env *Env) error {
	if err := facts.Settings(c.Switch).Validate(); err != nil {
		return usage("--switch: %v", err)
	}
	if env.Program != "" {
		if env.Getenv(insideVariable) == "" {
			return caged(env)
		}
		env.cage = enterCage(env)
	}
	call, err := c.findCall(env)
	if err != nil {
		return err
	}
	env.cage.seal()
	v, err := call.Run(calltest.Options{Switches: facts.Settings(c.Switch), Seed: c.Seed, Trace: env.cage.sees})
	env.cage.sessionOver()
	if err != nil {
		return unplayed("", err)
	}
	if err := c.print(env, v); err != nil {
		return err
	}
	switch {
	case c.Call == "" && v.Err != nil:
		return &exitError{ExitFindings, v.Err} // a call that stands in no file has nothing else to fail
	case v.Passed() || c.Call == "":
		return nil
	}
	fmt.Fprint(env.Stderr, v.Describe())
	return findings()
}

func (c *runCmd) print(env *Env, v *calltest.Verdict) error {
	if !c.JSON {
		return voxengine.WriteText(env.Stdout, v.Events)
	}
	enc := json.NewEncoder(env.Stdout)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(map[string]string{"trace": voxengine.TraceVersion}); err != nil {
		return err
	}
	for _, e := range v.Events {
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	return nil
}

// findCall builds what is called and takes the case that calls it.
func (c *runCmd) findCall(env *Env) (*calltest.Case, error) {
	var report diag.List
	subject, err := c.subject(env, &report)
	if err != nil {
		return nil, err
	}
	if err := env.say(&report); err != nil {
		return nil, err
	}
	if c.Call == "" {
		return c.alone(subject)
	}
	s, err := calltest.Read(&calltest.Builder{Files: env.files(), Subject: subject}, c.Call, &report)
	if err != nil {
		return nil, err
	}
	if err := env.say(&report); err != nil {
		return nil, err
	}
	var names []string
	for _, call := range s.Cases {
		if call.Name == c.Name || c.Name == "" {
			return call, nil
		}
		names = append(names, call.Name)
	}
	return nil, usage("%s has no case %q; %s", c.Call, c.Name, diag.DidYouMean(c.Name, names))
}

func (c *runCmd) subject(env *Env, report *diag.List) (*calltest.Subject, error) {
	b := &calltest.Builder{Files: env.files()}
	if len(c.Files) == 1 && strings.HasSuffix(c.Files[0], flowEnding) {
		if err := env.wantFile(c.Files[0]); err != nil {
			return nil, err
		}
		return b.Flow(c.Files[0], report)
	}
	var names []source.Text
	for _, f := range c.Files {
		if strings.HasSuffix(f, flowEnding) {
			return nil, usage("a flow runs alone: %s stands beside other files", f)
		}
		if strings.HasSuffix(f, ".yaml") {
			return nil, wantFlow(f)
		}
		if err := env.wantFile(f); err != nil {
			return nil, err
		}
		names = append(names, source.PlainText(source.NewFile("arguments", f), 0, f))
	}
	return b.Scripts(".", names, report), nil
}

// alone is a call that stands in no file: somebody calls, or the API starts the
// flow and whoever it dials answers.
func (c *runCmd) alone(subject *calltest.Subject) (*calltest.Case, error) {
	if subject.Artifact == nil || subject.Artifact.Manifest.Starts != "api" {
		if len(c.Arg) > 0 {
			return nil, usage("--arg is for a flow that starts: api, and %s does not", subject.Name)
		}
		return calltest.Alone(subject, c.story()), nil
	}
	args := map[string]any{}
	for name, value := range c.Arg {
		args[name] = value
	}
	call := calltest.Alone(subject, answering(c.story()))
	if err := call.StartBy(args); err != nil {
		return nil, usage("%s cannot be started so: %s; arguments are given by --arg NAME=VALUE", c.Files[0], strings.ReplaceAll(err.Error(), "\n", "; "))
	}
	return call, nil
}

// answering is a story whose person does not call, and answers two seconds after
// the first dial.
func answering(s phone.Story) phone.Story {
	pause := 2 * phone.Second
	first := phone.Step{Dialled: &phone.Dialled{Answers: &pause, Says: "Hello"}}
	s.Steps = append([]phone.Step{first, {After: &pause}}, s.Steps...)
	return s
}

// story is the call of a person who presses some keys and leaves.
func (c *runCmd) story() phone.Story {
	s := phone.Story{Name: path.Base(c.Files[0]), From: c.From, To: c.To, Lenient: true}
	stay := c.Stay
	if c.Press != "" {
		second := phone.Second
		s.Steps = append(s.Steps, phone.Step{After: &second, Press: &phone.Press{Keys: c.Press}})
		stay = max(0, stay-second)
	}
	s.Steps = append(s.Steps, phone.Step{After: &stay})
	return s
}
