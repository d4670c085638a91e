package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"runtime/debug"
	"strings"

	"github.com/ringflow/ringflow/compiler/ir"

	"github.com/ringflow/ringflow/flow/diag"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

type testCmd struct {
	Paths    []string          `arg:"" optional:"" name:"path" help:"Test files, or folders with test files. Default: this folder."`
	Only     string            `name:"run" placeholder:"RE" help:"Run only cases whose names match this regular expression."`
	JUnit    string            `name:"junit" placeholder:"FILE" help:"Write results for a build server."`
	Coverage bool              `help:"List the outcomes that no call has taken."`
	Update   bool              `help:"Rewrite golden traces that differ. Expectations that a person wrote are never touched."`
	Switch   map[string]string `placeholder:"NAME=VALUE" help:"Decide an unverified fact about the platform; may be given several times."`
	Switches bool              `help:"Run every case under every setting of every unverified fact, one at a time."`
	Verbose  bool              `short:"v" help:"Name every case."`
	JSON     bool              `help:"Print one line of JSON for each case."`
}

// caseRecord is one line of test --json, a documented contract.
type caseRecord struct {
	File     string   `json:"file"`               // the test file
	Name     string   `json:"name"`               // of the case
	Passed   bool     `json:"passed"`             // everything came true
	Ms       int64    `json:"ms"`                 // how long the call lasted in virtual time
	Switch   string   `json:"switch,omitempty"`   // NAME=VALUE, the unverified fact that was decided for this run
	Failures []string `json:"failures,omitempty"` // what did not come true
}

func (c *testCmd) Run(env *Env) error {
	run := &testRun{testCmd: c, env: env, coverage: map[*ir.Program]*calltest.Coverage{}}
	if err := run.prepare(); err != nil {
		return err
	}
	if env.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(calltest.GCPercent))
	}
	for _, s := range run.suites {
		if err := run.suite(s); err != nil {
			return err
		}
	}
	return run.finish()
}

type testRun struct {
	*testCmd
	env      *Env
	only     *regexp.Regexp
	suites   []*calltest.Suite
	verdicts []*calltest.Verdict
	coverage map[*ir.Program]*calltest.Coverage
	failed   int
}

// prepare reads every test file; nothing runs while one has a mistake.
func (r *testRun) prepare() (err error) {
	if r.only, err = regexp.Compile(r.Only); err != nil {
		return usage("--run: %v", err)
	}
	if err := facts.Settings(r.Switch).Validate(); err != nil {
		return usage("--switch: %v", err)
	}
	files, err := r.env.find(r.Paths, testEnding)
	if err != nil {
		return err
	}
	for _, f := range files {
		if strings.HasSuffix(f, flowEnding) || strings.HasSuffix(f, libraryEnding) {
			return usage("%s is not a test file: the calls of a flow stand in files that end in %s", f, testEnding)
		}
	}
	if len(files) == 0 {
		return failed("nothing to test: no *%s here; `ringflow new DIR` starts a project with one", testEnding)
	}
	var report diag.List
	b := &calltest.Builder{Files: r.env.files()}
	for _, f := range files {
		s, err := calltest.Read(b, f, &report)
		if err != nil {
			return err
		}
		if s != nil {
			r.suites = append(r.suites, s)
		}
	}
	return r.env.say(&report)
}

// settings are the settings under which every case runs.
func (r *testRun) settings() []facts.Settings {
	out := []facts.Settings{facts.Settings(r.Switch)}
	if !r.Switches {
		return out
	}
	for _, sw := range facts.Switches() {
		for _, value := range sw.Settings[1:] {
			out = append(out, facts.Settings{sw.ID: value})
		}
	}
	return out
}

func (r *testRun) suite(s *calltest.Suite) error {
	ran, bad := 0, 0
	for _, c := range s.Cases {
		if !r.only.MatchString(c.Name) {
			continue
		}
		for i, settings := range r.settings() {
			v, err := r.play(c, settings, i == 0)
			if err != nil {
				return err
			}
			ran++
			if !v.Passed() {
				bad++
			}
			if err := r.tell(v, settings); err != nil {
				return err
			}
		}
	}
	r.failed += bad
	if ran > 0 && !r.JSON {
		word := r.env.Term.Green("ok  ")
		if bad > 0 {
			word = r.env.Term.Red("FAIL")
		}
		fmt.Fprintf(r.env.Stdout, "%s %s  %s\n", word, s.Name, counted(ran, "call", "calls"))
	}
	return nil
}

func (r *testRun) play(c *calltest.Case, settings facts.Settings, first bool) (*calltest.Verdict, error) {
	opts := calltest.Options{Switches: settings}
	if first {
		opts.Files = r.env.files()
	}
	v, err := c.Run(opts)
	if err != nil {
		return nil, unplayed(c.Suite.Name, err)
	}
	if first && r.Update && c.Expect.Golden != "" {
		if v, err = r.update(c, v, opts); err != nil {
			return nil, err
		}
	}
	r.verdicts = append(r.verdicts, v)
	if m := c.Suite.Subject.Machine; m != nil {
		if r.coverage[m] == nil {
			r.coverage[m] = calltest.NewCoverage(m)
		}
		r.coverage[m].Add(v.Events)
	}
	return v, nil
}

// update rewrites a golden trace that differs, and plays the case again.
func (r *testRun) update(c *calltest.Case, v *calltest.Verdict, opts calltest.Options) (*calltest.Verdict, error) {
	if v.Passed() {
		return v, nil
	}
	if err := os.WriteFile(r.env.path(c.Expect.Golden), []byte(v.Trace()), 0o644); err != nil {
		return nil, failed("cannot write the golden trace: %w", err)
	}
	fmt.Fprintf(r.env.Stderr, "rewrote %s\n", c.Expect.Golden)
	return c.Run(opts)
}

func (r *testRun) tell(v *calltest.Verdict, settings facts.Settings) error {
	var under string
	for name, value := range settings {
		under = name + "=" + value
	}
	if r.JSON {
		rec := caseRecord{File: v.Case.Suite.Name, Name: v.Case.Name, Passed: v.Passed(), Ms: v.End, Switch: under}
		for _, f := range v.Failures {
			rec.Failures = append(rec.Failures, f.Text)
		}
		return json.NewEncoder(r.env.Stdout).Encode(rec)
	}
	if under != "" {
		under = " (with " + under + ")"
	}
	switch {
	case !v.Passed():
		fmt.Fprintf(r.env.Stdout, "%s %s%s\n%s\n", r.env.Term.Red("fail"), v.Case.Name, under, indent(v.Describe()))
	case r.Verbose:
		fmt.Fprintf(r.env.Stdout, "%s %s%s  %.1f s\n", r.env.Term.Green("pass"), v.Case.Name, under, float64(v.End)/1000)
	}
	return nil
}

func indent(text string) string {
	return "     " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n     ")
}

func (r *testRun) finish() error {
	if r.Coverage {
		r.gaps()
	}
	if r.JUnit != "" {
		f, err := os.Create(r.env.path(r.JUnit))
		if err != nil {
			return failed("cannot write the results: %w", err)
		}
		if err := calltest.WriteJUnit(f, r.verdicts); err != nil {
			return failed("cannot write the results: %w", err)
		}
		if err := f.Close(); err != nil {
			return failed("cannot write the results: %w", err)
		}
	}
	fmt.Fprintf(r.env.Stderr, "%s, %d failed\n", counted(len(r.verdicts), "call", "calls"), r.failed)
	if r.failed > 0 {
		return findings()
	}
	return nil
}

// gaps lists what no call has taken, flow by flow in the order of the test files.
func (r *testRun) gaps() {
	seen := map[*ir.Program]bool{}
	for _, s := range r.suites {
		m := s.Subject.Machine
		if m == nil || seen[m] || r.coverage[m] == nil {
			continue
		}
		seen[m] = true
		gaps, total := r.coverage[m].Gaps()
		fmt.Fprintf(r.env.Stdout, "%s: %d of %d outcomes taken\n", m.Flow, total-len(gaps), total)
		for _, g := range gaps {
			from := g.At.From()
			fmt.Fprintf(r.env.Stdout, "  %s:%d:%d: %s of %s\n", g.At.File.Name, from.Line, from.Column, g.Outcome, g.State)
		}
	}
}
