package shape

import (
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// mendTabs replaces tabs by two spaces each. That is what was meant when every
// line of the file that is indented starts with a tab, and no text of several lines
// can have one of its own; else the line alone is offered.
func mendTabs(d *diag.Diagnostic, at source.Span) {
	f := at.File
	first, last, certain := -1, 0, true
	for n, offset := 1, 0; offset < len(f.Text); n++ {
		line := f.Line(n)
		rest := strings.TrimLeft(line, "\t")
		if tabs := len(line) - len(rest); tabs > 0 {
			if first < 0 {
				first = offset
			}
			last = offset + tabs
		}
		certain = certain && !strings.HasPrefix(line, " ") && !endsInBlockSign(line)
		offset = f.Offset(source.Pos{Line: n + 1, Column: 1})
	}
	if !certain || first < 0 || at.Start < first {
		d.Fixed(at, "  ", "replace the tab by two spaces")
		return
	}
	var out strings.Builder
	indent := true
	for _, c := range f.Text[first:last] {
		indent = c == '\t' && indent || c == '\n' || c == '\r'
		if c == '\t' && indent {
			out.WriteString("  ")
		} else {
			out.WriteRune(c)
		}
	}
	d.Mended(source.Span{File: f, Start: first, End: last}, out.String(), "indent by two spaces for each tab")
}

// endsInBlockSign reports a line behind which a text of several lines starts.
func endsInBlockSign(line string) bool {
	line = strings.TrimRight(line, " \t-+0123456789")
	return strings.HasSuffix(line, "|") || strings.HasSuffix(line, ">")
}

// mendHash quotes a # that cannot have been meant as a comment: one behind `key`
// with its colon, or one that is the whole value.
func mendHash(d *diag.Diagnostic, at source.Span) {
	line := at.File.Line(at.From().Line)
	i := at.Start - at.File.Offset(source.Pos{Line: at.From().Line, Column: 1})
	before, behind := strings.TrimRight(line[:i], " "), strings.TrimSpace(line[i+1:])
	isKey := strings.HasSuffix(before, "key") && strings.HasPrefix(behind, ":")
	isValue := strings.HasSuffix(before, ":") && behind == ""
	isOutcome := before != "" && strings.ContainsAny(before[len(before)-1:], "{,|") && strings.HasPrefix(behind, ":")
	switch {
	case isKey || isValue:
		d.Mended(at, `"#"`, `quote it: "#"`)
	case isOutcome:
		d.Mended(at, `key "#"`, `write key "#"`)
	}
}

// mendTag takes a tag of YAML away, which says nothing here, and quotes an
// expression that was taken for one.
func mendTag(d *diag.Diagnostic, a source.Accident) {
	rest := strings.TrimLeft(a.At.File.Text[a.At.End:], " \t")
	switch {
	case strings.HasPrefix(a.Detail, "!!") && rest != "" && !strings.ContainsAny(rest[:1], "\r\n"):
		at := a.At
		at.End = len(at.File.Text) - len(rest)
		d.Mended(at, "", "remove the tag")
	case !strings.HasPrefix(a.Detail, "!!") && (rest == "" || strings.ContainsAny(rest[:1], "\r\n#,}")) && !strings.ContainsAny(a.Detail, `"\`):
		d.Mended(a.At, `"`+a.Detail+`"`, "quote it")
	}
}

// mendText quotes a text to the end of its line. sure is false when something
// else can have been meant.
func mendText(d *diag.Diagnostic, start int, f *source.File, sure bool) {
	pos := f.Pos(start)
	line := f.Offset(source.Pos{Line: pos.Line, Column: 1})
	before, text := f.Text[line:start], strings.TrimRight(f.Text[start:line+len(f.Line(pos.Line))], " \t")
	if strings.ContainsAny(before, "{[") || strings.ContainsAny(text, `"\`) || strings.Contains(text, " #") || text == "" {
		return
	}
	at := source.Span{File: f, Start: start, End: start + len(text)}
	if sure {
		d.Mended(at, `"`+text+`"`, "quote the text")
	} else {
		d.Fixed(at, `"`+text+`"`, "quote the text")
	}
}

// mendColon quotes the value in which a colon and a space stand; a key may have
// been meant as well.
func mendColon(d *diag.Diagnostic, at source.Span) {
	from := at.File.Offset(source.Pos{Line: at.From().Line, Column: 1})
	if i := strings.Index(at.File.Text[from:at.Start], ": "); i >= 0 {
		mendText(d, from+i+2, at.File, false)
	}
}

// isField reports whether a word is one that stands in front of a colon.
func isField(word string) bool {
	word = strings.TrimLeft(word, "- ")
	if _, ok := FieldNamed(spec.FlowFields(), word); ok || spec.VerbNamed(word) != nil || word == "on" {
		return true
	}
	for _, v := range spec.Verbs() {
		if _, ok := v.Field(word); ok {
			return true
		}
	}
	return false
}
