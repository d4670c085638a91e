package format

import (
	"slices"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/source"
)

// settle decides where the comments of a kid go that cannot stay on its line.
func settle(k *kid, l, inner layout, indent int) *kid {
	out := *k
	out.lead = slices.Clone(k.lead)
	up := func(c **comment) {
		if *c != nil {
			moved := **c
			moved.blank = len(out.lead) == 0 && out.blank
			if moved.blank {
				out.blank = false
			}
			out.lead = append(out.lead, moved)
			*c = nil
		}
	}
	text, inLine := onLine(k, inner)
	if k.value.Kind != source.Map && k.value.Kind != source.List || inLine && fits(&out, l, indent, text, "") {
		// One line has room for one comment, behind the value.
		if out.tail != nil {
			up(&out.head)
		} else {
			out.head, out.tail = nil, out.head
		}
		if out.tail != nil && inLine && !fits(&out, l, indent, text, out.tail.text) {
			up(&out.tail)
		}
		return &out
	}
	if out.head != nil {
		up(&out.tail)
	} else {
		out.head, out.tail = out.tail, nil
	}
	if k.key == nil {
		up(&out.head)
	}
	return &out
}

// fits reports whether a kid with its comment has room on one line.
func fits(k *kid, l layout, indent int, text, comment string) bool {
	width := indent + 1 + utf8.RuneCountInString(text)
	if k.key != nil {
		width += utf8.RuneCountInString(keyText(k.key, l, false))
	}
	if text != "" {
		width++
	}
	if comment != "" {
		width += 2 + utf8.RuneCountInString(comment)
	}
	return width <= Width
}
