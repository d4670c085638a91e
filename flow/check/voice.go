package check

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// voiceOf finds the voice that reads the texts of a language: the one that is
// named for it, or the first good one.
func (c *checker) voiceOf(lang, id ast.Ident) string {
	name := strings.TrimPrefix(id.Name, "VoiceList.")
	if name == "" {
		return c.defaultVoice(lang)
	}
	fact, ok := facts.Voice(name)
	if !ok {
		c.add(diag.UnknownVoice, id.At, "the platform has no voice `%s`", name).Helped("%s", nearestVoice(name, lang))
		return ""
	}
	if lang.Name != "" && fact.Lang != "" && !strings.EqualFold(fact.Lang, lang.Name) {
		what := "the flow's language"
		if lang.At != c.Flow.Language.At {
			what = "the language"
		}
		c.add(diag.OtherLanguage, id.At, "the voice speaks %s and the flow %s", fact.Lang, lang.Name).Also(lang.At, "%s", what).
			Helped("%s", nearestVoice(name, lang))
	}
	return name
}

// families are tried in this order when a flow names no voice.
var families = []string{"Google.%_Neural2_", "Google.%_Wavenet_", "Google.%_Standard_", "Amazon.Neural.%_", "Microsoft.Neural.%_"}

func (c *checker) defaultVoice(language ast.Ident) string {
	lang := strings.ReplaceAll(language.Name, "-", "_")
	for _, family := range families {
		prefix := strings.ReplaceAll(family, "%", lang)
		for _, v := range facts.Voices() {
			if lang != "" && strings.HasPrefix(v, prefix) {
				return v
			}
		}
	}
	if language.At.Known() {
		c.add(diag.UnknownVoice, language.At, "the platform's list has no voice that speaks `%s`", language.Name).
			Helped("write the language as en-US, or name a voice with `voice:`")
	}
	return ""
}

// nearestVoice helps with a voice that is not there: the nearest name of its
// language, or what its providers have.
func nearestVoice(name string, lang ast.Ident) string {
	var same []string
	for _, v := range facts.Voices() {
		if fact, _ := facts.Voice(v); strings.EqualFold(fact.Lang, lang.Name) {
			same = append(same, v)
		}
	}
	if near := diag.Nearest(name, same); near != "" {
		return "did you mean `" + near + "`?"
	}
	if len(same) == 0 {
		return ""
	}
	return "voices of this language: " + diag.Words(same)
}
