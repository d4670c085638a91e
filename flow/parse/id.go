package parse

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
)

// nameSteps gives every step its id: the path of names that leads to it, which
// stays the same when steps are added or moved around it.
func nameSteps(f *ast.Flow) {
	for _, b := range f.All() {
		nameList(b.Steps, b.Name, map[string]int{})
	}
}

// nameList names the steps of one list; steps of one parent share taken.
func nameList(steps []*ast.Step, parent string, taken map[string]int) {
	for _, s := range steps {
		s.ID = unique(parent+"/"+stepName(s), taken)
		inner := map[string]int{}
		if s.Head != nil {
			for _, c := range s.Head.Cases {
				c.Slug = unique(c.Slug, inner)
				nameList(c.Do, s.ID+"/"+c.Slug, map[string]int{})
			}
		}
		for _, f := range s.Fields {
			nameList(f.Value.Steps, s.ID+"/"+f.Name, map[string]int{})
		}
		for _, h := range s.On {
			if len(h.Outcomes) > 0 {
				nameList(h.Steps, s.ID+"/"+h.Outcomes[0].ID(), map[string]int{})
			}
		}
	}
}

// unique marks the second of two equal names with ~2.
func unique(name string, taken map[string]int) string {
	taken[name]++
	if n := taken[name]; n > 1 {
		return fmt.Sprintf("%s~%d", name, n)
	}
	return name
}

// stepName is `id:`, or the verb with what tells it apart from others.
func stepName(s *ast.Step) string {
	if s.Name.Name != "" {
		return s.Name.Name
	}
	if as := s.Field("as"); as != nil && as.Kind == spec.Name {
		return s.Verb.Name + "." + as.Text.Value
	}
	if hint := headName(s.Head); hint != "" {
		return s.Verb.Name + "." + hint
	}
	return s.Verb.Name
}

func headName(v *ast.Value) string {
	if v == nil {
		return ""
	}
	switch v.Kind {
	case spec.Prompt:
		if len(v.Prompts) > 0 {
			return v.Prompts[0].Prompt.Name
		}
	case spec.Name, spec.Word:
		return v.Text.Value
	case spec.Expr:
		if v.Expr.Op == expr.Field {
			return v.Expr.Value
		}
		return slug(v.Text.Value)
	case spec.Targets:
		return targetName(v.Targets)
	case spec.Args:
		if len(v.Args) > 0 {
			return v.Args[0].Name
		}
	case spec.Notes:
		if len(v.Notes) > 0 {
			return v.Notes[0].Name
		}
	}
	return ""
}

// targetName is the first of those who are called.
func targetName(targets []*ast.Value) string {
	if len(targets) == 0 || len(targets[0].Fields) == 0 {
		return ""
	}
	first := targets[0].Fields[0].Value
	if first.Kind == spec.Expr {
		return headName(first)
	}
	return slug(first.Text.Value)
}

// slug keeps the names of an expression: "caller.number == order.courier" is
// "caller.number-order.courier".
func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		if r == '.' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
			continue
		}
		gap = true
	}
	if s := []rune(b.String()); len(s) > 40 {
		return string(s[:40])
	}
	return b.String()
}
