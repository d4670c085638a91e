// Package parse turns the YAML nodes of a flow into its tree. It checks shape
// alone: what keys there are, and whether a value can be read as what its field
// is. Meaning (names, types, outcomes) is the checker's.
//
// The parser follows the registry (package spec) and knows no verb by name. It
// reports every mistake once and goes on with what could be read.
package parse

import (
	"io/fs"
	"path"
	"regexp"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// Flow reads a flow and the files that it names. The tree is nil when the file
// cannot be read at all; else it holds what could be read, and report the rest.
func Flow(files fs.FS, name string, report *diag.List) *ast.Flow {
	p := newParser(files, name, report)
	root := p.File(name, source.Span{})
	if root == nil {
		return nil
	}
	flow := p.flow(root)
	nameSteps(flow)
	p.link(flow)
	return flow
}

func newParser(files fs.FS, name string, report *diag.List) *parser {
	return &parser{Reader: &shape.Reader{Files: files, Report: report}, dir: path.Dir(name), verbs: spec.Verbs(), read: &readFiles{}}
}

type parser struct {
	*shape.Reader
	dir   string // of the file, for the files that it names
	verbs []spec.Verb
	read  *readFiles
}

// verb returns the verb of a name, nil when there is none.
func (p *parser) verb(name string) *spec.Verb {
	for i := range p.verbs {
		if p.verbs[i].Name == name {
			return &p.verbs[i]
		}
	}
	return nil
}

// flowForm is what the platform allows for a scenario's name (below 30
// characters) and a file name can carry.
var flowForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,28}$`)

// name reads a name of the flow's own making.
func (p *parser) name(n *source.Node, what string) ast.Ident {
	name, _ := p.Name(n, what)
	return ast.Ident{Name: name, At: n.Span}
}
