package platform

import (
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// maxRuleName is the longest name of a rule: less than 100 characters by the
// documentation.
const maxRuleName = 99

// readRule reads what a rule consists of; what is not given stays.
func (r *request) readRule(rule *store.Rule) {
	r.into(&rule.Name, "rule_name", wire.AtMost(maxRuleName, wire.InvalidRuleName))
	r.into(&rule.Pattern, "rule_pattern",
		wire.BytesBelow(maxPattern, wire.InvalidRulePattern), patternCheck(wire.InvalidRulePattern))
	r.into(&rule.Exclude, "rule_pattern_exclude",
		wire.BytesBelow(maxPattern, wire.InvalidRulePatternExclude), patternCheck(wire.InvalidRulePatternExclude))
	r.into(&rule.BindKeyID, "bind_key_id")
	rule.VideoConference = r.Flag("video_conference", rule.VideoConference)
	rule.Modified = r.now.Unix()
	r.checkRule(*rule)
}

func (r *request) checkRule(rule store.Rule) {
	for _, other := range r.tx.RulesNamed(rule.Name, rule.Application) {
		if other.ID != rule.ID {
			r.Report(wire.Fail(wire.DuplicateRuleName, "the application already has a rule of this name"))
		}
	}
	if _, found := r.tx.ServiceKey(rule.BindKeyID); rule.BindKeyID != "" && !found {
		r.Report(wire.Fail(wire.InvalidKeyID, "the account has no service account key of the id in 'bind_key_id'"))
	}
}

type ruleReply struct {
	Result int   `json:"result"`
	ID     int64 `json:"rule_id"`
}

// addRule appends a rule to those of the application and binds scenarios in the
// order given.
func addRule(r *request) any {
	r.Need("rule_name", "rule_pattern")
	rule := store.Rule{Application: r.application().ID}
	r.readRule(&rule)
	scenarios := choose(r, scenarioKind(), r.tx.Scenarios())
	if r.Failed() {
		return nil
	}
	rule.ID = r.tx.AddRule(rule)
	r.bind(rule, scenarios)
	return ruleReply{1, rule.ID}
}

func setRuleInfo(r *request) any {
	if r.NeedID("rule_id"); r.Failed() {
		return nil
	}
	rule := r.ruleByID(r.ID("rule_id"))
	r.readRule(&rule)
	if r.Failed() {
		return nil
	}
	r.tx.SetRule(rule)
	return ok()
}

// ruleByID finds one by its id, which is 0 when it could not be read.
func (r *request) ruleByID(id int64) store.Rule {
	rule, found := r.tx.Rule(id)
	if !found && id != 0 {
		r.Report(wire.Fail(wire.InvalidRuleID, "the account has no rule %d", id))
	}
	return rule
}

// ruleByName looks in one application, or in all (0): then the name must be
// that of a single rule.
func (r *request) ruleByName(name string, application int64) (rule store.Rule) {
	found := r.tx.RulesNamed(name, application)
	switch len(found) {
	case 1:
		return found[0]
	case 0:
		r.Report(wire.Fail(wire.InvalidRuleName, "there is no rule of the name in 'rule_name'"))
	default:
		r.Report(wire.Fail(wire.InvalidRuleName, "several applications have a rule of the name in 'rule_name'; give the rule_id or the application"))
	}
	return rule
}

// rule finds the rule that rule_id or rule_name names; the id wins.
func (r *request) rule(application int64) store.Rule {
	rule, given := r.optionalRule(application)
	if !given {
		r.Report(wire.Fail(wire.RequiredIsEmpty, "the parameter 'rule_id' or 'rule_name' is required"))
	}
	return rule
}

func (r *request) optionalRule(application int64) (rule store.Rule, given bool) {
	name := r.Text("rule_name")
	switch {
	case r.HasID("rule_id"):
		rule = r.ruleByID(r.ID("rule_id"))
	case name != "":
		rule = r.ruleByName(name, application)
	default:
		return rule, false
	}
	if rule.ID != 0 && application != 0 && rule.Application != application {
		r.Report(wire.Fail(wire.InvalidRuleID, "the rule %d belongs to another application", rule.ID))
	}
	return rule, true
}

// delRule removes rules by ids ("all" for every one) or names, of the
// applications that are named or of all.
func delRule(r *request) any {
	apps := chooseOrAll(r, r.applicationKind(), r.tx.Applications())
	var rules []store.Rule
	for _, app := range apps {
		rules = append(rules, r.tx.Rules(app.ID)...)
	}
	for _, rule := range chooseSome(r, ruleKind(), rules) {
		r.tx.DelRule(rule.ID)
	}
	return ok()
}

func ruleKind() kind[store.Rule] {
	return kind[store.Rule]{
		"rule_id", "rule_name", wire.InvalidRuleID,
		func(rule store.Rule) int64 { return rule.ID },
		func(rule store.Rule, name string) bool { return rule.Name == name },
	}
}

// reorderRules puts the listed rules first, in that order; the others of their
// application follow in the order that they had, since official tools list only
// the rules that they know.
func reorderRules(r *request) any {
	ids, _ := r.IDs("rule_id")
	r.Need("rule_id")
	var app int64
	for _, id := range ids {
		rule := r.ruleByID(id)
		if app != 0 && rule.Application != app {
			r.Report(wire.Fail(wire.InvalidRuleID, "the rules are not of one application"))
		}
		app = rule.Application
	}
	if r.Failed() {
		return nil
	}
	all := each(r.tx.Rules(app), func(rule store.Rule) int64 { return rule.ID })
	r.tx.OrderRules(reorder(all, ids))
	return ok()
}

// ruleInfo is RuleInfoType.
type ruleInfo struct {
	ID              int64          `json:"rule_id"`
	Application     int64          `json:"application_id"`
	Name            string         `json:"rule_name"`
	Pattern         string         `json:"rule_pattern"`
	Exclude         string         `json:"rule_pattern_exclude,omitempty"`
	VideoConference bool           `json:"video_conference"`
	Modified        wire.Time      `json:"modified"`
	Scenarios       []scenarioInfo `json:"scenarios,omitzero"` // nil when not asked for
}

func (r *request) ruleInfos(rules []store.Rule, withScenarios bool) []ruleInfo {
	return each(rules, func(rule store.Rule) ruleInfo {
		info := ruleInfo{
			ID: rule.ID, Application: rule.Application, Name: rule.Name, Pattern: rule.Pattern, Exclude: rule.Exclude,
			VideoConference: rule.VideoConference, Modified: wire.Unix(rule.Modified),
		}
		if withScenarios {
			info.Scenarios = each(r.tx.Bound(rule.ID), showScenario)
		}
		return info
	})
}

// getRules lists the rules of an application in their order. With template, a
// destination, it lists those that a call there would match.
func getRules(r *request) any {
	app := r.application()
	id, part := r.ID("rule_id"), strings.ToLower(r.Text("rule_name"))
	video, key, template := r.Bool("video_conference"), r.Text("attached_key_id"), r.Text("template")
	withScenarios, page := r.Flag("with_scenarios", false), r.Page(20)
	if r.Failed() {
		return nil
	}
	var found []store.Rule
	for _, rule := range r.tx.Rules(app.ID) {
		if (id == 0 || rule.ID == id) && strings.Contains(strings.ToLower(rule.Name), part) &&
			(video == nil || rule.VideoConference == *video) && (key == "" || rule.BindKeyID == key) &&
			(template == "" || matches(rule, template)) {
			found = append(found, rule)
		}
	}
	cut := wire.Cut(page, found)
	return list[ruleInfo]{r.ruleInfos(cut, withScenarios), len(found), len(cut)}
}
