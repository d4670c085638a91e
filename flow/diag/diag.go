// Package diag is how the language speaks about a flow: one diagnostic is one
// cause with its place, what was found, what was expected and the way out, under
// a code that stays the same. Stages collect diagnostics in a List and go on;
// rendering them (text, JSON, SARIF, GitHub annotations) is no stage's business.
package diag

import (
	"fmt"
	"slices"
	"sort"

	"github.com/ringflow/ringflow/flow/source"
)

// Severity says what a diagnostic does to a build.
type Severity int

// Error stops a build; Advice never does.
const (
	Error Severity = iota
	Advice
)

func (s Severity) String() string { return [...]string{"error", "advice"}[s] }

// Label is a place with the local fact about it.
type Label struct {
	At   source.Span
	Text string // may be empty
}

// Diagnostic is one finding. Message stands alone: it can be read without the
// source beside it. Help names the way out, Notes say more where it is needed.
type Diagnostic struct {
	Code    Code
	Message string
	At      source.Span // the smallest text that is wrong
	Label   string      // the local fact, beside the underline
	Others  []Label     // the other end of a conflict
	Help    []string
	Notes   []string
	Fixes   []Fix // ways out for a machine
}

// Severity of the diagnostic, which follows from its code.
func (d *Diagnostic) Severity() Severity { return d.Code.Severity() }

// Labelled sets the text beside the underline and returns the diagnostic.
func (d *Diagnostic) Labelled(format string, args ...any) *Diagnostic {
	d.Label = fmt.Sprintf(format, args...)
	return d
}

// Also points at another place and returns the diagnostic.
func (d *Diagnostic) Also(at source.Span, format string, args ...any) *Diagnostic {
	if at.Known() {
		d.Others = append(d.Others, Label{at, fmt.Sprintf(format, args...)})
	}
	return d
}

// Helped adds a way out and returns the diagnostic; an empty text adds nothing.
func (d *Diagnostic) Helped(format string, args ...any) *Diagnostic {
	if text := fmt.Sprintf(format, args...); text != "" {
		d.Help = append(d.Help, text)
	}
	return d
}

// Noted adds a note and returns the diagnostic.
func (d *Diagnostic) Noted(format string, args ...any) *Diagnostic {
	d.Notes = append(d.Notes, fmt.Sprintf(format, args...))
	return d
}

// List collects the diagnostics of one run. The zero List is ready.
type List struct{ all []*Diagnostic }

// Add makes a diagnostic, keeps it and returns it for labels and help.
func (l *List) Add(code Code, at source.Span, format string, args ...any) *Diagnostic {
	d := &Diagnostic{Code: code, At: at, Message: fmt.Sprintf(format, args...)}
	l.all = append(l.all, d)
	return d
}

// Append takes over the diagnostics of another list.
func (l *List) Append(o List) { l.all = append(l.all, o.all...) }

// Len returns how many diagnostics there are.
func (l *List) Len() int { return len(l.all) }

// Failed reports whether there is an error among them.
func (l *List) Failed() bool {
	for _, d := range l.all {
		if d.Severity() == Error {
			return true
		}
	}
	return false
}

// Once drops, of the diagnostics from an index on, those of a code and a place
// that an earlier one has: what was said of a library by itself is not said again
// for the flow that uses it.
func (l *List) Once(from int) {
	type finding struct {
		code Code
		at   source.Span
	}
	said := map[finding]bool{}
	for _, d := range l.all[:from] {
		said[finding{d.Code, d.At}] = true
	}
	l.all = append(l.all[:from:from], slices.DeleteFunc(slices.Clone(l.all[from:]), func(d *Diagnostic) bool {
		return said[finding{d.Code, d.At}]
	})...)
}

// Sorted returns the diagnostics by file, place and code, each finding once.
func (l *List) Sorted() []*Diagnostic {
	out := append([]*Diagnostic(nil), l.all...)
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.At != b.At {
			return a.At.Before(b.At)
		}
		return a.Code < b.Code
	})
	unique := out[:0]
	for i, d := range out {
		if i == 0 || d.Code != out[i-1].Code || d.At != out[i-1].At || d.Message != out[i-1].Message {
			unique = append(unique, d)
		}
	}
	return unique
}

// Drop takes the diagnostics of a code out of the list and returns how many there were.
func (l *List) Drop(code Code) int {
	before := len(l.all)
	l.all = slices.DeleteFunc(l.all, func(d *Diagnostic) bool { return d.Code == code })
	return before - len(l.all)
}

// Count returns how many errors and pieces of advice there are.
func Count(all []*Diagnostic) (errors, advice int) {
	for _, d := range all {
		if d.Severity() == Error {
			errors++
		} else {
			advice++
		}
	}
	return errors, advice
}

// Keep adds a diagnostic that another list made.
func (l *List) Keep(d *Diagnostic) { l.all = append(l.all, d) }
