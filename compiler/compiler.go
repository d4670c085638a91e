// Package compiler turns a checked flow into an artifact: pure and
// deterministic, the same bytes for the same flow on every machine.
//
//	check.Program -> lower -> ir.Program -> emit -> module -> bundle -> artifact
//
// The steps are packages of their own and can be used alone; this one joins them
// and writes the manifest.
package compiler

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/compiler/bundle"
	"github.com/ringflow/ringflow/compiler/emit"
	"github.com/ringflow/ringflow/compiler/ir"
	"github.com/ringflow/ringflow/compiler/lower"
)

// Build compiles a flow that was checked without errors. It reports a script
// that is too large for the platform, and nothing else: any other failure is a
// mistake of the compiler and comes as an error. There is no artifact then.
func Build(p *check.Program, report *diag.List) (*artifact.Artifact, error) {
	machine, err := Lower(p)
	if err != nil {
		return nil, err
	}
	return Assemble(p, machine, report)
}

// Lower turns a checked flow into its machine and verifies it.
func Lower(p *check.Program) (*ir.Program, error) {
	machine := lower.Program(p)
	if errs := ir.Verify(machine); len(errs) > 0 {
		return nil, fmt.Errorf("the compiler contradicts itself in the flow %s: %v", machine.Flow, errs)
	}
	return machine, nil
}

// Assemble emits and links a machine. The machine may have been changed since
// it was lowered, as tests of tests do. A script that is too large for the
// platform is reported, and is no artifact.
func Assemble(p *check.Program, machine *ir.Program, report *diag.List) (*artifact.Artifact, error) {
	module := emit.Program(machine)
	if hopeless(module) {
		reportSize(p, machine, module, "about "+kilobytes(len(module.Text)), report)
		return nil, nil
	}
	linked, err := bundle.Bundle(bundle.Input{Name: machine.Flow + ".js", Module: module.Text, Map: module.Map})
	if err != nil {
		return nil, fmt.Errorf("the compiler wrote a module that cannot be linked: %w", err)
	}
	a := &artifact.Artifact{Body: annotate(linked.Body, machine), Map: linked.Map}
	a.Manifest = manifest(p, machine, module.Modules)
	a.Manifest.Release = artifact.Release(a.Body)
	frame := len(a.Script()) - len(a.Body)
	a.Manifest.Size = artifact.Size{Script: len(a.Body) + frame, Minified: len(linked.Minified) + frame}
	if a.Manifest.Size.Script > artifact.MaxScriptBytes {
		reportSize(p, machine, module, fmt.Sprintf("%d bytes", a.Manifest.Size.Script), report)
		return nil, nil
	}
	return a, nil
}

// annotate writes, behind the first line of each state, the line of the flow
// that it comes from. Only ends of lines change, so the source map stays true.
func annotate(body []byte, machine *ir.Program) []byte {
	places := make(map[string]string, len(machine.States))
	for _, s := range machine.States {
		places["case "+strconv.Quote(s.ID)+":"] = s.Line(machine.Source)
	}
	lines := bytes.Split(body, []byte("\n"))
	for i, line := range lines {
		if place, ok := places[strings.TrimLeft(string(line), " ")]; ok {
			lines[i] = append(bytes.Clone(line), " // "+place...)
		}
	}
	return bytes.Join(lines, []byte("\n"))
}
