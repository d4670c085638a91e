package controlplane

import (
	"fmt"
	"strings"
)

// Problem is an error that the caller can do something about. It never contains
// a value that was sent: only where it stands and what is wanted there.
type Problem struct {
	Code   Code
	Detail string // what is wrong with this request and the way out, "" when Title says it
	Fields []FieldProblem
	Cause  error // for the service's own log, never shown to a caller
}

// FieldProblem is one thing wrong with one part of a request.
type FieldProblem struct {
	Pointer string // JSON pointer (RFC 6901) into the body, or the name of a parameter
	Want    string // what is wanted there, in words
}

// Error returns title, detail and fields in one line, without the cause.
func (p *Problem) Error() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s: %s", p.Code, p.Code.Kind().Title)
	if p.Detail != "" {
		out.WriteString(": " + p.Detail)
	}
	for i, f := range p.Fields {
		sep := "; "
		if i == 0 {
			sep = ": "
		}
		fmt.Fprintf(&out, "%s%s: %s", sep, f.Pointer, f.Want)
	}
	return out.String()
}

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Cause }

// Problemf makes a problem of a code and a detail.
func Problemf(code Code, format string, args ...any) *Problem {
	return &Problem{Code: code, Detail: fmt.Sprintf(format, args...)}
}

// StoreProblem wraps an error of a store: the caller learns that nothing was
// kept and that repeating the request is safe.
func StoreProblem(cause error) *Problem {
	return &Problem{Code: CodeStore, Detail: "nothing was changed; repeat the request later", Cause: cause}
}
