package source

import (
	"strings"
	"unicode/utf8"
)

// Text is the value of a scalar, every byte of which knows its place in the
// file. A parser of an expression inside a YAML string works on a Text and need
// know nothing of quotes, escapes or folding.
type Text struct {
	Value  string
	file   *File
	places []int32 // one for each byte of Value and one for its end; nil when they are contiguous
	start  int     // place of Value[0] when places is nil
}

// PlainText returns a text whose bytes stand one after the other from an offset.
func PlainText(f *File, start int, value string) Text {
	return Text{Value: value, file: f, start: start}
}

// Slice returns the part from byte i up to byte j.
func (t Text) Slice(i, j int) Text {
	out := Text{Value: t.Value[i:j], file: t.file, start: t.start + i}
	if t.places != nil {
		out.places = t.places[i : j+1]
	}
	return out
}

// Span returns the place of the bytes from i up to j. An empty range gives an
// empty span at its place.
func (t Text) Span(i, j int) Span {
	if t.places == nil {
		return Span{t.file, t.start + i, t.start + j}
	}
	start := int(t.places[i])
	if j <= i {
		return Span{t.file, start, start}
	}
	return Span{t.file, start, max(start, t.endOf(j-1))}
}

// endOf returns the offset behind the character that byte i belongs to.
func (t Text) endOf(i int) int {
	from := int(t.places[i])
	if to := int(t.places[i+1]); to > from && lineBreakFree(t.file.Text[from:to]) {
		return to
	}
	if from < len(t.file.Text) {
		_, n := utf8.DecodeRuneInString(t.file.Text[from:])
		return from + n
	}
	return from
}

func lineBreakFree(s string) bool { return !strings.ContainsAny(s, "\n\r") }

// All returns the span of the whole text.
func (t Text) All() Span { return t.Span(0, len(t.Value)) }

// Trim returns the text without white space at its ends.
func (t Text) Trim() Text {
	i := len(t.Value) - len(strings.TrimLeft(t.Value, " \t\n\r"))
	j := len(strings.TrimRight(t.Value, " \t\n\r"))
	return t.Slice(i, max(i, j))
}

// Split returns the parts between a separator, without white space at their ends.
func (t Text) Split(separator byte) []Text {
	var out []Text
	for from := 0; from <= len(t.Value); {
		to := from + strings.IndexByte(t.Value[from:]+string(separator), separator)
		out = append(out, t.Slice(from, to).Trim())
		from = to + 1
	}
	return out
}
