package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/controlplane/voximplant"
)

func (m *maker) scenarios() {
	for _, w := range m.want.Scenarios {
		m.scenario(w)
	}
}

func (m *maker) scenario(w Scenario) {
	if n := len([]rune(w.Name)); n < 1 || n > maxScenarioName {
		m.problem(codeName, KindScenario, w.Name, fmt.Sprintf("the name has %d characters", n), fmt.Sprintf("choose a name of 1 to %d", maxScenarioName))
		return
	}
	text, err := m.want.script(w)
	if err != nil {
		m.scriptProblem(w.Name, err)
		return
	}
	h, _, _ := splitHeader(text)
	there := m.have.scenario(w.Name)
	if there.ScenarioID == 0 {
		m.step(Create, KindScenario, w.Name, "release "+short(h.Release))
		return
	}
	if m.mayTouch(there) {
		if why := changed([]byte(there.ScenarioScript), text); why != "" {
			m.step(Change, KindScenario, w.Name, why)
		}
	}
}

// scriptProblem tells everything that keeps a flow from being bound at once.
func (m *maker) scriptProblem(name string, err error) {
	var bind *artifact.BindError
	if !errors.As(err, &bind) {
		m.problem(codeScript, KindScenario, name, err.Error(), "build it smaller, or split the flow")
		return
	}
	for _, p := range bind.Problems {
		m.problem(codeScript, KindScenario, name, p.String(), "set it in the environment's config")
	}
}

// mayTouch reports whether a scenario that is there may be changed, and notes
// the problem when not.
func (m *maker) mayTouch(there voximplant.ScenarioInfo) bool {
	h, _, ours := splitHeader([]byte(there.ScenarioScript))
	switch {
	case m.want.Adopt || ours && m.want.owned(h):
		return true
	case there.Parent:
		m.problem(codeForeign, KindScenario, there.ScenarioName, "it belongs to the parent account", "choose another name")
	case ours:
		m.problem(codeOther, KindScenario, there.ScenarioName, "it belongs to "+owner(h.Project, h.Env), "choose another name or a suffix, or take it over with --adopt")
	default:
		m.problem(codeForeign, KindScenario, there.ScenarioName, "a scenario of this name is there and Ringflow did not make it", "choose another name, or take it over with --adopt")
	}
	return false
}

// changed says why a script has to be replaced, "" when it does not. The tool's
// version and the commit in the header alone are no reason: they say where the
// rest came from, and the rest is the same.
func changed(there, want []byte) string {
	if bytes.Equal(there, want) {
		return ""
	}
	old, oldRest, ours := splitHeader(there)
	fresh, freshRest, _ := splitHeader(want)
	_, body, isFlow := artifact.Split(there)
	switch {
	case !ours:
		return "taken over: it was made by hand"
	case old.Project != fresh.Project || old.Env != fresh.Env:
		return "taken over from " + owner(old.Project, old.Env)
	case isFlow && artifact.Release(body) != old.Release || !isFlow && artifact.Release(oldRest) != old.Release:
		return "it was edited on the platform and gets release " + short(fresh.Release)
	case old.Release != fresh.Release:
		return fmt.Sprintf("release %s instead of %s", short(fresh.Release), short(old.Release))
	case !bytes.Equal(oldRest, freshRest):
		return "other values of the environment, the same release " + short(fresh.Release)
	default:
		return ""
	}
}

func short(release string) string { return strings.ToLower(release[:min(len(release), 12)]) }

func (a *applier) scenario(ctx context.Context, s Step) error {
	text, err := a.want.script(first(a.want.Scenarios, func(w Scenario) bool { return w.Name == s.Name }))
	if err != nil {
		return err
	}
	if s.Action == Change {
		return a.client.Scenarios.SetScenarioInfo(ctx, voximplant.SetScenarioInfoParams{
			ScenarioID: a.have.scenario(s.Name).ScenarioID, ScenarioScript: string(text),
		})
	}
	made, err := a.client.Scenarios.AddScenario(ctx, voximplant.AddScenarioParams{ScenarioName: s.Name, ScenarioScript: string(text)})
	a.have.Scenarios = append(a.have.Scenarios, voximplant.ScenarioInfo{ScenarioID: made.ScenarioID, ScenarioName: s.Name})
	return err
}
