// Package script reads the JavaScript of a flow's `script` steps: the body of a
// function that computes and does nothing else. What it refuses by name keeps an
// author from reaching the platform by accident or habit; it is no prison for
// somebody who builds names at run time.
//
//	script.go   syntax, by esbuild, which also links the script; its messages are the better ones
//	walk.go     what the code names, by the syntax tree of the interpreter that runs tests
//	allowed.go  what may be named
package script

import (
	"errors"
	"slices"
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
	"github.com/evanw/esbuild/pkg/api"
)

// Tick is the function that every loop calls at the beginning of each turn; it
// is the script's last parameter, and no name of a flow has a $.
const Tick = "$turn"

// Problem is one thing that is wrong, at bytes of the code.
type Problem struct {
	From, To int
	Syntax   bool // it cannot be read; else it does what it must not
	Text     string
	Help     string
}

// Check reads a script that is given inputs. Loops are the places behind the
// opening braces of all loops' bodies, in order.
func Check(code string, inputs []string) (loops []int, problems []Problem) {
	head := "(function (" + strings.Join(append(slices.Clone(inputs), Tick), ", ") + ") {\"use strict\";\n"
	whole := head + code + "\n})"
	if problems = syntax(whole, len(head), len(code)); len(problems) > 0 {
		return nil, problems
	}
	program, err := parser.ParseFile(nil, "", whole, 0)
	if err != nil {
		return nil, []Problem{unread(err, whole, len(head), len(code))}
	}
	function := only(program, len(whole))
	if function == nil {
		return nil, []Problem{{From: 0, To: len(code), Syntax: true, Text: "the braces of the script do not match", Help: "it is the body of a function, without the function around it"}}
	}
	w := &walker{code: code, offset: len(head) + 1}
	w.function(function.ParameterList, function.Body, function.DeclarationList)
	slices.Sort(w.loops)
	slices.SortStableFunc(w.problems, func(a, b Problem) int { return a.From - b.From })
	return w.loops, w.problems
}

// only returns the function that a program is and nothing else.
func only(program *ast.Program, end int) *ast.FunctionLiteral {
	if len(program.Body) != 1 {
		return nil
	}
	statement, ok := program.Body[0].(*ast.ExpressionStatement)
	if !ok {
		return nil
	}
	function, ok := statement.Expression.(*ast.FunctionLiteral)
	if !ok || function.Body.RightBrace != file.Idx(end-1) {
		return nil
	}
	return function
}

// syntax returns what esbuild cannot read.
func syntax(whole string, head, size int) []Problem {
	read := api.Transform(whole, api.TransformOptions{Target: api.ES2017, LogLevel: api.LogLevelSilent})
	var out []Problem
	for _, m := range read.Errors {
		p := Problem{To: size, Syntax: true, Text: m.Text}
		if at := m.Location; at != nil {
			p.From = clamp(offset(whole, at.Line, at.Column)-head, size)
			p.To = clamp(p.From+max(1, at.Length), size)
		}
		out = append(out, p)
	}
	return out
}

// unread is what the interpreter cannot read though esbuild can.
func unread(err error, whole string, head, size int) Problem {
	p := Problem{To: size, Syntax: true, Text: "the interpreter cannot read this"}
	var list parser.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		at := list[0].Position
		p.Text = list[0].Message
		p.From = clamp(offset(whole, at.Line, at.Column-1)-head, size)
		p.To = clamp(p.From+1, size)
	}
	return p
}

// offset returns the byte of a line (from 1) and a column (from 0, in bytes).
func offset(text string, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		at += strings.IndexByte(text[at:], '\n') + 1
	}
	return at + column
}

func clamp(x, most int) int { return max(0, min(x, most)) }
