package examples_test

import (
	"os"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// naiveFaults are faults of a first try at this scenario, and the calls of the
// example that show the right behaviour.
var naiveFaults = map[string]string{
	"a second dial":                        "a code typed over the greeting is dialled once, however long the phone rings",
	"a menu inside the operator's call":    "the menu is over once the operator is called",
	"an empty order number in the whisper": "a courier finds the order on the second try and reaches the client",
	"a stranger's code looked up again":    "a stranger's code is not looked up again",
	"silence when the storage fails":       "the storage fails and an operator helps",
	"a plus that makes another number":     "the caller's number has a plus and the order's has none",
}

// TestFirstTryFailsTheFaultTests plays those calls on our scenario and on the
// hand-written one: ours goes as it must, the other does not. The words that are
// spoken differ, so any words will do, but for the digits of the order.
func TestFirstTryFailsTheFaultTests(t *testing.T) {
	source, err := os.ReadFile("../runtime-shim/conform/testdata/naive-masking.js")
	if err != nil {
		t.Fatal(err)
	}
	naive, err := voxengine.Compile(voxengine.Script{Name: "naive-masking.js", Text: string(source)})
	if err != nil {
		t.Fatal(err)
	}
	calls := map[string]*calltest.Case{}
	for _, s := range suites(t, "01-number-masking", nil) {
		for _, c := range s.Cases {
			calls[c.Name] = c
		}
	}
	for fault, name := range naiveFaults {
		t.Run(fault, func(t *testing.T) {
			c := calls[name]
			if c == nil {
				t.Fatalf("there is no call %q", name)
			}
			ours, err := c.Suite.Subject.Code(c.Suite.Values)
			if err != nil {
				t.Fatal(err)
			}
			if r := inAnyWords(t, ours, c); len(r.Failures) > 0 {
				t.Errorf("ours: %s", r.Failures[0])
			}
			if r := inAnyWords(t, naive, c); len(r.Failures) == 0 {
				t.Error("the first try passes")
			}
		})
	}
}

// inAnyWords plays a case without looking at the words that are spoken, nor at
// the numbers that a script brings itself.
func inAnyWords(t *testing.T, code *voxengine.Code, c *calltest.Case) phone.Result {
	t.Helper()
	story := c.Story
	story.Steps = nil
	for _, s := range c.Story.Steps {
		if s.Hears != nil {
			s.Hears = &phone.Hears{Any: true, For: s.Hears.For}
		}
		if s.Dialled != nil {
			d := *s.Dialled
			d.Shows = ""
			if d.To == c.Suite.Values["operator_number"] {
				d.To = ""
			}
			if len(d.Hears) > 0 {
				d.Hears = []phone.Hears{{Matches: "1.*2.*3.*4.*5"}}
			}
			s.Dialled = &d
		}
		story.Steps = append(story.Steps, s)
	}
	r, err := phone.Run(voxengine.Options{Code: code, Start: c.Start, Info: voxengine.Info{SessionID: 1, Secrets: c.Suite.Secrets}}, story)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
