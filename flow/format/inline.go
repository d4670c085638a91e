package format

import (
	"strings"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/source"
)

// onLine writes the value of a kid of a block on one line. A step in a list of
// steps below each other has no brackets around it.
func onLine(k *kid, l layout) (text string, ok bool) {
	text, ok = inline(k.value, l, false)
	if k.key == nil && k.value.Kind == source.Map && len(k.value.kids) > 0 && l.form != asWritten {
		ok = false
	}
	return text, ok
}

// inline writes a node on one line; ok is false when it is not to be written so.
func inline(n *node, l layout, inFlow bool) (text string, ok bool) {
	switch n.Kind {
	case source.Null:
		return "", !inFlow
	case source.Scalar:
		if brokenByHand(n.Node) || strings.Contains(n.Text.Value, "\n") && canBlock(n.Node) {
			return "", false
		}
		return oneLine(n.Node, l.scalar, inFlow), true
	}
	open, shut := "[", "]"
	if n.Kind == source.Map {
		open, shut = "{", "}"
	}
	if len(n.kids) > 0 && (l.form == block || l.form == asWritten && !n.Flow) || len(n.foot) > 0 {
		return "", false
	}
	parts := make([]string, 0, len(n.kids))
	for _, k := range ordered(n, l.order) {
		part, ok := inlineKid(k, l)
		if !ok {
			return "", false
		}
		parts = append(parts, part)
	}
	return open + strings.Join(parts, ", ") + shut, true
}

func inlineKid(k *kid, l layout) (string, bool) {
	if len(k.lead) > 0 || k.head != nil || k.tail != nil {
		return "", false
	}
	if k.key == nil {
		return inline(k.value, l.inner("").of(k.value.Node), true)
	}
	text, ok := inline(k.value, l.inner(k.key.Text.Value).of(k.value.Node), true)
	key := keyText(k.key, l, true)
	return key + ": " + text, ok && len(key) < longKey
}

// canBlock reports whether a text with line breaks can be written over several lines.
func canBlock(n *source.Node) bool {
	_, _, ok := blockScalar(n, Width)
	return ok
}

// words writes a list of words that is too long for one line over several, in
// brackets; false when it is another list, or has comments.
func (p *printer) words(start string, n *node, l layout, indent int) bool {
	if n.Kind != source.List || l.form != line || len(n.foot) > 0 {
		return false
	}
	text := start + " ["
	var lines []string
	for i, k := range n.kids {
		word, ok := inlineKid(k, l)
		if !ok || k.value.Kind != source.Scalar {
			return false
		}
		if i < len(n.kids)-1 {
			word += ","
		} else {
			word += "]"
		}
		switch width := utf8.RuneCountInString(text) + utf8.RuneCountInString(word); {
		case i == 0:
			text += word
		case width < Width:
			text += " " + word
		default:
			lines, text = append(lines, text), pad(indent+2)+word
		}
		if utf8.RuneCountInString(text) > Width {
			return false
		}
	}
	for _, s := range append(lines, text) {
		p.add(row{text: s})
	}
	return true
}
