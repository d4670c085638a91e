package deploy

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/controlplane/voximplant"
)

func (m *maker) rules() {
	current := m.have.ruleNames()
	for _, w := range m.want.Rules {
		if m.have.rule(w.Name).RuleID == 0 {
			current = append(current, w.Name) // where the platform puts it
		}
		m.rule(w)
	}
	if order := m.want.ruleOrder(current); !slices.Equal(order, current) {
		m.step(Order, KindRule, strings.Join(order, ", "), "the first rule that matches a number takes the call")
	}
}

func (m *maker) rule(w Rule) {
	if n := len([]rune(w.Name)); n < 1 || n > maxRuleName {
		m.problem(codeName, KindRule, w.Name, fmt.Sprintf("the name has %d characters", n), fmt.Sprintf("choose a name of 1 to %d", maxRuleName))
		return
	}
	there := m.have.rule(w.Name)
	if there.RuleID == 0 {
		m.step(Create, KindRule, w.Name, w.does())
		return
	}
	if !m.ownRule(there) {
		return
	}
	if was, is := patterns(there.RulePattern, there.RulePatternExclude), patterns(w.Pattern, w.Exclude); was != is {
		m.step(Change, KindRule, w.Name, fmt.Sprintf("numbers like %s instead of %s", is, was))
	}
	switch bound := names(there.Scenarios); {
	case bound == "":
		m.step(Bind, KindRule, w.Name, "it runs nothing and is to run "+strings.Join(w.Scenarios, ", "))
	case bound != strings.Join(w.Scenarios, ", "):
		m.problem(codeRuleList, KindRule, w.Name, fmt.Sprintf("it runs %s, wanted %s", bound, strings.Join(w.Scenarios, ", ")),
			"give the rule another name, so that no call meets half of both lists, and remove the old one afterwards")
	}
}

// does says what a rule is there for.
func (r Rule) does() string {
	runs := strings.Join(r.Scenarios, ", ")
	if r.Pattern == artifact.APIPattern {
		return "the API starts " + runs + ", and no number does"
	}
	return fmt.Sprintf("numbers like %s run %s", r.Pattern, runs)
}

// excludesNothing is the pattern of a rule that excludes no number any more: the
// platform takes an empty parameter for one that is not given.
const excludesNothing = "^$"

func patterns(pattern, exclude string) string {
	if exclude == "" || exclude == excludesNothing {
		return pattern
	}
	return pattern + " without " + exclude
}

// ownRule reports whether a rule is ours. A rule has no place for a name of its
// owner: it is ours when all that it runs is ours.
func (m *maker) ownRule(there voximplant.RuleInfo) bool {
	if m.want.Adopt {
		return true
	}
	for _, s := range there.Scenarios {
		if h, _, ours := splitHeader([]byte(m.have.scenario(s.ScenarioName).ScenarioScript)); !ours || !m.want.owned(h) {
			m.problem(codeForeign, KindRule, there.RuleName, "a rule of this name is there and runs "+s.ScenarioName+", which is not of this project",
				"choose another name, or take it over with --adopt")
			return false
		}
	}
	return true
}

// ruleNames are the names of the rules that are there, in their order.
func (s *State) ruleNames() (out []string) {
	for _, r := range s.Rules {
		out = append(out, r.RuleName)
	}
	return out
}

// ruleOrder is the order that rules should have: those desired among each other
// as desired, every other rule where it is.
func (d Desired) ruleOrder(current []string) []string {
	var ours []string
	for _, w := range d.Rules {
		if slices.Contains(current, w.Name) {
			ours = append(ours, w.Name)
		}
	}
	order, next := slices.Clone(current), 0
	for i, name := range order {
		if slices.Contains(ours, name) {
			order[i] = ours[next]
			next++
		}
	}
	return order
}

func (a *applier) rule(ctx context.Context, s Step) error {
	w := first(a.want.Rules, func(r Rule) bool { return r.Name == s.Name })
	there := a.have.rule(s.Name)
	switch s.Action {
	case Create:
		made, err := a.client.Rules.AddRule(ctx, voximplant.AddRuleParams{
			ApplicationID: a.have.Application.ApplicationID, RuleName: w.Name, RulePattern: w.Pattern, RulePatternExclude: w.Exclude, ScenarioID: a.scenarioIDs(w),
		})
		a.have.Rules = append(a.have.Rules, voximplant.RuleInfo{RuleID: made.RuleID, RuleName: w.Name})
		return err
	case Change:
		return a.client.Rules.SetRuleInfo(ctx, voximplant.SetRuleInfoParams{
			RuleID: there.RuleID, RulePattern: w.Pattern, RulePatternExclude: cmp.Or(w.Exclude, excludesNothing),
		})
	case Bind:
		return a.client.Scenarios.BindScenario(ctx, voximplant.BindScenarioParams{ScenarioID: a.scenarioIDs(w), RuleID: there.RuleID})
	default:
		return a.orderRules(ctx)
	}
}

func (a *applier) scenarioIDs(r Rule) (ids []int64) {
	for _, name := range r.Scenarios {
		ids = append(ids, a.have.scenario(name).ScenarioID)
	}
	return ids
}

func (a *applier) orderRules(ctx context.Context) error {
	var ids []int64
	for _, name := range a.want.ruleOrder(a.have.ruleNames()) {
		ids = append(ids, a.have.rule(name).RuleID)
	}
	return a.client.Rules.ReorderRules(ctx, voximplant.ReorderRulesParams{RuleID: ids})
}
