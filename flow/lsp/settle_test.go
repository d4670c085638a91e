package lsp_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/lsp"
)

func edit2(t *testing.T, text string, version int) lsp.Message {
	t.Helper()
	return message(t, "", "textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": uri("a.flow.yaml"), "version": version}, "contentChanges": []any{map[string]any{"text": text}},
	})
}

const wrongPrompt = "ringflow: 1\nflow: a\nstarts: incoming\nlanguage: en-US\nprompts: {hi: Hello.}\nmain:\n  - answer\n  - hangup: "

// published are the versions of a file that diagnostics were sent for.
func published(t *testing.T, out []lsp.Message) (versions []string) {
	t.Helper()
	for _, m := range out {
		if m.Method == "textDocument/publishDiagnostics" {
			var p struct {
				Version     int
				Diagnostics []struct{ Message string }
			}
			if err := json.Unmarshal(m.Params, &p); err != nil {
				t.Fatal(err)
			}
			versions = append(versions, fmt.Sprint(p.Version, " ", len(p.Diagnostics)))
		}
	}
	return versions
}

// TestLatestEditWins: of edits that came together the last one alone is looked at,
// and a request behind them is answered by it.
func TestLatestEditWins(t *testing.T) {
	e := newEditor(t)
	e.open("a.flow.yaml", wrongPrompt+"hi\n")
	never := func() bool { return false }
	symbols := message(t, "9", "textDocument/documentSymbol", map[string]any{"textDocument": map[string]any{"uri": uri("a.flow.yaml")}})
	out := e.server.Take([]lsp.Message{edit2(t, wrongPrompt+"h\n", 2), edit2(t, wrongPrompt+"hello\n", 3), edit2(t, "# new\n"+wrongPrompt+"hi\n  - answer\n", 4), symbols}, never)
	if got := strings.Join(published(t, out), ", "); got != "4 1" {
		t.Errorf("diagnostics of versions %s, want those of 4 alone", got)
	}
	if last := out[len(out)-1]; string(last.ID) != "9" || last.Error != nil {
		t.Errorf("the request is answered by %+v", last)
	}
}

// TestOldFindingsAreNotSent: when an edit comes while files are looked at, nothing
// is said about the text before; the next look says it all.
func TestOldFindingsAreNotSent(t *testing.T) {
	e := newEditor(t)
	e.open("a.flow.yaml", wrongPrompt+"hi\n")
	if out := e.server.Take([]lsp.Message{edit2(t, wrongPrompt+"hello\n", 2)}, func() bool { return true }); len(out) != 0 {
		t.Errorf("%d messages about a text that is old", len(out))
	}
	out := e.server.Take([]lsp.Message{edit2(t, wrongPrompt+"hallo\n", 3)}, func() bool { return false })
	if got := strings.Join(published(t, out), ", "); got != "3 1" {
		t.Errorf("diagnostics of versions %s, want those of 3", got)
	}
}

// TestCancelledRequests are answered as such and not carried out.
func TestCancelledRequests(t *testing.T) {
	e := newEditor(t)
	e.open("a.flow.yaml", wrongPrompt+"hi\n")
	params := map[string]any{"textDocument": map[string]any{"uri": uri("a.flow.yaml")}}
	out := e.server.Take([]lsp.Message{
		message(t, "5", "textDocument/documentSymbol", params), message(t, "6", "textDocument/documentSymbol", params),
		message(t, "", "$/cancelRequest", map[string]any{"id": 5}),
	}, func() bool { return false })
	if len(out) != 2 || out[0].Error == nil || out[0].Error.Code != -32800 || out[1].Error != nil {
		t.Errorf("%+v", out)
	}
}
