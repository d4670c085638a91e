package diag

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/width"

	"github.com/ringflow/ringflow/flow/source"
)

// Role is what a piece of rendered text is, for whoever colours it.
type Role int

// The roles of rendered text.
const (
	RolePlain Role = iota
	RoleError
	RoleAdvice
	RoleFrame // line numbers, bars and arrows
	RoleOther // underline and label of a second place
	RoleHelp
	RoleTitle
)

// Painter colours a piece of text; nil means plain.
type Painter func(Role, string) string

// WriteText renders diagnostics for a person: headline, place, the source with
// the text underlined, help and notes.
func WriteText(w io.Writer, all []*Diagnostic, paint Painter) error {
	if paint == nil {
		paint = func(_ Role, s string) string { return s }
	}
	var b strings.Builder
	for _, d := range all {
		t := textWriter{&b, paint, d}
		t.write()
	}
	_, err := io.WriteString(w, b.String())
	return err
}

type textWriter struct {
	*strings.Builder
	paint Painter
	d     *Diagnostic
}

// mark is one underline of one line.
type mark struct {
	at      source.Span
	text    string
	primary bool
}

func (t *textWriter) write() {
	role := RoleError
	if t.d.Severity() == Advice {
		role = RoleAdvice
	}
	fmt.Fprintf(t, "%s%s\n", t.paint(role, fmt.Sprintf("%s[%s]", t.d.Severity(), t.d.Code)), t.paint(RoleTitle, ": "+t.d.Message))
	gutter := t.gutter()
	if t.d.At.Known() {
		t.snippet(gutter, append([]mark{{t.d.At, t.d.Label, true}}, t.others(t.d.At.File)...), role)
		for i, o := range t.d.Others {
			first := slices.IndexFunc(t.d.Others, func(p Label) bool { return p.At.File == o.At.File }) == i
			if first && o.At.File != t.d.At.File {
				t.snippet(gutter, t.others(o.At.File), role)
			}
		}
	}
	for _, h := range t.d.Help {
		t.foot(gutter, "help", h)
	}
	for _, n := range t.d.Notes {
		t.foot(gutter, "note", n)
	}
	t.WriteByte('\n')
}

// others returns the second places in a file.
func (t *textWriter) others(f *source.File) []mark {
	var out []mark
	for _, o := range t.d.Others {
		if o.At.File == f {
			out = append(out, mark{o.At, o.Text, false})
		}
	}
	return out
}

// gutter is the width of the widest line number.
func (t *textWriter) gutter() int {
	n := 1
	if t.d.At.Known() {
		n = len(fmt.Sprint(t.d.At.From().Line))
	}
	for _, o := range t.d.Others {
		n = max(n, len(fmt.Sprint(o.At.From().Line)))
	}
	return n
}

func (t *textWriter) foot(gutter int, kind, text string) {
	pad := strings.Repeat(" ", gutter)
	lines := strings.Split(text, "\n")
	fmt.Fprintf(t, "%s %s %s %s\n", pad, t.paint(RoleFrame, "="), t.paint(RoleHelp, kind+":"), lines[0])
	for _, l := range lines[1:] {
		fmt.Fprintf(t, "%s   %s %s\n", pad, strings.Repeat(" ", len(kind)+1), l)
	}
}

// snippet shows the lines of the marks, all of one file, in order.
func (t *textWriter) snippet(gutter int, marks []mark, role Role) {
	f := marks[0].at.File
	from := marks[0].at.From()
	pad := strings.Repeat(" ", gutter)
	fmt.Fprintf(t, "%s%s %s:%d:%d\n", pad, t.paint(RoleFrame, "-->"), f.Name, from.Line, from.Column)
	fmt.Fprintf(t, "%s %s\n", pad, t.paint(RoleFrame, "|"))
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].at.Start < marks[j].at.Start })
	last := 0
	for i := 0; i < len(marks); {
		line := marks[i].at.From().Line
		if last > 0 && line > last+1 {
			fmt.Fprintf(t, "%s\n", t.paint(RoleFrame, "..."))
		}
		fmt.Fprintf(t, "%s %s %s\n", t.paint(RoleFrame, fmt.Sprintf("%*d", gutter, line)), t.paint(RoleFrame, "|"), cells(strings.ToValidUTF8(f.Line(line), "\ufffd")))
		for ; i < len(marks) && marks[i].at.From().Line == line; i++ {
			t.underline(pad, marks[i], role)
		}
		last = line
	}
}

func (t *textWriter) underline(pad string, m mark, role Role) {
	from, to := m.at.From(), m.at.To()
	line := []rune(m.at.File.Line(from.Line))
	start := min(from.Column-1, len(line))
	end := len(line)
	if to.Line == from.Line {
		end = min(to.Column-1, len(line))
	}
	sign := "^"
	if !m.primary {
		sign, role = "-", RoleOther
	}
	lead := strings.Repeat(" ", cellWidth(string(line[:start])))
	under := strings.Repeat(sign, max(1, cellWidth(string(line[start:max(start, end)]))))
	text := under
	if m.text != "" {
		text += " " + m.text
	}
	fmt.Fprintf(t, "%s %s %s%s\n", pad, t.paint(RoleFrame, "|"), lead, t.paint(role, text))
}

// cells returns a line as it is printed: tabs are four columns wide.
func cells(line string) string { return strings.ReplaceAll(line, "\t", "    ") }

// cellWidth returns how many columns of a terminal a text takes.
func cellWidth(s string) int {
	n := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case r == '\t':
			n += 4
		case k == width.EastAsianWide, k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
