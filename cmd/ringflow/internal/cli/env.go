package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/ringflow/ringflow/cmd/ringflow/internal/term"
)

// Env is the world as a command sees it. Nothing in this package reads a global
// of the process: tests give their own streams, directory, variables and clock.
type Env struct {
	Context context.Context // ends when the user interrupts
	Args    []string        // without the program's name
	Stdin   io.Reader
	Stdout  io.Writer
	Stderr  io.Writer
	Dir     string              // absolute; relative paths of arguments start here
	Getenv  func(string) string // "" for a variable that is not set
	Now     func() time.Time
	Term    term.Style // how to print for a person
	Program string     // path of this program, to run scripts in a child; "" runs them in this process

	cage *cage // of a child that runs a script
}

// OS returns the world of this process.
func OS() *Env {
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	program, err := os.Executable()
	if err != nil {
		program = os.Args[0]
	}
	return &Env{
		Context: ctx, Args: os.Args[1:],
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Dir: dir, Getenv: os.Getenv, Now: time.Now,
		Term: term.Detect(os.Stdout, os.Getenv), Program: program,
	}
}

// path makes a path of an argument absolute.
func (e *Env) path(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(e.Dir, p)
}
