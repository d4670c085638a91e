//go:build full

package format_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ringflow/ringflow/flow/source"
)

// otherReader is the YAML parser that most editors and tools in JavaScript use.
const otherReader = "yaml@2.9.1"

// TestAnotherReaderAgrees: what is written is read alike by another YAML parser.
// RINGFLOW_NODE_MODULES names a node_modules folder that has it already.
func TestAnotherReaderAgrees(t *testing.T) {
	var texts []string
	var ours []any
	add := func(name, text string) {
		if out, ok := formatted(t, name, text); ok {
			root, _ := source.Parse(source.NewFile(name, out))
			texts, ours = append(texts, out), append(ours, plainTree(root))
		}
	}
	for _, pattern := range []string{"../../examples/*/*.yaml", "../check/testdata/broken/*/*.yaml", "../check/testdata/good/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			add(name, read(t, name))
		}
	}
	cases, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range cases {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		add(a.Files[0].Name, string(a.Files[0].Data))
	}
	for i, theirs := range readByOther(t, nodeModules(t), texts, "failsafe") {
		if diff := cmp.Diff(ours[i], theirs); diff != "" {
			t.Errorf("the two read differently (-ours +theirs):\n%s\n%s", diff, texts[i])
		}
	}
	t.Logf("%d files", len(texts))
}

// TestReadersWithKindsAgree: a reader that gives plain scalars a kind, by YAML
// 1.1 or 1.2, finds the same texts as we do in every good file, as it was written
// by fmt. To a reader of 1.1 yes, no and the key `on` are truth values.
func TestReadersWithKindsAgree(t *testing.T) {
	var names, texts []string
	var ours []any
	for name, text := range good(t) {
		out, _ := formatted(t, name, text)
		root, _ := source.Parse(source.NewFile(name, out))
		names, texts, ours = append(names, name), append(texts, out), append(ours, asKinds(plainTree(root)))
	}
	modules := nodeModules(t)
	for _, schema := range []string{"core", "yaml-1.1"} {
		for i, theirs := range readByOther(t, modules, texts, schema) {
			if diff := cmp.Diff(ours[i], asKinds(theirs)); diff != "" {
				t.Errorf("%s, %s (-ours +theirs):\n%s", names[i], schema, diff)
			}
		}
	}
}

// asKinds spells truth values in one way, and what is not there as an empty text.
func asKinds(tree any) any {
	one := func(s string) string {
		switch s {
		case "yes", "on":
			return "true"
		case "no":
			return "false"
		case "null":
			return ""
		}
		return s
	}
	switch v := tree.(type) {
	case []any:
		for i := range v {
			v[i] = asKinds(v[i])
		}
	case map[string]any:
		out := map[string]any{}
		for key, value := range v {
			out[one(key)] = asKinds(value)
		}
		return out
	case string:
		return one(v)
	}
	return tree
}

// readByOther reads texts by the other reader: everything is text again there.
func readByOther(t *testing.T, modules string, texts []string, schema string) []any {
	t.Helper()
	raw, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.CommandContext(t.Context(), "node", "-e", `
		const { parse } = require('yaml');
		const schema = process.argv[1];
		const asText = (v) => Array.isArray(v) ? v.map(asText) : v instanceof Date ? 'a date'
			: v instanceof Map ? Object.fromEntries([...v].map(([k, x]) => [String(k), asText(x)]))
			: v === null ? '' : String(v);
		const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
		console.log(JSON.stringify(texts.map((t) => { try { return asText(parse(t, { schema, mapAsMap: true })); } catch (e) { return String(e); } })));`, schema)
	node.Env = append(os.Environ(), "NODE_PATH="+modules)
	node.Stdin = strings.NewReader(string(raw))
	node.Stderr = os.Stderr
	out, err := node.Output()
	if err != nil {
		t.Fatal(err)
	}
	var theirs []any
	if err := json.Unmarshal(out, &theirs); err != nil {
		t.Fatal(err)
	}
	return theirs
}

// nodeModules is a folder that has the other reader.
func nodeModules(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("RINGFLOW_NODE_MODULES"); dir != "" {
		if _, err := os.Stat(filepath.Join(dir, "yaml")); err == nil {
			return dir
		}
	}
	dir := t.TempDir()
	npm := exec.CommandContext(t.Context(), "npm", "install", "--no-audit", "--no-fund", "--prefix", dir, otherReader)
	npm.Dir = dir
	if out, err := npm.CombinedOutput(); err != nil {
		t.Fatalf("npm could not install %s: %v\n%s", otherReader, err, out)
	}
	return filepath.Join(dir, "node_modules")
}
