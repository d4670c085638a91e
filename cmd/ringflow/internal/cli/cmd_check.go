package cli

import (
	"fmt"
	"io/fs"
	"slices"
	"text/tabwriter"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/project"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
)

type checkCmd struct {
	Paths       []string `arg:"" optional:"" name:"path" help:"Flows, libraries, test files, project files, or folders. Default: this folder."`
	Format      string   `default:"text" enum:"text,json,sarif,github" placeholder:"text|json|sarif|github" help:"How to write what was found (${enum})."`
	Bounds      bool     `help:"Print what one call can come to at the most, against the platform's limits, and on which way."`
	Fix         bool     `help:"Make the fixes that are certain, tell them, and report what is left."`
	Certificate bool     `help:"Print where values leave the scenario, and why each may."`
}

func (c *checkCmd) Run(env *Env) error {
	files, err := env.find(c.Paths, flowEnding, libraryEnding, testEnding, project.FileName)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return failed("nothing to check: no *%s, *%s, *%s or %s here; `ringflow new DIR` starts a project", flowEnding, libraryEnding, testEnding, project.FileName)
	}
	if c.Fix {
		if err := fix(env, files); err != nil {
			return err
		}
	}
	checker := newChecker(env.files())
	report, err := checker.all(files)
	if err != nil {
		return err
	}
	all := report.Sorted()
	if err := c.write(env, all); err != nil {
		return err
	}
	if report.Failed() {
		return findings()
	}
	return c.done(env, checker, len(files))
}

func (c *checkCmd) write(env *Env, all []*diag.Diagnostic) error {
	switch c.Format {
	case "json":
		return diag.WriteJSON(env.Stdout, all)
	case "sarif":
		return diag.WriteSARIF(env.Stdout, all, version)
	case "github":
		return diag.WriteGitHub(env.Stdout, all)
	}
	if err := diag.WriteText(env.Stdout, all, env.paint); err != nil {
		return err
	}
	if errors, advice := diag.Count(all); errors+advice > 0 {
		fmt.Fprintf(env.Stderr, "%s, %s; `ringflow explain CODE` says more\n", counted(errors, "error", "errors"), counted(advice, "piece of advice", "pieces of advice"))
	}
	if n := certain(all); n > 0 {
		fmt.Fprintf(env.Stderr, "%s can be made by `ringflow check --fix`\n", counted(n, "fix", "fixes"))
	}
	return nil
}

// Help is shown by `ringflow check --help`.
func (*checkCmd) Help() string {
	return `With --fix, what can only have been meant in one way is written so: another spelling of a
word, a missing space or quote, tabs. Nearest names, outcomes that nobody handles and
declarations that nobody uses are for an editor to offer and for you to choose. A file is
written whole or not at all, and one that could not be read afterwards stays as it is.`
}

// done tells what holds when there is no error.
func (c *checkCmd) done(env *Env, checker *fileChecker, files int) error {
	if c.Format != "text" {
		return nil
	}
	fmt.Fprintf(env.Stderr, "%s: %s, no errors\n", env.Term.Green("ok"), counted(files, "file", "files"))
	for _, p := range checker.programs {
		if c.Bounds {
			writeBounds(env, p)
		}
		if c.Certificate {
			writeCertificate(env, p)
		}
	}
	return nil
}

// fileChecker checks files of every kind; flows that tests call are built once.
type fileChecker struct {
	files    fs.FS
	builder  *calltest.Builder
	programs []*check.Program
}

func newChecker(files fs.FS) *fileChecker {
	return &fileChecker{files: files, builder: &calltest.Builder{Files: files}}
}

func (c *fileChecker) all(names []string) (*diag.List, error) {
	var report diag.List
	tests, others := []string{}, []string{}
	for _, name := range names {
		if ends(name, testEnding) {
			tests = append(tests, name)
		} else {
			others = append(others, name)
		}
	}
	for _, name := range append(others, tests...) {
		if err := c.file(name, &report); err != nil {
			return nil, err
		}
	}
	return &report, nil
}

func (c *fileChecker) file(name string, report *diag.List) error {
	switch {
	case ends(name, testEnding):
		return c.tests(name, report)
	case ends(name, project.FileName):
		checkProject(c.files, name, report)
		return nil
	case ends(name, libraryEnding):
		for _, f := range parse.Library(c.files, name, report) {
			check.Flow(f, report)
		}
		return nil
	}
	if f := parse.Flow(c.files, name, report); f != nil {
		c.programs = append(c.programs, check.Flow(f, report))
	}
	return nil
}

// tests reports on a test file alone: its flow is checked as a file of its own.
// Errors of a flow that is not among the files are told, because they keep the
// tests from being read.
func (c *fileChecker) tests(name string, report *diag.List) error {
	elsewhere, err := checkTests(c.builder, name, report)
	known := report.Sorted()
	for _, d := range elsewhere {
		told := slices.ContainsFunc(known, func(k *diag.Diagnostic) bool {
			return k.Code == d.Code && k.At.Known() && k.At.File.Name == d.At.File.Name && k.At.Start == d.At.Start
		})
		if d.Severity() == diag.Error && !told {
			report.Keep(d)
		}
	}
	return err
}

// checkTests reports on a test file, and returns what is said of other files.
func checkTests(b *calltest.Builder, name string, report *diag.List) (elsewhere []*diag.Diagnostic, err error) {
	var own diag.List
	if _, err := calltest.Read(b, name, &own); err != nil {
		return nil, err
	}
	for _, d := range own.Sorted() {
		if !d.At.Known() || d.At.File.Name == name {
			report.Keep(d)
		} else {
			elsewhere = append(elsewhere, d)
		}
	}
	return elsewhere, nil
}

func ends(name, ending string) bool {
	return len(name) >= len(ending) && name[len(name)-len(ending):] == ending
}

// writeCertificate prints one line for each place where a value leaves the
// scenario, and what the platform keeps by itself.
func writeCertificate(env *Env, p *check.Program) {
	fmt.Fprintf(env.Stdout, "certificate of %s\n", p.Flow.Name.Name)
	w := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	for _, s := range p.Sinks {
		from := s.At.From()
		fmt.Fprintf(w, "  %s:%d:%d\t%s\t%s\t%s\n", s.At.File.Name, from.Line, from.Column, s.Sink, s.Audience, s.Verdict)
	}
	_ = w.Flush()
	fmt.Fprintln(env.Stdout, "  the platform itself keeps dialled numbers in its call history and session log;")
	fmt.Fprintln(env.Stdout, "  recordings are open links unless the application has secure storage")
	for _, l := range p.Limits {
		fmt.Fprintf(env.Stdout, "  %s: at most %d in one call%s\n", l.Name, l.Most, ofPlatform(l))
	}
	for _, fact := range p.Rests {
		fmt.Fprintf(env.Stdout, "  rests on an unverified fact of the platform: %s\n", fact)
	}
}

func ofPlatform(l check.Limit) string {
	if l.Platform == 0 {
		return ""
	}
	return fmt.Sprintf(", and the platform allows %d", l.Platform)
}
