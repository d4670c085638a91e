package lsp

import (
	"strings"

	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// kind is what a node of a flow is.
type kind int

const (
	unknown   kind = iota
	file           // the top of a flow
	fields         // a mapping with fields of the registry
	decls          // names with types
	typeDefs       // names with enumerations and records
	stores         // names with stores
	calendars      // names with calendars
	blocks         // names with blocks
	body           // of a block: steps, or needs and do
	steps          // a step or a list of them
	step           // a mapping with a verb
	handlers       // outcomes with steps
	cases          // of choose
	heard          // prompts
	args           // names with expressions
	notes          // result fields with texts
	headers        // headers with texts
	days           // days with hours
	voices         // languages with voices
	scalar         // one value
	targets        // who is called
)

// place is what a node of a flow is, and what it belongs to.
type place struct {
	kind   kind
	list   []spec.Field // of file and fields
	field  spec.Field   // of args, notes, heard and scalar
	verb   *spec.Verb   // of step and what is in it
	around *source.Node // the mapping of that step
	prompt string       // of args: the prompt that they fill
	block  string       // the block around: names in scope are its names
}

// spot is a scalar of a flow with its place.
type spot struct {
	place
	node *source.Node
	in   *source.Node // the mapping whose key it is; nil for a value or an item
}

// find returns the scalar at an offset. It follows the registry down the tree.
func find(n *source.Node, p place, at int) (spot, bool) {
	p = p.as(n)
	switch n.Kind {
	case source.Scalar:
		return spot{p, n, nil}, n.Span.Start <= at && at <= n.Span.End
	case source.List:
		for _, item := range n.Items {
			if s, ok := find(item, p, at); ok {
				return s, true
			}
		}
	case source.Map:
		for _, e := range n.Entries {
			if e.Key.Span.Start <= at && at <= e.Key.Span.End {
				return spot{p, e.Key, n}, true
			}
			if s, ok := find(e.Value, p.value(e.Key.Text.Value), at); ok {
				return s, true
			}
		}
	}
	return spot{}, false
}

// as makes the place more exact by what stands in it.
func (p place) as(n *source.Node) place {
	switch {
	case p.kind == body && n.Kind == source.Map && (n.Get("do") != nil || n.Get("needs") != nil):
		p.kind, p.list = fields, spec.BlockFields()
	case p.kind == body && n.Kind != source.Map:
		p.kind = steps
		return p
	case (p.kind == steps || p.kind == body) && n.Kind == source.Map:
		p.kind, p.around, p.verb = step, n, nil
		for _, e := range n.Entries {
			if v := spec.VerbNamed(e.Key.Text.Value); v != nil {
				p.verb = v
			}
		}
	case p.kind == scalar && p.field.Of == "type" && n.Kind == source.Map:
		p.kind, p.list = fields, spec.DeclFields()
	case p.kind == cases && n.Kind == source.Map:
		p.kind, p.list = fields, spec.CaseFields()
	case p.kind == targets && n.Kind == source.Map:
		p.kind = fields
	case p.kind == targets && n.Kind == source.Scalar:
		p.kind, p.field = scalar, p.list[0] // a number
	}
	return p
}

// value is the place behind a key.
func (p place) value(key string) place {
	next := place{verb: p.verb, around: p.around, block: p.block}
	switch p.kind {
	case file, fields:
		for _, f := range p.list {
			if f.Name == key {
				return next.ofField(f)
			}
		}
	case blocks:
		next.kind, next.block = body, key
	case calendars:
		next.kind, next.list = fields, spec.CalendarFields()
	case stores:
		next.kind, next.list = fields, spec.StoreFields()
	case decls, typeDefs:
		next.kind, next.field = scalar, spec.Field{Kind: spec.Name, Of: "type"}
	case step:
		return p.stepValue(key, next)
	case handlers:
		next.kind = steps
	case heard:
		next.kind, next.prompt, next.field = args, key, spec.Field{Name: "with", Kind: spec.Args}
		switch key {
		case "text":
			next.kind, next.field = scalar, spec.Field{Kind: spec.Text}
		case "file":
			next.kind, next.field = scalar, spec.Field{Kind: spec.Expr}
		}
	case args:
		next.kind, next.field = scalar, spec.Field{Kind: spec.Expr}
	case voices:
		next.kind, next.field = scalar, spec.Field{Kind: spec.Name, Of: "voice"}
	case notes, headers:
		next.kind, next.field = scalar, spec.Field{Kind: spec.Text}
	}
	return next
}

func (p place) stepValue(key string, next place) place {
	switch {
	case key == "on":
		next.kind = handlers
	case p.verb == nil:
	case key == p.verb.Name:
		head := p.verb.Head
		head.Name = key
		return next.ofField(head)
	default:
		if f, ok := p.verb.Field(key); ok {
			return next.ofField(f)
		}
	}
	return next
}

// topFields are the parts of a flow that have fields or names of their own.
var topFields = map[string]kind{"config": decls, "args": decls, "needs": decls, "value": decls, "result": unknown, "types": typeDefs, "stores": stores, "calendars": calendars, "open": days, "languages": voices, "blocks": blocks}

func (p place) ofField(f spec.Field) place {
	p.field = f
	switch f.Kind {
	case spec.Steps:
		p.kind = steps
		if f.Name == "main" || f.Name == "finally" {
			p.block = f.Name
		}
	case spec.Cases:
		p.kind = cases
	case spec.Prompt:
		p.kind = heard
	case spec.Args:
		p.kind = args
	case spec.Notes:
		p.kind = notes
	case spec.Decls:
		p.kind = decls
	case spec.Headers:
		p.kind = headers
	case spec.Group:
		if len(f.Fields) > 0 {
			p.kind, p.list = fields, f.Fields
		} else {
			p.kind = topFields[f.Name]
		}
	case spec.Targets:
		p.kind, p.list = targets, f.Fields
	case spec.Reasons, spec.Texts, spec.Phrases, spec.Labels, spec.None, spec.Items:
		p.kind = unknown
	default:
		p.kind = scalar
	}
	return p
}

// topOf is the place of a file as a whole; false for one that is neither a flow nor a library.
func topOf(name string) (place, bool) {
	switch {
	case strings.HasSuffix(name, ".flow.yaml"):
		return place{kind: file, list: spec.FlowFields()}, true
	case strings.HasSuffix(name, parse.LibraryEnding):
		return place{kind: file, list: spec.LibraryFields()}, true
	}
	return place{}, false
}
