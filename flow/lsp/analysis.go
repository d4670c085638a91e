package lsp

import (
	"maps"
	"strings"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
)

// analysis is what is known of one open file, together with the files that it names.
type analysis struct {
	root    *source.Node // nil when it is no YAML
	program *check.Program
	found   []*diag.Diagnostic
	reads   map[string]bool // the files that it depends on
	uses    []occurrence
}

// analyse looks at a file, with all files as they are open in the editor.
func (s *Server) analyse(d *document, open map[string]*document) *analysis {
	a := &analysis{reads: map[string]bool{d.name: true}}
	files := overlay{s.files, open, a.reads}
	var report diag.List
	a.root, _ = source.Parse(d.file)
	switch kind := s.kindOf(d.name); {
	case strings.HasSuffix(d.name, ".flow.yaml"):
		if flow := parse.Flow(files, d.name, &report); flow != nil {
			a.program = check.Flow(flow, &report)
			a.uses = occurrences(a.program)
		}
	case strings.HasSuffix(d.name, parse.LibraryEnding):
		for i, library := range parse.Library(files, d.name, &report) { // one for each language of its texts
			program := check.Flow(library, &report)
			if i == 0 {
				a.program, a.uses = program, occurrences(program)
			}
		}
	case kind != nil:
		kind(files, d.name, &report)
	default:
		(&shape.Reader{Report: &report}).Parse(d.file)
	}
	a.found = report.Sorted()
	return a
}

func (s *Server) kindOf(name string) Checker {
	for ending, check := range s.kinds {
		if strings.HasSuffix(name, ending) {
			return check
		}
	}
	return nil
}

// supposing analyses a file as if it had another text.
func (s *Server) supposing(d *document, text string) *analysis {
	open := maps.Clone(s.open)
	other := &document{uri: d.uri, name: d.name, file: source.NewFile(d.name, text)}
	open[d.name] = other
	return s.analyse(other, open)
}
