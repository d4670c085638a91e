package cli_test

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/ringflow/ringflow/cmd/ringflow/internal/cli"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/sample"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"ringflow": func() { os.Exit(cli.Main(cli.OS())) },
		"curl":     func() { os.Exit(curl(os.Args[1:])) },
	})
}

// TestScripts runs every command as a user would: testdata/script/*.txtar.
// UPDATE=1 rewrites expected output that differs.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       golden.Updating(),
		Cmds:                map[string]func(ts *testscript.TestScript, neg bool, args []string){"exits": exits, "longflow": longFlow},
	})
}

// longFlow STEPS FILE writes a flow of that many steps.
func longFlow(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: longflow STEPS FILE")
	}
	steps, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(sample.Flow(steps)), 0o600))
}

// exits CODE PROGRAM ARGS... runs a program and demands its exact exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var ee *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &ee) {
		got = ee.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}
