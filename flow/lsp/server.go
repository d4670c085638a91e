// Package lsp is a language server for flows (LSP 3.17). It is pure: Handle
// takes one message and returns those that follow from it, at once and in order.
// Reading and writing them is for whoever runs the server; so is the rest of the
// world, which comes as functions.
//
// Answers come from the same places as everything else: diagnostics from parser
// and checker, names and their uses from the checked flow (symbol.go), what can
// stand where and its documentation from the registry (place.go).
package lsp

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// Checker looks at a file that is no flow.
type Checker func(files fs.FS, name string, report *diag.List)

// Options is the world of a server.
type Options struct {
	Files   fs.FS              // opens absolute paths, for what is not open in the editor
	Kinds   map[string]Checker // by the ending of the file's name
	Diagram Diagram            // nil for none
	Version string
}

// Diagram draws a flow without mistakes as SVG.
type Diagram func(*check.Program) (string, error)

// Server is the state of one session with an editor. It is not safe for
// concurrent use.
type Server struct {
	files     fs.FS
	kinds     map[string]Checker
	diagram   Diagram
	version   string
	open      map[string]*document // by name
	analyses  map[string]*analysis
	published map[string]string // what the client knows, by URI
	stale     map[string]bool   // files to look at again
	unsaid    bool              // something changed since the client was told
	phase     phase
}

type phase int

const (
	starting phase = iota
	running
	shutDown
	exited
	left // without shutdown
)

// New returns a server that waits for `initialize`.
func New(o Options) *Server {
	return &Server{
		files: o.Files, kinds: o.Kinds, diagram: o.Diagram, version: o.Version, open: map[string]*document{}, analyses: map[string]*analysis{},
		published: map[string]string{}, stale: map[string]bool{},
	}
}

// Exited reports whether the client is gone; clean is false when it left
// without `shutdown`.
func (s *Server) Exited() (gone, clean bool) { return s.phase >= exited, s.phase == exited }

// Handle takes a message and returns all that follow from it.
func (s *Server) Handle(m Message) []Message {
	return s.Take([]Message{m}, func() bool { return false })
}

func (s *Server) take(m Message) []Message {
	var params documentParams
	if len(m.Params) > 0 {
		if err := json.Unmarshal(m.Params, &params); err != nil {
			return s.fail(m, invalidParams, "the parameters of %s cannot be read: %v", m.Method, err)
		}
	}
	switch {
	case m.Method == "exit":
		if s.phase == shutDown {
			s.phase = exited
		} else {
			s.phase = left
		}
		return nil
	case m.Method == "": // a response, and nothing was asked
		return nil
	case s.phase == starting && m.Method != "initialize" || s.phase >= shutDown:
		return s.fail(m, invalidRequest, "%s comes before initialize or after shutdown", m.Method)
	case len(m.ID) == 0:
		s.notified(m.Method, params)
		return nil
	}
	result, ok := s.answer(m.Method, params)
	if !ok {
		return s.fail(m, methodNotFound, "this server has no %s", m.Method)
	}
	if e, failed := result.(*Error); failed {
		return s.fail(m, e.Code, "%s", e.Message)
	}
	raw, err := json.Marshal(result)
	if err != nil {
		return s.fail(m, requestFailed, "%v", err)
	}
	return []Message{{Version: "2.0", ID: m.ID, Result: raw}}
}

// Garbled answers what was no message at all.
func Garbled(err error) Message {
	return Message{Version: "2.0", ID: json.RawMessage("null"), Error: &Error{parseError, err.Error()}}
}

func (s *Server) fail(m Message, code int, format string, args ...any) []Message {
	if len(m.ID) == 0 {
		return nil
	}
	return []Message{{Version: "2.0", ID: m.ID, Error: &Error{code, fmt.Sprintf(format, args...)}}}
}

func (s *Server) notified(method string, p documentParams) {
	name := nameOf(p.TextDocument.URI)
	d := s.open[name]
	switch {
	case method == "textDocument/didOpen":
		s.open[name] = &document{p.TextDocument.URI, name, p.TextDocument.Version, source.NewFile(name, p.TextDocument.Text)}
		delete(s.analyses, name)
		s.touch(name)
	case d == nil:
	case method == "textDocument/didChange":
		d.version = p.TextDocument.Version
		for _, c := range p.ContentChanges {
			if c.Range == nil {
				d.file = source.NewFile(name, c.Text)
			} else {
				d.file = source.NewFile(name, edited(d.file, *c.Range, c.Text))
			}
		}
		s.touch(name)
	case method == "textDocument/didClose":
		delete(s.open, name)
		delete(s.analyses, name)
		delete(s.stale, name)
		s.touch(name)
	}
}

// answer returns the result of a request; ok is false for an unknown one.
func (s *Server) answer(method string, p documentParams) (result any, ok bool) {
	switch method {
	case "initialize":
		s.phase = running
		return s.capabilities(), true
	case "shutdown":
		s.phase = shutDown
		return nil, true
	}
	query := queries()[method]
	if query == nil {
		return nil, false
	}
	d := s.open[nameOf(p.TextDocument.URI)]
	if d == nil {
		return &Error{invalidParams, p.TextDocument.URI + " is not open"}, true
	}
	s.fresh()
	return query(s, d, p), true
}

// queries are the requests about an open file.
func queries() map[string]func(*Server, *document, documentParams) any {
	return map[string]func(*Server, *document, documentParams) any{
		"textDocument/completion":     (*Server).completion,
		"textDocument/hover":          (*Server).hover,
		"textDocument/definition":     (*Server).definition,
		"textDocument/references":     (*Server).references,
		"textDocument/prepareRename":  (*Server).prepareRename,
		"textDocument/rename":         (*Server).rename,
		"textDocument/formatting":     (*Server).formatting,
		"textDocument/codeAction":     (*Server).codeActions,
		"textDocument/documentSymbol": (*Server).symbols,
		"ringflow/diagram":            (*Server).picture, // ours: {textDocument} gives {svg}
	}
}

func (s *Server) capabilities() any {
	type object = map[string]any
	return object{
		"capabilities": object{
			"positionEncoding":           "utf-16",
			"textDocumentSync":           object{"openClose": true, "change": 2},
			"completionProvider":         object{"triggerCharacters": []string{" ", ".", "{", "|"}},
			"hoverProvider":              true,
			"definitionProvider":         true,
			"referencesProvider":         true,
			"renameProvider":             object{"prepareProvider": true},
			"documentFormattingProvider": true,
			"codeActionProvider":         object{"codeActionKinds": []string{"quickfix", fixAll}},
			"documentSymbolProvider":     true,
		},
		"serverInfo": object{"name": "ringflow", "version": s.version},
	}
}

// documents are the open files by name.
func (s *Server) documents() []*document {
	out := make([]*document, 0, len(s.open))
	for _, d := range s.open {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b *document) int { return strings.Compare(a.name, b.name) })
	return out
}
