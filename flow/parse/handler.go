package parse

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
)

// handlers reads `on:`, a mapping of outcomes to steps.
func (p *parser) handlers(s *ast.Step, n *source.Node) {
	s.Unread = s.Unread || n.Dropped
	if n.Kind == source.Null && !n.Bad {
		s.Unread = true
		p.Report.Add(diag.WrongShape, n.Span, "nothing stands under `on:`").Helped("indent the outcomes deeper than `on:`")
		return
	}
	if !p.Want(n, source.Map, "a mapping of outcomes to steps") {
		s.Unread = true
		return
	}
	for _, e := range n.Entries {
		h := &ast.Handler{At: e.Key.Span}
		text := e.Key.Text
		for from := 0; from <= len(text.Value); {
			to := nextBar(text.Value, from)
			outcomes := p.outcome(text.Slice(from, to).Trim())
			s.Unread = s.Unread || len(outcomes) == 0
			h.Outcomes = append(h.Outcomes, outcomes...)
			from = to + 1
		}
		h.Steps = p.steps(e.Value)
		s.On = append(s.On, h)
	}
}

// nextBar finds the next `|` that is not in quotes.
func nextBar(s string, from int) int {
	quote := byte(0)
	for i := from; i < len(s); i++ {
		switch {
		case quote != 0:
			if s[i] == quote {
				quote = 0
			}
		case s[i] == '"' || s[i] == '\'':
			quote = s[i]
		case s[i] == '|':
			return i
		}
	}
	return len(s)
}

// outcome reads one outcome: a name, or `key "#"`.
func (p *parser) outcome(text source.Text) []ast.Outcome {
	id := ast.Ident{Name: text.Value, At: text.All()}
	key, isKey := strings.CutPrefix(text.Value, "key")
	switch {
	case isKey && key != "" && strings.ContainsAny(key[:1], " \"'"):
		return p.keyOutcome(text, strings.TrimSpace(key))
	case text.Value == "":
		p.Report.Add(diag.BadOutcome, headSpan(id.At), "an outcome is missing here").Helped("outcomes with one answer are written `a | b`")
		return nil
	case !shape.NameForm.MatchString(text.Value):
		mendOutcome(p.Report.Add(diag.BadOutcome, id.At, "`%s` is not an outcome", text.Value).Helped("%s", outcomeHelp(text.Value)), text.Value)
		return nil
	}
	return []ast.Outcome{{Ident: id}}
}

// outcomeHelp says how an outcome is written that was written in another way.
func outcomeHelp(s string) string {
	several := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '/' })
	switch {
	case len(several) > 1:
		for i := range several {
			several[i] = strings.TrimSpace(several[i])
		}
		return "write several as `" + strings.Join(several, " | ") + "`"
	case len(s) == 1 && strings.Contains(telephoneKeys, s):
		return "a key is written `key \"" + s + "\"`"
	}
	return "write a name, `key \"#\"`, or several with `|` between them"
}

// mendOutcome respells outcomes that stand with commas, and a bare key.
func mendOutcome(d *diag.Diagnostic, s string) {
	at := d.At
	if at.Text() != s {
		return
	}
	if len(s) == 1 && strings.Contains(telephoneKeys, s) {
		if text := at.File.Text; at.Start > 0 && at.End < len(text) && text[at.Start-1] == text[at.End] && strings.ContainsAny(text[at.End:at.End+1], `"'`) {
			at.Start, at.End = at.Start-1, at.End+1
		}
		d.Mended(at, `key "`+s+`"`, `write key "`+s+`"`)
		return
	}
	names := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '/' })
	for i := range names {
		if names[i] = strings.ReplaceAll(strings.TrimSpace(names[i]), "-", "_"); !shape.NameForm.MatchString(names[i]) {
			return
		}
	}
	if len(names) > 1 {
		d.Mended(at, strings.Join(names, " | "), "write `"+strings.Join(names, " | ")+"`")
	}
}

func headSpan(s source.Span) source.Span {
	if s.Start == s.End && s.End < len(s.File.Text) {
		s.End++
	}
	return s
}

func (p *parser) keyOutcome(text source.Text, quoted string) []ast.Outcome {
	key := strings.Trim(quoted, `"'`)
	if len(key) != 1 || !strings.Contains(telephoneKeys, key) {
		d := p.Report.Add(diag.BadOutcome, text.All(), "`%s` names no telephone key", text.Value)
		if len(key) > 1 && strings.Trim(key, telephoneKeys) == "" {
			d.Helped("one key each: key \"%c\" | key \"%c\"", key[0], key[1])
			if len(key) == 2 && text.All().Text() == text.Value {
				d.Fixed(text.All(), fmt.Sprintf("key \"%c\" | key \"%c\"", key[0], key[1]), "take either of the keys")
			}
		} else {
			d.Helped("write `key \"1\"`; keys are %s", telephoneKeys)
		}
		return nil
	}
	return []ast.Outcome{{Ident: ast.Ident{Name: "key", At: text.All()}, Key: key}}
}
