package lower

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/ir"
)

func (l *lowerer) listen(s *ast.Step, next string) string {
	again, attempts := s.Field("again"), s.Field("attempts")
	e := &ir.Listen{
		Prompt: l.parts(s.Head), AgainSilent: l.parts(again.Field("silent")), AgainWrong: l.parts(again.Field("wrong")),
		Profile: check.Profile(l.Flow.Language.Name, s), Digits: count(s.Field("digits"), 0), Confidence: count(s.Field("confidence"), 50),
		WrongKeys: isWord(s.Field("other_keys"), "wrong"), BargeIn: flag(s.Field("barge_in"), true),
		Timeout: count(s.Field("timeout"), check.DefaultWait), Longest: count(s.Field("longest"), 15_000), Pause: count(s.Field("pause"), 0),
		Silent: count(attempts.Field("silent"), 2), Wrong: count(attempts.Field("wrong"), 3),
		Into: l.Bound[s][0].Slot, Again: len(l.Back[s]) > 0,
	}
	e.Continuous = check.Continuous(e.Profile)
	if s.Field("profile") == nil {
		for _, other := range l.Languages {
			e.Others = append(e.Others, ir.Profile{Language: other.Name, Name: check.Profile(other.Name, s)})
		}
	}
	if v := s.Field("hints"); v != nil {
		for _, text := range v.Texts {
			e.Hints = append(e.Hints, text.Value)
		}
	}
	if v := s.Field("phrases"); v != nil {
		for _, p := range v.Phrases {
			phrase := ir.Phrase{Word: p.Name, Key: p.Key}
			for _, text := range p.Says {
				phrase.Says = append(phrase.Says, text.Value)
			}
			e.Phrases = append(e.Phrases, phrase)
		}
	}
	edges := l.edges(s, next)
	e.Exits = exits(edges)
	return l.state(s, e, edges...)
}

// exits are the telephone keys among the outcomes.
func exits(edges []ir.Edge) []string {
	var out []string
	for _, edge := range edges {
		if len(edge.Outcome) == 1 {
			out = append(out, edge.Outcome)
		}
	}
	return out
}

// pick makes a menu of the items of a list out of a menu.
func (l *lowerer) pick(e ir.Collect, s *ast.Step) *ir.Pick {
	offer := l.Offers[s]
	e.Min, e.Max, e.Keys = 1, 1, chars(s.Field("keys"), check.ItemKeys)
	return &ir.Pick{Collect: e, From: s.Field("from").Expr, Line: l.parts(s.Field("each")),
		Item: offer.Item.Slot, Key: offer.Key.Slot, Picked: l.Bound[s][0].Slot}
}

// options is what is heard about the options of a menu: texts as one, so that they are one playback.
func (l *lowerer) options(s *ast.Step) []ir.Part {
	v := s.Field("options")
	if v == nil {
		return nil
	}
	var out []ir.Part
	for _, label := range v.Labels {
		given := map[string]*expr.Expr{"key": constant(label.Name), "label": constant(label.Text.Value)}
		for _, part := range l.parts(s.Field("each")) {
			part = filledPart(part, given)
			if last := len(out) - 1; last >= 0 && joins(out[last], part) {
				out[last] = joined(out[last], part)
				continue
			}
			out = append(out, part)
		}
	}
	return out
}

func constant(text string) *expr.Expr {
	return &expr.Expr{Op: expr.Text, Value: text, Type: types.Of(types.Text)}
}

// filledPart puts constants into what is heard, in every language.
func filledPart(p ir.Part, given map[string]*expr.Expr) ir.Part {
	p.Say, p.Sound = filled(p.Say, given), filled(p.Sound, given)
	p.Translations = slices.Clone(p.Translations)
	for i, t := range p.Translations {
		p.Translations[i].Part = filledPart(t.Part, given)
	}
	return p
}

// filled puts constants into a text; what is text then is no hole any more. In
// markup it stays one, as what fills a hole is never markup.
func filled(t *expr.Template, given map[string]*expr.Expr) *expr.Template {
	if t == nil {
		return nil
	}
	out := t.Fill(given)
	for i, p := range out.Parts {
		if p.Hole != nil && p.Hole.Op == expr.Text && !t.Markup {
			out.Parts[i] = expr.Part{Text: p.Hole.Value}
		}
	}
	return out
}

// joins reports whether two parts can be heard as one: both are plain texts, in every language.
func joins(a, b ir.Part) bool {
	plain := func(t *expr.Template) bool { return t != nil && t.Plural == nil && !t.Markup }
	if !plain(a.Say) || !plain(b.Say) {
		return false
	}
	for i := range a.Translations {
		if !joins(a.Translations[i].Part, b.Translations[i].Part) {
			return false
		}
	}
	return true
}

func joined(a, b ir.Part) ir.Part {
	say := *a.Say
	say.Parts = slices.Concat(say.Parts, []expr.Part{{Text: " "}}, b.Say.Parts)
	out := ir.Part{Say: &say}
	for i, t := range a.Translations {
		out.Translations = append(out.Translations, ir.Translation{Language: t.Language, Part: joined(t.Part, b.Translations[i].Part)})
	}
	return out
}

// back lowers `repeat` and `restart`.
func (l *lowerer) back(s *ast.Step) string {
	to := l.Again[s].ID
	e := &ir.Back{Free: s.Verb.Name == "repeat"}
	if e.Free {
		e.Most = check.Repeats(s)
	}
	return l.state(s, e, ir.Edge{Outcome: "done", To: to, At: s.VerbAt})
}
