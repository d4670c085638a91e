// Package reference writes flow/LANGUAGE.md: prose, and what the registry says
// of every verb, field, outcome and function.
package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

//go:embed guide.md
var guide string

// Page returns the reference as Markdown.
func Page() string {
	var b strings.Builder
	b.WriteString("<!-- Written by `make golden` from flow/reference/guide.md and flow/spec; changes here are lost. -->\n\n")
	b.WriteString(guide)
	b.WriteString("\n## The file\n\n")
	fields(&b, spec.FlowFields())
	b.WriteString("\nA library has:\n\n")
	fields(&b, spec.LibraryFields())
	b.WriteString("\nA setting or a need with a default has:\n\n")
	fields(&b, spec.DeclFields())
	b.WriteString("\nA store has:\n\n")
	fields(&b, spec.StoreFields())
	b.WriteString("\nA calendar has:\n\n")
	fields(&b, spec.CalendarFields())
	b.WriteString("\nA prompt is a text, or has one of these:\n\n")
	fields(&b, spec.PromptFields())
	b.WriteString("\nA block is a list of steps, or has:\n\n")
	fields(&b, spec.BlockFields())
	b.WriteString("\n## Verbs\n\nEvery step may also have `id:`, a name that keeps its id the same whatever is edited\naround it, and `on:`.\n")
	for _, v := range spec.Verbs() {
		verb(&b, v)
	}
	b.WriteString("\n## Functions\n\n| function | gives |\n|---|---|\n")
	for _, f := range expr.Functions() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", f.Signature(), f.Doc)
	}
	for _, f := range expr.Functions() {
		restsOn(&b, "`"+f.Name+"`", f.Rests)
	}
	return b.String()
}

// Table returns fields as a table of Markdown.
func Table(list []spec.Field) string {
	var b strings.Builder
	fields(&b, list)
	return b.String()
}

func fields(b *strings.Builder, list []spec.Field) {
	b.WriteString("| field | takes | |\n|---|---|---|\n")
	for _, f := range list {
		row(b, f, "")
	}
}

// row writes a field; the fields of a group follow it.
func row(b *strings.Builder, f spec.Field, owner string) {
	takes := f.Kind.String()
	switch {
	case len(f.Words) > 0:
		takes = "`" + strings.Join(f.Words, "`, `") + "`"
	case f.Kind == spec.Expr && f.Type.Kind != types.Bad:
		takes = f.Type.String()
	}
	extra := ""
	switch {
	case f.Required:
		extra = " **Required.**"
	case f.Default != "":
		extra = " Default: `" + f.Default + "`."
	}
	fmt.Fprintf(b, "| `%s` | %s | %s%s |\n", owner+f.Name, takes, f.Doc, extra)
	for _, inner := range f.Fields {
		row(b, inner, owner+f.Name+".")
	}
}

func verb(b *strings.Builder, v spec.Verb) {
	fmt.Fprintf(b, "\n### %s\n\n%s\n\n```yaml\n- %s\n```\n\n", v.Name, v.Doc, strings.ReplaceAll(v.Example, "\n", "\n  "))
	if v.Head.Kind != spec.None || len(v.Fields) > 0 {
		b.WriteString("| field | takes | |\n|---|---|---|\n")
		if v.Head.Kind != spec.None {
			head := v.Head
			head.Name = v.Name
			row(b, head, "")
		}
		for _, f := range v.Fields {
			row(b, f, "")
		}
		b.WriteString("\n")
	}
	if len(v.Outcomes) > 0 {
		b.WriteString("| outcome | when | not handled |\n|---|---|---|\n")
		for _, o := range v.Outcomes {
			name := "`" + o.Name + "`"
			if o.Key {
				name = "`key \"1\"`"
			}
			fmt.Fprintf(b, "| %s | %s | %s |\n", name, o.Doc, notHandled(o))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "Uses: %s.\n", v.Cost)
	head := v.Head
	head.Name = v.Name
	rests(b, head, "")
	for _, f := range v.Fields {
		rests(b, f, "")
	}
}

func notHandled(o spec.Outcome) string {
	switch {
	case o.Key:
		return "the key has no meaning"
	case o.Hook:
		return "nothing is noted"
	}
	return o.Default.String()
}
