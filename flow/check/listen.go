package check

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// heardType is the type of what a `listen` binds: one of its words, or a text of
// the caller, which is private unless the step says why it may be known.
func (c *checker) heardType(s *ast.Step) types.Type {
	phrases := s.Field("phrases")
	switch {
	case phrases == nil && s.Field("declassify") != nil:
		return types.Of(types.Text)
	case phrases == nil:
		return types.Type{Kind: types.Text, Owners: types.Owners{"caller"}}
	case phrases.Bad || len(phrases.Phrases) == 0:
		return types.Type{}
	}
	t := types.Type{Kind: types.Enum}
	for _, p := range phrases.Phrases {
		t.Words = append(t.Words, p.Name)
	}
	t.Name = strings.Join(t.Words, " | ")
	for _, d := range c.Flow.Types {
		if known := c.types[d.Name]; known.Kind == types.Enum && sameWords(known.Words, t.Words) {
			c.used.types[d.Name] = true
			return known
		}
	}
	return t
}

func sameWords(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// listens is the rule about what a `listen` hears.
func listens(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			if s.Verb.Name != "listen" {
				return
			}
			c.listener(s)
			c.phrases(s)
			c.listenKeys(s)
		})
	}
}

// listener tells who recognises, and what of it may be known.
func (c *checker) listener(s *ast.Step) {
	profile := Profile(c.Flow.Language.Name, s)
	provider, lang, _ := strings.Cut(profile, ".")
	v := s.Field("profile")
	switch known := slices.Contains(facts.ListeningProfiles(), profile); {
	case v != nil && v.Bad:
		return
	case !known && v != nil:
		c.add(diag.UnknownProfile, v.At, "the platform has no profile `%s` of speech recognition", profile).Meant(profile, facts.ListeningProfiles())
		return
	case !known:
		c.add(diag.UnknownProfile, s.VerbAt, "Google recognises no `%s`", c.Flow.Language.Name).Also(c.Flow.Language.At, "the flow's language").
			Helped("%s", c.otherProfiles())
		return
	case v != nil && !strings.EqualFold(firstPart(lang), firstPart(googleName(c.Flow.Language.Name))):
		c.add(diag.OtherLanguage, v.At, "the profile recognises %s and the flow is in %s", strings.ReplaceAll(lang, "_", "-"), c.Flow.Language.Name).
			Also(c.Flow.Language.At, "the flow's language").Helped("%s", c.otherProfiles())
	}
	c.listensInLanguages(s, lang)
	c.Sinks = append(c.Sinks, Sink{At: s.VerbAt, Sink: "voice", Audience: "speech recognition of " + provider, Verdict: "allowed: the step listens"})
	declassify := s.Field("declassify")
	if declassify == nil {
		return
	}
	if s.Field("phrases") != nil {
		c.add(diag.Unused, declassify.At, "nothing private is let out here").Helped("remove `declassify`: which phrase was said is no secret")
		return
	}
	as := s.Field("as")
	if as == nil {
		return // which was reported
	}
	for _, r := range declassify.Reasons {
		c.Sinks = append(c.Sinks, Sink{At: s.VerbAt, Sink: "what the caller said", Audience: "whoever gets `" + as.Text.Value + "`", Verdict: "declassified: " + r.Name + ": " + r.Text})
	}
}

// listensInLanguages holds who recognises against the further languages that a call
// can be in; lang is that of the profile.
func (c *checker) listensInLanguages(s *ast.Step, lang string) {
	v := s.Field("profile")
	for _, l := range c.Languages {
		switch {
		case v == nil && !slices.Contains(facts.ListeningProfiles(), Profile(l.Name, s)):
			c.add(diag.UnknownProfile, s.VerbAt, "Google recognises no `%s`", l.Name).Also(l.At, "a call can be in this language").
				Helped("name a profile with `profile:`; it listens in all languages of the flow then")
		case v != nil && !strings.EqualFold(firstPart(lang), firstPart(googleName(l.Name))):
			c.add(diag.OtherLanguage, v.At, "the profile recognises %s, and a call can be in %s", strings.ReplaceAll(lang, "_", "-"), l.Name).
				Also(l.At, "this language").Helped("leave `profile` out: Google recognises the language that the call is in")
			return
		}
	}
}

// Profile is who recognises what a step hears in a language: PROVIDER.NAME.
func Profile(language string, s *ast.Step) string {
	if v := s.Field("profile"); v != nil {
		return strings.TrimPrefix(v.Text.Value, "ASRProfileList.")
	}
	return "Google." + googleName(language)
}

// Continuous reports whether a profile's provider does not tell utterances
// apart: its results come when it likes.
func Continuous(profile string) bool {
	provider, _, _ := strings.Cut(profile, ".")
	return provider == "Deepgram" || provider == "YandexV3"
}

// googleName is a language as Google's list of profiles names it.
func googleName(lang string) string {
	if rest, ok := strings.CutPrefix(lang, "he"); ok && (rest == "" || rest[0] == '-') {
		lang = "iw" + rest // the older code of Hebrew
	}
	return strings.ReplaceAll(lang, "-", "_")
}

func firstPart(lang string) string {
	first, _, _ := strings.Cut(lang, "_")
	return first
}

// otherProfiles helps with those that recognise the flow's language, or one that is near to it.
func (c *checker) otherProfiles() string {
	want := googleName(c.Flow.Language.Name)
	var same, near []string
	for _, p := range facts.ListeningProfiles() {
		switch _, lang, _ := strings.Cut(p, "."); {
		case lang == want:
			same = append(same, p)
		case firstPart(lang) == firstPart(want):
			near = append(near, p)
		}
	}
	same = append(same, near...)
	if len(same) == 0 {
		return "name one with `profile:`, such as `Google.en_US`"
	}
	return "take one of this language with `profile:`, such as " + diag.OneOf(same[:min(len(same), 4)])
}

// phrases reports what callers could say for two words, or for none.
func (c *checker) phrases(s *ast.Step) {
	v := s.Field("phrases")
	if v == nil || v.Bad {
		return
	}
	if len(v.Phrases) == 0 {
		c.add(diag.MissingKey, v.At, "there is no phrase under `phrases`").Helped("write WORD: [what callers say, ...]")
	}
	type owner struct {
		word string
		at   source.Span
	}
	said := map[string]owner{}
	for i, p := range v.Phrases {
		if j := slices.IndexFunc(v.Phrases, func(o *ast.Phrase) bool { return o.Name == p.Name }); j < i {
			c.twice("the word", p.Ident, v.Phrases[j].At)
			continue
		}
		for _, text := range p.Says {
			plain := plainPhrase(text.Value)
			first, known := said[plain]
			switch {
			case plain == "":
				c.add(diag.BadValue, text.All(), "`%s` has nothing that can be said", text.Value).Helped("a phrase has letters or digits")
			case known && first.word != p.Name:
				c.add(diag.DeclaredTwice, text.All(), "`%s` stands for two words", text.Value).Labelled("`%s`", p.Name).Also(first.at, "`%s`", first.word).Helped("let one of them go, or make it longer")
			default:
				said[plain] = owner{p.Name, text.All()}
			}
		}
	}
}

// plainPhrase is a phrase without what does not count when it is said.
func plainPhrase(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	return strings.Join(words, " ")
}

// listenKeys is the rule that a key has one meaning.
func (c *checker) listenKeys(s *ast.Step) {
	digits := s.Field("digits")
	if v := s.Field("phrases"); v != nil && digits != nil {
		c.add(diag.FieldsApart, digits.At, "`digits` is an answer of any digits, and `phrases` says which answers there are").
			Also(v.At, "`phrases`").Helped("give a word a key instead: WORD: {says: ..., key: \"1\"}")
	}
	taken := map[string]source.Span{}
	if v := s.Field("phrases"); v != nil {
		for _, p := range v.Phrases {
			if first, twice := taken[p.Key]; twice {
				c.add(diag.KeyConflict, p.KeyAt, "the key `%s` stands for two words", p.Key).Also(first, "and here").Helped("give each word a key of its own")
			} else if p.Key != "" {
				taken[p.Key] = p.KeyAt
			}
		}
	}
	for _, o := range keyOutcomes(s) {
		at, both := taken[o.Key]
		if digits != nil && o.Key >= "0" && o.Key <= "9" {
			at, both = digits.At, true
		}
		if both {
			c.add(diag.KeyConflict, o.At, "the key `%s` leaves the step and is an answer too", o.Key).Also(at, "this takes it").Helped("take another key for one of them")
		}
	}
}
