package schema_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/schema"
	"github.com/ringflow/ringflow/runtime-shim/calltest"
)

// compiled reads a schema as editors do, and holds it to the schema of schemas.
func compiled(t *testing.T, root schema.Object) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(schema.Text(root)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("it.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("it.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// read is a file as another reader of YAML 1.2 sees it.
func read(file string) (any, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(raw, &root); err != nil {
		return nil, err
	}
	return value(&root), nil
}

var numberForm = regexp.MustCompile(`^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$`)

func value(n *yaml.Node) any {
	switch n.Kind {
	case yaml.DocumentNode:
		return value(n.Content[0])
	case yaml.SequenceNode:
		out := []any{}
		for _, c := range n.Content {
			out = append(out, value(c))
		}
		return out
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			out[n.Content[i].Value] = value(n.Content[i+1])
		}
		return out
	case yaml.AliasNode:
		return value(n.Alias)
	}
	plain := n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
	switch {
	case plain && slices.Contains([]string{"", "~", "null", "Null", "NULL"}, n.Value):
		return nil
	case plain && slices.Contains([]string{"true", "True", "TRUE"}, n.Value):
		return true
	case plain && slices.Contains([]string{"false", "False", "FALSE"}, n.Value):
		return false
	case plain && numberForm.MatchString(n.Value):
		x, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.TrimLeft(strings.TrimLeft(n.Value, "+"), "0")))
		if err == nil {
			return x
		}
	}
	return n.Value
}

func files(t *testing.T, least int, patterns ...string) []string {
	t.Helper()
	var out []string
	for _, p := range patterns {
		found, err := filepath.Glob(p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, found...)
	}
	if len(out) < least {
		t.Fatalf("%d files, want at least %d", len(out), least)
	}
	return out
}

// TestGoodFilesAreValid: whatever the language accepts its schema accepts.
func TestGoodFilesAreValid(t *testing.T) {
	for _, c := range []struct {
		name     string
		schema   schema.Object
		least    int
		patterns []string
	}{
		{"flow", schema.Flow(), 60, []string{"../check/testdata/good/*.flow.yaml", "../../examples/*/*.flow.yaml", "../../compiler/testdata/*.flow.yaml", "../../compiler/graph/testdata/*.flow.yaml"}},
		{"library", schema.Library(), 3, []string{"../check/testdata/good/lib/*.blocks.yaml", "../../examples/*/*/*.blocks.yaml"}},
		{"prompts", schema.Prompts(), 2, []string{"../../examples/*/*.prompts.yaml", "../check/testdata/good/*.prompts.yaml"}},
		{"tests", calltest.Schema(), 40, []string{"../../examples/*/*.test.yaml", "../../compiler/testdata/*.test.yaml"}},
		{"project", schema.Project(), 1, []string{"../../examples/*/ringflow.yaml", "../project/testdata/full.yaml"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := compiled(t, c.schema)
			for _, file := range files(t, c.least, c.patterns...) {
				doc, err := read(file)
				if err != nil {
					t.Errorf("%s: %v", file, err)
					continue
				}
				if err := s.Validate(doc); err != nil {
					t.Errorf("%s: %v", file, err)
				}
			}
		})
	}
}

var codeForm = regexp.MustCompile(`\[(RF1\d+)\]`)

// byShape are the codes of mistakes that a schema can see: unknown and missing
// keys, steps without a verb, a list for a mapping, words and outcomes.
var byShape = []string{"RF1010", "RF1011", "RF1012", "RF1013", "RF1014", "RF1017", "RF1018"}

// TestBrokenFlowsAreInvalid shows which mistakes of shape the schema of flows does
// not see. Of those that it can see it has to see most.
func TestBrokenFlowsAreInvalid(t *testing.T) {
	s := compiled(t, schema.Flow())
	var unseen strings.Builder
	seen, all := 0, 0
	for _, file := range files(t, 100, "../check/testdata/broken/shape/*.flow.yaml") {
		said, err := os.ReadFile(strings.TrimSuffix(file, ".flow.yaml") + ".out")
		if err != nil {
			t.Fatal(err)
		}
		code := codeForm.FindStringSubmatch(string(said))
		doc, err := read(file)
		if err != nil || code == nil || !slices.Contains(byShape, code[1]) {
			continue
		}
		all++
		if s.Validate(doc) != nil {
			seen++
			continue
		}
		headline, _, _ := strings.Cut(string(said), "\n")
		unseen.WriteString(strings.TrimSuffix(filepath.Base(file), ".flow.yaml") + ": " + headline + "\n")
	}
	golden.Check(t, "testdata/unseen.txt", unseen.String())
	if seen*3 < all*2 {
		t.Errorf("%d of %d mistakes of shape are seen, want two of three", seen, all)
	}
	t.Logf("%d of %d mistakes of shape are seen", seen, all)
}
