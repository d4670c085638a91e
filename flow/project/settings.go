package project

import (
	"maps"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/types"
)

// Settings checks what every environment gives to the settings of the project's
// flows: that each has a value that it can take, and that nothing is set which no
// flow declares.
func (p *Project) Settings(flows []*check.Program, report *diag.List) {
	for _, e := range p.Environments {
		s := settings{e, report, map[string]bool{}, slices.ContainsFunc(p.Scenarios, func(s Scenario) bool { return strings.HasSuffix(s.File, ".js") })}
		for _, flow := range flows {
			for _, b := range flow.Config {
				s.known[b.Name] = true
				s.setting(flow, b)
			}
		}
		s.unknown()
	}
}

type settings struct {
	Environment
	report *diag.List
	known  map[string]bool
	script bool // there are hand-written scripts, which may read any secret
}

func (s settings) setting(flow *check.Program, b *expr.Binding) {
	text, set := s.Config[b.Name]
	at := s.Places[b.Name]
	_, hidden := s.Secrets[b.Name]
	_, spare := flow.Defaults[b.Name]
	text = strings.TrimSpace(text)
	switch secret := b.Type.Kind == types.Secret; {
	case secret && set:
		s.report.Add(diag.BadValue, at.Value, "`%s` is a secret, and its value does not belong into a file", b.Name).Also(b.At, "declared here").
			Helped("say under `secrets:` where it is found: `%s: {env: %s}`", b.Name, "RINGFLOW_"+upper(b.Name))
	case !secret && hidden:
		s.report.Add(diag.WrongType, at.Name, "`%s` is no secret: the flow `%s` declares a %s", b.Name, flow.Flow.Name.Name, b.Type).Also(b.At, "declared here").
			Helped("set it under `config:`")
	case secret && !hidden, !secret && !set && !spare:
		s.missing(flow, b, secret)
	case !secret && set && !b.Type.Holds(text) && b.Type.Kind != types.Bad:
		s.report.Add(diag.BadValue, at.Value, "this is no value for the setting `%s`", b.Name).Also(b.At, "a %s", b.Type).Helped("it takes %s", types.Takes[b.Type.Kind])
	}
}

// missing reports a setting without a value. One that is meant by a mistyped name
// is reported there.
func (s settings) missing(flow *check.Program, b *expr.Binding, secret bool) {
	for name := range s.Places {
		if diag.Nearest(name, []string{b.Name}) != "" && flow.Setting(name) == nil {
			return
		}
	}
	d := s.report.Add(diag.MissingKey, s.At, "the environment `%s` gives the setting `%s` no value", s.Name, b.Name).Also(b.At, "declared here")
	if secret {
		d.Helped("say under `secrets:` where it is found: `%s: {env: %s}`", b.Name, "RINGFLOW_"+upper(b.Name))
		return
	}
	d.Helped("add `%s:` with %s under `config:`; a default in the flow serves all environments", b.Name, types.Takes[b.Type.Kind])
}

// unknown reports what is set and no flow declares.
func (s settings) unknown() {
	for _, name := range slices.Sorted(maps.Keys(s.Places)) {
		_, hidden := s.Secrets[name]
		if !s.known[name] && !(hidden && s.script) {
			s.report.Add(diag.UnknownName, s.Places[name].Name, "no flow of the project declares the setting `%s`", name).
				Meant(name, slices.Sorted(maps.Keys(s.known)))
		}
	}
}
