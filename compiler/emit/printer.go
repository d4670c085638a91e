package emit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/source"
)

// printer collects text and, for pieces of it, their places in the flow. The text
// is kept in pieces, so that a long one is copied once.
type printer struct {
	pieces [][]byte
	size   int // bytes
	row    int // from 0
	col    int // in UTF-16 units, as source maps count

	files    []*source.File
	mappings strings.Builder // of the source map
	last     struct{ row, col, file, line, column int }
}

const pieceSize = 64 << 10

func newPrinter() *printer { return &printer{} }

func (p *printer) write(s string) {
	i := len(p.pieces) - 1
	if i < 0 || cap(p.pieces[i])-len(p.pieces[i]) < len(s) {
		p.pieces = append(p.pieces, make([]byte, 0, max(pieceSize, len(s))))
		i++
	}
	p.pieces[i] = append(p.pieces[i], s...)
	p.size += len(s)
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

// join returns the text of two printers, one behind the other.
func join(a, b *printer) []byte {
	return slices.Concat(slices.Concat(a.pieces, b.pieces)...)
}

// mark notes in the source map that what is written next comes from a place.
func (p *printer) mark(at source.Span) {
	if !at.Known() {
		return
	}
	last := &p.last
	switch {
	case p.row > last.row:
		p.mappings.WriteString(strings.Repeat(";", p.row-last.row))
		last.row, last.col = p.row, 0
	case len(p.files) > 0:
		p.mappings.WriteByte(',')
	}
	file := slices.Index(p.files, at.File)
	if file < 0 {
		file = len(p.files)
		p.files = append(p.files, at.File)
	}
	from := at.From()
	vlq(&p.mappings, p.col-last.col)
	vlq(&p.mappings, file-last.file)
	vlq(&p.mappings, from.Line-1-last.line)
	vlq(&p.mappings, from.Column-1-last.column)
	last.col, last.file, last.line, last.column = p.col, file, from.Line-1, from.Column-1
}

// sourceMap returns the source map (version 3) of a text that starts so many rows
// further down.
func (p *printer) sourceMap(rows int) []byte {
	sources, contents := make([]string, len(p.files)), make([]string, len(p.files))
	for i, f := range p.files {
		sources[i], contents[i] = f.Base(), f.Text
	}
	return slices.Concat(
		[]byte(`{"version":3,"sources":`), marshal(sources), []byte(`,"sourcesContent":`), marshal(contents),
		[]byte(`,"names":[],"mappings":"`), bytes.Repeat([]byte(";"), rows), []byte(p.mappings.String()), []byte(`"}`))
}

func marshal(texts []string) []byte {
	out, err := json.Marshal(texts)
	if err != nil {
		panic(fmt.Sprintf("emit: texts are always marshalable: %v", err))
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
