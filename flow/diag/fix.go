package diag

import "github.com/ringflow/ringflow/flow/source"

// Fix is a way out that a machine can take: the text of a span is replaced.
type Fix struct {
	Title string // what it does, as a command: "replace it by `busy`"
	At    source.Span
	Text  string
}

// Fixed adds a fix and returns the diagnostic. A place that is not known has none.
func (d *Diagnostic) Fixed(at source.Span, text, title string) *Diagnostic {
	if at.Known() {
		d.Fixes = append(d.Fixes, Fix{title, at, text})
	}
	return d
}

// Meant helps with a name that does not exist: by the nearest one, which a
// machine can put in its place, else by the list of those that do.
func (d *Diagnostic) Meant(word string, candidates []string) *Diagnostic {
	if near := Nearest(word, candidates); near != "" && d.At.Text() == word {
		d.Fixed(d.At, near, "replace it by `"+near+"`")
	}
	return d.Helped("%s", DidYouMean(word, candidates))
}
