package lsp

import (
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/format"
	"github.com/ringflow/ringflow/flow/source"
)

// formatting returns one edit of the lines that are not in canonical form; none
// for a file that cannot be read, whose diagnostics say why.
func (s *Server) formatting(d *document, _ documentParams) any {
	var report diag.List
	text, ok, err := format.File(d.file, &report)
	switch {
	case err != nil:
		return &Error{requestFailed, err.Error()}
	case !ok || text == d.file.Text:
		return []textEdit{}
	}
	return []textEdit{lineEdit(d.file, text)}
}

// lineEdit returns the edit of the lines in which a text differs from a file's.
func lineEdit(f *source.File, text string) textEdit {
	old := f.Text
	start := 0
	for i := 0; i < len(old) && i < len(text) && old[i] == text[i]; i++ {
		if old[i] == '\n' {
			start = i + 1
		}
	}
	end := 0
	for i := 1; i <= len(old)-start && i <= len(text)-start && old[len(old)-i] == text[len(text)-i]; i++ {
		if old[len(old)-i] == '\n' {
			end = i - 1
		}
	}
	at := source.Span{File: f, Start: start, End: len(old) - end}
	return textEdit{rangeOf(at), text[start : len(text)-end]}
}

// codeActions are the fixes of what was found in a range, and all certain ones of the file.
func (s *Server) codeActions(d *document, p documentParams) any {
	out := []codeAction{}
	if wants(p, "quickfix") {
		out = append(out, s.quickFixes(d, p)...)
	}
	if wants(p, fixAll) {
		out = append(out, s.fixed(d)...)
	}
	return out
}

func (s *Server) quickFixes(d *document, p documentParams) []codeAction {
	from, to := offset(d.file, p.Range.Start), offset(d.file, p.Range.End)
	var out []codeAction
	for _, a := range s.about(d) {
		for _, found := range a.found {
			at := found.At
			if !at.Known() || at.File.Name != d.name || at.End < from || at.Start > to {
				continue
			}
			for i, fix := range found.Fixes {
				out = append(out, codeAction{
					Title: strings.ToUpper(fix.Title[:1]) + fix.Title[1:], Kind: "quickfix", Diagnostics: []lspDiagnostic{s.diagnostic(found)},
					IsPreferred: i == 0,
					Edit:        workspaceEdit{map[string][]textEdit{s.uriOf(fix.At.File): {{rangeOf(fix.At), fix.Text}}}},
				})
			}
		}
	}
	return out
}
