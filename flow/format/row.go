package format

import (
	"strings"
	"unicode/utf8"
)

// row is one line of the result.
type row struct {
	text    string
	comment string
	of      *node // rows of one collection align their comments; nil for none
}

type printer struct{ rows []row }

func (p *printer) add(r row) { p.rows = append(p.rows, r) }

func pad(n int) string { return strings.Repeat(" ", n) }

// text joins the rows; comments of neighbouring rows of one collection stand
// below each other when there is room for it.
func (p *printer) text() string {
	var b strings.Builder
	for i := 0; i < len(p.rows); {
		end := i + 1
		for end < len(p.rows) && p.rows[i].of != nil && p.rows[end].of == p.rows[i].of {
			end++
		}
		writeRun(&b, p.rows[i:end])
		i = end
	}
	return b.String()
}

func writeRun(b *strings.Builder, run []row) {
	column := 0
	for _, r := range run {
		if r.comment != "" {
			column = max(column, utf8.RuneCountInString(r.text))
		}
	}
	for _, r := range run {
		if r.comment != "" && column+2+utf8.RuneCountInString(r.comment) > Width {
			column = 0
		}
	}
	for _, r := range run {
		b.WriteString(r.text)
		if r.comment != "" {
			b.WriteString(pad(max(2, column-utf8.RuneCountInString(r.text)+2)) + r.comment)
		}
		b.WriteByte('\n')
	}
}
