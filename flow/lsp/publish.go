package lsp

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// publish returns the diagnostics of every file for which they are not what the
// client knows already.
func (s *Server) publish() []Message {
	found := map[string][]lspDiagnostic{}
	for uri := range s.published {
		found[uri] = nil
	}
	for _, d := range s.documents() {
		found[d.uri] = append([]lspDiagnostic{}, found[d.uri]...)
		s.sortOut(s.analyses[d.name], found)
	}
	var out []Message
	for _, uri := range slices.Sorted(maps.Keys(found)) {
		p := publishParams{URI: uri, Diagnostics: found[uri]}
		if p.Diagnostics == nil {
			p.Diagnostics = []lspDiagnostic{}
		}
		d := s.open[nameOf(uri)]
		if d != nil {
			p.Version = &d.version
		}
		raw, err := json.Marshal(p)
		if err != nil || s.published[uri] == string(raw) {
			continue
		}
		s.published[uri] = string(raw)
		if len(p.Diagnostics) == 0 && d == nil {
			delete(s.published, uri) // closed, and nothing to say any more
		}
		out = append(out, Message{Version: "2.0", Method: "textDocument/publishDiagnostics", Params: raw})
	}
	return out
}

// sortOut adds the findings of one file to those of the files that they are in.
// A file that several flows use has each of them once.
func (s *Server) sortOut(a *analysis, found map[string][]lspDiagnostic) {
	for _, d := range a.found {
		if !d.At.Known() {
			continue
		}
		uri, item := s.uriOf(d.At.File), s.diagnostic(d)
		same := func(o lspDiagnostic) bool { return o.Range == item.Range && o.Message == item.Message }
		if !slices.ContainsFunc(found[uri], same) {
			found[uri] = append(found[uri], item)
		}
	}
}

// uriOf returns the URI of a file, spelled as the client spells it.
func (s *Server) uriOf(f *source.File) string {
	if d := s.open[f.Name]; d != nil {
		return d.uri
	}
	return uriOf(f.Name)
}

func (s *Server) diagnostic(d *diag.Diagnostic) lspDiagnostic {
	out := lspDiagnostic{Range: rangeOf(d.At), Severity: 1, Code: string(d.Code), Source: "ringflow", Message: d.Message}
	if d.Severity() == diag.Advice {
		out.Severity = 3
	}
	for _, text := range d.Help {
		out.Message += "\nhelp: " + text
	}
	for _, text := range d.Notes {
		out.Message += "\nnote: " + text
	}
	for _, o := range d.Others {
		out.Related = append(out.Related, relatedLocations{location{s.uriOf(o.At.File), rangeOf(o.At)}, o.Text})
	}
	return out
}
