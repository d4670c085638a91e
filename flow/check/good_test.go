package check_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// TestGoodFlowsAreSilent: flows as people write them are checked without a word,
// and build.
func TestGoodFlowsAreSilent(t *testing.T) {
	flows, err := filepath.Glob("testdata/good/*.flow.yaml")
	if err != nil || len(flows) < 60 {
		t.Fatal(len(flows), err)
	}
	for _, f := range flows {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".flow.yaml"), func(t *testing.T) {
			program, said := checkFile(t, filepath.Dir(f), filepath.Base(f))
			if said != "" {
				t.Fatal(said)
			}
			var report diag.List
			if _, err := compiler.Build(program, &report); err != nil || report.Len() > 0 {
				t.Error(err, report.Sorted())
			}
		})
	}
}

// TestGoodFlowsUseTheWholeLanguage: what no good flow uses could be refused by
// mistake without a test that sees it.
func TestGoodFlowsUseTheWholeLanguage(t *testing.T) {
	var all strings.Builder
	flows, _ := filepath.Glob("testdata/good/*.yaml")
	libraries, _ := filepath.Glob("testdata/good/lib/*.yaml")
	flows = append(flows, libraries...)
	for _, f := range flows {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(raw)
	}
	text := all.String()
	uses := func(what, pattern string) {
		if !regexp.MustCompile(pattern).MatchString(text) {
			t.Errorf("no good flow has %s", what)
		}
	}
	word := func(what, w string) { uses(what, `\b`+regexp.QuoteMeta(w)+`\b`) }
	var field func(owner string, f spec.Field)
	field = func(owner string, f spec.Field) {
		if f.Name != "" {
			uses("`"+f.Name+"` of "+owner, `\b`+f.Name+`:`)
		}
		for _, w := range f.Words {
			word("`"+w+"` in "+owner, w)
		}
		for _, inner := range f.Fields {
			field(owner, inner)
		}
	}
	for _, f := range spec.FlowFields() {
		field("the flow", f)
	}
	for _, f := range spec.LibraryFields() {
		field("a library", f)
	}
	for _, f := range append(append(append(spec.StoreFields(), spec.DeclFields()...), spec.CaseFields()...), spec.BlockFields()...) {
		field("a declaration or case", f)
	}
	for _, v := range spec.Verbs() {
		word("the verb `"+v.Name+"`", v.Name)
		field("`"+v.Name+"`", v.Head)
		for _, f := range v.Fields {
			field("`"+v.Name+"`", f)
		}
		for _, o := range v.Outcomes {
			word("the outcome `"+o.Name+"` of `"+v.Name+"`", o.Name)
		}
	}
	for _, f := range expr.Functions() {
		uses("the function `"+f.Name+"`", `\b`+f.Name+`\(`)
	}
	for name := range types.Simple {
		word("the type `"+name+"`", name)
	}
}
