package diag_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/source"
)

// sample has tabs, wide characters, several lines, two files, and one finding twice.
func sample() []*diag.Diagnostic {
	main := source.NewFile("calls/main.flow.yaml", "ringflow: 1\n\tprompt: 你好 {name}\nlist:\n  - a\n  - b\n")
	other := source.NewFile("texts.yaml", "hello: Hi\n")
	at := func(f *source.File, text string) source.Span {
		i := strings.Index(f.Text, text)
		return source.Span{File: f, Start: i, End: i + len(text)}
	}
	var l diag.List
	for range 2 {
		l.Add(diag.PromptHole, at(main, "name"), "the prompt has a hole `name`, and nothing here is named so").Labelled("a hole").
			Also(at(other, "hello"), "the prompt").Also(at(main, "list"), "used here").Helped("give it a value: 100%%").Noted("two lines\nof a note")
	}
	l.Add(diag.Unused, at(main, "list:\n  - a\n  - b"), "the list `list` is never used")
	l.Add(diag.UnknownFile, source.Span{}, "x.yaml: there is no such file")
	return l.Sorted()
}

func TestRenderings(t *testing.T) {
	all := sample()
	if len(all) != 3 {
		t.Fatalf("%d findings, one was added twice", len(all))
	}
	var text, color, json, github, sarif strings.Builder
	for _, err := range []error{
		diag.WriteText(&text, all, nil), diag.WriteJSON(&json, all), diag.WriteGitHub(&github, all), diag.WriteSARIF(&sarif, all, "0.0.0"),
		diag.WriteText(&color, all[:1], func(r diag.Role, s string) string { return "<" + string('0'+rune(r)) + ":" + s + ">" }),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	golden.Check(t, "testdata/text.out", text.String())
	golden.Check(t, "testdata/colour.out", color.String())
	golden.Check(t, "testdata/json.out", json.String())
	golden.Check(t, "testdata/github.out", github.String())
	golden.Check(t, "testdata/sarif.out", sarif.String())
}

func TestNearest(t *testing.T) {
	known := []string{"gather", "hangup", "play", "menu", "set"}
	for word, want := range map[string]string{"gathr": "gather", "hagnup": "hangup", "Play": "play", "xyz": "", "st": "", "": "", "playback": ""} {
		if got := diag.Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	if got := diag.OneOf([]string{"a", "b", "c"}); got != "`a`, `b` or `c`" {
		t.Error(got)
	}
}
