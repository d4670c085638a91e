package format

import (
	"strings"

	"github.com/ringflow/ringflow/flow/source"
)

// comment is one comment of a file, from its # to its last character that is no space.
type comment struct {
	text   string
	at     int
	line   int
	column int  // from 1
	own    bool // it has a line of its own
	blank  bool // an empty line stands above it
}

// comments finds every comment of a file. What is neither a scalar nor the
// inside of one is structure, and a # in the structure starts a comment.
func comments(root *source.Node) []comment {
	var scalars []source.Span
	each(root, func(n *source.Node) {
		if n.Kind == source.Scalar {
			scalars = append(scalars, structureOf(n)...)
		}
	})
	file := root.Span.File
	var out []comment
	at := 0
	for _, s := range append(scalars, source.Span{File: file, Start: len(file.Text), End: len(file.Text)}) {
		out = append(out, commentsIn(file, at, s.Start)...)
		at = max(at, s.End)
	}
	return out
}

// structureOf returns the parts of a scalar that hold no comment. The header of
// a block scalar can have one: `>- # why`.
func structureOf(n *source.Node) []source.Span {
	if n.Style != source.Literal && n.Style != source.Folded {
		return []source.Span{n.Span}
	}
	text := n.Span.Text()
	header := text
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		header = text[:i]
	}
	if i := strings.IndexByte(header, '#'); i >= 0 {
		s := n.Span
		return []source.Span{{File: s.File, Start: s.Start, End: s.Start + i}, {File: s.File, Start: s.Start + len(header), End: s.End}}
	}
	return []source.Span{n.Span}
}

func commentsIn(file *source.File, from, to int) []comment {
	var out []comment
	for from < to {
		i := strings.IndexByte(file.Text[from:to], '#')
		if i < 0 {
			break
		}
		at := from + i
		pos := file.Pos(at)
		line := file.Line(pos.Line)
		start := file.Offset(source.Pos{Line: pos.Line, Column: 1})
		out = append(out, comment{
			text: strings.TrimRight(line[at-start:], " \t\r"), at: at, line: pos.Line, column: pos.Column,
			own: strings.TrimSpace(line[:at-start]) == "", blank: blankAbove(file, pos.Line),
		})
		from = start + len(line)
	}
	return out
}

// blankAbove reports whether the line above a line is empty.
func blankAbove(file *source.File, line int) bool {
	return line > 1 && strings.TrimSpace(file.Line(line-1)) == ""
}

func each(n *source.Node, visit func(*source.Node)) {
	visit(n)
	for _, item := range n.Items {
		each(item, visit)
	}
	for _, e := range n.Entries {
		each(e.Key, visit)
		each(e.Value, visit)
	}
}
