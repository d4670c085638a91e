// Package migrate rewrites files of older versions of the language, one version
// after the other. A step changes the lines that it is about and no others: comments,
// empty lines and the form of the rest stay.
package migrate

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// Step leads from one version to the next.
type Step struct {
	From, To string
	Doc      string // what changed in the language
	changes  func(root *source.Node) []change
}

// change replaces a span.
type change struct {
	at   source.Span
	text string
	what string // "remove `quality`"
}

// Change is one change that was made, at its place before the step.
type Change struct {
	At   source.Span
	What string
}

// Steps are all steps, the oldest first.
func Steps() []Step { return []Step{fromPrerelease()} }

// File rewrites a file to the version that this program reads. ok is false when
// that cannot be done, which is reported; without changes the file is of that version.
func File(f *source.File, report *diag.List) (text string, made []Change, ok bool) {
	text = f.Text
	for {
		root := (&shape.Reader{Report: report}).Parse(f)
		if root == nil || report.Len() > 0 {
			return "", nil, false
		}
		version := versionOf(root)
		if version == spec.Version {
			return text, made, true
		}
		i := slices.IndexFunc(Steps(), func(s Step) bool { return s.From == version })
		if root.Kind != source.Map || i < 0 {
			refuse(root, report)
			return "", nil, false
		}
		changes := append(Steps()[i].changes(root), rewritten(root, f, Steps()[i].To))
		for _, c := range changes {
			made = append(made, Change{c.at, c.what})
		}
		text = apply(f.Text, changes)
		f = source.NewFile(f.Name, text)
	}
}

// Unwritten is the version of a file that does not say one: it is older than versions.
const unwritten = "0"

func versionOf(root *source.Node) string {
	v := root.Get("ringflow")
	if v == nil {
		return unwritten
	}
	if n, err := strconv.Atoi(v.Text.Value); err == nil {
		return strconv.Itoa(n)
	}
	return v.Text.Value
}

// refuse reports a version that no step starts from.
func refuse(root *source.Node, report *diag.List) {
	reader := &shape.Reader{Report: report}
	if reader.Want(root, source.Map, "a mapping with `ringflow`") {
		reader.Version(root, root.Span.From0())
	}
}

// rewritten writes the version that a step leads to.
func rewritten(root *source.Node, f *source.File, to string) change {
	if v := root.Get("ringflow"); v != nil {
		return change{v.Span, to, "write version " + to}
	}
	at, text := root.Span.Start, "ringflow: "+to+"\n"
	if root.Flow {
		at, text = at+1, "ringflow: "+to+", "
	}
	return change{source.Span{File: f, Start: at, End: at}, text, "write version " + to}
}

// apply makes changes, which do not overlap.
func apply(text string, changes []change) string {
	slices.SortStableFunc(changes, func(a, b change) int { return b.at.Start - a.at.Start })
	for _, c := range changes {
		text = text[:c.at.Start] + c.text + text[c.at.End:]
	}
	return text
}

// without takes an entry out of a mapping. A comment behind it in its line stays,
// as a line of its own.
func without(n *source.Node, key string) (change, bool) {
	i := slices.IndexFunc(n.Entries, func(e source.Entry) bool { return e.Key.Is(key) })
	if i < 0 {
		return change{}, false
	}
	e := n.Entries[i]
	at, what := e.Span(), "remove `"+key+"`"
	switch {
	case n.Flow && len(n.Entries) == 1:
	case n.Flow && i > 0:
		at.Start = n.Entries[i-1].Value.Span.End
	case n.Flow:
		at.End = n.Entries[1].Key.Span.Start
	default:
		f := at.File
		line := f.Offset(source.Pos{Line: at.From().Line, Column: 1})
		indent := f.Text[line:at.Start]
		if strings.TrimSpace(indent) != "" { // behind a dash, where the next entry takes its place
			if len(n.Entries) > 1 {
				at.End = n.Entries[1].Key.Span.Start
			}
			break
		}
		last := at.To().Line
		end := f.Offset(source.Pos{Line: last, Column: 1}) + len(f.Line(last))
		if comment := strings.TrimSpace(f.Text[at.End:end]); comment != "" {
			return change{source.Span{File: f, Start: at.Start, End: end}, comment, what}, true
		}
		at.Start, at.End = line, min(f.Offset(source.Pos{Line: last + 1, Column: 1}), len(f.Text))
	}
	return change{at, "", what}, true
}

// walk visits every mapping of a tree.
func walk(n *source.Node, visit func(*source.Node)) {
	if n.Kind == source.Map {
		visit(n)
	}
	for _, item := range n.Items {
		walk(item, visit)
	}
	for _, e := range n.Entries {
		walk(e.Value, visit)
	}
}
