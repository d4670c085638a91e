package check

import (
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// voice finds the voice that reads the flow's texts: the one that it names, or
// the first good one of its language.
func (c *checker) voice() {
	id := c.Flow.Voice
	name := strings.TrimPrefix(id.Name, "VoiceList.")
	if name == "" {
		c.Voice = c.defaultVoice()
		return
	}
	fact, ok := facts.Voice(name)
	if !ok {
		c.add(diag.UnknownVoice, id.At, "the platform has no voice `%s`", name).Helped("%s", c.nearestVoice(name))
		return
	}
	c.Voice = name
	if lang := c.Flow.Language; lang.Name != "" && fact.Lang != "" && !strings.EqualFold(fact.Lang, lang.Name) {
		c.add(diag.OtherLanguage, id.At, "the voice speaks %s and the flow %s", fact.Lang, lang.Name).Also(lang.At, "the flow's language").
			Helped("%s", c.nearestVoice(name))
	}
}

// families are tried in this order when a flow names no voice.
var families = []string{"Google.%_Neural2_", "Google.%_Wavenet_", "Google.%_Standard_", "Amazon.Neural.%_", "Microsoft.Neural.%_"}

func (c *checker) defaultVoice() string {
	lang := strings.ReplaceAll(c.Flow.Language.Name, "-", "_")
	for _, family := range families {
		prefix := strings.ReplaceAll(family, "%", lang)
		for _, v := range facts.Voices() {
			if lang != "" && strings.HasPrefix(v, prefix) {
				return v
			}
		}
	}
	if c.Flow.Language.At.Known() {
		c.add(diag.UnknownVoice, c.Flow.Language.At, "the platform's list has no voice that speaks `%s`", c.Flow.Language.Name).
			Helped("write the language as en-US, or name a voice with `voice:`")
	}
	return ""
}

// nearestVoice helps with a voice that is not there: the nearest name of the
// flow's language, or what its providers have.
func (c *checker) nearestVoice(name string) string {
	var same []string
	for _, v := range facts.Voices() {
		if fact, _ := facts.Voice(v); strings.EqualFold(fact.Lang, c.Flow.Language.Name) {
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
