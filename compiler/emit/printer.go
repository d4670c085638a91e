package emit

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/source"
)

// printer collects text and, for pieces of it, their places in the flow.
type printer struct {
	text  strings.Builder
	row   int // from 0
	col   int // in UTF-16 units, as source maps count
	marks []mark
}

// mark says that the text from here on comes from a place.
type mark struct {
	row, col int
	at       source.Span
}

func newPrinter() *printer { return &printer{} }

func (p *printer) write(s string) {
	if n := p.text.Len(); p.text.Cap()-n < len(s) {
		p.text.Grow(n + len(s)) // appending alone would copy a long text more often
	}
	p.text.WriteString(s)
	if i := strings.LastIndexByte(s, '\n'); i >= 0 {
		p.row += strings.Count(s, "\n")
		p.col = 0
		s = s[i+1:]
	}
	p.col += units(s)
}

// units returns how many UTF-16 units a text has.
func units(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return i + len(utf16.Encode([]rune(s[i:])))
		}
	}
	return len(s)
}

func (p *printer) line(format string, args ...any) { p.write(fmt.Sprintf(format, args...) + "\n") }

// mark notes that what is written next comes from a place.
func (p *printer) mark(at source.Span) {
	if at.Known() {
		if len(p.marks) == cap(p.marks) {
			p.marks = slices.Grow(p.marks, max(64, len(p.marks))) // append alone would copy more often
		}
		p.marks = append(p.marks, mark{p.row, p.col, at})
	}
}

// sourceMap writes the marks as a source map (version 3) of a text that starts
// so many rows further down.
func (p *printer) sourceMap(rows int) []byte {
	var files []*source.File
	index := map[*source.File]int{}
	var mappings strings.Builder
	var last struct{ col, file, line, column int }
	mappings.Grow(6 * len(p.marks))
	mappings.WriteString(strings.Repeat(";", rows))
	row := 0
	for i, m := range p.marks {
		if m.row > row {
			mappings.WriteString(strings.Repeat(";", m.row-row))
			row, last.col = m.row, 0
		} else if i > 0 {
			mappings.WriteByte(',')
		}
		if _, ok := index[m.at.File]; !ok {
			index[m.at.File] = len(files)
			files = append(files, m.at.File)
		}
		from := m.at.From()
		now := struct{ col, file, line, column int }{m.col, index[m.at.File], from.Line - 1, from.Column - 1}
		vlq(&mappings, now.col-last.col)
		vlq(&mappings, now.file-last.file)
		vlq(&mappings, now.line-last.line)
		vlq(&mappings, now.column-last.column)
		last = now
	}
	return encodeMap(files, mappings.String())
}

func encodeMap(files []*source.File, mappings string) []byte {
	m := struct {
		Version  int      `json:"version"`
		Sources  []string `json:"sources"`
		Contents []string `json:"sourcesContent"`
		Names    []string `json:"names"`
		Mappings string   `json:"mappings"`
	}{Version: 3, Sources: []string{}, Contents: []string{}, Names: []string{}, Mappings: mappings}
	for _, f := range files {
		m.Sources = append(m.Sources, f.Base())
		m.Contents = append(m.Contents, f.Text)
	}
	out, err := json.Marshal(m)
	if err != nil {
		panic(fmt.Sprintf("emit: a source map is always marshalable: %v", err))
	}
	return out
}

const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// vlq writes a number as source maps do: base 64, five bits a digit, the sign first.
func vlq(b *strings.Builder, n int) {
	u := uint(n) << 1
	if n < 0 {
		u = uint(-n)<<1 | 1
	}
	for {
		digit := u & 31
		if u >>= 5; u > 0 {
			digit |= 32
		}
		b.WriteByte(base64[digit])
		if u == 0 {
			return
		}
	}
}
