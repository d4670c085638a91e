package lsp

import (
	"maps"
	"slices"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
)

// at returns the occurrence at a position of a file, of the flows that know it.
func (s *Server) at(d *document, p position) (occurrence, *analysis, bool) {
	place := offset(d.file, p)
	for _, a := range s.about(d) {
		for _, o := range a.uses {
			if o.at.File.Name == d.name && o.at.Start <= place && place <= o.at.End {
				return o, a, true
			}
		}
	}
	return occurrence{}, nil, false
}

// about returns what is known of the open files that depend on a file, its own
// analysis first.
func (s *Server) about(d *document) []*analysis {
	out := []*analysis{s.analyses[d.name]}
	for _, other := range s.documents() {
		if a := s.analyses[other.name]; other != d && a.reads[d.name] {
			out = append(out, a)
		}
	}
	return out
}

func (a *analysis) places(s symbol, keep func(occurrence) bool) []source.Span {
	var out []source.Span
	for _, o := range a.uses {
		if o.symbol == s && keep(o) && !slices.Contains(out, o.at) {
			out = append(out, o.at)
		}
	}
	return out
}

func (s *Server) locations(spans []source.Span) []location {
	out := []location{}
	for _, at := range spans {
		out = append(out, location{s.uriOf(at.File), rangeOf(at)})
	}
	return out
}

func (s *Server) definition(d *document, p documentParams) any {
	o, a, ok := s.at(d, p.Position)
	if !ok {
		return nil
	}
	return s.locations(a.places(o.symbol, func(o occurrence) bool { return o.declares }))
}

func (s *Server) references(d *document, p documentParams) any {
	o, a, ok := s.at(d, p.Position)
	if !ok {
		return nil
	}
	return s.locations(a.places(o.symbol, func(o occurrence) bool { return !o.declares || p.Context.IncludeDeclaration }))
}

func (s *Server) prepareRename(d *document, p documentParams) any {
	o, _, ok := s.at(d, p.Position)
	if !ok {
		return nil
	}
	return rangeOf(o.at)
}

// rename gives a symbol another name everywhere. The flow is checked with the new
// name before the client hears of it: a name that is taken, or that some use
// cannot follow, is refused.
func (s *Server) rename(d *document, p documentParams) any {
	o, a, ok := s.at(d, p.Position)
	switch {
	case !ok:
		return &Error{requestFailed, "there is no name here that can be changed"}
	case !shape.NameForm.MatchString(p.NewName):
		return &Error{invalidParams, "`" + p.NewName + "` is no name: names have letters, digits and `_`, and start with a letter"}
	}
	changes := map[string][]textEdit{}
	for _, at := range a.places(o.symbol, func(occurrence) bool { return true }) {
		uri := s.uriOf(at.File)
		changes[uri] = append(changes[uri], textEdit{rangeOf(at), p.NewName})
	}
	if problem := s.breaks(a, changes); problem != "" {
		return &Error{requestFailed, "`" + p.NewName + "` cannot be its name: " + problem}
	}
	return workspaceEdit{changes}
}

// breaks says what would be wrong after an edit and is not wrong now.
func (s *Server) breaks(a *analysis, changes map[string][]textEdit) string {
	open := maps.Clone(s.open)
	for uri, edits := range changes {
		name := nameOf(uri)
		open[name] = &document{uri: uri, name: name, file: source.NewFile(name, apply(a.file(name), edits))}
	}
	before := map[diag.Code]int{}
	for _, d := range a.found {
		before[d.Code]++
	}
	for _, d := range s.analyse(open[a.program.Flow.File.Name], open).found {
		if before[d.Code]--; before[d.Code] < 0 {
			return d.Message
		}
	}
	return ""
}

// file returns a file of the flow as it was read.
func (a *analysis) file(name string) *source.File {
	for _, o := range a.uses {
		if o.at.File.Name == name {
			return o.at.File
		}
	}
	return a.program.Flow.File
}

// apply carries out edits that do not overlap.
func apply(f *source.File, edits []textEdit) string {
	sorted := slices.Clone(edits)
	slices.SortFunc(sorted, func(a, b textEdit) int { return offset(f, b.Range.Start) - offset(f, a.Range.Start) })
	text := f.Text
	for _, e := range sorted { // from the end, so that places in front stay true
		text = text[:offset(f, e.Range.Start)] + e.NewText + text[offset(f, e.Range.End):]
	}
	return text
}
