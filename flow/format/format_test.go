package format_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ringflow/ringflow/compiler/ir"
	"github.com/ringflow/ringflow/compiler/lower"
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/format"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// formatted returns the canonical form of a text, or what is wrong with it.
func formatted(t testing.TB, name, text string) (string, bool) {
	t.Helper()
	var report diag.List
	out, ok, err := format.File(source.NewFile(name, text), &report)
	if err != nil {
		t.Fatal(err)
	}
	if ok != !report.Failed() {
		t.Fatalf("ok is %v with %d diagnostics", ok, report.Len())
	}
	if !ok {
		var w strings.Builder
		_ = diag.WriteText(&w, report.Sorted(), nil)
		return w.String(), false
	}
	return out, true
}

// TestGolden shows source and result of every case of testdata together: the
// first file is what somebody wrote, the second what is written.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := a.Files[0]
			out, ok := formatted(t, in.Name, string(in.Data))
			if ok {
				stable(t, in.Name, out)
			}
			result := &txtar.Archive{Comment: a.Comment, Files: []txtar.File{in, {Name: "formatted", Data: []byte(out)}}}
			golden.Check(t, file, string(txtar.Format(result)))
		})
	}
}

// stable: the canonical form of the canonical form is itself.
func stable(t testing.TB, name, text string) {
	t.Helper()
	if again, ok := formatted(t, name, text); !ok || again != text {
		t.Fatalf("formatting once more changes it:\n%s", cmp.Diff(text, again))
	}
}

// TestExamplesAreFormatted: every file of the examples has its canonical form,
// in lines of at most 100 characters.
func TestExamplesAreFormatted(t *testing.T) {
	files, err := filepath.Glob("../../examples/*/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		text := read(t, file)
		out, _ := formatted(t, file, text)
		if out != text && golden.Updating() {
			if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if out != text {
			t.Errorf("%s is not formatted (`ringflow fmt`, or UPDATE=1):\n%s", file, cmp.Diff(text, out))
		}
		for i, line := range strings.Split(out, "\n") {
			if len([]rune(line)) > format.Width && !slices.ContainsFunc(strings.Fields(line), long) {
				t.Errorf("%s:%d is wider than %d characters", file, i+1, format.Width)
			}
		}
	}
}

// long is a word that makes a line too wide wherever it stands.
func long(word string) bool { return len([]rune(word)) > format.Width*3/4 }

func read(t testing.TB, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// reading is what a text says: its tree, its diagnostics and its machine.
type reading struct {
	Flow    *ast.Flow
	Codes   []diag.Code
	Machine string
}

func readFlow(t testing.TB, text string, others fstest.MapFS) reading {
	t.Helper()
	files := fstest.MapFS{"demo.flow.yaml": {Data: []byte(text)}}
	for name, f := range others {
		files[name] = f
	}
	var report diag.List
	r := reading{Flow: parse.Flow(files, "demo.flow.yaml", &report)}
	if r.Flow != nil {
		if program := check.Flow(r.Flow, &report); !report.Failed() {
			machine := lower.Program(program)
			for _, s := range machine.States {
				s.At = source.Span{File: source.NewFile("", "")}
			}
			// States stand in the order of the file, which the canonical form may change.
			slices.SortFunc(machine.States, func(a, b *ir.State) int { return strings.Compare(a.ID, b.ID) })
			r.Machine = ir.Text(machine)
		}
		r.Flow = parse.Flow(files, "demo.flow.yaml", &diag.List{}) // as it was before it was checked
	}
	for _, d := range report.Sorted() {
		r.Codes = append(r.Codes, d.Code)
	}
	slices.Sort(r.Codes)
	return r
}

// says compares what two texts say: places and the order of fields do not count.
var says = cmp.Options{
	cmpopts.IgnoreTypes(source.Span{}, (*source.File)(nil)),
	cmp.Transformer("text", func(t source.Text) string { return t.Value }),
	cmp.Transformer("verb", func(v *spec.Verb) string { return v.Name }),
	cmpopts.SortSlices(func(a, b *ast.Field) bool { return a.Name < b.Name }),
}

func sameProgram(t testing.TB, before, after string, others fstest.MapFS) {
	t.Helper()
	if diff := cmp.Diff(readFlow(t, before, others), readFlow(t, after, others), says); diff != "" {
		t.Fatalf("another program (-before +after)\n%s\n%s", diff, after)
	}
}

// hasEmptyItem reports a list with an item that is not there, which brackets cannot say.
func hasEmptyItem(n *source.Node) bool {
	for _, item := range n.Items {
		if item.Kind == source.Null || hasEmptyItem(item) {
			return true
		}
	}
	return slices.ContainsFunc(n.Entries, func(e source.Entry) bool { return hasEmptyItem(e.Value) })
}

// promptsOf are the texts that an example's flow names.
func promptsOf(t testing.TB, flow string) fstest.MapFS {
	name := strings.Replace(filepath.Base(flow), ".flow.", ".prompts.", 1)
	if _, err := os.Stat(filepath.Join(filepath.Dir(flow), name)); err != nil {
		return nil
	}
	return fstest.MapFS{name: {Data: []byte(read(t, filepath.Join(filepath.Dir(flow), name)))}}
}

// TestFormFollowsFromContent writes every flow in two other ways, everything in
// brackets and quotes and everything below each other: the program is the same,
// and so is the canonical form.
func TestFormFollowsFromContent(t *testing.T) {
	files, _ := filepath.Glob("../../examples/*/*.flow.yaml")
	broken, _ := filepath.Glob("../check/testdata/broken/*/*.flow.yaml")
	good, _ := filepath.Glob("../check/testdata/good/*.flow.yaml")
	n := 0
	for _, file := range append(append(files, broken...), good...) {
		text := read(t, file)
		root, accidents := source.Parse(source.NewFile("demo.flow.yaml", text))
		if len(accidents) > 0 || hasEmptyItem(root) {
			continue
		}
		known := !slices.ContainsFunc(readFlow(t, text, nil).Codes, func(c diag.Code) bool {
			return c == diag.UnknownKey || c == diag.NotAStep || c == diag.WrongShape
		})
		n++
		var brackets, lines strings.Builder
		inBrackets(&brackets, root)
		belowEachOther(&lines, root, 0)
		others := promptsOf(t, file)
		sameProgram(t, text, brackets.String(), others)
		sameProgram(t, text, lines.String(), others)
		a, _ := formatted(t, "demo.flow.yaml", brackets.String())
		b, _ := formatted(t, "demo.flow.yaml", lines.String())
		if known && a != b { // what the language does not know stays as it was written
			t.Errorf("%s: the form depends on how it was written\n%s", file, cmp.Diff(a, b))
		}
		stable(t, "demo.flow.yaml", a)
		sameProgram(t, text, a, others)
	}
	if n < 250 {
		t.Errorf("only %d flows", n)
	}
}

func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}

func inBrackets(w *strings.Builder, n *source.Node) {
	switch n.Kind {
	case source.Scalar:
		w.WriteString(quoted(n.Text.Value))
	case source.List:
		w.WriteString("[")
		for _, item := range n.Items {
			inBrackets(w, item)
			w.WriteString(", ")
		}
		w.WriteString("]")
	case source.Map:
		w.WriteString("{")
		for _, e := range n.Entries {
			w.WriteString(quoted(e.Key.Text.Value) + ": ")
			inBrackets(w, e.Value)
			w.WriteString(", ")
		}
		w.WriteString("}")
	}
}

func belowEachOther(w *strings.Builder, n *source.Node, depth int) {
	indent := "\n" + strings.Repeat("  ", depth)
	switch {
	case n.Kind == source.Scalar:
		w.WriteString(" " + quoted(n.Text.Value))
	case n.Kind != source.Null && len(n.Items)+len(n.Entries) == 0:
		w.WriteString(" ")
		inBrackets(w, n)
	}
	for _, item := range n.Items {
		w.WriteString(indent + "-")
		belowEachOther(w, item, depth+1)
	}
	for _, e := range n.Entries {
		w.WriteString(indent + quoted(e.Key.Text.Value) + ":")
		belowEachOther(w, e.Value, depth+1)
	}
}

// FuzzFile: what can be read can be written, the result is final, and it says
// the same. File itself fails when a value or a comment is not as it was.
func FuzzFile(f *testing.F) {
	for _, pattern := range []string{"../../examples/*/*.yaml", "../check/testdata/broken/*/*.yaml", "../check/testdata/good/*.yaml", "../source/testdata/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			f.Add(read(f, name))
		}
	}
	cases, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range cases {
		if a, err := txtar.ParseFile(name); err == nil {
			f.Add(string(a.Files[0].Data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		for _, name := range []string{"demo.flow.yaml", "demo.prompts.yaml", "demo.test.yaml"} {
			out, ok := formatted(t, name, text)
			if !ok {
				continue
			}
			stable(t, name, out)
			if name == "demo.flow.yaml" {
				sameProgram(t, text, out, nil)
			}
		}
	})
}
