package lsp_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/lsp"
)

const small = `ringflow: 1
flow: demo
starts: incoming
language: en-US
prompts: demo.prompts.yaml
main:
  - answer
  - hangup: hi
`

const texts = "ringflow: 1\nen-US:\n  hi: Hello.\n"

// TestEdits: edits of ranges, in units of UTF-16, lead to the text that the
// editor has.
func TestEdits(t *testing.T) {
	e := newEditor(t)
	e.open("demo.prompts.yaml", texts)
	e.open("demo.flow.yaml", small)
	quiet := func(when string) {
		t.Helper()
		if n := len(e.said[uri("demo.flow.yaml")]) + len(e.said[uri("demo.prompts.yaml")]); n != 0 {
			t.Fatalf("%s: %s", when, e.diagnostics())
		}
	}
	quiet("at the start")
	replace := func(name string, from, to position, text string) map[string]any {
		return map[string]any{"range": map[string]any{"start": from, "end": to}, "text": text}
	}
	send := func(name string, changes ...any) {
		e.tell("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri(name), "version": 2}, "contentChanges": changes})
	}
	// A pair of UTF-16 stands in front of what is replaced.
	send("demo.prompts.yaml", replace("", position{2, 6}, position{2, 12}, "😀 {x}"))
	if got := e.diagnostics(); !strings.Contains(got, "RF2030") {
		t.Fatalf("a hole without a value is not reported to the flow that is open: %s", got)
	}
	send("demo.prompts.yaml", replace("", position{2, 9}, position{2, 12}, "Hello, "), replace("", position{2, 16}, position{2, 16}, "you."))
	quiet("behind the pair")
	send("demo.prompts.yaml", map[string]any{"text": strings.Replace(texts, "hi", "hello", 1)})
	if got := e.diagnostics(); !strings.Contains(got, "RF2002") {
		t.Fatalf("a prompt that is gone is not missed: %s", got)
	}
	send("demo.flow.yaml", replace("", position{7, 12}, position{7, 14}, "hello"))
	quiet("with the other name")
	send("demo.flow.yaml", replace("", position{-1, -5}, position{900, 900}, small)) // a whole file, far around it
	if got := e.diagnostics(); !strings.Contains(got, "RF2002") {
		t.Fatal(got)
	}
	before := e.sent
	e.tell("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": uri("demo.flow.yaml")}})
	quiet("when it is closed")
	if e.sent == before {
		t.Error("closing a file does not take its diagnostics back")
	}
	e.tell("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": uri("demo.flow.yaml")}})
}

// TestNothingNewIsNotSaid: an edit that changes no diagnostic of other files
// sends nothing about them.
func TestNothingNewIsNotSaid(t *testing.T) {
	e := newEditor(t)
	e.open("a.flow.yaml", "ringflow: 1\n")
	e.open("b.flow.yaml", "ringflow: 1\n")
	before := e.sent
	e.change("b.flow.yaml", "ringflow: 1\n\n")
	if e.sent > before+1 {
		t.Errorf("%d messages about one file", e.sent-before)
	}
}

// TestProtocol: what comes at the wrong time or cannot be understood has an
// error that says so, and notifications have no answer at all.
func TestProtocol(t *testing.T) {
	s := lsp.New(lsp.Options{Files: fstest.MapFS{}})
	request := func(method, params string) lsp.Message {
		t.Helper()
		out := s.Handle(lsp.Message{Version: "2.0", ID: json.RawMessage(`"a"`), Method: method, Params: json.RawMessage(params)})
		if len(out) != 1 || string(out[0].ID) != `"a"` {
			t.Fatalf("%s is answered by %v", method, out)
		}
		return out[0]
	}
	refused := func(m lsp.Message, code int, text string) {
		t.Helper()
		if m.Error == nil || m.Error.Code != code || !strings.Contains(m.Error.Message, text) {
			t.Errorf("%+v, want %d %s", m.Error, code, text)
		}
	}
	refused(request("textDocument/hover", `{}`), -32600, "before initialize")
	if m := request("initialize", `{"capabilities":{}}`); m.Error != nil {
		t.Fatal(m.Error)
	}
	refused(request("textDocument/hover", `[]`), -32602, "the parameters of textDocument/hover cannot be read")
	refused(request("textDocument/hover", `{"textDocument":{"uri":"file:///x"}}`), -32602, "file:///x is not open")
	refused(request("flow/magic", `{}`), -32601, "this server has no flow/magic")
	for _, m := range []lsp.Message{{Method: "$/cancelRequest"}, {Method: "textDocument/didChange", Params: json.RawMessage(`[]`)}, {ID: json.RawMessage("1"), Result: json.RawMessage("null")}} {
		if out := s.Handle(m); len(out) != 0 {
			t.Errorf("%v is answered by %v", m, out)
		}
	}
	if m := request("shutdown", `null`); m.Error != nil || string(m.Result) != "null" {
		t.Errorf("%+v", m)
	}
	refused(request("textDocument/hover", `{}`), -32600, "after shutdown")
	s.Handle(lsp.Message{Method: "exit"})
	if gone, clean := s.Exited(); !gone || !clean {
		t.Error("exit after shutdown is the clean end")
	}
	rude := lsp.New(lsp.Options{Files: fstest.MapFS{}})
	rude.Handle(lsp.Message{Method: "exit"})
	if gone, clean := rude.Exited(); !gone || clean {
		t.Error("exit without shutdown is no clean end")
	}
}

// TestDiagram: a flow is drawn by whoever runs the server, when it has no mistakes.
func TestDiagram(t *testing.T) {
	e := newEditor(t)
	e.server = lsp.New(lsp.Options{Files: fstest.MapFS{}, Diagram: func(p *check.Program) (string, error) { return "a drawing of " + p.Flow.Name.Name, nil }})
	e.ask("initialize", map[string]any{}, nil)
	e.open("demo.prompts.yaml", texts)
	e.open("demo.flow.yaml", small)
	draw := func(name string) string {
		var r struct{ SVG string }
		return e.ask("ringflow/diagram", map[string]any{"textDocument": map[string]any{"uri": uri(name)}}, &r) + r.SVG
	}
	if got := draw("demo.flow.yaml"); got != "a drawing of demo" {
		t.Error(got)
	}
	if got := draw("demo.prompts.yaml"); !strings.Contains(got, "is not a flow") {
		t.Error(got)
	}
	e.change("demo.flow.yaml", strings.Replace(small, "hi", "ho", 1))
	if got := draw("demo.flow.yaml"); !strings.Contains(got, "with mistakes") {
		t.Error(got)
	}
}

// FuzzServer edits a flow somewhere and asks for everything there: nothing
// panics, every range lies in the file, and formatting leads to the canonical form.
func FuzzServer(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for i, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range a.Files {
			if strings.HasSuffix(part.Name, ".flow.yaml") {
				f.Add(markForm.ReplaceAllString(string(part.Data), ""), i*97, 3, "x: {", "order")
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string, at, length int, put, name string) {
		if len(text) > 1<<13 || len(put) > 1<<10 || !utf8.ValidString(text+put) || strings.Contains(text+put, "\r") || strings.HasPrefix(text, "\ufeff") {
			return // the client of these tests knows one kind of line break
		}
		e := newEditor(t)
		e.open("demo.prompts.yaml", texts)
		e.texts["demo.flow.yaml"] = text
		e.tell("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri("demo.flow.yaml"), "text": text}})
		lines := strings.Split(text, "\n")
		from := position{abs(at) % len(lines), abs(at) % 50}
		to := position{from.Line + abs(length)%3, abs(length) % 50}
		e.tell("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri("demo.flow.yaml")},
			"contentChanges": []any{map[string]any{"range": map[string]any{"start": from, "end": to}, "text": put}}})
		e.texts["demo.flow.yaml"] = edited(text, from, to, put)
		e.everything(t, from, name)
	})
}

func abs(n int) int { return max(n, -(n + 1)) }

func edited(text string, from, to position, put string) string {
	start, end := clamped(text, from), clamped(text, to)
	return text[:start] + put + text[max(start, end):]
}

// clamped is the offset of a position, moved into its line and into the text.
func clamped(text string, p position) int {
	lines := strings.SplitAfter(text, "\n")
	if p.Line >= len(lines) {
		return len(text)
	}
	at := len(strings.Join(lines[:p.Line], ""))
	units := 0
	for i, r := range strings.TrimSuffix(lines[p.Line], "\n") {
		width := 1
		if r > 0xffff {
			width = 2
		}
		if units+width > p.Character {
			return at + i
		}
		units += width
	}
	return at + len(strings.TrimSuffix(lines[p.Line], "\n"))
}

// everything asks every question at a place and holds all ranges to the file.
func (e *editor) everything(t *testing.T, at position, name string) {
	p := map[string]any{"textDocument": map[string]any{"uri": uri("demo.flow.yaml")}, "position": at, "newName": name,
		"range": map[string]any{"start": at, "end": at}, "context": map[string]any{"includeDeclaration": true}}
	for _, method := range []string{"completion", "hover", "definition", "references", "prepareRename", "rename", "formatting", "codeAction", "documentSymbol"} {
		var result any
		e.ask("textDocument/"+method, p, &result)
		e.ranges(t, method, uri("demo.flow.yaml"), result)
	}
	for u, all := range e.said {
		for _, d := range all {
			e.inside(t, "a diagnostic", u, d.Range.Start)
			e.inside(t, "a diagnostic", u, d.Range.End)
		}
	}
	var edits []edit
	if problem := e.ask("textDocument/formatting", p, &edits); problem != "" {
		t.Fatal(problem)
	}
	if len(edits) > 0 {
		e.change("demo.flow.yaml", e.applied("demo.flow.yaml", edits))
		e.ask("textDocument/formatting", p, &edits)
		if len(edits) > 0 {
			t.Fatalf("formatting once more changes %v", edits)
		}
	}
}

// ranges finds every position of a result.
func (e *editor) ranges(t *testing.T, what, u string, v any) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			e.ranges(t, what, u, item)
		}
	case map[string]any:
		if other, ok := v["uri"].(string); ok {
			u = other
		}
		if line, ok := v["line"].(float64); ok {
			e.inside(t, what, u, position{int(line), int(v["character"].(float64))})
		}
		for key, item := range v {
			if changed, is := strings.CutPrefix(key, "file://"); is {
				e.ranges(t, what, "file://"+changed, item)
			} else {
				e.ranges(t, what, u, item)
			}
		}
	}
}

func (e *editor) inside(t *testing.T, what, u string, p position) {
	t.Helper()
	lines := strings.Split(e.texts[strings.TrimPrefix(u, uri(""))], "\n")
	if p.Line < 0 || p.Line >= len(lines) || p.Character < 0 || p.Character > 2*len(lines[p.Line]) {
		t.Fatalf("%s has a place %v outside of the file", what, p)
	}
}
