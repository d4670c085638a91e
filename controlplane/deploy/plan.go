package deploy

import (
	"slices"

	"github.com/ringflow/ringflow/compiler/artifact"
)

// Action is what a step does.
type Action string

// The actions. Nothing is ever removed.
const (
	Create Action = "create"
	Change Action = "change"
	Bind   Action = "bind"
	Order  Action = "order"
)

// Kind is what a step is about.
type Kind string

// The kinds of resources, in the order of the steps.
const (
	KindApplication Kind = "application"
	KindSecret      Kind = "secret"
	KindScenario    Kind = "scenario"
	KindRule        Kind = "rule"
	KindNumber      Kind = "number"
)

// Step is one change of the platform. It names things and holds no content:
// that is in Desired.
type Step struct {
	Action Action `json:"action"` // create, change, bind or order
	Kind   Kind   `json:"kind"`   // application, secret, scenario, rule or number
	Name   string `json:"name"`   // on the platform
	Why    string `json:"why"`    // what is different, for people
}

// Plan is the way from a state to what is desired.
type Plan struct {
	Application string `json:"application"` // short name
	Account     string `json:"account"`     // name of the account
	Base        string `json:"base"`        // Fingerprint of the state that it starts from
	Steps       []Step `json:"steps"`       // in the order in which they are done; none when all is as it should be
}

// Empty reports whether everything is as desired.
func (p *Plan) Empty() bool { return len(p.Steps) == 0 }

// Make plans. It fails with a *Refusal that lists everything that stands in the way.
func Make(d Desired, s State) (*Plan, error) {
	m := &maker{want: d, have: &s, plan: &Plan{Application: d.Application, Account: s.Account.AccountName, Base: s.Fingerprint(), Steps: []Step{}}}
	m.references()
	m.application()
	m.secrets()
	m.scenarios()
	m.rules()
	m.numbers()
	if len(m.problems) > 0 {
		return nil, &Refusal{m.problems}
	}
	return m.plan, nil
}

// maker compares and notes.
type maker struct {
	want     Desired
	have     *State
	plan     *Plan
	problems []Problem
}

func (m *maker) step(a Action, k Kind, name, why string) {
	m.plan.Steps = append(m.plan.Steps, Step{a, k, name, why})
}

func (m *maker) problem(code string, k Kind, name, found, way string) {
	m.problems = append(m.problems, Problem{code, string(k) + " " + name, found, way})
}

// references checks that rules and numbers name what is desired too.
func (m *maker) references() {
	var scenarios, rules []string
	for _, s := range m.want.Scenarios {
		scenarios = append(scenarios, s.Name)
	}
	for _, r := range m.want.Rules {
		rules = append(rules, r.Name)
		for _, name := range r.Scenarios {
			if !slices.Contains(scenarios, name) {
				m.problem(codeReference, KindRule, r.Name, "there is no scenario "+name, "name one of the project's scenarios")
			}
		}
		if len(r.Scenarios) == 0 {
			m.problem(codeReference, KindRule, r.Name, "it has no scenario", "name at least one of the project's scenarios")
		}
	}
	for _, n := range m.want.Numbers {
		if n.Rule != "" && !slices.Contains(rules, n.Rule) {
			m.problem(codeReference, KindNumber, n.Digits, "there is no rule "+n.Rule, "name one of the project's rules")
		}
		if r := first(m.want.Rules, func(r Rule) bool { return r.Name == n.Rule }); r.Pattern == artifact.APIPattern {
			m.problem(codeReference, KindNumber, n.Digits, "the rule "+n.Rule+" takes no calls: the API starts it", "name the rule of a flow that starts: incoming, or none")
		}
	}
}
