package source

import (
	"strings"
	"unicode/utf8"
)

// Style is how a scalar was written.
type Style int

// The five ways to write a scalar.
const (
	Plain Style = iota
	Single
	Double
	Literal
	Folded
)

// locate finds the place of every byte of a scalar's value, given where the
// scalar starts in the file, and the offset behind the scalar. The value is what
// the YAML library read; a raw text that does not line up with it (which the
// fuzzer has not found) leaves all bytes at the start.
func locate(f *File, start int, style Style, value string) (Text, int) {
	a := aligner{raw: f.Text, at: start, value: value, folds: style != Literal && style != Folded}
	switch style {
	case Plain:
		if strings.HasPrefix(f.Text[start:], value) {
			return PlainText(f, start, value), start + len(value)
		}
	case Single, Double:
		a.at++
		a.escape = singleQuote
		if style == Double {
			a.escape = backslash
		}
	case Literal, Folded:
		if value == "" { // its header is all there is
			end := lineEnd(f.Text, start)
			return PlainText(f, end, ""), end
		}
		a.at, a.indent = blockStart(f.Text, start, value)
	}
	if !a.run() {
		places := make([]int32, len(value)+1)
		for i := range places {
			places[i] = int32(start)
		}
		return Text{Value: value, file: f, places: places}, lineEnd(f.Text, start)
	}
	end := a.at
	if style == Single || style == Double {
		end = closingQuote(f.Text, start, end)
	}
	return Text{Value: value, file: f, places: a.places}, end
}

func lineEnd(s string, from int) int {
	if i := strings.IndexAny(s[from:], breaks); i >= 0 {
		return from + i
	}
	return len(s)
}

// closingQuote returns the offset behind the quote that ends the scalar; behind
// the last aligned character only folded white space can stand.
func closingQuote(s string, start, from int) int {
	if i := strings.IndexByte(s[from:], s[start]); i >= 0 {
		return from + i + 1
	}
	return len(s)
}

// blockStart returns where the first line of a block scalar's content starts and
// how many spaces each of its lines is indented: what its first line that is not
// empty has more of than the value.
func blockStart(s string, start int, value string) (at, indent int) {
	at = lineEnd(s, start)
	if at < len(s) {
		at += lineBreak(s[at:])
	}
	for i := at; i < len(s); {
		first, rest, more := strings.Cut(value, "\n")
		if first != "" {
			return at, max(leadingSpaces(s[i:])-leadingSpaces(first), 0)
		}
		if !more {
			break
		}
		value = rest
		if i = lineEnd(s, i); i < len(s) {
			i += lineBreak(s[i:])
		}
	}
	return at, len(s) // without text, every space belongs to the indent
}

func leadingSpaces(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// aligner walks the raw text and the value side by side.
type aligner struct {
	raw    string
	at     int // offset in raw
	value  string
	places []int32
	indent int                                               // block scalars: spaces to drop at the start of each line
	broken int                                               // offset behind the last break that became one
	folds  bool                                              // spaces in front of a line break are dropped
	escape func(raw string, want rune) (length int, ok bool) // quoted scalars
}

func (a *aligner) run() bool {
	a.places = make([]int32, 0, len(a.value)+1)
	a.dropIndent()
	for i := 0; i < len(a.value); {
		want, size := utf8.DecodeRuneInString(a.value[i:])
		from, n, ok := a.next(want)
		if !ok {
			// A block scalar may end without a line break in the file, and with one in its value.
			if want == '\n' && strings.Trim(a.value[i:], "\n") == "" {
				from, n = a.at, 0
			} else {
				return false
			}
		}
		for range size {
			a.places = append(a.places, int32(from))
		}
		a.at = from + n
		if want == '\n' || n > 0 && lineBreak(a.raw[from:]) > 0 {
			a.dropIndent()
		}
		i += size
	}
	end := a.at
	if strings.HasSuffix(a.value, "\n") {
		if r, n := utf8.DecodeLastRuneInString(a.raw[:end]); strings.ContainsRune(breaks, r) {
			end -= n
		}
	}
	a.at = end
	a.places = append(a.places, int32(end))
	return true
}

func (a *aligner) dropIndent() {
	for n := a.indent; n > 0 && a.at < len(a.raw) && a.raw[a.at] == ' '; n-- {
		a.at++
	}
}

// breaks are the characters of line breaks, see lineBreak.
const breaks = "\n\r\u0085\u2028\u2029"

// next finds the raw text of one character of the value: itself, an escape, or
// the folded white space that became it. It returns where it starts and its length.
func (a *aligner) next(want rune) (from, length int, ok bool) {
	at := a.at
	for at < len(a.raw) {
		if a.escape != nil {
			if n, is := a.escape(a.raw[at:], want); n > 0 {
				if is {
					return at, n, true
				}
				if !skippable(a.raw[at:]) {
					return 0, 0, false
				}
				at += n
				at += indentOf(a.raw[at:])
				a.broken = at // it was the first of the breaks here
				continue
			}
		}
		got, n := utf8.DecodeRuneInString(a.raw[at:])
		switch {
		case a.folds && (got == ' ' || got == '\t') && endsLine(a.raw[at:]):
			at += n
		case got == want && (got != '\n' || !a.folds):
			return at, n, true
		case strings.ContainsRune(breaks, got):
			n = a.lineBreak(at)
			if a.folds && want == '\n' {
				if at != a.broken { // of several breaks the first is folded away
					at += n
					n = a.lineBreak(at)
				}
				a.broken = at + n
			}
			if want == '\n' || want == ' ' {
				return at, n, true
			}
			at += n
		case got == ' ', got == '\t':
			at += n
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// endsLine reports whether nothing but spaces is in front of the next line break.
func endsLine(s string) bool {
	s = strings.TrimLeft(s, " \t")
	return s != "" && lineBreak(s) > 0
}

// lineBreak returns the length of the break at an offset; where lines are folded,
// with what indents the next line, which is no part of the value either.
func (a *aligner) lineBreak(at int) int {
	if at >= len(a.raw) {
		return 0
	}
	n := lineBreak(a.raw[at:])
	if a.folds {
		n += indentOf(a.raw[at+n:])
	}
	return n
}

func indentOf(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }

// singleQuote reads the only escape of a single-quoted scalar.
func singleQuote(raw string, want rune) (int, bool) {
	if strings.HasPrefix(raw, "''") {
		return 2, want == '\''
	}
	return 0, false
}

// skippable reports whether an escape stands for nothing: a backslash before a line break.
func skippable(raw string) bool {
	return len(raw) > 1 && raw[0] == '\\' && lineBreak(raw[1:]) > 0
}

// backslash reads one escape of a double-quoted scalar; which character it
// stands for was decided by the YAML library already.
func backslash(raw string, _ rune) (int, bool) {
	if len(raw) < 2 || raw[0] != '\\' {
		return 0, false
	}
	switch raw[1] {
	case 'x':
		return min(4, len(raw)), true
	case 'u':
		return min(6, len(raw)), true
	case 'U':
		return min(10, len(raw)), true
	}
	if n := lineBreak(raw[1:]); n > 0 {
		return 1 + n, false
	}
	return 2, true
}
