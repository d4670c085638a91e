package bundle

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/go-sourcemap/sourcemap"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/flow/golden"
)

func masking(t testing.TB) Input {
	t.Helper()
	text, err := os.ReadFile("testdata/masking.js")
	if err != nil {
		t.Fatal(err)
	}
	return Input{Name: "masking.js", Module: text}
}

func mustBundle(t testing.TB, in Input) Output {
	t.Helper()
	out, err := Bundle(in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// script is the whole text that the platform gets.
func script(out Output) string {
	a := artifact.Artifact{Manifest: artifact.Manifest{Flow: "test", Release: artifact.Release(out.Body)}, Body: out.Body}
	return string(a.Script())
}

func TestGolden(t *testing.T) {
	const file = "testdata/small.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := mustBundle(t, Input{Name: "flow.js", Module: archive.Files[0].Data})
	got := &txtar.Archive{Comment: archive.Comment, Files: []txtar.File{archive.Files[0], {Name: "body.js", Data: out.Body}}}
	golden.Check(t, file, string(txtar.Format(got)))
}

func TestScriptParsesAndLeavesNoNames(t *testing.T) {
	vm := goja.New()
	host := `var VoxEngine = {addEventListener: function () {}}, Logger = {hideTones: function () {}},
		AppEvents = {}, Modules = {}, required = 0; function require() { required++; }`
	if _, err := vm.RunString(host); err != nil {
		t.Fatal(err)
	}
	before := vm.GlobalObject().Keys()
	if _, err := vm.RunScript("script", script(mustBundle(t, masking(t)))); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, vm.GlobalObject().Keys()); diff != "" {
		t.Errorf("the script leaves names behind\n%s", diff)
	}
	if vm.Get("required").ToInteger() != 1 {
		t.Error("the platform's require was not called")
	}
}

func TestNothingButPlainScript(t *testing.T) {
	body := string(mustBundle(t, masking(t)).Body)
	for _, unwanted := range []string{`"use strict"`, `import\s*[{*]`, `\bexport\b`, `\bmodule\b`, `__\w+`, `\basync\b`, `\bawait\b`, `\?\.`, `[^\x00-\x7f]`} {
		if found := regexp.MustCompile(unwanted).FindString(body); found != "" {
			t.Errorf("the script has %q", found)
		}
	}
	if size := len(body); size > artifact.MaxScriptBytes/2 {
		t.Errorf("the script has %d bytes", size)
	}
}

func TestOnlyWhatIsUsedIsLinked(t *testing.T) {
	const head = `import { scenario, go, answer, play, connect, report, lookup, record, collect } from "ringflow";`
	cases := []struct{ use, has, lacks string }{
		{"go", "VoxEngine.terminate", "callPSTN httpRequest ApplicationStorage handleTones .say( .record("},
		{"answer", "handleTones", "callPSTN httpRequest ApplicationStorage .say( .record("},
		{"play", ".say(", "callPSTN httpRequest ApplicationStorage handleTones .record("},
		{"connect", "callPSTN", "httpRequest ApplicationStorage .record("},
		{"report", "httpRequest", "callPSTN ApplicationStorage handleTones .say( .record("},
		{"lookup", "ApplicationStorage", "callPSTN httpRequest handleTones .say( .record("},
		{"record", ".record(", "callPSTN httpRequest ApplicationStorage handleTones .say("},
		{"collect", "handleTones", "callPSTN httpRequest ApplicationStorage .record("},
	}
	for _, c := range cases {
		body := string(mustBundle(t, Input{Name: "flow.js", Module: []byte(head + "\nscenario({enter: " + c.use + "});\n")}).Body)
		if !strings.Contains(body, c.has) {
			t.Errorf("%s: lacks %s", c.use, c.has)
		}
		for _, lacks := range strings.Fields(c.lacks) {
			if strings.Contains(body, lacks) {
				t.Errorf("%s: has %s", c.use, lacks)
			}
		}
	}
}

// Each exported function is linked only because something imports it, so an
// unused helper of the shim would be code that no scenario runs.
func TestNoUnusedHelpers(t *testing.T) {
	body := string(mustBundle(t, masking(t)).Body)
	for _, m := range regexp.MustCompile(`(?m)^function (\w+)\(|^var (\w+) =`).FindAllStringSubmatch(body, -1) {
		name := m[1] + m[2]
		if strings.Count(body, name) < 2 {
			t.Errorf("%s is linked and never used", name)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	a, b := mustBundle(t, masking(t)), mustBundle(t, masking(t))
	if !bytes.Equal(a.Body, b.Body) || !bytes.Equal(a.Map, b.Map) || !bytes.Equal(a.Minified, b.Minified) {
		t.Error("two runs differ")
	}
	if len(a.Minified) >= len(a.Body) {
		t.Errorf("minified %d bytes, readable %d", len(a.Minified), len(a.Body))
	}
}

func TestMapLeadsToSources(t *testing.T) {
	// Line 1 of the module was written for line 7, column 3 of the flow's file, line 2 for line 9, column 5.
	in := Input{
		Name:   "flow.js",
		Module: []byte("import { scenario, hangup } from \"ringflow\";\nscenario({ enter: marker => hangup() });\n"),
		Map:    []byte(`{"version":3,"sources":["a.flow.yaml"],"sourcesContent":["x: 1\n"],"names":[],"mappings":"AAME;AAEE"}`),
	}
	out := mustBundle(t, in)
	m, err := sourcemap.Parse("", out.Map)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(script(out), "\n")
	source, _, line, _, ok := m.Source(lineWith(t, lines, "scenario({ enter"), 0)
	if !ok || source != "a.flow.yaml" || line != 9 {
		t.Errorf("the flow's line leads to %s:%d", source, line)
	}
	at := lineWith(t, lines, "VoxEngine.terminate")
	source, _, line, _, ok = m.Source(at, strings.Index(lines[at-1], "VoxEngine"))
	if !ok || source != "ringflow/state.ts" || line == 0 {
		t.Errorf("the shim's line leads to %s:%d", source, line)
	}
}

// lineWith returns the number, from 1, of the line that contains a text.
func lineWith(t *testing.T, lines []string, text string) int {
	t.Helper()
	for i, line := range lines {
		if strings.Contains(line, text) {
			return i + 1
		}
	}
	t.Fatalf("no line has %q", text)
	return 0
}

func TestMistakesOfTheEmitter(t *testing.T) {
	cases := []struct{ name, module, want string }{
		{"does not parse", "const a = ;\n", "flow.js:1:11: Unexpected \";\""},
		{"unknown name", "import { nothing } from \"ringflow\";\nnothing();\n", "flow.js:1:10: No matching export in \"ringflow:index.ts\" for import \"nothing\""},
		{"other module", "import \"fs\";\n", "flow.js:1:8: a scenario can import \"ringflow\" and nothing else, not \"fs\""},
		{"file", "import \"./state\";\n", "flow.js:1:8: a scenario can import \"ringflow\" and nothing else, not \"./state\""},
		{"two at once", "import \"fs\";\nimport \"net\";\n", "flow.js:1:8: a scenario can import \"ringflow\" and nothing else, not \"fs\"\nflow.js:2:8: a scenario can import \"ringflow\" and nothing else, not \"net\""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Bundle(Input{Name: "flow.js", Module: []byte(c.module)})
			if err == nil || err.Error() != c.want {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
			if want := strings.Count(c.want, "\n") + 1; len(Problems(err)) != want {
				t.Errorf("%d problems, want %d", len(Problems(err)), want)
			}
		})
	}
	if _, err := Bundle(Input{Name: "flow.js", Module: []byte("go();"), Map: []byte("{}")}); err != nil {
		t.Errorf("a map that says nothing: %v", err)
	}
}

func BenchmarkBundle(b *testing.B) {
	in := masking(b)
	b.ReportAllocs()
	for b.Loop() {
		mustBundle(b, in)
	}
}
