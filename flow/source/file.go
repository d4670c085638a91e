// Package source holds the text that a person wrote: files, positions and the
// tree of a YAML document in which every node knows where it starts and ends.
//
// It is the only package that imports the YAML library. The library reports
// where a node starts; the ends, and the place of every character of a quoted or
// folded scalar, are worked out here, so that a diagnostic can underline one word
// inside a string.
package source

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// File is one input text. It is immutable once made.
type File struct {
	Name  string // as it is to be shown, e.g. "kvs-scenario.flow.yaml"
	Text  string
	lines []int // byte offset of the start of each line
	ascii bool
}

// NewFile makes a file of a text. A byte order mark at its start is dropped.
func NewFile(name, text string) *File {
	const bom = "\ufeff"
	if len(text) >= len(bom) && text[:len(bom)] == bom {
		text = text[len(bom):]
	}
	f := &File{Name: name, Text: text, lines: []int{0}, ascii: true}
	for i := 0; i < len(text); {
		if text[i] >= utf8.RuneSelf {
			f.ascii = false
		}
		if n := lineBreak(text[i:]); n > 0 {
			i += n
			f.lines = append(f.lines, i)
			continue
		}
		i++
	}
	return f
}

// Base returns the last part of the file's name: what a build says of it, so that
// the same flow gives the same bytes wherever it lies.
func (f *File) Base() string { return f.Name[strings.LastIndexByte(f.Name, '/')+1:] }

// lineBreak returns the length of the line break that s begins with, 0 for none.
// The characters are those that YAML 1.1 counts, so that line numbers agree.
func lineBreak(s string) int {
	switch {
	case s[0] == '\n':
		return 1
	case s[0] == '\r':
		if len(s) > 1 && s[1] == '\n' {
			return 2
		}
		return 1
	case s[0] == 0xC2 && len(s) > 1 && s[1] == 0x85: // next line
		return 2
	case s[0] == 0xE2 && len(s) > 2 && s[1] == 0x80 && (s[2] == 0xA8 || s[2] == 0xA9): // line and paragraph separator
		return 3
	}
	return 0
}

// Pos is a place for people: line and column from 1, the column in characters.
type Pos struct{ Line, Column int }

// Pos returns the place of a byte offset; offsets outside the text are clamped.
func (f *File) Pos(offset int) Pos {
	offset = min(max(offset, 0), len(f.Text))
	line := sort.SearchInts(f.lines, offset+1) - 1
	return Pos{Line: line + 1, Column: utf8.RuneCountInString(f.Text[f.lines[line]:offset]) + 1}
}

// Offset returns the byte offset of a place; places outside the text are clamped.
func (f *File) Offset(p Pos) int {
	if p.Line < 1 {
		return 0
	}
	if p.Line > len(f.lines) {
		return len(f.Text)
	}
	at := f.lines[p.Line-1]
	if f.ascii {
		return min(at+p.Column-1, len(f.Text))
	}
	for range p.Column - 1 {
		if at >= len(f.Text) {
			break
		}
		_, n := utf8.DecodeRuneInString(f.Text[at:])
		at += n
	}
	return at
}

// Line returns the text of a line (from 1) without its line break.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	start, end := f.lines[n-1], len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	for end > start && (f.Text[end-1] == '\n' || f.Text[end-1] == '\r') {
		end--
	}
	return f.Text[start:end]
}

// Span is a stretch of a file: byte offsets, the end not included. The zero
// Span is "no place".
type Span struct {
	File       *File
	Start, End int
}

// Known reports whether the span is a place at all.
func (s Span) Known() bool { return s.File != nil }

// From and To return the places of the first character and of the one behind the last.
func (s Span) From() Pos { return s.File.Pos(s.Start) }

// To returns the place of the character behind the last one.
func (s Span) To() Pos { return s.File.Pos(s.End) }

// Text returns the characters of the span.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return s.File.Text[s.Start:s.End]
}

// Join returns the smallest span that covers both; spans of different files give s.
func (s Span) Join(o Span) Span {
	switch {
	case s.File == nil:
		return o
	case o.File != s.File:
		return s
	}
	return Span{s.File, min(s.Start, o.Start), max(s.End, o.End)}
}

// Before orders spans by file name, start and end.
func (s Span) Before(o Span) bool {
	if s.File != o.File {
		return s.name() < o.name()
	}
	if s.Start != o.Start {
		return s.Start < o.Start
	}
	return s.End < o.End
}

func (s Span) name() string {
	if s.File == nil {
		return ""
	}
	return s.File.Name
}

// From0 returns the first character of a span: where to point at for something
// that is missing in it.
func (s Span) From0() Span {
	if s.File == nil {
		return s
	}
	return Span{s.File, s.Start, min(s.Start+1, len(s.File.Text))}
}

// Whole returns the span of the whole text.
func (f *File) Whole() Span { return Span{f, 0, len(f.Text)} }
