// Package deploy brings an application on the platform to what it should be,
// and touches nothing that it did not make.
//
// What should be is a value (Desired), what is there is a value (State, read by
// Read), and the way from one to the other is a value too (Plan, made by Make,
// which is pure). Apply walks that way and no other: it refuses a plan whose
// platform has moved, and reads everything back in the end. Every step is safe
// to repeat, so after an interruption the next plan holds what is left.
//
//	desired.go    what should be; hidden.go keeps secrets from being printed
//	state.go      what is there
//	plan.go       steps, and how they are made; print.go shows them
//	apply.go      the walk
//	application.go scenario.go rule.go number.go secret.go    one resource each:
//	              what to do about it, and how it is done
//	refusal.go    why something is not done; kind.go the codes of that
//
// There is no state file. A script says in its first line whose it is
// (artifact.Header), a secret in its description.
package deploy

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/compiler/artifact"
)

// Desired is what an application should be, in plain values.
type Desired struct {
	Project string // owns what is deployed
	Env     string // environment of the project
	Tool    string // version of this program
	Commit  string // version control id of the sources, "" when it is not known

	Account          int64  // id of the account, 0 for any
	Application      string // short name
	SecureRecordings bool   // recordings and logs need a key to be fetched

	Scenarios []Scenario
	Rules     []Rule // in the order in which they are tried
	Numbers   []Number
	Secrets   []Secret

	// Adopt takes over scenarios, rules and secrets of the same names that
	// somebody else made.
	Adopt bool
}

// Scenario is one scenario: a built flow with the values of the environment, or
// a script that somebody wrote.
type Scenario struct {
	Name   string
	Flow   *artifact.Artifact // nil for a script
	Values artifact.Values
	Script []byte
}

// Rule routes calls to scenarios.
type Rule struct {
	Name      string
	Pattern   string // of the dialled number
	Exclude   string
	Scenarios []string // names, in the order in which they run
}

// Number is a rented number.
type Number struct {
	Digits string
	Rule   string // "" leaves it to the application's rules
}

// Secret is a value that scenarios read by name.
type Secret struct {
	Name  string
	Value Hidden
}

// Limits of names on the platform (documentation of AddScenario and AddRule).
const (
	maxScenarioName = 29
	maxRuleName     = 99
)

// header is what stands in the first line of a scenario.
func (d Desired) header(flow, release string) artifact.Header {
	return artifact.Header{Version: 1, Flow: flow, Release: release, Tool: d.Tool, Project: d.Project, Env: d.Env, Commit: d.Commit}
}

// script returns the text that a scenario should have.
func (d Desired) script(s Scenario) ([]byte, error) {
	var text []byte
	var err error
	if s.Flow != nil {
		text, err = s.Flow.Bind(s.Values, d.header(s.Flow.Manifest.Flow, s.Flow.Manifest.Release))
	} else {
		text = withHeader(d.header(s.Name, artifact.Release(s.Script)), s.Script)
	}
	if err == nil && len(text) > artifact.MaxScriptBytes {
		err = fmt.Errorf("the script has %d bytes, the platform takes %d", len(text), artifact.MaxScriptBytes)
	}
	return text, err
}

// owned reports whether a header says that this project and environment own a scenario.
func (d Desired) owned(h artifact.Header) bool { return h.Project == d.Project && h.Env == d.Env }

// owner is how the project is named in texts for people.
func owner(project, env string) string {
	return strings.Trim("project "+project+", environment "+env, ", ")
}
