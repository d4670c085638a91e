package check_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
)

// checkFile runs both stages on a file and renders what they say.
func checkFile(t *testing.T, dir, name string) (*check.Program, string) {
	t.Helper()
	var report diag.List
	var program *check.Program
	if f := parse.Flow(os.DirFS(dir), name, &report); f != nil {
		program = check.Flow(f, &report)
	}
	var w strings.Builder
	if err := diag.WriteText(&w, report.Sorted(), nil); err != nil {
		t.Fatal(err)
	}
	return program, w.String()
}

// TestExamplesAreSilent: every example is checked without a word.
func TestExamplesAreSilent(t *testing.T) {
	flows, err := filepath.Glob("../../examples/*/*.flow.yaml")
	if err != nil || len(flows) == 0 {
		t.Fatal(flows, err)
	}
	for _, f := range flows {
		if _, said := checkFile(t, filepath.Dir(f), filepath.Base(f)); said != "" {
			t.Errorf("%s:\n%s", f, said)
		}
	}
}

// withoutExamples are the codes whose wrong file cannot be shown on a page.
var withoutExamples = map[diag.Code]string{
	diag.YAMLEncoding:   "it is not text",
	diag.OverLimit:      "it has more than fifty calls; testdata/broken/meaning has one",
	diag.ScriptTooLarge: "it has more than a hundred kilobytes",
}

// TestPages runs the examples of every explain page: the wrong flow is found
// wrong by that code alone, the right one is silent.
func TestPages(t *testing.T) {
	for _, code := range diag.Codes() {
		page, _ := diag.Page(code)
		blocks := strings.Split(page, "```yaml\n")
		if withoutExamples[code] != "" {
			for _, b := range blocks[1:] {
				flow, _, _ := strings.Cut(b, "```")
				if said := checkText(t, flow, page); said != "" {
					t.Errorf("%s: an example is not silent:\n%s", code, said)
				}
			}
			continue
		}
		if len(blocks) != 3 {
			t.Errorf("%s: %d examples, want a wrong and a right one", code, len(blocks)-1)
			continue
		}
		for i, want := range []string{string(code), ""} {
			flow, _, _ := strings.Cut(blocks[i+1], "```")
			said := checkText(t, flow, page)
			if want == "" && said != "" {
				t.Errorf("%s: the right example is not silent:\n%s", code, said)
			}
			if want != "" && (strings.Count(said, "[RF") != 1 || !strings.Contains(said, want)) {
				t.Errorf("%s: of the wrong example is said:\n%s", code, said)
			}
		}
	}
}

// checkText checks the text of a flow that lies beside the named files of a page.
func checkText(t *testing.T, text, page string) string {
	t.Helper()
	dir := t.TempDir()
	for _, m := range namedFile.FindAllStringSubmatch(page, -1) {
		if err := os.WriteFile(filepath.Join(dir, m[1]), []byte(m[2]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "demo.flow.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, said := checkFile(t, dir, "demo.flow.yaml")
	return said
}

// namedFile is a file of a page, whose name stands behind the fence.
var namedFile = regexp.MustCompile("(?s)```yaml ([a-z.]+)\n(.*?)```")

// TestEveryCodeHasAPageAndIsRaised reads the declarations: no code without a
// page, none without a line of code that raises it.
func TestEveryCodeHasAPageAndIsRaised(t *testing.T) {
	declared, err := os.ReadFile("../diag/code.go")
	if err != nil {
		t.Fatal(err)
	}
	var sources strings.Builder
	for _, pattern := range []string{"../*/*.go", "../../compiler/*.go"} {
		files, _ := filepath.Glob(pattern)
		for _, f := range files {
			if raw, err := os.ReadFile(f); err == nil && !strings.HasSuffix(f, "_test.go") && !strings.HasSuffix(f, "diag/code.go") {
				sources.Write(raw)
			}
		}
	}
	for _, line := range strings.Split(string(declared), "\n") {
		name, rest, ok := strings.Cut(strings.TrimSpace(line), " ")
		i := strings.Index(rest, `"RF`)
		if !ok || i < 0 || !strings.Contains(rest, "Code = ") {
			continue
		}
		code := diag.Code(rest[i+1 : i+7])
		if _, ok := diag.Page(code); !ok {
			t.Errorf("%s (%s) has no page", name, code)
		}
		if !strings.Contains(sources.String(), "diag."+name) {
			t.Errorf("%s (%s) is never raised", name, code)
		}
	}
}
