package cli

import (
	"fmt"

	"github.com/ringflow/ringflow/flow/diag"
)

// paint gives diagnostics the colours of a terminal.
func (e *Env) paint(role diag.Role, text string) string {
	switch role {
	case diag.RoleError:
		return e.Term.Red(text)
	case diag.RoleAdvice:
		return e.Term.Yellow(text)
	case diag.RoleFrame, diag.RoleOther:
		return e.Term.Blue(text)
	case diag.RoleHelp, diag.RoleTitle:
		return e.Term.Bold(text)
	}
	return text
}

// say writes diagnostics to stderr, for commands that need a flow without errors.
func (e *Env) say(report *diag.List) error {
	all := report.Sorted()
	if err := diag.WriteText(e.Stderr, all, e.paint); err != nil {
		return err
	}
	if report.Failed() {
		return findings()
	}
	return nil
}

// counted is a number with its noun.
func counted(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%d %s", n, many)
}
