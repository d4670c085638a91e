package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A script of unknown origin runs in a child process of this program, the cage:
// the engine cannot interrupt everything that a script may do, and has no bound
// on memory. The child watches itself (cage_inside.go) and says clearly why it
// ended; the parent is there for the ends that a process cannot survive.

const (
	insideVariable = "RINGFLOW_INSIDE" // set for the child alone
	cleanExit      = 100               // added to the exit code of a child that ended by itself
	overMark       = '\x00'            // on stderr: the session is over, what follows is printing
	outerTime      = 4000 * time.Millisecond
	keptStderr     = 1 << 20 // bytes of the child's stderr that are kept
)

// caged runs the command of env in a child and passes on what it prints and how
// it exits.
func caged(env *Env) error {
	ctx, kill := context.WithCancel(env.Context)
	defer kill()
	var late atomic.Bool
	timer := time.AfterFunc(outerTime, func() { late.Store(true); kill() })
	stderr := &childStderr{over: func() { timer.Stop() }}
	child := exec.CommandContext(ctx, env.Program, env.Args...)
	child.Dir, child.Stdin, child.Stdout, child.Stderr = env.Dir, env.Stdin, env.Stdout, stderr
	child.Env = append(child.Environ(), insideVariable+"=1")
	err := child.Run()
	timer.Stop()
	var exit *exec.ExitError
	switch {
	case err != nil && !errors.As(err, &exit):
		return failed("the script cannot be run in a process of its own: %w", err)
	case child.ProcessState.ExitCode() >= cleanExit:
		if _, err := env.Stderr.Write(stderr.kept.Bytes()); err != nil {
			return err
		}
		return passOn(child.ProcessState.ExitCode() - cleanExit)
	case late.Load():
		return overTime("")
	case env.Context.Err() != nil:
		return failed("interrupted")
	}
	return crashed(stderr.kept.String(), child.ProcessState.String())
}

// passOn is the exit code of a child that has printed everything worth saying.
func passOn(code int) error {
	if code == ExitOK {
		return nil
	}
	return &exitError{code: code}
}

// childStderr keeps the beginning of what the child prints there, and hears the mark.
type childStderr struct {
	mu   sync.Mutex
	kept bytes.Buffer
	over func()
}

func (w *childStderr) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	text := p
	if at := bytes.IndexByte(p, overMark); at >= 0 {
		w.over()
		text = append(append([]byte(nil), p[:at]...), p[at+1:]...)
	}
	w.kept.Write(text[:min(len(text), keptStderr-w.kept.Len())])
	return len(p), nil
}

// crashed is the error of a child that a script has brought down.
func crashed(stderr, state string) error {
	what, _, _ := strings.Cut(stderr, "\n")
	switch {
	case strings.Contains(stderr, "out of memory") || strings.Contains(stderr, "cannot allocate memory"):
		return overMemory("")
	case strings.Contains(stderr, "stack exceeds") || strings.Contains(stderr, "stack overflow"):
		what = "it nests or recurses deeper than the engine can follow"
	case what == "":
		what = state
	}
	return limited("%s: the script has brought the engine down: %s; its process alone has ended, look for data that is nested without end", codeCrash, what)
}

func overTime(where string) error {
	return limited("%s: the script was still running after %v%s; a run may take that long in all: look for a regular expression "+
		"that tries too much, and for callbacks that take long", codeTime, innerTime, where)
}

func overMemory(where string) error {
	return limited("%s: the script took more than %d MB of memory%s; look for a string or an array that grows without end", codeMemory, memoryLimit>>20, where)
}

// limited ends a run at a limit of its process: a finding about the script.
func limited(format string, args ...any) error {
	return &exitError{ExitFindings, fmt.Errorf(format, args...)}
}
