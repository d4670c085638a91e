package cli

import (
	"errors"
	"fmt"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Exit codes, the same for every command; docs/cli.md shows this table.
const (
	ExitOK       = 0 // fine, nothing to do
	ExitFindings = 1 // diagnostics, failed tests, changes in a plan, drift, a difference
	ExitUsage    = 2 // wrong usage
	ExitFailed   = 3 // could not do it: file, network, platform
	ExitRefused  = 4 // refused: stale plan, conflict, limit, protected
)

// exitError is an error with the code that the process exits with. A nil err
// means that everything worth saying was printed already.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// findings ends a command that printed what it found: exit code 1, no further text.
func findings() error { return &exitError{code: ExitFindings} }

func usage(format string, args ...any) error {
	return &exitError{ExitUsage, fmt.Errorf(format, args...)}
}

func failed(format string, args ...any) error {
	return &exitError{ExitFailed, fmt.Errorf(format, args...)}
}

func refused(format string, args ...any) error {
	return &exitError{ExitRefused, fmt.Errorf(format, args...)}
}

// unplayed is the error of a call that could not begin: a script with a syntax
// error is a finding. where names what was to be played, "" when that is plain.
func unplayed(where string, err error) error {
	code := ExitFailed
	if syntax := new(voxengine.SyntaxError); errors.As(err, &syntax) {
		code = ExitFindings
	}
	if where != "" {
		err = fmt.Errorf("%s: %w", where, err)
	}
	return &exitError{code, err}
}

// exitCode maps an error of a command to the exit code and the text for stderr ("" for none).
func exitCode(err error) (int, string) {
	var e *exitError
	switch {
	case err == nil:
		return ExitOK, ""
	case errors.As(err, &e) && e.err == nil:
		return e.code, ""
	case errors.As(err, &e):
		return e.code, err.Error()
	default:
		return ExitFailed, err.Error()
	}
}
