package voxengine_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestTraceBudget: whatever a script fills the trace with, it ends in the same
// place every time, nothing of it runs on, and the trace closes.
func TestTraceBudget(t *testing.T) {
	for name, body := range map[string]string{
		"log":        `for (;;) Logger.write("x".repeat(20000));`,
		"caught":     `for (;;) { try { for (;;) Logger.write("x"); } catch (e) {} finally { Logger.write("y"); } }`,
		"microtasks": `(function again() { Logger.write("x"); Promise.resolve().then(again); })();`,
		"toString":   `const o = { toString() { for (;;) Logger.write("x"); } }; Logger.write(o);`,
		"end":        `VoxEngine.addEventListener(AppEvents.Terminating, () => { for (;;) Logger.write("x"); }); VoxEngine.terminate();`,
		"timers":     `setInterval(() => Logger.write("x".repeat(1000)), 100);`,
		"types":      `VoxEngine.addEventListener(AppEvents.Started, () => { const call = VoxEngine.callUser({ username: "a", callerid: "b" }); for (;;) call.sendInfo("x".repeat(5000) + "/y", "z"); });`,
		"storage":    `require(Modules.ApplicationStorage); (function again() { ApplicationStorage.get("k".repeat(150)).then(again, again); })();`,
	} {
		t.Run(name, func(t *testing.T) {
			p, again := overwrite(t, body), overwrite(t, body)
			var err *voxengine.ScriptError
			if !errors.As(p.Err(), &err) || err.Code != voxengine.CodeTrace {
				t.Fatalf("the error is %v", p.Err())
			}
			if got := p.trace(); got != again.trace() || len(got) > 150_000 || !strings.Contains(got, "terminated") {
				t.Errorf("a trace of %d bytes, then one of %d", len(got), len(again.trace()))
			}
			if why, ended := p.Ended(); !ended || why != voxengine.EndedByBudget {
				t.Errorf("ended %v by %q", ended, why)
			}
		})
	}
}

func overwrite(t *testing.T, body string) *play {
	p := open(t, voxengine.Options{Budget: voxengine.Budget{Trace: 100_000}}, body)
	p.Run()
	return p
}
