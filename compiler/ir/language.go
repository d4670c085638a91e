package ir

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
)

// Language is a further language that a call can be in, with its voice.
type Language struct{ Name, Voice string }

// Translation is what a part is in a further language.
type Translation struct {
	Language string
	Part
}

// Speak changes the language of the call.
type Speak struct{ Language string }

func (Speak) action() {}

// Speaks reports whether a call of the program can be in a language.
func (p *Program) Speaks(name string) bool {
	return name == p.Language || slices.ContainsFunc(p.Languages, func(l Language) bool { return l.Name == name })
}

// heard returns the lists of parts of an effect.
func heard(e Effect) [][]Part {
	switch e := e.(type) {
	case *Play:
		return [][]Part{e.Parts}
	case *Collect:
		return [][]Part{e.Prompt, e.AgainSilent, e.AgainWrong, e.Hint}
	case *Connect:
		return [][]Part{e.CalleeHears}
	case *Reach:
		if e.Screen != nil {
			return [][]Part{e.CalleeHears, e.Screen.Ask}
		}
		return [][]Part{e.CalleeHears}
	case *Listen:
		return [][]Part{e.Prompt, e.AgainSilent, e.AgainWrong}
	case *Pick:
		return [][]Part{e.Prompt, e.AgainSilent, e.AgainWrong, e.Hint, e.Line}
	}
	return nil
}

// languages checks that what is heard is there in every language, and that plural
// texts have every form.
func (v *verifier) languages(s *State) {
	for _, parts := range heard(s.Effect) {
		for _, part := range parts {
			if part.Say == nil && part.Sound == nil {
				continue
			}
			v.forms(s.ID, part.Say)
			if len(part.Translations) != len(v.p.Languages) {
				v.add("%s says something in %d of %d languages", s.ID, 1+len(part.Translations), 1+len(v.p.Languages))
				continue
			}
			for i, t := range part.Translations {
				if t.Language != v.p.Languages[i].Name {
					v.add("%s speaks %s where %s was expected", s.ID, t.Language, v.p.Languages[i].Name)
				}
				v.forms(s.ID, t.Say)
			}
		}
	}
}

func (v *verifier) forms(id string, t *expr.Template) {
	if t == nil || t.Plural == nil {
		return
	}
	for _, category := range expr.CategoriesOf(t.Plural.Language) {
		if t.Plural.Form(category) == nil {
			v.add("%s has no plural form %s of %s", id, category, t.Plural.Language)
		}
	}
}

// showPlural writes a text with its forms.
func showPlural(p *expr.Plural) string {
	var b strings.Builder
	b.WriteString("plural " + p.Language + " of " + Show(p.Of))
	for _, f := range p.Forms {
		b.WriteString(" " + f.Category + "=" + ShowTemplate(f.Text))
	}
	return b.String()
}
