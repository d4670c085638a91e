package check

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// handleMissing offers handlers for the missing outcomes, by name and by
// `otherwise`: in front of the first handler, or under an `on:` of their own.
func handleMissing(d *diag.Diagnostic, s *ast.Step, missing []string) {
	at, before, behind := s.At, "", ""
	if len(s.On) > 0 {
		at = s.On[0].At
		at.End = at.Start
		behind = ", "
		if line := lineBefore(at); strings.TrimSpace(line) == "" {
			behind = "\n" + line
		}
	} else {
		f, head := at.File, lineBefore(at)
		switch {
		case strings.HasPrefix(at.Text(), "{"):
			at.End--
			before, behind = ", on: {", "}"
		case strings.ContainsAny(head, "{["):
			return // between brackets, where a step may end anywhere
		default:
			to := at.To().Line
			at.End = f.Offset(source.Pos{Line: to, Column: 1}) + len(f.Line(to))
			before, behind = "\n"+strings.Repeat(" ", at.From().Column-1)+"on: {", "}"
		}
		at.Start = at.End
	}
	d.Fixed(at, before+join(missing)+": hangup"+behind, "hang up when it comes out as "+diag.OneOf(missing))
	if len(missing) > 1 && HandlerOf(s, "otherwise") == nil {
		d.Fixed(at, before+"otherwise: hangup"+behind, "hang up whatever else it comes out as")
	}
}

// lineBefore returns the text of the line in front of a place.
func lineBefore(at source.Span) string {
	return at.File.Text[at.File.Offset(source.Pos{Line: at.From().Line, Column: 1}):at.Start]
}

// removeEntry offers to take a declaration out that has lines of its own and is
// not the only one. Nobody but its author knows whether it was to be used.
func removeEntry(d *diag.Diagnostic, id ast.Ident, what string) {
	f, line := id.At.File, id.At.From().Line
	indent := lineBefore(id.At)
	if strings.TrimSpace(indent) != "" || indent == "" {
		return
	}
	last := line
	for n := line + 1; n <= f.Pos(len(f.Text)).Line; n++ {
		text := f.Line(n)
		if deep := strings.TrimSpace(text) == "" || strings.HasPrefix(text, indent+" "); !deep {
			break
		} else if strings.TrimSpace(text) != "" {
			last = n
		}
	}
	if !hasSibling(f, line-1, -1, indent) && !hasSibling(f, last+1, 1, indent) {
		return
	}
	at := source.Span{File: f, Start: id.At.Start - len(indent), End: f.Offset(source.Pos{Line: last + 1, Column: 1})}
	if f.Pos(len(f.Text)).Line == last {
		at.End = len(f.Text)
	}
	d.Fixed(at, "", "remove "+what+" `"+id.Name+"`")
}

// hasSibling looks for an entry of the same indentation, line by line.
func hasSibling(f *source.File, from, step int, indent string) bool {
	for n := from; n > 0 && n <= f.Pos(len(f.Text)).Line; n += step {
		text := f.Line(n)
		switch trimmed := strings.TrimLeft(text, " "); {
		case trimmed == "" || trimmed[0] == '#':
		case len(text)-len(trimmed) < len(indent):
			return false
		case len(text)-len(trimmed) == len(indent):
			return true
		}
	}
	return false
}
