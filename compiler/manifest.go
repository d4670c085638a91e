package compiler

import (
	"fmt"
	"path"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/compiler/ir"
)

// valueVersion is the version of storage values that scenarios read.
const valueVersion = 1

// manifest says what a build is; release and size are filled in by the caller.
func manifest(p *check.Program, machine *ir.Program, modules []string) artifact.Manifest {
	m := artifact.Manifest{
		Version: artifact.ManifestVersion, Flow: machine.Flow, Source: machine.Source.Base(), Language: machine.Language,
		Starts: p.Flow.Starts.Name, Rule: artifact.Rule{Pattern: ".*"}, Modules: modules,
		Sources: sources(p.Flow),
		Config:  []artifact.Setting{}, Stores: []artifact.Store{}, Result: []string{}, Limits: []artifact.Limit{},
		Unverified: append([]string{}, p.Rests...), Certificate: []artifact.Sink{},
	}
	for _, b := range p.Config {
		m.Config = append(m.Config, artifact.Setting{Name: b.Name, Type: b.Type.Required().Public().String(), Digits: digits(b.Type), Default: p.Defaults[b.Name], At: place(b.At)})
	}
	if m.Starts == "api" {
		m.Rule.Pattern = artifact.APIPattern
		m.Args = storeFields(p.Args.Type)
	}
	for _, s := range p.Flow.Stores {
		if ast.Qualified(s.Name) && p.Stores[s.Name].Keys.Max == 0 {
			continue // of a library, and nothing that the flow runs asks it
		}
		m.Stores = append(m.Stores, store(p.Stores[s.Name]))
	}
	m.Result = append(m.Result, p.Result...)
	for _, l := range p.Limits {
		m.Limits = append(m.Limits, artifact.Limit(l))
	}
	for _, s := range p.Sinks {
		m.Certificate = append(m.Certificate, artifact.Sink{At: place(s.At), Sink: s.Sink, Audience: s.Audience, Verdict: s.Verdict})
	}
	return m
}

// sources lists the files that the build depends on, by their paths from the flow's folder.
func sources(f *ast.Flow) []artifact.Source {
	out := make([]artifact.Source, len(f.Sources))
	dir := path.Dir(f.File.Name)
	for i, file := range f.Sources {
		out[i] = artifact.Source{File: from(dir, file.Name), SHA256: artifact.Release([]byte(file.Text))}
	}
	return out
}

// from is the path that leads from a folder to a file. Both are clean.
func from(dir, file string) string {
	up := ""
	for dir != "." && dir != "/" {
		if rest, below := strings.CutPrefix(file, dir+"/"); below {
			return up + rest
		}
		if path.Base(dir) == ".." {
			break
		}
		dir, up = path.Dir(dir), up+"../"
	}
	return up + strings.TrimPrefix(file, "/")
}

// digits are those of money, which a setting is read with.
func digits(t types.Type) int {
	n, _ := types.CurrencyDigits(t.Name)
	return n
}

func place(at source.Span) string {
	from := at.From()
	return fmt.Sprintf("%s:%d:%d", at.File.Base(), from.Line, from.Column)
}

func store(s *check.Store) artifact.Store {
	out := artifact.Store{
		Name: s.Name, Prefix: s.Prefix, Suffix: s.Suffix, Hole: s.Hole, Value: valueVersion,
		Key: artifact.KeyRule{Min: s.Keys.Min, Max: s.Keys.Max, Exact: s.Keys.Exact, Chars: s.Keys.Chars},
	}
	out.Fields = storeFields(s.Type)
	return out
}

// storeFields are the fields of a record that is read from the storage.
func storeFields(t types.Type) []artifact.StoreField {
	var out []artifact.StoreField
	for _, f := range t.Fields {
		out = append(out, artifact.StoreField{Name: f.Name, Type: f.Type.Required().Public().String(), Private: f.Type.Private(), Optional: f.Type.Optional})
	}
	return out
}
