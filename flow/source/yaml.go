package source

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Limits of what is read: a flow is written by a person, and a file beyond
// these is no flow.
const (
	MaxBytes = 32 << 20
	MaxDepth = 100
)

// Parse reads the one YAML document of a file. It returns nil when the file
// could not be read at all; the accidents say why. A tree may come together with
// accidents: what could be read is there, so that later stages report on it too.
func Parse(f *File) (*Node, []Accident) {
	whole := Span{f, 0, min(len(f.Text), 1)}
	switch {
	case len(f.Text) > MaxBytes:
		return nil, []Accident{{Kind: TooLarge, At: whole}}
	case !utf8.ValidString(f.Text):
		return nil, []Accident{{Kind: Encoding, At: firstInvalid(f)}}
	}
	loader, err := yaml.NewLoader(bytes.NewReader([]byte(f.Text)))
	if err != nil {
		return nil, []Accident{{Kind: Syntax, At: whole, Detail: err.Error()}}
	}
	var doc, second yaml.Node
	if err := loader.Load(&doc); errors.Is(err, io.EOF) {
		return nil, []Accident{{Kind: Empty, At: whole}}
	} else if err != nil {
		return nil, []Accident{syntaxAccident(f, err)}
	}
	b := &builder{file: f}
	var root *Node
	if len(doc.Content) > 0 {
		root = b.node(doc.Content[0], 0)
	}
	if err := loader.Load(&second); err == nil {
		at := f.Offset(Pos{second.Line, second.Column})
		b.report(Accident{Kind: SecondDocument, At: Span{f, at, lineEnd(f.Text, at)}})
	} else if !errors.Is(err, io.EOF) {
		b.report(syntaxAccident(f, err))
	}
	return root, b.accidents
}

func firstInvalid(f *File) Span {
	for i := 0; i < len(f.Text); {
		r, n := utf8.DecodeRuneInString(f.Text[i:])
		if r == utf8.RuneError && n == 1 {
			return Span{f, i, i + 1}
		}
		i += n
	}
	return Span{f, 0, 0}
}

// syntaxAccident turns the library's error into a place and the library's words.
func syntaxAccident(f *File, err error) Accident {
	var le *yaml.LoadError
	if !errors.As(err, &le) {
		return Accident{Kind: Syntax, At: Span{f, 0, min(len(f.Text), 1)}, Detail: err.Error()}
	}
	a := Accident{Kind: Syntax, Detail: le.Message, At: pointAt(f, le.Mark)}
	if le.ContextMark.Line > 0 && le.ContextMark != le.Mark {
		a.Other = pointAt(f, le.ContextMark)
	}
	if strings.Contains(le.Message, "tab") || a.At.Text() == "\t" {
		a.Kind = Tab
		if i := strings.IndexByte(f.Text[a.At.Start:], '\t'); i >= 0 {
			a.At = Span{f, a.At.Start + i, a.At.Start + i + 1}
		}
		return a
	}
	if at, ok := hashInKey(f, f.Pos(a.At.Start).Line); ok {
		return Accident{Kind: BareHash, At: at}
	}
	return cause(f, a)
}

// hashInKey looks for the usual cause of a missing colon, a # in a key that
// was not quoted, in the line of an error and the two lines before it.
func hashInKey(f *File, line int) (Span, bool) {
	for n := line; n > 0 && n > line-3; n-- {
		text := f.Line(n)
		before, _, found := strings.Cut(text, " #")
		if before = strings.TrimSpace(before); found && before != "" && !strings.ContainsAny(before, ":'\"") {
			at := f.Offset(Pos{n, 1}) + strings.Index(text, " #") + 1
			return Span{f, at, at + 1}, true
		}
	}
	return Span{}, false
}

// pointAt returns the character at a mark, or the last one of a text that ended too early.
func pointAt(f *File, m yaml.Mark) Span {
	at := f.Offset(Pos{m.Line, max(m.Column, 1)})
	if at >= len(f.Text) {
		at = len(strings.TrimRight(f.Text, " \t\r\n"))
		return Span{f, max(at-1, 0), at}
	}
	_, n := utf8.DecodeRuneInString(f.Text[at:])
	return Span{f, at, at + n}
}

// builder turns the library's nodes into ours.
type builder struct {
	file      *File
	accidents []Accident
}

func (b *builder) report(a Accident) { b.accidents = append(b.accidents, a) }

func (b *builder) node(y *yaml.Node, depth int) *Node {
	start := b.file.Offset(Pos{y.Line, y.Column})
	n := &Node{Span: Span{b.file, start, start}}
	if depth > MaxDepth {
		b.report(Accident{Kind: TooDeep, At: Span{b.file, start, lineEnd(b.file.Text, start)}})
		return n
	}
	start = b.properties(y, start)
	n.Span.Start, n.Span.End = start, start
	switch y.Kind {
	case yaml.MappingNode:
		n.Kind, n.Flow = Map, y.Style&yaml.FlowStyle != 0
		b.entries(n, y, depth)
		b.closeAt(n, '}')
	case yaml.SequenceNode:
		n.Kind, n.Flow = List, y.Style&yaml.FlowStyle != 0
		n.Items = make([]*Node, 0, len(y.Content))
		for _, c := range y.Content {
			n.Items = append(n.Items, b.node(c, depth+1))
		}
		b.closeAt(n, ']')
	case yaml.AliasNode:
		n.Span.End, n.Bad = start+1+len(y.Value), true
		b.report(Accident{Kind: Alias, At: n.Span, Detail: "*" + y.Value})
	default:
		b.scalar(n, y)
	}
	return n
}

// properties reports the anchor and the tag in front of a node and returns where
// the node itself starts; the library's place is that of the first of them.
func (b *builder) properties(y *yaml.Node, start int) int {
	text := b.file.Text
	bare := func() bool { return start+1 == len(text) || spaceLength(text[start+1:]) > 0 } // the library does not mark a `!` alone
	for start < len(text) && (text[start] == '&' && y.Anchor != "" || text[start] == '!' && (y.Style&yaml.TaggedStyle != 0 || bare())) {
		kind, end := Tag, start
		if strings.HasPrefix(text[start:], "&"+y.Anchor) {
			kind, end = Anchor, start+1+len(y.Anchor)
		} else {
			for end < len(text) && spaceLength(text[end:]) == 0 && !strings.ContainsRune(",]}", rune(text[end])) {
				end++
			}
		}
		b.report(Accident{Kind: kind, At: Span{b.file, start, end}, Detail: text[start:end]})
		start = behindSpace(text, end)
	}
	return start
}

// behindSpace returns the place behind spaces, line breaks and comments.
func behindSpace(text string, at int) int {
	for at < len(text) {
		switch n := spaceLength(text[at:]); {
		case n > 0:
			at += n
		case text[at] == '#':
			at = lineEnd(text, at)
		default:
			return at
		}
	}
	return at
}

// spaceLength is the length of the space, tab or line break that s begins with.
func spaceLength(s string) int {
	if s[0] == ' ' || s[0] == '\t' {
		return 1
	}
	return lineBreak(s)
}

// shortMapping is how many keys are compared one by one faster than by a map.
const shortMapping = 8

func (b *builder) entries(n *Node, y *yaml.Node, depth int) {
	n.Entries = make([]Entry, 0, len(y.Content)/2)
	var seen map[string]*Node // of a long mapping
	if len(y.Content)/2 > shortMapping {
		seen = make(map[string]*Node, len(y.Content)/2)
	}
	for i := 0; i+1 < len(y.Content); i += 2 {
		key := b.node(y.Content[i], depth+1)
		if y.Content[i].Tag == "!!merge" { // what it merges is no second mistake
			b.report(Accident{Kind: MergeKey, At: key.Span})
			n.Bad = true
			continue
		}
		value := b.node(y.Content[i+1], depth+1)
		switch {
		case key.Kind != Scalar:
			b.report(Accident{Kind: KeyNotText, At: key.Span, Detail: key.Kind.String()})
			n.Dropped = true
			continue
		}
		first := seen[key.Text.Value]
		if seen == nil {
			first = n.key(key.Text.Value)
		}
		if first != nil {
			b.report(Accident{Kind: DuplicateKey, At: key.Span, Other: first.Span, Detail: key.Text.Value})
			n.Dropped = true
			continue
		}
		if seen != nil {
			seen[key.Text.Value] = key
		}
		n.Entries = append(n.Entries, Entry{key, value})
	}
}

// closeAt sets the end of a collection: behind its bracket, or behind its last child.
func (b *builder) closeAt(n *Node, bracket byte) {
	end := n.Span.Start
	for _, c := range n.Items {
		end = max(end, c.Span.End)
	}
	for _, e := range n.Entries {
		end = max(end, e.Key.Span.End, e.Value.Span.End)
	}
	if n.Flow {
		end = b.bracketAfter(max(end, n.Span.Start+1), bracket)
	}
	n.Span.End = min(max(end, n.Span.Start), len(b.file.Text))
}

// bracketAfter finds the closing bracket behind the last child of a collection,
// over white space, commas and comments.
func (b *builder) bracketAfter(at int, bracket byte) int {
	text := b.file.Text
	for i := at; i < len(text); i++ {
		switch text[i] {
		case bracket:
			return i + 1
		case '#':
			i = lineEnd(text, i)
		}
	}
	return at
}

func (b *builder) scalar(n *Node, y *yaml.Node) {
	style := styleOf(y.Style)
	if y.Tag == "!!null" && y.Value == "" && style == Plain {
		n.Kind, n.Bad = Null, b.bareHash(n.Span.Start)
		return
	}
	if y.Style&yaml.TaggedStyle != 0 && y.Value == "" && style == Plain { // a value was meant that starts with !
		n.Kind, n.Bad = Null, true
		return
	}
	n.Kind, n.Style = Scalar, style
	n.Text, n.Span.End = locate(b.file, n.Span.Start, style, y.Value)
}

// bareHash reports a # that was meant as a value and starts a comment instead.
func (b *builder) bareHash(at int) bool {
	rest := b.file.Text[at:lineEnd(b.file.Text, at)]
	trimmed := strings.TrimLeft(rest, " \t")
	if len(trimmed) == 0 || trimmed[0] != '#' {
		return false
	}
	at += len(rest) - len(trimmed)
	b.report(Accident{Kind: BareHash, At: Span{b.file, at, at + 1}})
	return true
}

func styleOf(s yaml.Style) Style {
	switch {
	case s&yaml.SingleQuotedStyle != 0:
		return Single
	case s&yaml.DoubleQuotedStyle != 0:
		return Double
	case s&yaml.LiteralStyle != 0:
		return Literal
	case s&yaml.FoldedStyle != 0:
		return Folded
	}
	return Plain
}
