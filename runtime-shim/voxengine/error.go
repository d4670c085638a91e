package voxengine

import (
	"fmt"
	"strings"
)

// Codes of errors in running a script.
const (
	CodeSyntax    = "RF5001" // a script cannot be parsed
	CodeException = "RF5002" // a script threw, and nothing caught it
	CodeRejection = "RF5003" // a promise was rejected, and nothing handled it
	CodeTurn      = "RF5004" // one callback ran too long
	CodeBudget    = "RF5005" // a session that does not end
	CodeOptions   = "RF5006" // options of a session that contradict the platform
	CodeTrace     = "RF5007" // a session that writes too much
)

// Place is where something is in a source file. Line and Column count from 1;
// 0 is unknown.
type Place struct {
	File         string
	Line, Column int
}

// String renders the place as FILE:LINE:COLUMN, without what is unknown.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Problem is one thing that is wrong with a script.
type Problem struct {
	Place Place
	Text  string
}

// SyntaxError is why scripts cannot run: all problems of all of them.
type SyntaxError struct{ Problems []Problem }

func (e *SyntaxError) Error() string {
	lines := make([]string, len(e.Problems))
	for i, problem := range e.Problems {
		lines[i] = fmt.Sprintf("%s: %s: %s", CodeSyntax, problem.Place, problem.Text)
	}
	return strings.Join(lines, "\n")
}

// ScriptError is what ended a session from inside.
type ScriptError struct {
	Code  string  // CodeException and so on
	Text  string  // what the script threw, or what it exceeded
	Help  string  // the way out; empty if there is none to name
	Stack []Place // innermost first, in original sources; may be empty
}

func (e *ScriptError) Error() string {
	text := e.Code + ": " + e.Text
	if e.Help != "" {
		text += "; " + e.Help
	}
	for _, place := range e.Stack {
		text += "\n\tat " + place.String()
	}
	return text
}

// At returns the innermost place, "" if there is none.
func (e *ScriptError) At() string {
	if len(e.Stack) == 0 {
		return ""
	}
	return e.Stack[0].String()
}
