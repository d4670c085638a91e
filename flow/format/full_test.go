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
	raw, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.CommandContext(t.Context(), "node", "-e", `
		const { parse } = require('yaml');
		const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
		console.log(JSON.stringify(texts.map((t) => { try { return parse(t, { schema: 'failsafe' }); } catch (e) { return String(e); } })));`)
	node.Env = append(os.Environ(), "NODE_PATH="+nodeModules(t))
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
	for i := range texts {
		if diff := cmp.Diff(ours[i], theirs[i]); diff != "" {
			t.Errorf("the two read differently (-ours +theirs):\n%s\n%s", diff, texts[i])
		}
	}
	t.Logf("%d files", len(texts))
}

// plainTree is a tree as the other reader gives it: texts, lists and mappings.
func plainTree(n *source.Node) any {
	switch n.Kind {
	case source.List:
		out := []any{}
		for _, item := range n.Items {
			out = append(out, plainTree(item))
		}
		return out
	case source.Map:
		out := map[string]any{}
		for _, e := range n.Entries {
			out[e.Key.Text.Value] = plainTree(e.Value)
		}
		return out
	}
	return n.Text.Value
}

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
