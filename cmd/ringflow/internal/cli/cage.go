package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// A script of unknown origin runs in a child process of this program, the cage:
// not everything that a script may do can be interrupted, and nothing in the
// engine bounds its memory. The child watches itself (cage_inside.go) and says
// clearly why it ended; the parent is there for the ends that a process cannot
// survive.

const (
	insideVariable = "RINGFLOW_INSIDE" // set for the child alone
	cleanExit      = 100               // added to the exit code of a child that ended by itself
	keptStderr     = 1 << 20           // bytes of the child's stderr that are kept
)

// caged runs the command of env in a child and passes on what it prints and how
// it exits.
func caged(env *Env) error {
	stderr := &beginning{}
	child := exec.CommandContext(env.Context, env.Program, env.Args...)
	child.Args[0] = "ringflow" // its name, whatever the file is called
	child.Dir, child.Stdin, child.Stdout, child.Stderr = env.Dir, env.Stdin, env.Stdout, stderr
	child.Env = append(child.Environ(), insideVariable+"=1")
	err := child.Run()
	var exit *exec.ExitError
	code := child.ProcessState.ExitCode() - cleanExit
	switch {
	case err != nil && !errors.As(err, &exit):
		return failed("the script cannot be run in a process of its own: %w", err)
	case env.Context.Err() != nil:
		return failed("interrupted")
	case code < 0:
		return crashed(stderr.String(), child.ProcessState.String())
	}
	if _, err := env.Stderr.Write(stderr.Bytes()); err != nil {
		return err
	}
	if code == ExitOK {
		return nil
	}
	return &exitError{code: code}
}

// beginning keeps the first keptStderr bytes that are written to it.
type beginning struct{ bytes.Buffer }

func (b *beginning) Write(p []byte) (int, error) {
	b.Buffer.Write(p[:min(len(p), keptStderr-b.Len())])
	return len(p), nil
}

// crashed is the error of a child that a script has brought down.
func crashed(stderr, state string) error {
	what, _, _ := strings.Cut(stderr, "\n")
	switch {
	case strings.Contains(stderr, "SIGXCPU"):
		return overTime(processorTime, "")
	case strings.Contains(stderr, "out of memory") || strings.Contains(stderr, "cannot allocate memory"):
		return overMemory("")
	case strings.Contains(stderr, "stack exceeds") || strings.Contains(stderr, "stack overflow"):
		what = "it nests or recurses deeper than the engine can follow"
	case what == "":
		what = state
	}
	return limited("%s: the script has brought the engine down: %s; its process alone has ended, look for data that is nested without end", codeCrash, what)
}

func overTime(took time.Duration, where string) error {
	return limited("%s: the script was still running after %v%s; a run may take that long in all: look for a regular expression "+
		"that tries too much, and for callbacks that take long", codeTime, took, where)
}

func overMemory(where string) error {
	return limited("%s: the script took more than %d MB of memory%s; look for a string or an array that grows without end", codeMemory, memoryLimit>>20, where)
}

// limited ends a run at a limit of its process: a finding about the script.
func limited(format string, args ...any) error {
	return &exitError{ExitFindings, fmt.Errorf(format, args...)}
}
