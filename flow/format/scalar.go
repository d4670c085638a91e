package format

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/source"
)

// scalarStyle says when a scalar needs quotes that YAML alone does not demand.
type scalarStyle int

const (
	written scalarStyle = iota // as it was written
	text                       // when another reader could take it for a number, a date or a truth value
	keyName                    // as text, for a key
	bare                       // when other readers give back another text: it is an expression, a number, yes or no
	word                       // never: it is a key of the language
)

// oneLine writes a scalar on one line.
func oneLine(n *source.Node, style scalarStyle, inFlow bool) string {
	value := n.Text.Value
	quoted := n.Style == source.Single || n.Style == source.Double
	needed := !plain(value, inFlow)
	switch style {
	case text:
		needed = needed || ambiguous(value) || strings.Contains(value, "#") // which looks like a comment
	case keyName:
		needed = needed || ambiguous(value)
	case bare:
		needed = needed || misread(value)
	case written:
		needed = needed || quoted && !plainWords(value) || misread(value)
	}
	if !needed {
		return value
	}
	return quote(value)
}

// plain reports whether a text can stand without quotes and be read alike by
// every YAML parser.
func plain(s string, inFlow bool) bool {
	if s == "" || s == "<<" || s == "=" || strings.TrimSpace(s) != s || !printable(s) {
		return false
	}
	if strings.Contains(s, ": ") || strings.HasSuffix(s, ":") || strings.Contains(s, " #") || strings.HasPrefix(s, "---") || strings.HasPrefix(s, "...") {
		return false
	}
	if inFlow && strings.ContainsAny(s, ",[]{}") {
		return false
	}
	switch s[0] {
	case ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`':
		return false
	case '-':
		return len(s) > 1 && s[1] != ' '
	case '?', ':':
		return len(s) > 1 && s[1] != ' ' && !inFlow
	}
	return true
}

// printable reports whether a text has only characters that may stand in plain
// and block scalars: no tabs, no line breaks of any kind.
func printable(s string) bool {
	for _, r := range s {
		if r != ' ' && (!unicode.IsGraphic(r) || unicode.Is(unicode.Zs, r) || r == '\ufeff') {
			return false
		}
	}
	return true
}

// numberLike matches what YAML 1.1 or 1.2 read as a number or a date.
var numberLike = regexp.MustCompile(`^(?i)([-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|([0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(e[-+]?[0-9]+)?|\.inf)|\.nan|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$`)

// ambiguous reports whether some YAML parser reads a plain text as something else.
func ambiguous(s string) bool {
	switch strings.ToLower(s) {
	case "yes", "no", "on", "off", "true", "false", "null", "~":
		return true
	}
	return numberLike.MatchString(s)
}

// writtenBack matches what every reader writes back as it stood: whole and decimal numbers in their
// shortest form, and the three names that YAML and the language share.
var writtenBack = regexp.MustCompile(`^(0|-?[1-9][0-9]{0,14}|-?(0|[1-9][0-9]{0,6})\.[0-9]{0,6}[1-9]|true|false|null)$`)

// misread reports whether some YAML parser takes a plain text for something that
// is not written as the text is: 007 becomes 7, 12:30 becomes 750. A flag's yes
// and no mean true and false everywhere and stay as they are.
func misread(s string) bool {
	return s != "yes" && s != "no" && ambiguous(s) && !writtenBack.MatchString(s)
}

// plainWords reports whether quotes around a text that the language does not know
// say nothing: it starts with a letter and looks like nothing else.
func plainWords(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first) && !ambiguous(s) && !strings.ContainsAny(s, ":#*")
}

// quote writes a text in double quotes, in single ones when that saves escapes.
func quote(s string) string {
	if strings.ContainsAny(s, `"\`) && !strings.Contains(s, "'") && printable(s) {
		return "'" + s + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == ' ' || printable(string(r)):
			b.WriteRune(r)
		case r <= 0xff:
			fmt.Fprintf(&b, `\x%02X`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// brokenByHand reports whether a folded text was given lines by its author,
// which stay as they are.
func brokenByHand(n *source.Node) bool {
	return n.Kind == source.Scalar && n.Style == source.Folded && len(handLines(n)) > 1
}

// handLines splits a text at the spaces that are line breaks in the file.
func handLines(n *source.Node) []string {
	value := n.Text.Value
	var out []string
	last := 0
	for i := 0; i < len(value); i++ {
		if value[i] == ' ' && breakable(value, i) && strings.ContainsAny(n.Text.Span(i, i+1).Text(), "\r\n") {
			out = append(out, value[last:i])
			last = i + 1
		}
	}
	return append(out, value[last:])
}

// breakable reports whether the space at i can become a line break of a folded text.
func breakable(s string, i int) bool {
	return i > 0 && i+1 < len(s) && s[i-1] != ' ' && s[i+1] != ' ' && s[i-1] != '\n' && s[i+1] != '\n'
}

// blockScalar writes a text over several lines: its header and its lines without
// indentation. ok is false when the text cannot be written so.
func blockScalar(n *source.Node, width int) (header string, lines []string, ok bool) {
	value := n.Text.Value
	body, ends := strings.CutSuffix(value, "\n")
	chomp := "-"
	if ends {
		chomp = ""
	}
	paragraphs := strings.Split(body, "\n")
	long := false
	for i, p := range paragraphs {
		if !printable(p) || strings.HasSuffix(p, " ") || p == "" && (i == 0 || i == len(paragraphs)-1) {
			return "", nil, false
		}
		long = long || utf8.RuneCountInString(p) > width
	}
	if strings.HasPrefix(body, " ") {
		return "", nil, false
	}
	if strings.Contains(body, "\n ") || !long && !brokenByHand(n) && len(n.Text.Value) > len(paragraphs[0]) {
		return "|" + chomp, paragraphs, true
	}
	return ">" + chomp, fold(n, len(body), width), true
}

// fold breaks a text into lines: where its author did, and within lines that
// are too long.
func fold(n *source.Node, end, width int) []string {
	value := n.Text.Value[:end]
	var out []string
	last, space := 0, -1
	for i := 0; i <= len(value); i++ {
		switch {
		case i == len(value):
		case value[i] == '\n':
			if i > last {
				out = append(out, value[last:i])
			}
			out = append(out, "")
			last, space = i+1, -1
			continue
		case value[i] == ' ' && breakable(value, i):
		default:
			continue
		}
		if space > last && utf8.RuneCountInString(value[last:i]) > width {
			out = append(out, value[last:space])
			last = space + 1
		}
		space = i
		if i < len(value) && strings.ContainsAny(n.Text.Span(i, i+1).Text(), "\r\n") {
			out = append(out, value[last:i])
			last, space = i+1, -1
		}
	}
	return append(out, value[last:])
}
