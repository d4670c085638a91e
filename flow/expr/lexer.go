package expr

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/source"
)

// tokenKind is a class of tokens.
type tokenKind int

const (
	tokEnd tokenKind = iota
	tokName
	tokNumber
	tokText
	tokSign
	tokDate
	tokTime
	tokBad
)

// token is one token; i and j are byte offsets in the text.
type token struct {
	kind tokenKind
	text string // name, sign, digits, or the value of a text
	unit string // of a number: ms, s, m, h or ""
	i, j int
}

type lexer struct {
	text source.Text
	at   int
}

// signs are longest first.
var signs = []string{"==", "!=", "<=", ">=", "&&", "||", "!", "<", ">", "+", "-", "*", "%", "?", ":", ".", ",", "(", ")", "[", "]"}

func (l *lexer) next() token {
	s := l.text.Value
	for l.at < len(s) && strings.ContainsRune(" \t\n\r", rune(s[l.at])) {
		l.at++
	}
	start := l.at
	if start >= len(s) {
		return token{kind: tokEnd, i: start, j: start}
	}
	r, size := utf8.DecodeRuneInString(s[start:])
	switch {
	case r == '_' || unicode.IsLetter(r):
		l.at += nameLength(s[start:])
		return token{kind: tokName, text: s[start:l.at], i: start, j: l.at}
	case r >= '0' && r <= '9':
		if t, ok := l.moment(); ok {
			return t
		}
		return l.number()
	case r == '\'' || r == '"':
		return l.quoted(byte(r))
	}
	for _, sign := range signs {
		if strings.HasPrefix(s[start:], sign) {
			l.at += len(sign)
			return token{kind: tokSign, text: sign, i: start, j: l.at}
		}
	}
	l.at += size
	return token{kind: tokBad, text: s[start:l.at], i: start, j: l.at}
}

// nameLength returns how many bytes of s are a name.
func nameLength(s string) int {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return i
		}
	}
	return len(s)
}

func (l *lexer) number() token {
	s, start := l.text.Value, l.at
	digits := func() {
		for l.at < len(s) && s[l.at] >= '0' && s[l.at] <= '9' {
			l.at++
		}
	}
	digits()
	if l.at+1 < len(s) && s[l.at] == '.' && s[l.at+1] >= '0' && s[l.at+1] <= '9' {
		l.at++
		digits()
	}
	t := token{kind: tokNumber, text: s[start:l.at], i: start}
	n := nameLength(s[l.at:])
	t.unit = s[l.at : l.at+n]
	l.at += n
	t.j = l.at
	return t
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// quoted reads a text in single or double quotes. A backslash keeps the next
// character, and \n is a line break; before other letters it means nothing yet.
func (l *lexer) quoted(quote byte) token {
	s, start := l.text.Value, l.at
	var b strings.Builder
	for i := start + 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == quote:
			l.at = i + 1
			return token{kind: tokText, text: b.String(), i: start, j: l.at}
		case c == '\\' && i+1 < len(s):
			i++
			switch {
			case s[i] == 'n':
				b.WriteByte('\n')
			case isWord(s[i]):
				l.at = i + 1
				return token{kind: tokBad, text: s[i-1 : i+1], i: i - 1, j: i + 1}
			default:
				b.WriteByte(s[i])
			}
		default:
			b.WriteByte(c)
		}
	}
	l.at = len(s)
	return token{kind: tokBad, text: s[start:], i: start, j: l.at}
}
