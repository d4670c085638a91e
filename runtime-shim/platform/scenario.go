package platform

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// newScenarioName reads the name that a scenario is to get, "" when none is given.
func (r *request) newScenarioName(self int64) string {
	name := r.Text("scenario_name", wire.AtMost(facts.ScenarioName, wire.InvalidScenarioName))
	if other, taken := r.tx.ScenarioNamed(name); taken && other.ID != self {
		r.Report(wire.Fail(wire.ScenarioNameIsntUnique, "the account already has a scenario of this name"))
	}
	return name
}

func (r *request) script() string {
	return r.Text("scenario_script", wire.BytesBelow(facts.ScriptBytes+1, wire.ScriptTextIsTooLong))
}

func scenarioKind() kind[store.Scenario] {
	return kind[store.Scenario]{
		"scenario_id", "scenario_name", wire.InvalidScenarioID,
		func(s store.Scenario) int64 { return s.ID },
		func(s store.Scenario, name string) bool { return s.Name == name },
	}
}

type scenarioReply struct {
	Result int   `json:"result"`
	ID     int64 `json:"scenario_id"`
}

// addScenario stores a script in the shared folder or, if an application is
// named, in that one; with rewrite it replaces the text of the same name.
func addScenario(r *request) any {
	r.Need("scenario_name")
	app, _ := r.optionalApplication()
	rule, bind := r.optionalRule(app.ID)
	rewrite := r.Flag("rewrite", false)
	s, exists := r.tx.ScenarioNamed(r.Text("scenario_name"))
	if !exists || !rewrite || s.Application != app.ID {
		s = store.Scenario{Application: app.ID, Name: r.newScenarioName(0)}
	}
	s.Script, s.Modified = r.script(), r.now.Unix()
	if r.Failed() {
		return nil
	}
	if s.ID == 0 {
		s.ID = r.tx.AddScenario(s)
	} else {
		r.tx.SetScript(s.ID, s.Script, s.Modified)
	}
	if bind {
		r.bind(rule, []store.Scenario{s})
	}
	return scenarioReply{1, s.ID}
}

func setScenarioInfo(r *request) any {
	which := scenarioKind()
	which.namesIn = "required_scenario_name"
	chosen := chooseSome(r, which, r.tx.Scenarios())
	if r.Failed() {
		return nil
	}
	s := chosen[0]
	name, script := r.newScenarioName(s.ID), r.script()
	if r.Failed() {
		return nil
	}
	if name != "" {
		r.tx.RenameScenario(s.ID, name, r.now.Unix())
	}
	if script != "" {
		r.tx.SetScript(s.ID, script, r.now.Unix())
	}
	return ok()
}

func delScenario(r *request) any {
	for _, s := range chooseSome(r, scenarioKind(), r.tx.Scenarios()) {
		r.tx.DelScenario(s.ID)
	}
	return ok()
}

// bindScenario appends scenarios to a rule; those that it has stay where they
// are. With bind=false it takes them out.
func bindScenario(r *request) any {
	app, _ := r.optionalApplication()
	rule := r.rule(app.ID)
	scenarios := chooseSome(r, scenarioKind(), r.tx.Scenarios())
	bind := r.Flag("bind", true)
	if r.Failed() {
		return nil
	}
	if bind {
		r.bind(rule, scenarios)
		return ok()
	}
	bound := slices.DeleteFunc(r.boundIDs(rule), func(id int64) bool {
		return slices.ContainsFunc(scenarios, func(s store.Scenario) bool { return s.ID == id })
	})
	r.tx.Bind(rule.ID, bound)
	return ok()
}

// bind appends scenarios that the rule does not have yet.
func (r *request) bind(rule store.Rule, scenarios []store.Scenario) {
	bound := r.boundIDs(rule)
	for _, s := range scenarios {
		if s.Application != 0 && s.Application != rule.Application {
			r.Report(wire.Fail(wire.InvalidScenarioID, "the scenario %d belongs to another application than the rule", s.ID))
		}
		if !slices.Contains(bound, s.ID) {
			bound = append(bound, s.ID)
		}
	}
	r.tx.Bind(rule.ID, bound)
}

func (r *request) boundIDs(rule store.Rule) []int64 {
	return each(r.tx.Bound(rule.ID), func(s store.Scenario) int64 { return s.ID })
}

// reorderScenarios puts the listed scenarios first, in that order; bound ones
// that are not listed follow in the order that they had.
func reorderScenarios(r *request) any {
	rule := r.rule(0)
	r.Need("scenario_id")
	ids, _ := r.IDs("scenario_id")
	bound := r.boundIDs(rule)
	for _, id := range ids {
		if !slices.Contains(bound, id) {
			r.Report(wire.Fail(wire.InvalidScenarioID, "the scenario %d is not bound to the rule", id))
		}
	}
	if r.Failed() {
		return nil
	}
	r.tx.Bind(rule.ID, reorder(bound, ids))
	return ok()
}

// reorder moves those of all that are in front to the front, in their order.
func reorder(all, front []int64) []int64 {
	var order []int64
	for _, id := range append(slices.Clone(front), all...) {
		if !slices.Contains(order, id) {
			order = append(order, id)
		}
	}
	return order
}

// scenarioInfo is ScenarioInfoType.
type scenarioInfo struct {
	ID       int64     `json:"scenario_id"`
	Name     string    `json:"scenario_name"`
	Script   *string   `json:"scenario_script,omitempty"`
	Modified wire.Time `json:"modified"`
	Parent   bool      `json:"parent"` // of a parent account; there is none
}

func showScenario(s store.Scenario) scenarioInfo {
	return scenarioInfo{ID: s.ID, Name: s.Name, Modified: wire.Unix(s.Modified)}
}

type scenarioList struct {
	list[scenarioInfo]
	Application  int64  `json:"application_id,omitempty"`
	Name         string `json:"application_name,omitempty"`
	ExtendedName string `json:"extended_application_name,omitempty"`
}

// getScenarios lists the scenarios of the account, or those of one application.
// The text comes along only for one that is asked for by its id.
func getScenarios(r *request) any {
	id, part := r.ID("scenario_id"), strings.ToLower(r.Text("scenario_name"))
	withScript := r.Flag("with_script", false) && id != 0
	app, inApp := r.optionalApplication()
	page := r.Page(20)
	if r.Failed() {
		return nil
	}
	var found []store.Scenario
	for _, s := range r.tx.Scenarios() {
		named := strings.Contains(strings.ToLower(s.Name), part)
		if named && (id == 0 || s.ID == id) && (!inApp || s.Application == app.ID) {
			found = append(found, s)
		}
	}
	reply := scenarioList{list: listReply(page, found, func(s store.Scenario) scenarioInfo {
		info := showScenario(s)
		if withScript {
			text := r.tx.Script(s.ID)
			info.Script = &text
		}
		return info
	})}
	if inApp {
		reply.Application, reply.Name, reply.ExtendedName = app.ID, r.fullName(app), r.extendedName(app)
	}
	return reply
}
