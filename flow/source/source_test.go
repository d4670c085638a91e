package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/golden"
)

// dump writes every node with the text of its span, so that an end that is off is seen.
func dump(w *strings.Builder, n *Node, depth int) {
	pad := strings.Repeat("  ", depth)
	from, to := n.Span.From(), n.Span.To()
	fmt.Fprintf(w, "%s%d:%d-%d:%d %s", pad, from.Line, from.Column, to.Line, to.Column, n.Kind)
	switch n.Kind {
	case Scalar:
		fmt.Fprintf(w, " %q raw %q", n.Text.Value, n.Span.Text())
		for i, r := range n.Text.Value {
			if s := n.Text.Span(i, i+len(string(r))); s.Text() != string(r) {
				fmt.Fprintf(w, " %q<%q", string(r), s.Text())
			}
		}
	case List, Map:
		fmt.Fprintf(w, " ends %q", tail(n.Span.Text()))
	}
	w.WriteByte('\n')
	for _, c := range n.Items {
		dump(w, c, depth+1)
	}
	for _, e := range n.Entries {
		dump(w, e.Key, depth+1)
		dump(w, e.Value, depth+2)
	}
}

func tail(s string) string {
	if len(s) > 12 {
		return s[len(s)-12:]
	}
	return s
}

// TestGolden shows, for every file of testdata, the tree with its places and the accidents.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var w strings.Builder
			root, accidents := Parse(NewFile(filepath.Base(name), string(text)))
			if root != nil {
				dump(&w, root, 0)
			}
			for _, a := range accidents {
				fmt.Fprintf(&w, "accident %d at %v %q other %q: %s\n", a.Kind, a.At.From(), a.At.Text(), a.Other.Text(), a.Detail)
			}
			golden.Check(t, strings.TrimSuffix(name, ".yaml")+".out", w.String())
		})
	}
}

// FuzzParse: no input panics, every place lies in the file, every byte of a
// value has a place, and places never run backwards.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.yaml")
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := NewFile("fuzz", text)
		root, accidents := Parse(file)
		if root == nil && len(accidents) == 0 {
			t.Fatal("nothing was read and nothing was said")
		}
		for _, a := range accidents {
			inside(t, file, a.At)
		}
		if root != nil {
			walk(t, file, root)
		}
	})
}

// readsAlike holds that the place of a scalar is the scalar's: its text alone,
// behind a key or in brackets, gives the same value again.
func readsAlike(t *testing.T, n *Node) {
	t.Helper()
	key := "x:\n" + strings.Repeat(" ", max(n.Span.From().Column-1, 1))
	var got []string
	after := n.Span.File.Text[n.Span.End:]
	if after != "" {
		if after = after[:lineBreak(after)]; after == "" {
			after = "\n"
		}
	}
	for _, around := range [][2]string{{key, after}, {"x: ", after}, {"x: [", "]"}, {"--- ", after}, {"", ":"}, {"{", ": x}"}} {
		root, _ := Parse(NewFile("alone", around[0]+n.Span.Text()+around[1]))
		v := root
		if v != nil && v.Kind == Map && len(v.Entries) == 1 {
			v = v.Entries[0].Value
			if around[0] == "" || around[0] == "{" {
				v = root.Entries[0].Key
			}
		}
		if v != nil && v.Kind == List && len(v.Items) == 1 {
			v = v.Items[0]
		}
		if v != nil && v.Kind == Scalar {
			if v.Text.Value == n.Text.Value {
				return
			}
			got = append(got, v.Text.Value)
		}
	}
	t.Fatalf("%q is the value %q, and read by itself %q", n.Span.Text(), n.Text.Value, got)
}

func inside(t *testing.T, f *File, s Span) {
	t.Helper()
	if s.File != f || s.Start < 0 || s.End < s.Start || s.End > len(f.Text) {
		t.Fatalf("span %d-%d of a file of %d bytes", s.Start, s.End, len(f.Text))
	}
}

func walk(t *testing.T, f *File, n *Node) {
	inside(t, f, n.Span)
	if n.Kind == Scalar {
		last := 0
		for i := range n.Text.Value {
			s := n.Text.Span(i, i+1)
			inside(t, f, s)
			if s.Start < last {
				t.Fatalf("places run backwards in %q", n.Text.Value)
			}
			last = s.Start
		}
		inside(t, f, n.Text.All())
		header, _, _ := strings.Cut(n.Span.Text(), "\n")
		block := n.Style == Literal || n.Style == Folded
		if block && strings.ContainsAny(header, "123456789") { // it counts from what is around it
			return
		}
		if n.Span.Text() != "" { // what is nothing but its tag or anchor, which were reported
			readsAlike(t, n)
		}
	}
	for _, c := range n.Items {
		walk(t, f, c)
	}
	for _, e := range n.Entries {
		walk(t, f, e.Key)
		walk(t, f, e.Value)
	}
}
