package lsp_test

import (
	"os"
	"testing"
)

// BenchmarkTyping is one key in the largest example: an edit, its diagnostics, a completion.
func BenchmarkTyping(b *testing.B) {
	e := newEditor(b)
	for _, name := range []string{"kvs-scenario.prompts.yaml", "kvs-scenario.flow.yaml"} {
		raw, err := os.ReadFile("../../examples/01-number-masking/" + name)
		if err != nil {
			b.Fatal(err)
		}
		e.open(name, string(raw))
	}
	text := e.texts["kvs-scenario.flow.yaml"]
	p := map[string]any{"textDocument": map[string]any{"uri": uri("kvs-scenario.flow.yaml")}, "position": position{25, 4}}
	for b.Loop() {
		e.change("kvs-scenario.flow.yaml", text+" ")
		e.ask("textDocument/completion", p, nil)
	}
}
