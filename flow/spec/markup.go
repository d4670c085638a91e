package spec

import (
	"slices"
	"strings"
)

// Element is one element of SSML with its attributes.
type Element struct {
	Name       string
	Attributes []string
	Empty      bool // nothing stands inside of it
}

// Markup lists the elements of SSML 1.1 (W3C) that speak; what a provider adds
// has a prefix (`amazon:effect`, `mstts:express-as`) and is not looked into.
// `stress` of say-as is the platform's own.
func Markup() []Element {
	return []Element{
		{Name: "speak", Attributes: []string{"version", "xmlns", "xml:lang", "xml:base", "onlangfailure"}},
		{Name: "p", Attributes: []string{"xml:lang"}},
		{Name: "s", Attributes: []string{"xml:lang"}},
		{Name: "w", Attributes: []string{"role", "xml:lang"}},
		{Name: "break", Attributes: []string{"time", "strength"}, Empty: true},
		{Name: "emphasis", Attributes: []string{"level"}},
		{Name: "prosody", Attributes: []string{"rate", "pitch", "volume", "contour", "range", "duration"}},
		{Name: "say-as", Attributes: []string{"interpret-as", "format", "detail", "stress", "language"}},
		{Name: "sub", Attributes: []string{"alias"}},
		{Name: "phoneme", Attributes: []string{"alphabet", "ph"}},
		{Name: "lang", Attributes: []string{"xml:lang", "onlangfailure"}},
		{Name: "voice", Attributes: []string{"name", "gender", "age", "variant", "languages", "required", "xml:lang"}},
		{Name: "audio", Attributes: []string{"src", "clipBegin", "clipEnd", "repeatCount", "repeatDur", "soundLevel", "speed"}},
		{Name: "mark", Attributes: []string{"name"}, Empty: true},
		{Name: "desc", Attributes: []string{"xml:lang"}},
	}
}

// MarkupElement returns the element of a name. An element of a provider is known
// by its prefix and may have any attributes.
func MarkupElement(name string) (e Element, known, foreign bool) {
	if prefix, _, ok := strings.Cut(name, ":"); ok {
		foreign = slices.Contains([]string{"amazon", "google", "mstts"}, prefix)
		return Element{Name: name}, foreign, foreign
	}
	all := Markup()
	i := slices.IndexFunc(all, func(e Element) bool { return e.Name == name })
	if i < 0 {
		return Element{}, false, false
	}
	return all[i], true, false
}

// MarkupNames are the names of the elements of Markup.
func MarkupNames() []string {
	var out []string
	for _, e := range Markup() {
		out = append(out, e.Name)
	}
	return out
}
