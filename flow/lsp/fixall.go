package lsp

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// fixAll is the kind of the action that makes every certain fix of a file.
const fixAll = "source.fixAll.ringflow"

// wants reports whether the client asks for a kind of actions; it asks for all
// when it names none.
func wants(p documentParams, kind string) bool {
	return len(p.Context.Only) == 0 || slices.ContainsFunc(p.Context.Only, func(only string) bool {
		return only == kind || strings.HasPrefix(kind, only+".")
	})
}

// fixed returns the action that makes what `ringflow check --fix` makes in this file.
func (s *Server) fixed(d *document) []codeAction {
	r := diag.Mend(func(changed map[string]*source.File) []*diag.Diagnostic {
		text := d.file.Text
		if f := changed[d.name]; f != nil {
			text = f.Text
		}
		return slices.DeleteFunc(s.supposing(d, text).found, func(found *diag.Diagnostic) bool {
			return slices.ContainsFunc(found.Fixes, func(f diag.Fix) bool { return f.At.File.Name != d.name })
		})
	})
	f := r.Files[d.name]
	if f == nil {
		return nil
	}
	edits := []textEdit{lineEdit(d.file, f.Text)}
	return []codeAction{{Title: "Make all certain fixes", Kind: fixAll, Edit: workspaceEdit{map[string][]textEdit{d.uri: edits}}}}
}
