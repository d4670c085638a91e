package compiler_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dop251/goja"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"

	"github.com/ringflow/ringflow/compiler"
)

// FuzzFlow: whatever the bytes of a flow are, it is read and checked without a
// panic, and what the checker lets through is built into a script that parses.
func FuzzFlow(f *testing.F) {
	seeds, err := filepath.Glob("../flow/check/testdata/*/*.flow.yaml")
	nested, _ := filepath.Glob("../flow/check/testdata/broken/*/*.flow.yaml")
	if err != nil || len(seeds) < 50 || len(nested) < 50 {
		f.Fatal(len(seeds), len(nested), err)
	}
	seeds = append(append(seeds, nested...), filepath.Join(example, exampleFlow), "../runtime-shim/calltest/testdata/demo.flow.yaml")
	// What the flows rest on: prompt files and libraries.
	files := fstest.MapFS{}
	for _, dir := range []string{"../flow/check/testdata/good", example} {
		if err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".prompts.yaml") && !strings.HasSuffix(name, ".blocks.yaml") {
				return err
			}
			text, err := os.ReadFile(filepath.Join(dir, name))
			files[name] = &fstest.MapFile{Data: text}
			return err
		}); err != nil {
			f.Fatal(err)
		}
	}
	for _, name := range seeds {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		files := maps.Clone(files)
		files[exampleFlow] = &fstest.MapFile{Data: text}
		var report diag.List
		flow := parse.Flow(files, exampleFlow, &report)
		if flow == nil {
			if !report.Failed() {
				t.Fatal("a flow that cannot be read, and nothing is said")
			}
			return
		}
		p := check.Flow(flow, &report)
		if report.Failed() {
			return
		}
		a, err := compiler.Build(p, &report)
		if err != nil {
			t.Fatalf("the checker let it through: %v", err)
		}
		if report.Failed() {
			return
		}
		if _, err := goja.Compile("kvs-scenario.js", string(a.Script()), false); err != nil {
			t.Fatalf("%v\n%s", err, a.Script())
		}
	})
}
