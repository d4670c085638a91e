package reference_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/reference"
	"github.com/ringflow/ringflow/flow/spec"
)

// TestPage: flow/LANGUAGE.md is what the registry says today.
func TestPage(t *testing.T) {
	golden.Check(t, "../LANGUAGE.md", reference.Page())
}

// TestSamples: every flow of the page is checked without a word.
func TestSamples(t *testing.T) {
	n := 0
	for _, block := range strings.Split(reference.Page(), "```yaml\n")[1:] {
		text, _, _ := strings.Cut(block, "```")
		if !strings.HasPrefix(text, "ringflow: 1") {
			continue
		}
		n++
		if said := checkText(t, text); said != "" {
			t.Errorf("%s\n%s", text, said)
		}
	}
	if n < 2 {
		t.Errorf("%d flows on the page", n)
	}
}

// around are flows in which the examples of verbs can stand.
const around = `ringflow: 1
flow: demo
starts: incoming
language: en-US
config: {masked_number: phone, results_url: url}
types: {Side: [Courier, Customer]}
stores:
  orders: {key: "{number: text}", value: {client: private phone}}
prompts:
  goodbye: Goodbye.
  putting_you_through: One moment.
  ask_order: Enter it.
  main_menu: Press 1.
  courier_text: Hello, courier.
  customer_text: Hello, customer.
  number_withheld: Show your number.
  unavailable: Nobody is there.
result: {sub_available: ""}
`

// TestVerbExamples: the example of every verb can be read: nothing is wrong
// with its shape.
func TestVerbExamples(t *testing.T) {
	for _, v := range spec.Verbs() {
		step := "main:\n  - " + strings.ReplaceAll(v.Example, "\n", "\n    ") + "\n"
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "demo.flow.yaml"), []byte(around+step), 0o600); err != nil {
			t.Fatal(err)
		}
		var report diag.List
		parse.Flow(os.DirFS(dir), "demo.flow.yaml", &report)
		if all := report.Sorted(); len(all) > 0 {
			t.Errorf("%s: %s", v.Name, all[0].Message)
		}
	}
}

// namedFile is a file of the page that has a name behind its fence.
var namedFile = regexp.MustCompile("(?s)```yaml ([a-z]+\\.[a-z.]+)\n(.*?)```")

func checkText(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "demo.flow.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, m := range namedFile.FindAllStringSubmatch(reference.Page(), -1) {
		if err := os.WriteFile(filepath.Join(dir, m[1]), []byte(m[2]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var report diag.List
	if f := parse.Flow(os.DirFS(dir), "demo.flow.yaml", &report); f != nil {
		check.Flow(f, &report)
	}
	var w strings.Builder
	if err := diag.WriteText(&w, report.Sorted(), nil); err != nil {
		t.Fatal(err)
	}
	return w.String()
}
