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

// view is a symbol as one flow knows it.
type view struct {
	*analysis
	symbol symbol
}

// views are the open flows that know the symbol of an occurrence: those that
// share its declaration, for instance in a prompt file.
func (s *Server) views(a *analysis, o occurrence) []view {
	declared := o.at
	if i := slices.IndexFunc(a.uses, func(other occurrence) bool { return other.symbol == o.symbol && other.declares }); i >= 0 {
		declared = a.uses[i].at
	}
	out := []view{{a, o.symbol}}
	for _, d := range s.documents() {
		other := s.analyses[d.name]
		i := slices.IndexFunc(other.uses, func(u occurrence) bool {
			return u.declares && u.symbol.kind == o.symbol.kind && samePlace(u.at, declared)
		})
		if i >= 0 && other != a {
			out = append(out, view{other, other.uses[i].symbol})
		}
	}
	if o.symbol.kind == "setting" || o.symbol.kind == "result field" {
		out = s.sharing(out)
	}
	return out
}

// sharing adds the open files that know a setting or a result field by a library:
// each flow declares it for itself, and all of them write it where the library does.
func (s *Server) sharing(out []view) []view {
	for more := true; more; {
		more = false
		known := places(out, func(occurrence) bool { return true })
		for _, d := range s.documents() {
			other := s.analyses[d.name]
			if slices.ContainsFunc(out, func(v view) bool { return v.analysis == other }) {
				continue
			}
			i := slices.IndexFunc(other.uses, func(u occurrence) bool {
				return u.symbol.kind == out[0].symbol.kind && slices.ContainsFunc(known, func(at source.Span) bool { return samePlace(at, u.at) })
			})
			if i >= 0 {
				out, more = append(out, view{other, other.uses[i].symbol}), true
			}
		}
	}
	return out
}

// samePlace compares places of files that were read at different times.
func samePlace(a, b source.Span) bool {
	return a.File.Name == b.File.Name && a.Start == b.Start && a.End == b.End
}

// places are where a symbol is written, each once.
func places(views []view, keep func(occurrence) bool) []source.Span {
	var out []source.Span
	for _, v := range views {
		for _, o := range v.uses {
			if o.symbol == v.symbol && keep(o) && !slices.ContainsFunc(out, func(at source.Span) bool { return samePlace(at, o.at) }) {
				out = append(out, o.at)
			}
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
	return s.locations(places(s.views(a, o), func(o occurrence) bool { return o.declares }))
}

func (s *Server) references(d *document, p documentParams) any {
	o, a, ok := s.at(d, p.Position)
	if !ok {
		return nil
	}
	return s.locations(places(s.views(a, o), func(o occurrence) bool { return !o.declares || p.Context.IncludeDeclaration }))
}

func (s *Server) prepareRename(d *document, p documentParams) any {
	o, _, ok := s.at(d, p.Position)
	if !ok || o.symbol.kind == "language" { // a language has the name that the world gave it
		return nil
	}
	return rangeOf(o.at)
}

// rename gives a symbol another name everywhere. Every open flow is checked with
// the new name before the client hears of it: a name that is taken, or that some
// use cannot follow, is refused.
func (s *Server) rename(d *document, p documentParams) any {
	o, a, ok := s.at(d, p.Position)
	switch {
	case !ok:
		return &Error{requestFailed, "there is no name here that can be changed"}
	case !shape.NameForm.MatchString(p.NewName):
		return &Error{invalidParams, "`" + p.NewName + "` is no name: names have letters, digits and `_`, and start with a letter"}
	}
	changes := map[string][]textEdit{}
	open := maps.Clone(s.open)
	spans := places(s.views(a, o), func(occurrence) bool { return true })
	slices.SortFunc(spans, func(a, b source.Span) int { return b.Start - a.Start }) // from the end, so that places in front stay true
	for _, at := range spans {
		uri, name := s.uriOf(at.File), at.File.Name
		if changes[uri] == nil {
			open[name] = &document{uri: uri, name: name, file: at.File}
		}
		changes[uri] = append(changes[uri], textEdit{rangeOf(at), p.NewName})
		text := open[name].file.Text
		open[name].file = source.NewFile(name, text[:at.Start]+p.NewName+text[at.End:])
	}
	for _, d := range s.documents() {
		if problem := s.breaks(d, open); problem != "" {
			return &Error{requestFailed, "`" + p.NewName + "` cannot be its name: " + problem}
		}
	}
	return workspaceEdit{changes}
}

// breaks says what would be wrong with an open flow if files were others, and
// is not wrong now.
func (s *Server) breaks(d *document, open map[string]*document) string {
	before := map[diag.Code]int{}
	for _, found := range s.analyses[d.name].found {
		before[found.Code]++
	}
	for _, found := range s.analyse(open[d.name], open).found {
		if before[found.Code]--; before[found.Code] < 0 {
			return found.Message
		}
	}
	return ""
}
