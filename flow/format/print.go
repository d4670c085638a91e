package format

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/source"
)

// Width is the longest line that is written, in characters, unless a comment or
// a word without spaces is longer.
const Width = 100

// longKey is a key that gets a line of its own; YAML takes shorter ones alone.
const longKey = 120

func (p *printer) comments(list []comment, indent int, first bool) {
	for i, c := range list {
		if c.blank && !(first && i == 0) {
			p.add(row{})
		}
		p.add(row{text: pad(indent) + c.text})
	}
}

// whole writes the file. What stands above an empty line at its start is about
// the file as a whole and stays there.
func (p *printer) whole(k *kid, f layoutF) {
	l, isBlock := f.of(k.value.Node), len(k.value.kids) > 0
	if k.head != nil && (k.tail != nil || isBlock) {
		k.lead, k.head = append(k.lead, *k.head), nil
	}
	if k.tail != nil && isBlock {
		k.lead, k.tail = append(k.lead, *k.tail), nil
	}
	p.comments(k.lead, 0, true)
	if !isBlock {
		p.value("", k, l, 0, nil)
		return
	}
	first := k.value.kids[0]
	if n := aboveEmptyLine(first); n > 0 {
		p.comments(first.lead[:n], 0, len(k.lead) == 0)
		p.add(row{})
		first.lead = first.lead[n:]
		p.block(k.value, l, 0, true)
		return
	}
	p.block(k.value, l, 0, len(k.lead) == 0)
}

// aboveEmptyLine counts the comments above a kid that an empty line sets apart.
func aboveEmptyLine(k *kid) int {
	if k.blank {
		return len(k.lead)
	}
	for i := len(k.lead) - 1; i > 0; i-- {
		if k.lead[i].blank {
			return i
		}
	}
	return 0
}

// block writes the kids of a collection below each other.
func (p *printer) block(n *node, l layout, indent int, first bool) {
	for i, k := range ordered(n, l.order) {
		p.kid(n, k, l, indent, first && i == 0)
	}
	p.comments(n.foot, indent, false)
}

// ordered returns the kids in canonical order.
func ordered(n *node, order []string) []*kid {
	out := slices.Clone(n.kids)
	if n.Kind != source.Map || len(order) == 0 {
		return out
	}
	place := func(k *kid) int {
		if i := slices.Index(order, k.key.Text.Value); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(out, func(a, b *kid) int { return place(a) - place(b) })
	return out
}

// kid writes an entry or an item with what stands above it.
func (p *printer) kid(of *node, k *kid, l layout, indent int, first bool) {
	key := ""
	if k.key != nil {
		key = k.key.Text.Value
	}
	inner := l.inner(key).of(k.value.Node)
	k = settle(k, l, inner, indent)
	p.comments(k.lead, indent, first)
	if k.blank && !(first && len(k.lead) == 0) {
		p.add(row{})
	}
	start := pad(indent) + "-"
	if k.key != nil {
		start = pad(indent) + keyText(k.key, l, false) + ":"
		if utf8.RuneCountInString(start) > longKey {
			p.add(row{text: pad(indent) + "? " + keyText(k.key, l, false)})
			start = pad(indent) + ":"
		}
	}
	p.value(start, k, inner, indent, of)
}

func keyText(key *source.Node, l layout, inFlow bool) string {
	style := written
	if l.inside != nil {
		style = keyName
	}
	if slices.Contains(l.order, key.Text.Value) || l.inside == nil && key.Is("on") { // as test files have it
		style = word
	}
	return oneLine(key, style, inFlow)
}

// value writes the value of a kid behind its key or dash.
func (p *printer) value(start string, k *kid, l layout, indent int, of *node) {
	behind := ""
	if k.tail != nil {
		behind = k.tail.text
	} else if k.head != nil {
		behind = k.head.text
	}
	n := k.value
	text, ok := onLine(k, l)
	width := utf8.RuneCountInString(behindOf(start, text))
	switch {
	case n.Kind == source.Null && start == "": // a file with nothing but comments
		p.add(row{"---", behind, of})
	case n.Kind == source.Null:
		if behind != "" { // behind nothing it would read as a value that begins with #
			p.add(row{text: pad(indent) + behind})
		}
		p.add(row{start, "", of})
	case ok && (width <= Width || len(n.kids) == 0 && n.Kind != source.Scalar):
		p.add(row{behindOf(start, text), behind, of})
	case n.Kind == source.Scalar:
		p.scalar(start, n.Node, l, indent, behind, of)
	case behind == "" && p.words(start, n, l, indent):
	case k.key != nil:
		p.add(row{text: start, comment: behind})
		p.block(n, l, indent+2, true)
	default:
		p.item(start, n, l, indent)
	}
}

// item writes a collection behind a dash. Comments above its first kid stand
// above the dash.
func (p *printer) item(start string, n *node, l layout, indent int) {
	at := len(p.rows)
	p.block(n, l, indent+2, true)
	for ; ; at++ {
		row := &p.rows[at]
		text := strings.TrimLeft(row.text, " ")
		if text != "" && text[0] != '#' {
			row.text = start + row.text[indent+1:]
			return
		}
		if text != "" {
			row.text = pad(indent) + text
		}
	}
}

// behindOf joins a key or dash and a value; the file as a whole has neither.
func behindOf(start, text string) string {
	if start == "" {
		return text
	}
	return start + " " + text
}

// scalar writes a text that does not fit its line, or has lines of its own.
func (p *printer) scalar(start string, n *source.Node, l layout, indent int, behind string, of *node) {
	header, lines, ok := blockScalar(n, Width-indent-2)
	one := behindOf(start, oneLine(n, l.scalar, false))
	if !ok || len(lines) == 1 && !strings.Contains(n.Text.Value, "\n") && indent+2+utf8.RuneCountInString(lines[0]) > Width {
		p.add(row{one, behind, of})
		return
	}
	p.add(row{text: behindOf(start, header), comment: behind})
	for _, s := range lines {
		if s != "" {
			s = pad(indent+2) + s
		}
		p.add(row{text: s})
	}
}
