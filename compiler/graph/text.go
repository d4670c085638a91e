package graph

import (
	"fmt"
	"strings"
)

// Mermaid writes the graph as a Mermaid flowchart.
func Mermaid(g Graph) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\n---\nflowchart TD\n", g.Name)
	ids := number(g)
	for i, l := range g.Lanes {
		fmt.Fprintf(&b, "  subgraph lane%d[\"%s\"]\n    direction TB\n", i+1, mermaidText(l.Name))
		for _, n := range l.Nodes {
			open, shut := `["`, `"]`
			switch n.Shape {
			case Choice:
				open, shut = `{{"`, `"}}`
			case Leg:
				open, shut = `[["`, `"]]`
			case Last:
				open, shut = `(["`, `"])`
			}
			fmt.Fprintf(&b, "    %s%s%s%s\n", ids[n.ID], open, strings.Join(n.texts(mermaidText), "<br/>"), shut)
		}
		b.WriteString("  end\n")
	}
	ends := 0
	for _, l := range g.Lanes {
		for _, n := range l.Nodes {
			for _, e := range n.Edges {
				to := ids[e.To]
				if e.To == "" {
					ends++
					to = fmt.Sprintf("end%d((\" \"))", ends)
				}
				if e.Label == "" {
					fmt.Fprintf(&b, "  %s --> %s\n", ids[n.ID], to)
				} else {
					fmt.Fprintf(&b, "  %s -->|\"%s\"| %s\n", ids[n.ID], mermaidText(e.Label), to)
				}
			}
			if entry := g.entry(n.Runs); entry != "" {
				fmt.Fprintf(&b, "  %s -.-> %s\n", ids[n.ID], ids[entry])
			}
		}
	}
	return b.String()
}

// mermaidText escapes what Mermaid reads as its own.
func mermaidText(s string) string {
	return strings.NewReplacer("#", "#35;", `"`, "#quot;", "<", "#lt;", ">", "#gt;", "&", "#amp;", "|", "#124;", "\n", " ").Replace(s)
}

// DOT writes the graph for Graphviz.
func DOT(g Graph) string {
	var b strings.Builder
	fmt.Fprintf(&b, "digraph %q {\n  label=%q; labelloc=t; fontname=\"sans-serif\"\n", g.Name, g.Name)
	b.WriteString("  node [shape=box, style=rounded, fontname=\"sans-serif\"]; edge [fontname=\"sans-serif\", fontsize=11]\n")
	ids := number(g)
	for i, l := range g.Lanes {
		fmt.Fprintf(&b, "  subgraph cluster_%d {\n    label=%q; style=filled; color=\"#f1f3f5\"\n", i+1, l.Name)
		for _, n := range l.Nodes {
			extra := ""
			switch n.Shape {
			case Choice:
				extra = ", shape=hexagon, style=solid"
			case Leg:
				extra = ", peripheries=2"
			case Last:
				extra = ", shape=oval, style=solid"
			}
			fmt.Fprintf(&b, "    %s [label=%q%s]\n", ids[n.ID], strings.Join(n.texts(func(s string) string { return s }), "\n"), extra)
		}
		b.WriteString("  }\n")
	}
	ends := 0
	for _, l := range g.Lanes {
		for _, n := range l.Nodes {
			for _, e := range n.Edges {
				to := ids[e.To]
				if e.To == "" {
					ends++
					to = fmt.Sprintf("end%d", ends)
					fmt.Fprintf(&b, "  %s [label=\"\", shape=doublecircle, style=solid, width=0.15]\n", to)
				}
				fmt.Fprintf(&b, "  %s -> %s", ids[n.ID], to)
				if e.Label != "" {
					fmt.Fprintf(&b, " [label=%q]", e.Label)
				}
				b.WriteByte('\n')
			}
			if entry := g.entry(n.Runs); entry != "" {
				fmt.Fprintf(&b, "  %s -> %s [style=dashed]\n", ids[n.ID], ids[entry])
			}
		}
	}
	b.WriteString("}\n")
	return b.String()
}

// texts are the lines of a node: what it is, and at which outcomes it notes.
func (n Node) texts(escape func(string) string) []string {
	out := []string{escape(n.title())}
	for _, line := range n.noteLines() {
		out = append(out, escape(line))
	}
	return out
}

// number gives every node a short id.
func number(g Graph) map[string]string {
	out := map[string]string{}
	for _, l := range g.Lanes {
		for _, n := range l.Nodes {
			out[n.ID] = fmt.Sprintf("n%d", len(out)+1)
		}
	}
	return out
}

// entry is the first step of a block.
func (g Graph) entry(block string) string {
	for _, l := range g.Lanes {
		if l.Name == block && len(l.Nodes) > 0 {
			return l.Nodes[0].ID
		}
	}
	return ""
}
