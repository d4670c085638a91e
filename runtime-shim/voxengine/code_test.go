package voxengine_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/dlclark/regexp2/v2.runClock")) // the clock of expressions ends by itself
}

func TestScriptsShareOneScope(t *testing.T) {
	logs(t, "1 2 3 4", `
		let lexical = 1; const fixed = 2; var plain = 3; implicit = 4;`, `
		for (const v of [lexical, fixed, plain, implicit]) Logger.write(String(v));`)
}

func TestNameDeclaredTwice(t *testing.T) {
	p := open(t, voxengine.Options{}, `let call = 1;`, `let call = 2;`)
	p.Run()
	if err := p.Err(); err == nil || !strings.Contains(err.Error(), "'call' has already been declared") {
		t.Errorf("error %v", err)
	}
}

func TestNewerSyntaxIsLowered(t *testing.T) {
	p := open(t, voxengine.Options{}, `
		async function* count() { yield 1; yield 2; }
		(async () => {
		  for await (const n of count()) Logger.write(String(n));
		  Logger.write(String({ a: { b: 3 } }?.a?.b ?? 4));
		})();
		class Box { #secret = 5; static made = 6; get() { return this.#secret; } }
		Logger.write(String(new Box().get() + Box.made));`)
	p.Run()
	if got := p.logged(); got != "11 1 2 3" {
		t.Errorf("logged %q\n%s", got, p.trace())
	}
}

// TestTypeScript runs scripts whose names end in .ts: types go, names stay
// where every script of the rule sees them.
func TestTypeScript(t *testing.T) {
	code, err := voxengine.Compile(
		voxengine.Script{Name: "lines.ts", Text: "enum Line { Sales = 1, Help }\ninterface Told { text: string }\nlet unused: number = 5;\nconst say = (t: Told): string => t.text;\nimplicit = 3;"},
		voxengine.Script{Name: "desk.voxengine.ts", Text: "class Desk { constructor(private line: Line) {} get = () => this.line; }\nLogger.write([say({ text: 'a' }), new Desk(Line.Help).get(), unused, implicit].join(' '));"})
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, voxengine.Options{Code: code})
	p.Run()
	if got := p.logged(); got != "a 2 5 3" {
		t.Errorf("logged %q\n%s", got, p.trace())
	}
}

func TestTypeScriptProblems(t *testing.T) {
	for text, want := range map[string]string{
		"// a\nlet n: = 1;":                          `RF5001: a.ts:2:8: Unexpected "="`,
		"type N = number;\n\nexport const n: N = 1;": "RF5001: a.ts:3:8: import and export make a module, and the scripts of a rule are none: they share one scope; leave both out and list the scripts in order",
	} {
		if _, err := voxengine.Compile(voxengine.Script{Name: "a.ts", Text: text}); err == nil || err.Error() != want {
			t.Errorf("%q: error %v, want %s", text, err, want)
		}
	}
}

// TestPlaces looks for the right line of an error however the script came to be.
func TestPlaces(t *testing.T) {
	const text = "// first line\nasync function go() {\n\n  for await (const n of []) {}\n}\nfunction deep() {\n  nothing.here();\n}\ndeep();\n"
	typescript := "// comment\ninterface Call { id: string }\nconst call: Call = { id: 'a' };\n\nfunction deep(n: number): void {\n  (nothing as any).here(n);\n}\ndeep(1);\n"
	compiled := api.Transform(typescript, api.TransformOptions{Loader: api.LoaderTS, Sourcefile: "desk.ts", Sourcemap: api.SourceMapExternal})
	inline := api.Transform(typescript, api.TransformOptions{Loader: api.LoaderTS, Sourcefile: "desk.ts", Sourcemap: api.SourceMapInline})
	newer := "async function* f() {}\n" + string(compiled.Code)
	for name, c := range map[string]struct {
		script voxengine.Script
		want   string
	}{
		"as it is":        {voxengine.Script{Name: "desk.js", Text: strings.Replace(text, "for await", "for", 1)}, "desk.js:7:3 desk.js:9:5"},
		"lowered":         {voxengine.Script{Name: "desk.js", Text: text}, "desk.js:7:3 desk.js:9:1"},
		"with a map":      {voxengine.Script{Name: "desk.js", Text: string(compiled.Code), Map: compiled.Map}, "desk.ts:6:4 desk.ts:8:1"},
		"with its map":    {voxengine.Script{Name: "desk.js", Text: string(inline.Code)}, "desk.ts:6:4 desk.ts:8:1"},
		"typescript":      {voxengine.Script{Name: "desk.ts", Text: typescript}, "desk.ts:6:4 desk.ts:8:1"},
		"mapped, lowered": {voxengine.Script{Name: "desk.js", Text: newer, Map: shift(compiled.Map)}, "desk.ts:6:4 desk.ts:8:1"},
	} {
		t.Run(name, func(t *testing.T) {
			code, err := voxengine.Compile(c.script)
			if err != nil {
				t.Fatal(err)
			}
			p := open(t, voxengine.Options{Code: code})
			p.Run()
			var failed *voxengine.ScriptError
			if !errors.As(p.Err(), &failed) {
				t.Fatalf("error %v", p.Err())
			}
			var places []string
			for _, place := range failed.Stack {
				places = append(places, place.String())
			}
			if got := strings.Join(places, " "); got != c.want {
				t.Errorf("places %q, want %q", got, c.want)
			}
		})
	}
}

// shift makes a map fit a text that has one more line at its beginning.
func shift(data []byte) []byte {
	return []byte(strings.Replace(string(data), `"mappings": "`, `"mappings": ";`, 1))
}

func TestSyntaxErrors(t *testing.T) {
	_, err := voxengine.Compile(
		voxengine.Script{Name: "a.js", Text: "const a = 1;\nconst b = ;\n"},
		voxengine.Script{Name: "b.js", Text: "function f() {\n"},
		voxengine.Script{Name: "c.js", Text: "let fine = true;"},
		voxengine.Script{Name: "e.js", Text: "// \x00 \ufffd\nlet ä = '\xf0';"},
		voxengine.Script{Name: "d.js", Text: "let twice = 1; let twice = 2;"},
	)
	var bad *voxengine.SyntaxError
	if !errors.As(err, &bad) {
		t.Fatalf("error %v", err)
	}
	want := "RF5001: a.js:2:11: Unexpected \";\"\n" +
		"RF5001: b.js:2:1: Unexpected end of file\n" +
		"RF5001: e.js:2:10: the script is not UTF-8 here\n" +
		"RF5001: d.js:1:20: The symbol \"twice\" has already been declared"
	if bad.Error() != want {
		t.Errorf("error is\n%s\nwant\n%s", bad, want)
	}
}

// TestMapFromDisk would fail if a text could make the engine read a file.
func TestMapFromDisk(t *testing.T) {
	logs(t, "fine", "Logger.write('fine');\n//# sourceMappingURL=/etc/passwd")
}

func FuzzCompile(f *testing.F) {
	f.Add("let a = 1;")
	f.Add("{a?.b}/\xf0/")
	f.Add("async function* f() { for await (const x of y) {} }")
	f.Add("a?.b ?? #c in d\n//# sourceMappingURL=data:application/json;base64,e30=")
	f.Fuzz(func(t *testing.T, text string) {
		code, err := voxengine.Compile(voxengine.Script{Name: "a.js", Text: text})
		if (code == nil) == (err == nil) {
			t.Errorf("code %v, error %v", code, err)
		}
	})
}

// TestNothingReadsTheDisk: a text that the script makes cannot name a source map
// for the engine to read.
func TestNothingReadsTheDisk(t *testing.T) {
	file := filepath.Join(t.TempDir(), "map")
	if err := os.WriteFile(file, []byte("no source map"), 0o600); err != nil {
		t.Fatal(err)
	}
	text := "Logger.write('ran');\\n//# sourceMappingURL=file://" + file
	logs(t, "ran ran", `
		const text = "`+text+`";
		eval(text);
		new Function(text)();`)
}
