package diag

import (
	"strings"

	"github.com/ringflow/ringflow/flow/source"
)

// Fix is a way out that a machine can take: the text of a span is replaced.
type Fix struct {
	Title string // what it does, as a command: "replace it by `busy`"
	At    source.Span
	Text  string
	Safe  bool // it is what was meant, without a doubt: `check --fix` makes it unasked
}

// Fixed adds a fix that a person chooses and returns the diagnostic. A place that
// is not known has none.
func (d *Diagnostic) Fixed(at source.Span, text, title string) *Diagnostic {
	return d.fixed(Fix{title, at, text, false})
}

// Mended adds a safe fix and returns the diagnostic: nothing else can have been meant.
func (d *Diagnostic) Mended(at source.Span, text, title string) *Diagnostic {
	return d.fixed(Fix{title, at, text, true})
}

func (d *Diagnostic) fixed(f Fix) *Diagnostic {
	if f.At.Known() {
		d.Fixes = append(d.Fixes, f)
	}
	return d
}

// Meant helps with a name that does not exist: by the nearest one, which a
// machine can put in its place, else by the list of those that do. The fix is safe
// when both are the same words in another spelling, as `No-Answer` is no_answer.
func (d *Diagnostic) Meant(word string, candidates []string) *Diagnostic {
	if near := Nearest(word, candidates); near != "" && d.At.Text() == word {
		d.fixed(Fix{"replace it by `" + near + "`", d.At, near, respelled(word, near, candidates)})
	}
	return d.Helped("%s", DidYouMean(word, candidates))
}

// respelled reports whether a word is a candidate in other letters, and no second one.
func respelled(word, near string, candidates []string) bool {
	plain := func(s string) string { return strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(s)) }
	seen := map[string]bool{}
	for _, c := range candidates {
		if plain(c) == plain(word) {
			seen[c] = true
		}
	}
	return seen[near] && len(seen) == 1
}
