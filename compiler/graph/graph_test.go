package graph_test

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/compiler/graph"
	"github.com/ringflow/ringflow/compiler/lower"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/parse"
)

func graphOf(t *testing.T, file string) graph.Graph {
	t.Helper()
	var report diag.List
	f := parse.Flow(os.DirFS(filepath.Dir(file)), filepath.Base(file), &report)
	if f == nil {
		t.Fatal(file)
	}
	p := check.Flow(f, &report)
	if report.Failed() {
		t.Fatal(report.Sorted()[0].Message)
	}
	return graph.Of(lower.Program(p))
}

// TestGolden draws the masking example and a flow with a block that comes back.
func TestGolden(t *testing.T) {
	for name, file := range map[string]string{
		"masking": "../../examples/01-number-masking/kvs-scenario.flow.yaml",
		"office":  "testdata/office.flow.yaml",
	} {
		g := graphOf(t, file)
		golden.Check(t, filepath.Join("testdata", name+".mmd"), graph.Mermaid(g))
		golden.Check(t, filepath.Join("testdata", name+".dot"), graph.DOT(g))
		golden.Check(t, filepath.Join("testdata", name+".svg"), graph.SVG(g))
	}
}

// TestEveryStepIsDrawn: each step that the machine has is in the drawing, and
// every edge leads to a step of its lane or to the end of the call.
func TestEveryStepIsDrawn(t *testing.T) {
	g := graphOf(t, "testdata/office.flow.yaml")
	svg := graph.SVG(g)
	for _, l := range g.Lanes {
		in := map[string]bool{"": true}
		for _, n := range l.Nodes {
			in[n.ID] = true
			if !strings.Contains(svg, "<title>"+strings.ReplaceAll(n.ID, "'", "&#39;")+"</title>") {
				t.Errorf("%s is not drawn", n.ID)
			}
		}
		for _, n := range l.Nodes {
			for _, e := range n.Edges {
				if !in[e.To] {
					t.Errorf("%s leads out of its lane to %s", n.ID, e.To)
				}
			}
		}
	}
	for dec := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("the drawing is no XML: %v", err)
		}
	}
}
