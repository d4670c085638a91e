package conform_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/runtime-shim/conform"
	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/dlclark/regexp2/v2.runClock")) // the clock of expressions ends by itself
}

func TestCases(t *testing.T) {
	for _, c := range conform.Cases() {
		t.Run(c.Name, func(t *testing.T) {
			verdict, err := c.Run(nil)
			if err != nil {
				t.Fatal(err)
			}
			if !verdict.Pass {
				t.Errorf("%s: %s\n%s", c.Says, verdict.Reason, text(verdict.Events))
			}
		})
	}
}

// TestCasesCanFail runs each case that rests on a switch under the switch's
// other settings, under which its statement is wrong.
func TestCasesCanFail(t *testing.T) {
	for _, c := range conform.Cases() {
		if c.Switch == "" {
			continue
		}
		sw, ok := facts.LookupSwitch(c.Switch)
		if !ok {
			t.Errorf("%s rests on the unknown switch %s", c.Name, c.Switch)
			continue
		}
		for _, setting := range sw.Settings[1:] {
			verdict, err := c.Run(facts.Settings{c.Switch: setting})
			if err != nil {
				t.Fatal(err)
			}
			if verdict.Pass {
				t.Errorf("%s passes with %s=%s as well\n%s", c.Name, c.Switch, setting, text(verdict.Events))
			}
		}
	}
}

// TestTable looks that every switch has a case, every case a script, every
// script a case, and every assumption about an alternative a switch.
func TestTable(t *testing.T) {
	covered, named := map[string]bool{}, map[string]bool{}
	for _, c := range conform.Cases() {
		covered[c.Switch] = true
		if named[c.Name] || c.Says == "" || c.Known == "" || c.Where == "" && c.Known != conform.Assumption {
			t.Errorf("case %+v is not unique or says too little", c)
		}
		named[c.Name] = true
	}
	for _, sw := range facts.Switches() {
		if !covered[sw.ID] && sw.ID != facts.EventOrder { // which a script cannot observe
			t.Errorf("no case shows what the switch %s decides", sw.ID)
		}
	}
	files, err := fs.Glob(os.DirFS("cases"), "*.js")
	if err != nil || len(files) != len(named) {
		t.Errorf("%d scripts for %d cases, %v", len(files), len(named), err)
	}
	for _, file := range files {
		if !named[strings.TrimSuffix(file, ".js")] {
			t.Errorf("no case runs %s", file)
		}
	}
}

func text(events []voxengine.Event) string {
	var out strings.Builder
	_ = voxengine.WriteText(&out, events)
	return out.String()
}
