// Package graph draws machines for people: each block of a flow is a lane with
// its steps from the top to the bottom, and the outcomes stand on the edges.
// Mermaid and DOT are for other tools, SVG is laid out here. Pure: the same text
// for the same machine.
package graph

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/compiler/ir"
)

// Graph is a machine as it is drawn.
type Graph struct {
	Name  string
	Lanes []Lane
}

// Lane is main, finally or a block.
type Lane struct {
	Name  string
	Nodes []Node
}

// Node is a step. A hang-up with a last prompt is one step, though the machine has two.
type Node struct {
	ID    string // of the state
	Verb  string
	About string // what tells it apart from other steps of its verb
	Shape Shape
	Runs  string   // the block that it runs
	Notes []string // outcomes at which something is noted while the step goes on
	Edges []Edge
}

// Shape says what kind of step a node is.
type Shape int

// The shapes of nodes.
const (
	Plain  Shape = iota
	Choice       // it decides by conditions or by keys
	Leg          // another call
	Last         // the call ends here
)

// Edge leads to another step of the lane. To is "" when the call ends there.
type Edge struct {
	Label string // the outcomes; "" when every outcome leads there
	To    string
}

// Of makes the graph of a machine.
func Of(p *ir.Program) Graph {
	g := Graph{Name: p.Flow}
	hidden := lastWords(p)
	for _, s := range p.States {
		if hidden[s.ID] {
			continue
		}
		name, _, _ := strings.Cut(s.ID, "/")
		i := slices.IndexFunc(g.Lanes, func(l Lane) bool { return l.Name == name })
		if i < 0 {
			g.Lanes = append(g.Lanes, Lane{Name: name})
			i = len(g.Lanes) - 1
		}
		g.Lanes[i].Nodes = append(g.Lanes[i].Nodes, node(s, hidden))
	}
	return g
}

// lastWords are the hang-ups that belong to a last prompt.
func lastWords(p *ir.Program) map[string]bool {
	out := map[string]bool{}
	for _, s := range p.States {
		if _, ok := s.Effect.(ir.HangUp); ok && strings.HasSuffix(s.ID, "/end") {
			out[s.ID] = true
		}
	}
	return out
}

func node(s *ir.State, hidden map[string]bool) Node {
	n := Node{ID: s.ID}
	n.Verb, n.About, _ = strings.Cut(s.ID[strings.LastIndexByte(s.ID, '/')+1:], ".")
	switch e := s.Effect.(type) {
	case *ir.Branch:
		n.Shape, n.About = Choice, "" // the conditions stand on the edges
	case *ir.Collect, *ir.Listen, *ir.Pick:
		n.Shape = Choice
	case *ir.Connect, *ir.Reach, *ir.Dial:
		n.Shape = Leg
	case ir.HangUp, ir.Reject:
		n.Shape = Last
	case *ir.Run:
		n.Runs = e.Block
	case *ir.Do:
		if strings.HasSuffix(s.ID, "/as") { // what a block has given
			n.About = strings.Join(ir.Written(s), ", ")
		}
	case ir.Return:
		n.Verb, n.About = "return", ""
	}
	for _, h := range s.Hooks {
		n.Notes = append(n.Notes, h.Outcome)
	}
	if len(s.Left) > 0 {
		n.Notes = append(n.Notes, "caller_left")
	}
	for _, e := range s.Edges {
		if hidden[e.To] {
			n.Shape = Last
			continue
		}
		n.edge(label(s.Effect, e.Outcome), e.To)
	}
	if len(n.Edges) == 1 {
		n.Edges[0].Label = ""
	}
	return n
}

// edge adds an outcome; outcomes that lead to one place share an edge.
func (n *Node) edge(label, to string) {
	if to == ir.End {
		to = ""
	}
	for i, e := range n.Edges {
		if e.To == to {
			n.Edges[i].Label += " | " + label
			return
		}
	}
	n.Edges = append(n.Edges, Edge{label, to})
}

// label is an outcome as people write it: a condition, a key, or its name.
func label(effect ir.Effect, outcome string) string {
	switch e := effect.(type) {
	case *ir.Branch:
		for _, c := range e.Cases {
			if c.Outcome == outcome {
				return strings.Join(strings.Fields(c.When.At.Text()), " ")
			}
		}
	case *ir.Collect:
		return keyOr(outcome, e.Exits)
	case *ir.Listen:
		return keyOr(outcome, e.Exits)
	case *ir.Pick:
		return keyOr(outcome, e.Exits)
	}
	return outcome
}

// title is the node's one line.
func (n Node) title() string { return strings.TrimSpace(n.Verb + " " + n.About) }

func keyOr(outcome string, exits []string) string {
	if slices.Contains(exits, outcome) {
		return "key " + outcome
	}
	return outcome
}

// noteLines say at which outcomes something is noted, a few on a line.
func (n Node) noteLines() []string {
	const most = 34 // letters
	var out []string
	for i, note := range n.Notes {
		switch {
		case i == 0:
			out = append(out, "notes at "+note)
		case len(out[len(out)-1])+len(note)+2 > most:
			out[len(out)-1] += ","
			out = append(out, note)
		default:
			out[len(out)-1] += ", " + note
		}
	}
	return out
}
