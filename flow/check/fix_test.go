package check_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/source"
)

// lookAt checks one flow of a folder, as if files of it had another text.
func lookAt(t *testing.T, flow string) func(map[string]*source.File) []*diag.Diagnostic {
	t.Helper()
	dir := fstest.MapFS{}
	for _, ending := range []string{".flow.yaml", ".prompts.yaml"} {
		files, _ := filepath.Glob(filepath.Join(filepath.Dir(flow), "*"+ending))
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			dir[filepath.Base(f)] = &fstest.MapFile{Data: raw}
		}
	}
	return func(changed map[string]*source.File) []*diag.Diagnostic {
		var files fs.FS = dir
		if len(changed) > 0 {
			other := fstest.MapFS{}
			for name, f := range dir {
				other[name] = f
			}
			for name, f := range changed {
				other[name] = &fstest.MapFile{Data: []byte(f.Text)}
			}
			files = other
		}
		var report diag.List
		if f := parse.Flow(files, filepath.Base(flow), &report); f != nil {
			check.Flow(f, &report)
		}
		return report.Sorted()
	}
}

func flowsOf(t *testing.T, patterns ...string) []string {
	t.Helper()
	var out []string
	for _, p := range patterns {
		found, err := filepath.Glob(p)
		if err != nil || len(found) == 0 {
			t.Fatal(p, err)
		}
		out = append(out, found...)
	}
	return out
}

// TestFixes shows what `check --fix` makes of every broken flow that it can mend:
// the lines that change, and what is left to say. A comment is never lost.
func TestFixes(t *testing.T) {
	var all strings.Builder
	for _, flow := range flowsOf(t, "testdata/broken/*/*.flow.yaml") {
		look := lookAt(t, flow)
		r := diag.Mend(look)
		if len(r.Undone) > 0 {
			t.Errorf("%s cannot be read after its fixes", flow)
		}
		if len(r.Made) == 0 {
			continue
		}
		fmt.Fprintf(&all, "== %s\n", strings.TrimPrefix(flow, "testdata/broken/"))
		for _, m := range r.Made {
			fmt.Fprintf(&all, "%s: %s\n", m.Code, m.Title)
		}
		for name, f := range r.Files {
			was, err := os.ReadFile(filepath.Join(filepath.Dir(flow), name))
			if err != nil {
				t.Fatal(err)
			}
			all.WriteString(changes(string(was), f.Text))
			if a, b := strings.Count(string(was), " # "), strings.Count(f.Text, " # "); a != b {
				t.Errorf("%s: %d comments became %d", flow, a, b)
			}
		}
		for _, d := range look(r.Files) {
			fmt.Fprintf(&all, "left: %s %s\n", d.Code, d.Message)
			if slices.ContainsFunc(d.Fixes, func(f diag.Fix) bool { return f.Safe }) {
				t.Errorf("%s: a safe fix is left: %s", flow, d.Message)
			}
		}
	}
	golden.Check(t, "testdata/fixed.txt", all.String())
}

// changes are the lines of one text that another has not, and the other way round.
func changes(was, is string) string {
	a, b := strings.Split(was, "\n"), strings.Split(is, "\n")
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var out strings.Builder
	for _, line := range a {
		out.WriteString("- " + line + "\n")
	}
	for _, line := range b {
		out.WriteString("+ " + line + "\n")
	}
	return out.String()
}

// TestEveryFixHelps: each fix that is offered, made alone, takes its finding away
// and leaves a file that can be read.
func TestEveryFixHelps(t *testing.T) {
	offered := 0
	for _, flow := range flowsOf(t, "testdata/broken/*/*.flow.yaml") {
		look := lookAt(t, flow)
		for _, d := range look(nil) {
			for _, fix := range d.Fixes {
				offered++
				f := fix.At.File
				text := f.Text[:fix.At.Start] + fix.Text + f.Text[fix.At.End:]
				after := look(map[string]*source.File{f.Name: source.NewFile(f.Name, text)})
				for _, o := range after {
					if o.Code == d.Code && o.Message == d.Message && o.At.From() == d.At.From() {
						t.Errorf("%s: %s: %q is left after %q:\n%s", flow, d.Code, d.Message, fix.Title, text)
					}
				}
			}
		}
	}
	t.Logf("%d fixes are offered", offered)
	if offered < 50 {
		t.Errorf("%d fixes are offered, want at least 50", offered)
	}
}

// TestFixedFiles shows whole files before and after: testdata/fix, NAME.fixed.
func TestFixedFiles(t *testing.T) {
	for _, flow := range flowsOf(t, "testdata/fix/*.flow.yaml") {
		look := lookAt(t, flow)
		r := diag.Mend(look)
		f := r.Files[filepath.Base(flow)]
		if f == nil {
			t.Errorf("%s: nothing was fixed, undone: %v", flow, r.Undone)
			continue
		}
		golden.Check(t, strings.TrimSuffix(flow, ".flow.yaml")+".fixed", f.Text)
		for _, d := range look(r.Files) {
			t.Errorf("%s: left: %s %s", flow, d.Code, d.Message)
		}
	}
}
