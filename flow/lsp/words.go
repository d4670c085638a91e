package lsp

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// documented returns what the registry says of a key: its headline and its text.
func (s spot) documented() (head, text string) {
	word := s.node.Text.Value
	switch {
	case s.in == nil && s.kind == steps:
		if v := spec.VerbNamed(word); v != nil {
			return v.Name, verbText(v)
		}
	case s.in == nil:
		return "", ""
	case s.kind == file || s.kind == fields:
		return fieldText(word, s.list)
	case s.kind == step && s.verb != nil && word == s.verb.Name:
		return word, verbText(s.verb)
	case s.kind == step && s.verb != nil:
		return fieldText(word, append(spec.CommonFields(), s.verb.Fields...))
	case s.kind == handlers && s.verb != nil:
		return outcomeText(word, s.verb)
	}
	return "", ""
}

func fieldText(name string, list []spec.Field) (head, text string) {
	for _, f := range list {
		if f.Name != name {
			continue
		}
		text = f.Doc
		if f.Required {
			text += " Required."
		}
		if f.Default != "" {
			text += " Default: `" + f.Default + "`."
		}
		return name + ": " + takes(f), text
	}
	return "", ""
}

// takes says what a field takes.
func takes(f spec.Field) string {
	switch {
	case len(f.Words) > 0:
		return strings.Join(f.Words, " or ")
	case f.Kind == spec.Expr && f.Type.Kind != types.Bad:
		return f.Type.String()
	case f.Kind == spec.None:
		return "outcomes with steps"
	}
	return f.Kind.String()
}

func verbText(v *spec.Verb) string {
	var b strings.Builder
	b.WriteString(v.Doc + "\n\n```yaml\n- " + strings.ReplaceAll(v.Example, "\n", "\n  ") + "\n```\n")
	for _, o := range v.Outcomes {
		b.WriteString("\n- `" + o.Name + "`: " + o.Doc)
	}
	if len(v.Outcomes) > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("\nUses: " + v.Cost + ".")
	return b.String()
}

// outcomeText documents the outcomes of one handler, `busy | no_answer`.
func outcomeText(key string, v *spec.Verb) (head, text string) {
	var lines []string
	for _, word := range strings.Split(key, "|") {
		word = strings.TrimSpace(word)
		name, _, _ := strings.Cut(word, " ")
		o, ok := v.Outcome(name)
		switch {
		case ok:
		case name == "otherwise":
			o.Doc = "all outcomes that have to be handled and are not"
		case name == spec.CallerLeft().Name:
			o = spec.CallerLeft()
		default:
			continue
		}
		lines = append(lines, "- `"+word+"`: "+o.Doc)
	}
	return key, strings.Join(lines, "\n")
}

func typeWords(t ast.TypeDecl) string {
	var words []string
	for _, w := range t.Words {
		words = append(words, w.Name)
	}
	for _, f := range t.Fields {
		words = append(words, f.Name+": "+f.Type.Value)
	}
	return strings.Join(words, ", ")
}

func promptText(p *ast.Prompt) string {
	switch {
	case p.Text != nil:
		return p.Text.At.Text()
	case p.File != nil:
		return p.File.At.Text()
	}
	return p.Name
}

func blockHead(b *ast.Block) string {
	var needs []string
	for _, d := range b.Needs {
		needs = append(needs, d.Name+": "+d.Type.Value)
	}
	if len(needs) == 0 {
		return "the block " + b.Name
	}
	return "the block " + b.Name + ", needs " + strings.Join(needs, ", ")
}

func quote(s string) string { return `"` + s + `"` }
