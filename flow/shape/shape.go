// Package shape reads YAML nodes by the registry's lists of fields. Flows,
// projects and test files are all read by it, so that a mistake in any of them is
// told in the same words.
package shape

import (
	"errors"
	"io/fs"
	"regexp"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// Reader reads files and reports what is wrong with their shape.
type Reader struct {
	Files  fs.FS
	Report *diag.List
}

// File reads one YAML file; at is the place that named it.
func (p *Reader) File(name string, at source.Span) *source.Node {
	text, err := fs.ReadFile(p.Files, name)
	if err != nil {
		reason := "it cannot be read"
		if errors.Is(err, fs.ErrNotExist) {
			reason = "there is no such file"
		}
		p.Report.Add(diag.UnknownFile, at, "%s: %s", name, reason)
		return nil
	}
	return p.Parse(source.NewFile(name, string(text)))
}

// Parse reads a text as YAML; nil when that cannot be done.
func (p *Reader) Parse(f *source.File) *source.Node {
	root, accidents := source.Parse(f)
	for _, a := range accidents {
		p.accident(a)
	}
	return root
}

// words for accidents, by kind.
func (p *Reader) accident(a source.Accident) {
	add := func(code diag.Code, format string, args ...any) *diag.Diagnostic {
		return p.Report.Add(code, a.At, format, args...)
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

// Want reports a node that is not of the expected kind.
func (p *Reader) Want(n *source.Node, kind source.Kind, what string) bool {
	if n.Kind == kind {
		return true
	}
	if !n.Bad {
		p.Report.Add(diag.WrongShape, HeadOf(n), "%s was found where %s was expected", n.Kind, what).Labelled("%s", n.Kind)
	}
	return false
}

// HeadOf is the place to point at for a whole node: its first line.
func HeadOf(n *source.Node) source.Span {
	s := n.Span
	if s.From().Line != s.To().Line {
		line := s.File.Line(s.From().Line)
		s.End = min(s.End, s.File.Offset(source.Pos{Line: s.From().Line, Column: 1})+len(line))
	}
	return s
}

// Text reads a scalar.
func (p *Reader) Text(n *source.Node, what string) (source.Text, bool) {
	return n.Text, p.Want(n, source.Scalar, what)
}

// NameForm is what names look like.
var NameForm = regexp.MustCompile(`^[\pL_][\pL\pN_]*$`)

// reserved names mean something in every expression.
var reserved = map[string]bool{"true": true, "false": true, "null": true, "in": true, "config": true, "caller": true, "call": true, "result": true, "otherwise": true}

// Name reads a scalar as a name of its own making; false when it cannot be one.
func (p *Reader) Name(n *source.Node, what string) (string, bool) {
	text, ok := p.Text(n, what)
	return text.Value, ok && IsName(text.Value, n.Span, what, p.Report)
}

// IsName reports a text that cannot be a name.
func IsName(name string, at source.Span, what string, report *diag.List) bool {
	switch {
	case reserved[name]:
		report.Add(diag.BadName, at, "`%s` cannot be %s: it has a meaning of its own", name, what)
		return false
	case !NameForm.MatchString(name):
		report.Add(diag.BadName, at, "`%s` cannot be %s", name, what).Helped("names have letters, digits and `_`, and start with a letter")
		return false
	}
	return true
}

// Entries walks a mapping by a list of fields: unknown keys and required ones
// that are missing are reported, at the place of what they belong to.
func (p *Reader) Entries(n *source.Node, fields []spec.Field, owner string, at source.Span, visit func(spec.Field, source.Entry)) {
	seen := map[string]bool{} // and fields that a mistyped key was meant for
	for _, e := range n.Entries {
		name := e.Key.Text.Value
		field, ok := FieldNamed(fields, name)
		if !ok {
			p.Report.Add(diag.UnknownKey, e.Key.Span, "%s has no field `%s`", owner, name).Meant(name, spec.FieldNames(fields))
			seen[diag.Nearest(name, spec.FieldNames(fields))] = true
			continue
		}
		seen[name] = true
		visit(field, e)
	}
	for _, f := range fields {
		if f.Required && !seen[f.Name] && !n.Bad {
			p.Missing(owner, f, at)
		}
	}
}

// Missing reports a required field that is not there.
func (p *Reader) Missing(owner string, f spec.Field, at source.Span) {
	p.Report.Add(diag.MissingKey, at, "%s has no `%s`", owner, f.Name).Helped("`%s:` takes %s. %s", f.Name, f.Kind, f.Doc)
}

// FieldNamed returns the field of a name.
func FieldNamed(fields []spec.Field, name string) (spec.Field, bool) {
	for _, f := range fields {
		if f.Name == name {
			return f, true
		}
	}
	return spec.Field{}, false
}
