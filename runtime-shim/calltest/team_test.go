package calltest

import (
	"os"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// TestTeamUnderAllSwitches: several who are called, detection and screening
// come to the same whatever the platform does where that is not documented.
func TestTeamUnderAllSwitches(t *testing.T) {
	var report diag.List
	files := os.DirFS("testdata")
	s, err := Read(&Builder{Files: files}, "team.test.yaml", &report)
	if err != nil || report.Failed() {
		t.Fatal(err, report.Sorted())
	}
	for _, sw := range facts.Switches() {
		for _, setting := range sw.Settings {
			for _, c := range s.Cases {
				v, err := c.Run(Options{Files: files, Switches: facts.Settings{sw.ID: setting}})
				if err != nil {
					t.Fatal(err)
				}
				if !v.Passed() {
					t.Errorf("%s=%s: %s\n%s", sw.ID, setting, c.Name, v.Describe())
				}
			}
		}
	}
}
