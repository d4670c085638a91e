// Package parse turns the YAML nodes of a flow into its tree. It checks shape
// alone: what keys there are, and whether a value can be read as what its field
// is. Meaning (names, types, outcomes) is the checker's.
//
// The parser follows the registry (package spec) and knows no verb by name. It
// reports every mistake once and goes on with what could be read.
package parse

import (
	"errors"
	"io/fs"
	"path"
	"regexp"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// Flow reads a flow and the files that it names. The tree is nil when the file
// cannot be read at all; else it holds what could be read, and report the rest.
func Flow(files fs.FS, name string, report *diag.List) *ast.Flow {
	p := &parser{files: files, dir: path.Dir(name), report: report, verbs: spec.Verbs()}
	root := p.file(name, source.Span{})
	if root == nil {
		return nil
	}
	flow := p.flow(root)
	nameSteps(flow)
	return flow
}

type parser struct {
	files  fs.FS
	dir    string // of the flow, for the files that it names
	report *diag.List
	verbs  []spec.Verb
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

// file reads one YAML file; at is the place that named it.
func (p *parser) file(name string, at source.Span) *source.Node {
	text, err := fs.ReadFile(p.files, name)
	if err != nil {
		reason := "it cannot be read"
		if errors.Is(err, fs.ErrNotExist) {
			reason = "there is no such file"
		}
		p.report.Add(diag.UnknownFile, at, "%s: %s", name, reason)
		return nil
	}
	root, accidents := source.Parse(source.NewFile(name, string(text)))
	for _, a := range accidents {
		p.accident(a)
	}
	return root
}

// words for accidents, by kind.
func (p *parser) accident(a source.Accident) {
	add := func(code diag.Code, format string, args ...any) *diag.Diagnostic {
		return p.report.Add(code, a.At, format, args...)
	}
	switch a.Kind {
	case source.Encoding:
		add(diag.YAMLEncoding, "the file is not UTF-8 text").Helped("save it as UTF-8")
	case source.TooLarge:
		add(diag.YAMLEncoding, "the file is larger than %d MB, which no flow is", source.MaxBytes>>20)
	case source.TooDeep:
		add(diag.YAMLSyntax, "the file nests deeper than %d levels", source.MaxDepth).Helped("move steps into a block and `run` it")
	case source.Empty:
		add(diag.FileEmpty, "the file is empty").Helped("start with `ringflow: 1` and `flow: NAME`")
	case source.SecondDocument:
		add(diag.FileEmpty, "a second document starts here").Helped("one file holds one flow: remove the `---`")
	case source.Tab:
		add(diag.YAMLTab, "a tab indents this line").Labelled("a tab").Helped("YAML indents with spaces: replace the tab by two")
	case source.Anchor, source.Alias:
		add(diag.YAMLReference, "`%s` is an anchor or a reference to one", a.Detail).Helped("flows have none; use a block, a prompt or `config` to say a thing once")
	case source.MergeKey:
		add(diag.YAMLReference, "`<<` merges another mapping").Helped("flows have no merge keys; write the fields out, or use a block")
	case source.Tag:
		add(diag.YAMLReference, "`%s` is a YAML tag", a.Detail).Helped("types follow from the field: remove the tag")
	case source.DuplicateKey:
		add(diag.YAMLDuplicate, "the key `%s` stands here a second time", a.Detail).Labelled("again").Also(a.Other, "first").
			Helped("keep one of them; several outcomes with one answer are written `a | b`")
	case source.BareHash:
		add(diag.YAMLHash, "a `#` starts a comment here").Labelled("the rest of the line is not read").Helped("quote it: \"#\"")
	case source.KeyNotText:
		add(diag.WrongShape, "a key is %s", a.Detail).Helped("keys are names")
	default:
		d := add(diag.YAMLSyntax, "the file is not YAML: %s", a.Detail)
		d.Also(a.Other, "it belongs to this")
		if a.Detail == "mapping values are not allowed in this context" {
			d.Helped("quote a text that has a colon and a space in it, or start a new line")
		}
	}
}

// want reports a node that is not of the expected kind.
func (p *parser) want(n *source.Node, kind source.Kind, what string) bool {
	if n.Kind == kind {
		return true
	}
	if !n.Bad {
		p.report.Add(diag.WrongShape, headOf(n), "%s was found where %s was expected", n.Kind, what).Labelled("%s", n.Kind)
	}
	return false
}

// headOf is the place to point at for a whole node: its first line.
func headOf(n *source.Node) source.Span {
	s := n.Span
	if s.From().Line != s.To().Line {
		line := s.File.Line(s.From().Line)
		s.End = min(s.End, s.File.Offset(source.Pos{Line: s.From().Line, Column: 1})+len(line))
	}
	return s
}

// text reads a scalar.
func (p *parser) text(n *source.Node, what string) (source.Text, bool) {
	return n.Text, p.want(n, source.Scalar, what)
}

// nameForm is what names look like; flowForm is what the platform allows for a
// scenario's name (below 30 characters) and a file name can carry.
var (
	nameForm = regexp.MustCompile(`^[\pL_][\pL\pN_]*$`)
	flowForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,28}$`)
)

// reserved names mean something in every expression.
var reserved = map[string]bool{"true": true, "false": true, "null": true, "in": true, "config": true, "caller": true, "call": true, "result": true, "otherwise": true}

// name reads a scalar as a name of its own making.
func (p *parser) name(n *source.Node, what string) ast.Ident {
	text, ok := p.text(n, what)
	if !ok {
		return ast.Ident{At: n.Span}
	}
	id := ast.Ident{Name: text.Value, At: n.Span}
	switch {
	case reserved[id.Name]:
		p.report.Add(diag.BadName, id.At, "`%s` cannot be %s: it has a meaning of its own", id.Name, what)
	case !nameForm.MatchString(id.Name):
		p.report.Add(diag.BadName, id.At, "`%s` cannot be %s", id.Name, what).Helped("names have letters, digits and `_`, and start with a letter")
	}
	return id
}

// entries walks a mapping by a list of fields: unknown keys and required ones
// that are missing are reported, at the place of what they belong to.
func (p *parser) entries(n *source.Node, fields []spec.Field, owner string, at source.Span, visit func(spec.Field, source.Entry)) {
	seen := map[string]bool{}
	for _, e := range n.Entries {
		name := e.Key.Text.Value
		field, ok := fieldNamed(fields, name)
		if !ok {
			p.report.Add(diag.UnknownKey, e.Key.Span, "%s has no field `%s`", owner, name).Helped("%s", diag.DidYouMean(name, spec.FieldNames(fields)))
			continue
		}
		seen[name] = true
		visit(field, e)
	}
	for _, f := range fields {
		if f.Required && !seen[f.Name] && !n.Bad {
			p.missing(owner, f, at)
		}
	}
}

func (p *parser) missing(owner string, f spec.Field, at source.Span) {
	p.report.Add(diag.MissingKey, at, "%s has no `%s`", owner, f.Name).Helped("`%s:` takes %s. %s", f.Name, f.Kind, f.Doc)
}

func fieldNamed(fields []spec.Field, name string) (spec.Field, bool) {
	for _, f := range fields {
		if f.Name == name {
			return f, true
		}
	}
	return spec.Field{}, false
}
