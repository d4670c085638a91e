package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cause replaces the library's words about a file that is not YAML by what the
// person most likely did. Where it knows no better, the words stay.
func cause(f *File, a Accident) Accident {
	switch words := a.Detail; {
	case strings.HasPrefix(words, "did not find expected ',' or"):
		return notClosed(f, a)
	case words == "found unexpected end of stream" && a.Other.Known():
		return Accident{Kind: NotClosed, At: a.Other, Detail: a.Other.Text()}
	case words == "found character that cannot start any token":
		return Accident{Kind: NeedsQuotes, At: a.At, Detail: a.At.Text()}
	case words == "did not find expected alphabetic or numeric character" && a.Other.Known():
		return Accident{Kind: NeedsQuotes, At: a.Other, Detail: a.Other.Text()}
	case strings.HasPrefix(words, "block sequence entries are not allowed"):
		if before := a.At.before(); strings.Contains(before, ": ") {
			return Accident{Kind: NeedsQuotes, At: a.At, Detail: "- "}
		}
	case words == "found a comment without preceding whitespace":
		return Accident{Kind: BareHash, At: a.At}
	case words == "found unknown escape character":
		_, n := utf8.DecodeRuneInString(f.Text[a.At.End:])
		a.At.End += n
		return Accident{Kind: Escape, At: a.At, Detail: a.At.Text()}
	case words == "could not find expected ':'" && a.Other.Known():
		if line := a.Other.From().Line; endsWithBlockSign(f.Line(line - 1)) {
			return Accident{Kind: Indentation, At: firstWord(f, line)}
		}
		return noColon(a.Other)
	case strings.HasPrefix(words, "mapping values are not allowed"):
		return colon(f, a)
	case words == "did not find expected '-' indicator", words == "did not find expected key":
		return misplaced(f, a)
	case strings.HasPrefix(words, "unknown anchor"):
		a.At = a.At.word()
		return Accident{Kind: Alias, At: a.At, Detail: a.At.Text()}
	}
	return a
}

// endsWithBlockSign reports a line behind which a text of several lines starts.
func endsWithBlockSign(line string) bool {
	line = strings.TrimRight(line, " \t")
	return strings.HasSuffix(line, " |") || strings.HasSuffix(line, " >")
}

// before returns the text of the line in front of a span.
func (s Span) before() string {
	return s.File.Text[s.File.Offset(Pos{s.From().Line, 1}):s.Start]
}

// word widens a span to the next white space, comma or bracket.
func (s Span) word() Span {
	rest := s.File.Text[s.Start:]
	if i := strings.IndexAny(rest, " \t\r\n,]}"); i > 0 {
		rest = rest[:i]
	}
	return Span{s.File, s.Start, s.Start + len(rest)}
}

// rest widens a span to the end of its line.
func (s Span) rest() Span {
	return Span{s.File, s.Start, max(s.End, lineEnd(s.File.Text, s.Start))}
}

// notClosed is about a bracket: a # inside hides what closes it, or it is not there.
func notClosed(f *File, a Accident) Accident {
	if !a.Other.Known() || a.Other.Start > a.At.Start {
		return a
	}
	inside := f.Text[a.Other.Start:a.At.Start]
	if i := strings.Index(inside, " #"); i >= 0 && !strings.ContainsAny(inside[:i], "'\"") {
		at := a.Other.Start + i + 1
		return Accident{Kind: BareHash, At: Span{f, at, at + 1}}
	}
	return Accident{Kind: NotClosed, At: a.Other, Other: a.At, Detail: a.Other.Text()}
}

// noColon is about a key that was read as a text.
func noColon(at Span) Accident {
	at = at.rest()
	text := strings.TrimRight(at.Text(), " \t")
	at.End = at.Start + len(text)
	if i := strings.IndexByte(text, ':'); i > 0 {
		return Accident{Kind: NoSpace, At: at, Detail: text[:i] + ": " + text[i+1:]}
	}
	return Accident{Kind: NoColon, At: at, Detail: text}
}

// colon is about a colon inside of a text: of a text in its line, or of one that
// goes on from the lines above.
func colon(f *File, a Accident) Accident {
	if strings.Contains(a.At.before(), ": ") {
		return Accident{Kind: ColonInText, At: a.At}
	}
	line := a.At.From().Line
	first := line // where the text starts
	for n := line - 1; n > 0 && !strings.Contains(f.Line(n), ":"); n-- {
		if strings.TrimSpace(f.Line(n)) != "" {
			first = n
		}
	}
	if text := strings.TrimSpace(f.Line(first)); first < line && isWord(text) {
		at := f.Offset(Pos{first, 1}) + strings.Index(f.Line(first), text)
		return noColon(Span{f, at, at + len(text)})
	}
	return Accident{Kind: GoesOn, At: firstWord(f, line)}
}

func isWord(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0
}

// firstWord is the place of what a line starts with.
func firstWord(f *File, line int) Span {
	text := f.Line(line)
	at := f.Offset(Pos{line, 1}) + len(text) - len(strings.TrimLeft(text, " "))
	return Span{f, at, at}.word()
}

// misplaced is about something that fits into nothing that is open: it stands
// behind the end of a text in its line, or its line has another indentation.
func misplaced(f *File, a Accident) Accident {
	before := a.At.before()
	if strings.TrimSpace(before) == "" {
		return Accident{Kind: Indentation, At: firstWord(f, a.At.From().Line)}
	}
	if i := strings.LastIndexAny(before, "\"'}]"); i >= 0 {
		at := a.At.Start - len(before) + i
		return Accident{Kind: BehindText, At: a.At.rest(), Other: Span{f, at, at + 1}, Detail: f.Text[at : at+1]}
	}
	return a
}
