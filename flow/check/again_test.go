package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
)

// looped is a menu that is begun again behind STEPS.
const looped = `ringflow: 1
flow: looped
starts: incoming
language: en-US
config: {office: phone, music: url}
prompts: {ask: What now?, goodbye: Goodbye.}
main:
  - answer
  - set: {peer: caller.number}
  - if: peer == null
    then: {hangup: goodbye}
  - menu: ask
    id: first
    attempts: {silent: 2, wrong: WRONG}
    on:
      key "1":
        - connect: peer
          show: config.office
          caller_hears: config.music
          on: {ended: continue, otherwise: continue}
STEPS
      gave_up: {hangup: goodbye}
`

func checkLooped(t *testing.T, wrong, steps string) (*check.Program, string) {
	t.Helper()
	text := strings.NewReplacer("WRONG", wrong, "STEPS", "        "+strings.ReplaceAll(steps, "\n", "\n        ")).Replace(looped)
	var report diag.List
	p := check.Flow(parse.Flow(fstest.MapFS{"looped.flow.yaml": {Data: []byte(text)}}, "looped.flow.yaml", &report), &report)
	var w strings.Builder
	for _, d := range report.Sorted() {
		w.WriteString(string(d.Code) + " " + d.Message + "\n")
	}
	return p, w.String()
}

// TestLoopsForgetTests: what was tested before a step holds on the way back only
// when nothing on that way binds the name anew.
func TestLoopsForgetTests(t *testing.T) {
	for steps, want := range map[string]string{
		"- restart: first": "",
		"- set: {other: caller.number}\n- restart: first": "",
		"- set: {peer: caller.number}\n- restart: first":  "RF2011 the value may be null here\n",
		"- set: {peer: caller.number}\n- repeat":          "RF2011 the value may be null here\n",
		"- set: {peer: caller.number}\n- hangup: goodbye": "",
		"- repeat: 10": "RF2051 `10` is outside of what `repeat` takes\n",
	} {
		if _, said := checkLooped(t, "3", steps); said != want {
			t.Errorf("%s\nsaid %q, want %q", steps, said, want)
		}
	}
}

// TestLoopsAreCounted: a way back multiplies what it goes through.
func TestLoopsAreCounted(t *testing.T) {
	for _, c := range []struct {
		wrong, steps   string
		calls, prompts int
	}{
		{"3", "- hangup: goodbye", 1 + 1, 4 + 1},
		{"3", "- restart: first", 1 + 3, 4 + 2},
		{"9", "- restart: first", 1 + 9, 10 + 2},
		{"1", "- restart: first", 1 + 1, 2 + 2},
		{"1", "- repeat: 2", 1 + 3, 2 + 2 + 2},
		{"3", "- play: ask\n- repeat: 2", 1 + 5, 4 + 2 + 5 + 1},
	} {
		p, said := checkLooped(t, c.wrong, c.steps)
		if said != "" {
			t.Errorf("%s: %s", c.steps, said)
		}
		got := map[string]int{}
		for _, l := range p.Limits {
			got[l.Name] = l.Most
		}
		if got["calls"] != c.calls || got["prompts"] != c.prompts {
			t.Errorf("wrong %s, %s: %d calls and %d prompts, want %d and %d", c.wrong, c.steps, got["calls"], got["prompts"], c.calls, c.prompts)
		}
	}
}
