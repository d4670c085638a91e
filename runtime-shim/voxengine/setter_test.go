package voxengine_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestPrototypesOfScripts: what a script puts on the prototype of all objects is
// not asked when the platform fills an object of its own.
func TestPrototypesOfScripts(t *testing.T) {
	for name, script := range map[string]string{
		"setter that throws": `Object.defineProperty(Object.prototype, "call", { set() { throw new Error("set"); } });`,
		"no setter":          `Object.defineProperty(Object.prototype, "call", { get() { return 1; } });`,
		"frozen":             `Object.prototype.call = 1; Object.freeze(Object.prototype);`,
	} {
		t.Run(name, func(t *testing.T) {
			p, _ := dialIn(t, voxengine.Options{}, script+`
				VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => { e.call.answer(); Logger.write(e.call.state()); });`)
			p.Run()
			if got := p.logged(); !strings.Contains(got, "ALERTING") {
				t.Errorf("logged %q, error %v", got, p.Err())
			}
		})
	}
}
