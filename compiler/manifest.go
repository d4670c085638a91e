package compiler

import (
	"fmt"

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
		Config: []artifact.Setting{}, Stores: []artifact.Store{}, Result: []string{}, Limits: []artifact.Limit{},
		Unverified: append([]string{}, p.Rests...), Certificate: []artifact.Sink{},
	}
	for _, b := range p.Config {
		m.Config = append(m.Config, artifact.Setting{Name: b.Name, Type: b.Type.Required().Public().String(), Digits: digits(b.Type), At: place(b.At)})
	}
	for _, s := range p.Flow.Stores {
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
	for _, f := range s.Type.Fields {
		out.Fields = append(out.Fields, artifact.StoreField{Name: f.Name, Type: f.Type.Required().Public().String(), Private: f.Type.Private(), Optional: f.Type.Optional})
	}
	return out
}
