// Package format writes files in their canonical form. What is written how
// follows from the registry (package spec): the order of fields, what stands in
// brackets on one line and what below each other, which texts have quotes. Left
// to people are comments, empty lines and the lines of long texts.
//
// The form of a file never changes what it says: whatever is written is read
// again and compared before it is given out.
package format

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
)

// File returns the canonical form of a file; its name says what is in it. ok is
// false when it cannot be read, which was reported. An error is a mistake of
// this package.
func File(f *source.File, report *diag.List) (text string, ok bool, err error) {
	reader := &shape.Reader{Report: report}
	before := report.Len()
	root := reader.Parse(f)
	if root == nil || report.Len() > before {
		return "", false, nil
	}
	whole := attach(root)
	p := &printer{}
	p.whole(whole, layoutOf(f))
	text = p.text()
	if err := same(root, source.NewFile(f.Name, text)); err != nil {
		return "", false, fmt.Errorf("%s is left as it is, because its canonical form would change it: %w (a mistake of the formatter; please report it)", f.Name, err)
	}
	return text, true, nil
}

func layoutOf(f *source.File) layoutF {
	switch {
	case strings.HasSuffix(f.Name, ".flow.yaml"):
		return flowFile
	case strings.HasSuffix(f.Name, ".blocks.yaml"):
		return libraryFile
	case strings.HasSuffix(f.Name, ".prompts.yaml"):
		return promptFile
	}
	return nil
}

// same reads a text and compares it with a tree: all values, and all comments.
func same(root *source.Node, f *source.File) error {
	again, accidents := source.Parse(f)
	if len(accidents) > 0 || again == nil {
		return fmt.Errorf("it cannot be read")
	}
	if !equal(root, again) {
		return fmt.Errorf("a value differs")
	}
	if was, is := commentTexts(root), commentTexts(again); !slices.Equal(was, is) {
		return fmt.Errorf("%d comments became %d", len(was), len(is))
	}
	return nil
}

func commentTexts(root *source.Node) []string {
	var out []string
	for _, c := range comments(root) {
		out = append(out, c.text)
	}
	slices.Sort(out)
	return out
}

// equal compares what two nodes say. The order of keys may differ.
func equal(a, b *source.Node) bool {
	if a.Kind != b.Kind || a.Text.Value != b.Text.Value || len(a.Items) != len(b.Items) || len(a.Entries) != len(b.Entries) {
		return false
	}
	for i := range a.Items {
		if !equal(a.Items[i], b.Items[i]) {
			return false
		}
	}
	values := make(map[string]*source.Node, len(b.Entries))
	for _, e := range b.Entries {
		values[e.Key.Text.Value] = e.Value
	}
	for _, e := range a.Entries {
		if other := values[e.Key.Text.Value]; other == nil || !equal(e.Value, other) {
			return false
		}
	}
	return true
}
