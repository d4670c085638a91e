package project_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/project"
	"github.com/ringflow/ringflow/flow/source"
)

// TestGolden shows, for every project of testdata, what was read and what is said of it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/[^k]*.yaml")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			var report diag.List
			p := project.Read(os.DirFS("testdata"), filepath.Base(name), &report)
			var w strings.Builder
			if err := diag.WriteText(&w, report.Sorted(), nil); err != nil {
				t.Fatal(err)
			}
			if p != nil && !report.Failed() {
				strip(p)
				raw, err := json.MarshalIndent(p, "", "  ")
				if err != nil {
					t.Fatal(err)
				}
				w.Write(append(raw, '\n'))
			}
			golden.Check(t, strings.TrimSuffix(name, ".yaml")+".out", w.String())
		})
	}
}

// strip removes places, which say nothing in a golden.
func strip(p *project.Project) {
	for i := range p.Scenarios {
		p.Scenarios[i].At = source.Span{}
	}
	for i := range p.Rules {
		p.Rules[i].At = source.Span{}
	}
	for i := range p.Environments {
		p.Environments[i].At = source.Span{}
	}
}

func TestEnvironment(t *testing.T) {
	p := &project.Project{Environments: []project.Environment{{Name: "test"}, {Name: "prod"}}}
	if e, ok := p.Environment("prod"); !ok || e.Name != "prod" {
		t.Error("prod is not found")
	}
	if _, ok := p.Environment(""); ok {
		t.Error("of two environments none is the one that is meant")
	}
	p.Environments = p.Environments[:1]
	if e, ok := p.Environment(""); !ok || e.Name != "test" {
		t.Error("the only environment is the one that is meant")
	}
}
