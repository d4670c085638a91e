// Package bundle links an emitted scenario with the parts of the shim that it
// uses, into the one function that a script's body is (see artifact).
//
// esbuild does the linking, in memory: it drops what is not imported, keeps
// names readable and joins the source maps, so that a line of the script leads
// to the flow's file or to the shim's source. The result depends on the input
// and on nothing else.
//
//	bundle.go   what goes in and what comes out
//	link.go     esbuild and where it finds modules
//	srcmap.go   the source map, moved to where the code stands in a script
package bundle

import (
	"errors"
	"fmt"
)

// Input is one emitted scenario.
type Input struct {
	Name   string // of the emitted module in messages and source maps, such as "kvs-scenario.js"
	Module []byte // an ES module that imports from "ringflow"
	Map    []byte // source map (version 3, JSON) of Module; nil if there is none
}

// Output is one linked scenario.
type Output struct {
	Body     []byte // a script from its third line on: one function expression and the end of the call around it
	Map      []byte // source map (version 3, JSON), lines counted from the first of the whole script
	Minified []byte // Body minified; for its size alone, as the platform asks for readable scripts
}

// The body is the argument of the call that a script's second line opens. It is
// a function, so no name of it meets those of another scenario of the same rule.
const (
	opening = "function (bound) {\n"
	closing = "});\n"
)

// linesBefore is the number of lines before the linked code in a script:
// artifact's two and the opening.
const linesBefore = 3

// Bundle links a scenario. Its errors hold a *Problem each (see Problems) and are
// mistakes of the emitter, not of a flow's author: a module that does not parse,
// or imports what is not there.
func Bundle(in Input) (Output, error) {
	code, err := link(in)
	if err != nil {
		return Output{}, err
	}
	moved, err := moveMap(code.sourceMap, linesBefore)
	if err != nil {
		return Output{}, fmt.Errorf("%s: %w", in.Name, err)
	}
	body := wrap(code.text)
	small, err := minify(body)
	if err != nil {
		return Output{}, fmt.Errorf("%s: %w", in.Name, err)
	}
	return Output{Body: body, Map: moved, Minified: small}, nil
}

func wrap(code []byte) []byte {
	body := make([]byte, 0, len(opening)+len(code)+len(closing))
	body = append(body, opening...)
	body = append(body, code...)
	return append(body, closing...)
}

// Problem is one reason why a module cannot be linked.
type Problem struct {
	File   string // Input.Name, or a file of the shim
	Line   int    // from 1; 0 if there is no place
	Column int    // from 1, in bytes
	Text   string
}

func (p *Problem) Error() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Text)
}

// Problems returns all problems of an error of Bundle, in their order.
func Problems(err error) []*Problem {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var out []*Problem
		for _, one := range joined.Unwrap() {
			out = append(out, Problems(one)...)
		}
		return out
	}
	var p *Problem
	if errors.As(err, &p) {
		return []*Problem{p}
	}
	return nil
}
