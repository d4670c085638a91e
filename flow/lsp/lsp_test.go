package lsp_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/lsp"
)

// editor is a client as tests need it: it keeps what the server published.
type editor struct {
	testing.TB
	server *lsp.Server
	texts  map[string]string
	marks  map[string]mark
	said   map[string][]diagnostic
	sent   int // messages of the server that nobody asked for
	next   int
}

type mark struct {
	file string
	at   position
}

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type textRange struct{ Start, End position }

type edit struct {
	Range   textRange
	NewText string
}

type diagnostic struct {
	Range    textRange
	Severity int
	Code     string
	Message  string
}

type place struct {
	URI   string
	Range textRange
}

func newEditor(t testing.TB) *editor {
	e := &editor{TB: t, server: lsp.New(lsp.Options{Files: fstest.MapFS{}, Version: "test"}), texts: map[string]string{}, marks: map[string]mark{}, said: map[string][]diagnostic{}}
	var caps map[string]any
	e.ask("initialize", map[string]any{}, &caps)
	e.tell("initialized", map[string]any{})
	return e
}

func uri(name string) string { return "file:///flows/" + name }

func (e *editor) tell(method string, params any) {
	e.receive(e.server.Handle(message(e, "", method, params)), nil)
}

// ask sends a request and reads its result; it returns the error as text.
func (e *editor) ask(method string, params, result any) string {
	e.Helper()
	e.next++
	return e.receive(e.server.Handle(message(e, fmt.Sprint(e.next), method, params)), result)
}

func message(t testing.TB, id, method string, params any) lsp.Message {
	raw, err := json.Marshal(params)
	if err != nil {
		t.Fatal(err)
	}
	return lsp.Message{Version: "2.0", ID: json.RawMessage(id), Method: method, Params: raw}
}

func (e *editor) receive(all []lsp.Message, result any) string {
	e.Helper()
	for _, m := range all {
		switch {
		case m.Method == "textDocument/publishDiagnostics":
			var p struct {
				URI         string
				Diagnostics []diagnostic
			}
			e.read(m.Params, &p)
			e.said[p.URI] = p.Diagnostics
			e.sent++
		case m.Error != nil:
			return m.Error.Message
		case result != nil:
			e.read(m.Result, result)
		}
	}
	return ""
}

func (e *editor) read(raw json.RawMessage, into any) {
	e.Helper()
	if err := json.Unmarshal(raw, into); err != nil {
		e.Fatalf("%v\n%s", err, raw)
	}
}

var markForm = regexp.MustCompile(`‹(\w+)›`)

// open opens a file. ‹NAME› in its text is a mark and no part of it.
func (e *editor) open(name, text string) {
	for {
		at := markForm.FindStringSubmatchIndex(text)
		if at == nil {
			break
		}
		before := text[:at[0]]
		line := strings.Count(before, "\n")
		e.marks[text[at[2]:at[3]]] = mark{name, position{line, len([]rune(before[strings.LastIndexByte(before, '\n')+1:]))}}
		text = before + text[at[1]:]
	}
	e.texts[name] = text
	e.tell("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri(name), "version": 1, "text": text}})
}

func (e *editor) change(name, text string) {
	e.texts[name] = text
	e.tell("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri(name), "version": 2}, "contentChanges": []any{map[string]any{"text": text}}})
}

func (e *editor) params(m string) map[string]any {
	e.Helper()
	at, ok := e.marks[m]
	if !ok {
		e.Fatalf("there is no mark %s", m)
	}
	return map[string]any{"textDocument": map[string]any{"uri": uri(at.file)}, "position": at.at, "range": map[string]any{"start": at.at, "end": at.at}, "context": map[string]any{"includeDeclaration": true}}
}

// TestGolden runs the requests of every case of testdata and shows the answers.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 5 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			e := newEditor(t)
			kept := &txtar.Archive{Comment: a.Comment}
			var out strings.Builder
			for _, f := range a.Files {
				switch f.Name {
				case "answers":
					continue
				case "requests":
					for _, line := range strings.Split(strings.TrimSpace(string(f.Data)), "\n") {
						fmt.Fprintf(&out, "== %s\n%s", line, e.answer(strings.Fields(line)))
					}
				default:
					e.open(f.Name, string(f.Data))
				}
				kept.Files = append(kept.Files, f)
			}
			kept.Files = append(kept.Files, txtar.File{Name: "answers", Data: []byte(out.String())})
			golden.Check(t, file, string(txtar.Format(kept)))
		})
	}
}

// answer carries out one line of requests: WHAT MARK [NAME].
func (e *editor) answer(words []string) string {
	e.Helper()
	switch words[0] {
	case "diagnostics":
		return e.diagnostics()
	case "completion":
		return e.completion(words[1])
	case "hover":
		var r *struct{ Contents struct{ Value string } }
		e.ask("textDocument/hover", e.params(words[1]), &r)
		if r == nil {
			return "nothing\n"
		}
		return r.Contents.Value + "\n"
	case "definition", "references":
		var r []place
		e.ask("textDocument/"+words[0], e.params(words[1]), &r)
		return e.places(r)
	case "rename":
		p := e.params(words[1])
		p["newName"] = words[2]
		var r struct{ Changes map[string][]edit }
		if problem := e.ask("textDocument/rename", p, &r); problem != "" {
			return "refused: " + problem + "\n"
		}
		return e.changes(r.Changes)
	case "format":
		var r []edit
		e.ask("textDocument/formatting", e.params(words[1]), &r)
		return e.changes(map[string][]edit{uri(e.marks[words[1]].file): r})
	case "actions":
		var r []struct {
			Title string
			Edit  struct{ Changes map[string][]edit }
		}
		e.ask("textDocument/codeAction", e.params(words[1]), &r)
		var out strings.Builder
		for _, a := range r {
			out.WriteString(a.Title + "\n" + e.changes(a.Edit.Changes))
		}
		return out.String()
	case "symbols":
		var r []outline
		e.ask("textDocument/documentSymbol", e.params(words[1]), &r)
		return outlined(r, "")
	}
	e.Fatalf("what is %s?", words[0])
	return ""
}

func (e *editor) diagnostics() string {
	var out strings.Builder
	for _, u := range slices.Sorted(maps.Keys(e.said)) {
		for _, d := range e.said[u] {
			fmt.Fprintf(&out, "%s %s: %s\n", d.Code, e.places([]place{{u, d.Range}})[:strings.Index(e.places([]place{{u, d.Range}}), "\n")], d.Message)
		}
	}
	return out.String()
}

func (e *editor) completion(m string) string {
	var r []struct {
		Label, Detail string
		TextEdit      edit
	}
	e.ask("textDocument/completion", e.params(m), &r)
	var out strings.Builder
	for i, item := range r {
		if i == 12 && len(r) > 14 {
			fmt.Fprintf(&out, "and %d more\n", len(r)-12)
			break
		}
		fmt.Fprintf(&out, "%q  %s\n", item.TextEdit.NewText, item.Detail)
	}
	return out.String()
}

func (e *editor) places(all []place) string {
	var out strings.Builder
	for _, p := range all {
		name := strings.TrimPrefix(p.URI, uri(""))
		from, to := e.offset(name, p.Range.Start), e.offset(name, p.Range.End)
		text, _, _ := strings.Cut(e.texts[name][from:to], "\n")
		fmt.Fprintf(&out, "%s:%d:%d `%s`\n", name, p.Range.Start.Line+1, p.Range.Start.Character+1, text)
	}
	return out.String()
}

// changes shows the lines that edits lead to.
func (e *editor) changes(all map[string][]edit) string {
	var out strings.Builder
	for _, u := range slices.Sorted(maps.Keys(all)) {
		name := strings.TrimPrefix(u, uri(""))
		before := strings.Split(e.texts[name], "\n")
		after := strings.Split(e.applied(name, all[u]), "\n")
		for i := range max(len(before), len(after)) {
			switch {
			case i >= len(after):
				fmt.Fprintf(&out, "%s:%d removed\n", name, i+1)
			case i >= len(before) || before[i] != after[i]:
				fmt.Fprintf(&out, "%s:%d %s\n", name, i+1, after[i])
			}
		}
	}
	return out.String()
}

func (e *editor) applied(name string, edits []edit) string {
	sorted := slices.Clone(edits)
	slices.SortFunc(sorted, func(a, b edit) int { return e.offset(name, b.Range.Start) - e.offset(name, a.Range.Start) })
	text := e.texts[name]
	for _, c := range sorted {
		text = text[:e.offset(name, c.Range.Start)] + c.NewText + text[e.offset(name, c.Range.End):]
	}
	return text
}

// offset is written apart from the server's, so that one checks the other.
func (e *editor) offset(name string, p position) int {
	e.Helper()
	lines := strings.SplitAfter(e.texts[name], "\n")
	if p.Line >= len(lines) {
		e.Fatalf("%s has no line %d", name, p.Line+1)
	}
	at := 0
	for _, l := range lines[:p.Line] {
		at += len(l)
	}
	units := 0
	for i, r := range lines[p.Line] {
		if units >= p.Character {
			return at + i
		}
		if units++; r > 0xffff {
			units++
		}
	}
	return at + len(lines[p.Line])
}

type outline struct {
	Name, Detail string
	Children     []outline
}

func outlined(all []outline, indent string) string {
	var out strings.Builder
	for _, s := range all {
		out.WriteString(strings.TrimRight(indent+s.Name+"  "+s.Detail, " ") + "\n" + outlined(s.Children, indent+"  "))
	}
	return out.String()
}
