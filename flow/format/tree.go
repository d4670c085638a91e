package format

import (
	"math"

	"github.com/ringflow/ringflow/flow/source"
)

// node is a node of the file with the comments that belong into it.
type node struct {
	*source.Node
	kids []*kid
	foot []comment // on lines of their own, behind the last kid
}

// kid is an entry of a mapping or an item of a list.
type kid struct {
	key   *source.Node // nil for an item
	value *node
	lead  []comment // on lines of their own, above it
	head  *comment  // behind the key, above a value with lines of its own
	tail  *comment  // behind the value, on its last line
	blank bool      // an empty line stands above it, below its lead
}

// attach gives every comment a place in the tree: in front of, behind or at the
// end of what it stands beside. The file as a whole is a kid.
func attach(root *source.Node) *kid {
	a := &attacher{file: root.Span.File, rest: comments(root)}
	whole := &kid{}
	a.fill(whole, root)
	last := whole
	for _, c := range a.take(math.MaxInt) {
		a.behind(last, c, 0)
	}
	return whole
}

type attacher struct {
	file *source.File
	rest []comment
}

// take returns the comments in front of an offset that have no place yet.
func (a *attacher) take(offset int) []comment {
	i := 0
	for i < len(a.rest) && a.rest[i].at < offset {
		i++
	}
	out := a.rest[:i]
	a.rest = a.rest[i:]
	return out
}

// fill builds the value of a kid. Comments above the value belong to its first
// kid when it has kids, else to the kid itself.
func (a *attacher) fill(k *kid, value *source.Node) {
	k.value = &node{Node: value}
	var above []comment
	for _, c := range a.take(value.Span.Start) {
		if c.own {
			above = append(above, c)
		} else {
			k.heading(c)
		}
	}
	a.kids(k)
	if len(k.value.kids) > 0 {
		first := k.value.kids[0]
		first.lead = append(above, first.lead...)
	} else {
		k.lead = append(k.lead, above...)
	}
	if value.Kind == source.Scalar || value.Flow {
		for _, c := range a.take(value.Span.End) {
			a.atEnd(k, c)
		}
	}
}

// atEnd places a comment in front of the closing bracket of a value, or in the
// header of a block scalar.
func (a *attacher) atEnd(k *kid, c comment) {
	n := k.value
	switch {
	case len(n.kids) == 0:
		k.trailing(c)
	case !c.own && a.endLine(n.kids[len(n.kids)-1]) == c.line:
		n.kids[len(n.kids)-1].trailing(c)
	default:
		n.foot = append(n.foot, c)
	}
}

func (a *attacher) kids(k *kid) {
	n := k.value
	for _, item := range n.Items {
		a.kid(k, &kid{}, item.Span.Start, item)
	}
	for _, e := range n.Entries {
		a.kid(k, &kid{key: e.Key}, e.Key.Span.Start, e.Value)
	}
}

func (a *attacher) kid(parent, k *kid, start int, value *source.Node) {
	n := parent.value
	for _, c := range a.take(start) {
		switch {
		case len(n.kids) > 0:
			a.between(n, n.kids[len(n.kids)-1], k, c)
		case c.own:
			k.lead = append(k.lead, c)
		default:
			parent.heading(c)
		}
	}
	k.blank = blankAbove(a.file, a.file.Pos(start).Line)
	n.kids = append(n.kids, k)
	a.fill(k, value)
}

// between places a comment between two kids.
func (a *attacher) between(n *node, before, next *kid, c comment) {
	switch {
	case !c.own && a.endLine(before) == c.line:
		a.deepest(before).trailing(c)
	case c.own && !n.Flow && len(next.lead) == 0 && a.sink(before, c, a.column(n)):
	default:
		next.lead = append(next.lead, c)
	}
}

// behind places a comment behind everything.
func (a *attacher) behind(k *kid, c comment, column int) {
	switch {
	case !c.own && a.endLine(k) == c.line:
		a.deepest(k).trailing(c)
	case !a.sink(k, c, column):
		k.lead = append(k.lead, c)
	}
}

// sink places a comment at the end of the innermost block that its indentation
// reaches; false when it is not indented deeper than the column.
func (a *attacher) sink(k *kid, c comment, column int) bool {
	n := k.value
	if c.column <= column || n.Flow || len(n.kids) == 0 {
		return false
	}
	if !a.sink(n.kids[len(n.kids)-1], c, a.column(n)) {
		n.foot = append(n.foot, c)
	}
	return true
}

// column is where the kids of a block stand.
func (a *attacher) column(n *node) int { return n.Span.From().Column }

// deepest returns the kid that ends where a kid ends.
func (a *attacher) deepest(k *kid) *kid {
	for !k.value.Flow && len(k.value.kids) > 0 {
		k = k.value.kids[len(k.value.kids)-1]
	}
	return k
}

// endLine is the line of the last character of a kid.
func (a *attacher) endLine(k *kid) int {
	end := k.value.Span.End
	if k.value.Kind == source.Null && k.key != nil {
		end = k.key.Span.End
	}
	return a.file.Pos(end).Line
}

// heading and trailing keep one comment on a line; another one goes above.
func (k *kid) heading(c comment) {
	if k.head == nil {
		k.head = &c
	} else {
		k.lead = append(k.lead, c)
	}
}

func (k *kid) trailing(c comment) {
	if k.tail == nil {
		k.tail = &c
	} else {
		k.lead = append(k.lead, c)
	}
}
