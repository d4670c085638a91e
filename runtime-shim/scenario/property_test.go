package scenario_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"pgregory.net/rapid"
)

// story is testdata/random.ts's Story.
type story struct {
	Options struct {
		Replaced string `json:"replaced"`
		Ended    string `json:"ended"`
		Started  bool   `json:"started"`
		Loops    bool   `json:"loops"`
		Lingers  bool   `json:"lingers"`
		Sound    int    `json:"sound"`
	} `json:"options"`
	From    string `json:"from"`
	Details string `json:"details"`
	Value   string `json:"value"`
	Storage struct {
		After  int  `json:"after"`
		Fails  bool `json:"fails"`
		Throws bool `json:"throws"`
	} `json:"storage"`
	HTTP    []int `json:"http"`
	Record  int   `json:"record"`
	Refuses struct {
		Answer bool `json:"answer"`
		Say    bool `json:"say"`
		Dial   bool `json:"dial"`
		Record bool `json:"record"`
	} `json:"refuses"`
	Acts []act `json:"acts"`
}

type act struct {
	After int    `json:"after"`
	What  string `json:"what"`
	With  string `json:"with"`
}

func drawStory(t *rapid.T) story {
	rarely := func(name string) bool { return rapid.IntRange(0, 9).Draw(t, name) == 9 }
	var s story
	s.Options.Replaced = rapid.SampledFrom([]string{"silent", "finishes"}).Draw(t, "replaced")
	s.Options.Ended = rapid.SampledFrom([]string{"throws", "warns"}).Draw(t, "ended")
	s.Options.Started = rapid.Bool().Draw(t, "started")
	s.Options.Loops = rapid.Bool().Draw(t, "loops")
	s.Options.Lingers = rapid.Bool().Draw(t, "lingers")
	s.Options.Sound = rapid.SampledFrom([]int{50, 3000, 1e6}).Draw(t, "sound")
	s.From = rapid.SampledFrom([]string{"12222220001", "+1 (333) 333-0001", "14444440001", "", "anonymous"}).Draw(t, "from")
	s.Details = rapid.SampledFrom([]string{"body", "headers"}).Draw(t, "details")
	s.Value = rapid.SampledFrom([]string{
		`{"courier":"12222220001","client":"13333330001"}`, `{"courier":"12222220001","client":"13333330001"}`,
		`{"v":1,"courier":["15555550001","12222220001"],"client":"3333330001","g":7,"x":1}`, "", "oops", `{"courier":"12222220001"}`,
	}).Draw(t, "value")
	s.Storage.After = rapid.SampledFrom([]int{0, 10, 4999, 5000, 20000}).Draw(t, "storage")
	s.Storage.Fails, s.Storage.Throws = rarely("storage fails"), rarely("storage throws")
	s.HTTP = rapid.SliceOfN(rapid.SampledFrom([]int{200, 500, 404, -4, 0}), 0, 4).Draw(t, "http")
	s.Record = rapid.SampledFrom([]int{0, 200, 5000, -1, -2}).Draw(t, "record")
	s.Refuses.Answer, s.Refuses.Say = rarely("no answer"), rarely("no speech")
	s.Refuses.Dial, s.Refuses.Record = rarely("no dialling"), rarely("no recording")
	s.Acts = rapid.SliceOfN(rapid.Custom(drawAct), 0, 12).Draw(t, "acts")
	return s
}

func drawAct(t *rapid.T) act {
	a := act{After: rapid.SampledFrom([]int{0, 0, 1, 99, 100, 500, 1500, 3000, 7999, 8000, 8001, 30000}).Draw(t, "after")}
	a.What = rapid.SampledFrom([]string{"press", "press", "press", "press", "answer", "answer", "fail", "callee leaves", "leave", "break", "end"}).Draw(t, "what")
	switch a.What {
	case "press":
		a.With = rapid.SampledFrom([]string{"12345", "12345", "1", "*", "#", "99999", "12", "12345#", "*1#"}).Draw(t, "keys")
	case "fail":
		a.With = rapid.SampledFrom([]string{"486", "408", "480", "603", "404"}).Draw(t, "code")
	case "leave", "callee leaves":
		a.With = rapid.SampledFrom([]string{"0", "0", "50", "5000"}).Draw(t, "late")
	case "break":
		a.With = "400"
	case "end":
		a.With = rapid.SampledFrom([]string{"", "error"}).Draw(t, "why")
	}
	return a
}

// Whatever keys, timers, hang-ups and faults come in whatever order, the rules
// in testdata/random.ts hold: the last states run once, nothing is done to a
// call that is over, nothing is left behind, one report, no number told.
func TestAnyOrderOfEvents(t *testing.T) {
	program := goja.MustCompile("random.ts", link(t, "testdata/random.ts"), false)
	rapid.Check(t, func(t *rapid.T) {
		s := drawStory(t)
		text, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		vm := goja.New()
		if _, err := vm.RunProgram(program); err != nil {
			t.Fatal(err)
		}
		run, _ := goja.AssertFunction(vm.Get("run"))
		out, err := run(goja.Undefined(), vm.ToValue(string(text)))
		if err != nil {
			t.Fatalf("%v", err)
		}
		var result struct{ Wrong, Trace []string }
		if err := json.Unmarshal([]byte(out.String()), &result); err != nil {
			t.Fatal(err)
		}
		if len(result.Wrong) > 0 {
			t.Fatalf("%s\n\n%s\n\n%s", strings.Join(result.Wrong, "\n"), text, strings.Join(result.Trace, "\n"))
		}
	})
}
