package graph

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode/utf8"
)

// Sizes in the drawing, in pixels.
const (
	boxWidth  = 230
	lineHigh  = 18 // one line of text
	gap       = 26 // between boxes
	margin    = 24
	trackWide = 12  // between lines that run beside each other
	letter    = 6.6 // the width of a letter of edge labels, on the wide side
)

// SVG draws the graph: a lane beside the other, steps below each other, and the
// ways that do not lead to the next step on tracks at the right of their lane.
func SVG(g Graph) string {
	var body strings.Builder
	x, high := margin, 0
	for _, l := range g.Lanes {
		d := lay(l)
		d.draw(&body, x)
		x += d.width + margin
		high = max(high, d.high)
	}
	width, height := x, high+2*margin
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
<title>%s</title>
<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#495057"/></marker></defs>
<rect width="100%%" height="100%%" fill="#ffffff"/>
%s</svg>
`, width, height, width, height, html.EscapeString(g.Name), body.String())
}

// drawing is a lane with its places.
type drawing struct {
	Lane
	tops   []int // of the boxes
	highs  []int
	ways   []way
	labels int // the width of the labels at the right of the boxes
	width  int
	high   int
}

// way is an edge that is drawn at the right.
type way struct {
	label    string
	from, to int // y; to is -1 when the call ends
	track    int
}

func lay(l Lane) *drawing {
	d := &drawing{Lane: l}
	y := margin + 34
	for i, n := range l.Nodes {
		sides := len(d.sides(i))
		d.tops = append(d.tops, y)
		d.highs = append(d.highs, max(30, 12+lineHigh*max(lines(n), sides)))
		y += d.highs[i] + gap
	}
	d.high = y
	for i := range l.Nodes {
		for k, e := range d.sides(i) {
			w := way{e.Label, d.tops[i] + 24 + k*lineHigh, -1, 0}
			if e.To != "" {
				w.to = d.tops[d.index(e.To)] + 5
			}
			d.ways = append(d.ways, w)
			d.labels = max(d.labels, int(letter*float64(utf8.RuneCountInString(e.Label)))+22)
		}
	}
	tracks := d.assign()
	d.width = margin + boxWidth + max(d.labels+tracks*trackWide+12, d.below()-boxWidth/2)
	return d
}

// below is the room that labels between boxes take, from the middle of a box.
func (d *drawing) below() int {
	most := 0
	for i, n := range d.Nodes {
		for _, e := range n.Edges {
			if d.next(i, e) {
				most = max(most, int(letter*float64(utf8.RuneCountInString(e.Label)))+20)
			}
		}
	}
	return most
}

// lines is how many lines of text a box has.
func lines(n Node) int { return 1 + len(n.noteLines()) }

// sides are the edges that do not simply lead to the next box.
func (d *drawing) sides(i int) []Edge {
	var out []Edge
	for _, e := range d.Nodes[i].Edges {
		if !d.next(i, e) {
			out = append(out, e)
		}
	}
	return out
}

func (d *drawing) next(i int, e Edge) bool {
	return i+1 < len(d.Nodes) && d.Nodes[i+1].ID == e.To
}

func (d *drawing) index(id string) int {
	return slices.IndexFunc(d.Nodes, func(n Node) bool { return n.ID == id })
}

// assign gives ways that overlap tracks of their own, short ones inside.
func (d *drawing) assign() int {
	order := make([]int, 0, len(d.ways))
	for i, w := range d.ways {
		if w.to >= 0 {
			order = append(order, i)
		}
	}
	long := func(i int) int { return max(d.ways[i].to-d.ways[i].from, d.ways[i].from-d.ways[i].to) }
	slices.SortStableFunc(order, func(a, b int) int { return long(a) - long(b) })
	var taken [][][2]int
	for _, i := range order {
		low, high := min(d.ways[i].from, d.ways[i].to), max(d.ways[i].from, d.ways[i].to)
		t := slices.IndexFunc(taken, func(track [][2]int) bool {
			return !slices.ContainsFunc(track, func(s [2]int) bool { return low <= s[1] && s[0] <= high })
		})
		if t < 0 {
			t = len(taken)
			taken = append(taken, nil)
		}
		taken[t] = append(taken[t], [2]int{low, high})
		d.ways[i].track = t
	}
	return len(taken)
}

func (d *drawing) draw(w *strings.Builder, x int) {
	fmt.Fprintf(w, "<g>\n<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#f8f9fa\" stroke=\"#dee2e6\"/>\n", x, margin, d.width, d.high-margin)
	text(w, x+margin/2, margin+20, "font-weight=\"bold\"", d.Name)
	left := x + margin/2
	for i, n := range d.Nodes {
		d.box(w, left, i, n)
		for _, e := range n.Edges {
			if d.next(i, e) {
				middle := left + boxWidth/2
				fmt.Fprintf(w, "<path d=\"M%d %dV%d\" stroke=\"#495057\" marker-end=\"url(#tip)\"/>\n", middle, d.tops[i]+d.highs[i], d.tops[i+1])
				text(w, middle+8, d.tops[i]+d.highs[i]+17, small, e.Label)
			}
		}
	}
	right := left + boxWidth
	for _, way := range d.ways {
		track := right + d.labels + way.track*trackWide
		if way.to < 0 {
			fmt.Fprintf(w, "<path d=\"M%d %dH%d\" stroke=\"#495057\"/><circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#495057\"/>\n", right, way.from, right+d.labels-8, right+d.labels-8, way.from)
		} else {
			fmt.Fprintf(w, "<path d=\"M%d %dH%dV%dH%d\" fill=\"none\" stroke=\"#495057\" stroke-linejoin=\"round\" marker-end=\"url(#tip)\"/>\n", right, way.from, track, way.to, right)
		}
		text(w, right+6, way.from-4, small, way.label)
	}
	w.WriteString("</g>\n")
}

const small = `font-size="11" fill="#495057"`

// box draws one step.
func (d *drawing) box(w *strings.Builder, x, i int, n Node) {
	fill, stroke, round := "#ffffff", "#868e96", 4
	switch n.Shape {
	case Choice:
		fill, stroke = "#fff9db", "#e67700"
	case Leg:
		fill, stroke = "#e7f5ff", "#1864ab"
	case Last:
		fill, stroke, round = "#fff5f5", "#c92a2a", 15
	}
	if n.Runs != "" {
		fill, stroke = "#ebfbee", "#2b8a3e"
	}
	fmt.Fprintf(w, "<g><title>%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"%s\"/>\n", html.EscapeString(n.ID), x, d.tops[i], boxWidth, d.highs[i], round, fill, stroke)
	text(w, x+10, d.tops[i]+20, "", clip(n.title()))
	for k, line := range n.noteLines() {
		text(w, x+10, d.tops[i]+20+(k+1)*lineHigh, small, line)
	}
	w.WriteString("</g>\n")
}

// clip keeps a text inside its box; the whole id is the box's tooltip.
func clip(s string) string {
	const most = 32
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

func text(w *strings.Builder, x, y int, style, s string) {
	if s != "" {
		fmt.Fprintf(w, "<text x=\"%d\" y=\"%d\" %s>%s</text>\n", x, y, style, html.EscapeString(s))
	}
}
