package phone_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/dlclark/regexp2/v2.runClock")) // the clock of expressions ends by itself
}

func desk(t testing.TB) *voxengine.Code {
	t.Helper()
	text, err := os.ReadFile("testdata/desk.js")
	if err != nil {
		t.Fatal(err)
	}
	code, err := voxengine.Compile(voxengine.Script{Name: "desk.js", Text: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	return code
}

const colleague = `"given": {"storage": {"colleague": "13333333333"}}`

// story reads steps; more is further fields of the story, each with a comma.
func story(t testing.TB, more, steps string) phone.Story {
	t.Helper()
	var s phone.Story
	decoder := json.NewDecoder(strings.NewReader(`{"from": "12222222222", "to": "10000000000", ` + more + `"steps": [` + steps + `]}`))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

func run(t testing.TB, s phone.Story) phone.Result {
	t.Helper()
	result, err := phone.Run(voxengine.Options{Code: desk(t), Start: 1_775_995_200_000}, s)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

const (
	welcome = `{"hears": {"text": "Welcome. Press one for a colleague."}}`
	hangsUp = `{"hangs_up": "caller"}`
)

// TestStories are stories that come true.
func TestStories(t *testing.T) {
	for name, s := range map[string]phone.Story{
		"leaves at once":            story(t, "", hangsUp),
		"leaves while it is spoken": story(t, "", `{"hears": {"any": true, "for": "1s"}}, `+hangsUp),
		"hears a pattern":           story(t, "", `{"hears": {"matches": "^Welcome"}}, `+hangsUp),
		"is asked again": story(t, "", welcome+`, {"after": "1s", "press": {"keys": "5"}},
			{"hears": {"text": "Press one or two."}}, `+hangsUp),
		"is asked again at once": story(t, "", welcome+`, {"press": {"keys": "5"}},
			{"after": "0s", "hears": {"text": "Press one or two."}}, `+hangsUp),
		"hears music":             story(t, "", welcome+`, {"press": {"keys": "2"}}, {"hears": {"url": "https://sounds.example/music.mp3", "loop": true}}, {"after": "1h", "hangs_up": "caller"}`),
		"passes over music":       story(t, "", welcome+`, {"press": {"keys": "2"}}, {"after": "1s", "press": {"keys": "5"}}, {"hears": {"text": "Press one or two."}}, `+hangsUp),
		"hears nobody is here":    story(t, "", welcome+`, {"press": {"keys": "1"}}, {"hears": {"text": "Nobody is here today."}}, `+hangsUp),
		"is hung up on":           story(t, "", welcome+`, {"press": {"keys": "9"}}, {"hears": {"text": "Goodbye."}}`),
		"speaks":                  story(t, "", welcome+`, {"says": "Hello there"}, `+hangsUp),
		"does not wait for texts": story(t, `"lenient": true, `, `{"after": "1s", "press": {"keys": "9"}}, {"hears": {"text": "Goodbye."}}`),
		"waits for what comes next": story(t, `"lenient": true, `, `{"after": "10s", "press": {"keys": "5"}}, {"after": "10s", "press": {"keys": "9"}},
			{"hears": {"any": true}}, {"after": "0s", "expect": {"kind": "hangup", "with": {"by": "scenario"}}}`),
		"talks": story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}},
			{"dialled": {"to": "+1 333 333 3333", "shows": "10000000000", "answers": "3s", "hears": [{"text": "The front desk."}]}},
			{"joined": true}, {"talk": "40s"}, `+hangsUp),
		"is left by the colleague": story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}},
			{"dialled": {"answers": "3s", "hears": [{"any": true}]}}, {"joined": true}, {"talk": "10s"}, {"hangs_up": "callee"}`),
		"is left by the colleague, who decides": story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}},
			{"dialled": {"answers": "3s", "hangs_up": "20s", "hears": [{"any": true}]}}, {"joined": true}, {"talk": "10s"}`),
		"colleague is busy": story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}},
			{"dialled": {"busy": "1s"}}, {"after": "1s", "hears": {"text": "No answer, code 486."}}, `+hangsUp),
		"colleague is heard early": story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}},
			{"dialled": {"early": "1s", "busy": "3s"}}, {"after": "1s", "expect": {"kind": "early_media", "with": {"leg": "leg-1"}}},
			{"hears": {"text": "No answer, code 486."}}, `+hangsUp),
		"colleague rejects": story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}},
			{"dialled": {"rejects": "2s"}}, {"after": "2s", "hears": {"text": "No answer, code 603."}}, `+hangsUp),
		"colleague does not answer": story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}},
			{"dialled": {"no_answer": true}}, {"after": "1m", "hears": {"text": "No answer, code 408."}}, `+hangsUp),
		"carrier fails": story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}},
			{"dialled": {"fails": {"code": 503, "after": "100ms"}}}, {"after": "100ms", "hears": {"text": "No answer, code 503."}}, `+hangsUp),
		"sees the script fail": story(t, "", welcome+`, {"press": {"keys": "8"}}, {"after": "0s", "expect": {"kind": "error", "with": {"at": "desk.js:42:11"}}}`),
		"sees an event": story(t, "", welcome+`, {"press": {"keys": "1"}}, {"after": "0s", "expect": {"kind": "kv_get", "with": {"key": "colleague", "found": "false"}}},
			{"hears": {"any": true}}, `+hangsUp),
	} {
		t.Run(name, func(t *testing.T) {
			result := run(t, s)
			for _, failure := range result.Failures {
				t.Error(failure)
			}
			if want := reason(result); result.Reason != want {
				t.Errorf("ended by %q", result.Reason)
			}
			if t.Failed() {
				t.Log(text(result))
			}
		})
	}
}

// reason is why a session should have ended, as far as its error tells.
func reason(result phone.Result) voxengine.Reason {
	if result.Err != nil {
		return voxengine.EndedByError
	}
	return voxengine.EndedByScript
}

func text(result phone.Result) string {
	var out strings.Builder
	_ = voxengine.WriteText(&out, result.Events)
	return out.String()
}

// TestFailures are stories that do not come true, and what is said of each.
func TestFailures(t *testing.T) {
	for _, c := range []struct {
		name, want string
		story      phone.Story
	}{
		{"another text", `step 1, at 0.000 s: expected to hear "Good morning.", but "Welcome. Press one for a colleague." was heard at 0.000 s`,
			story(t, "", `{"hears": {"text": "Good morning."}}`)},
		{"a named prompt", `a.test.yaml:7:3, at 0.000 s: expected to hear greeting, but "Welcome. Press one for a colleague." was heard at 0.000 s`,
			story(t, "", `{"hears": {"text": "Good morning.", "name": "greeting"}, "place": "a.test.yaml:7:3"}`)},
		{"too late", `step 3, at 2.400 s: expected to hear "Press one or two." after 500ms, at 2.900 s, but it came 500ms early, at 2.400 s`,
			story(t, "", welcome+`, {"press": {"keys": "5"}}, {"after": "500ms", "hears": {"text": "Press one or two."}}`)},
		{"nothing", `step 2, at 2.400 s: expected to hear anything, but nothing happens any more`,
			story(t, "", welcome+`, {"hears": {"any": true}}`)},
		{"music", `step 2, at 2.400 s: expected to hear the sound https://sounds.example/music.mp3, but nothing happens any more`,
			story(t, "", welcome+`, {"hears": {"url": "https://sounds.example/music.mp3"}}`)},
		{"cut off", `step 3, at 2.900 s: expected to hear "One moment, please." to its end, but it was cut off after 500ms`,
			story(t, "", welcome+`, {"press": {"keys": "7"}}, {"hears": {"text": "One moment, please."}}`)},
		{"not long enough", `step 3, at 2.900 s: expected to hear "One moment, please." to its end, but it was over after 500ms`,
			story(t, "", welcome+`, {"press": {"keys": "7"}}, {"hears": {"text": "One moment, please.", "for": "1s"}}`)},
		{"unexpected text", `after the last step, at 2.400 s: expected silence, but "Press one or two." was heard at 2.400 s, which no step expects`,
			story(t, "", welcome+`, {"press": {"keys": "5"}}`)},
		{"text while the caller waits", `step 3, at 12.400 s: expected silence, but "Press one or two." was heard at 2.400 s, which no step expects`,
			story(t, "", welcome+`, {"press": {"keys": "5"}}, {"after": "10s", "hangs_up": "caller"}`)},
		{"no call", `step 2, at 2.400 s: expected a call to 13333333333, but nothing happens any more`,
			story(t, colleague+", ", welcome+`, {"dialled": {"to": "13333333333"}}`)},
		{"another number", `step 3, at 2.400 s: expected a call to 14444444444, but the call went to 13333333333, at 2.400 s`,
			story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}}, {"dialled": {"to": "14444444444"}}`)},
		{"another caller id", `step 3, at 2.400 s: expected a call that shows 12222222222, but the call shows 10000000000, at 2.400 s`,
			story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}}, {"dialled": {"shows": "12222222222"}}`)},
		{"unexpected call", `after the last step, at 12.500 s: expected no further call, but 13333333333 was dialled at 2.400 s, which no step expects`,
			story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}}, {"after": "10s", "hangs_up": "caller"}`)},
		{"another whisper", `step 3, at 5.400 s: expected the called side to hear "A customer.", but "The front desk." was heard at 5.400 s`,
			story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}}, {"dialled": {"answers": "3s", "hears": [{"text": "A customer."}]}}, {"joined": true}`)},
		{"unexpected whisper", `step 3, at 5.400 s: expected silence for the called side, but "The front desk." was heard at 5.400 s, which nobody expects`,
			story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}}, {"dialled": {"answers": "3s"}}, {"joined": true}`)},
		{"no whisper before the join", `step 3, at 5.400 s: expected the called side to hear "A customer." before it is joined, but it was joined at 5.400 s without`,
			story(t, "", welcome+`, {"press": {"keys": "3"}}, {"dialled": {"answers": "3s", "hears": [{"text": "A customer."}]}}, {"joined": true}, {"talk": "1s"}, `+hangsUp)},
		{"no whisper at all", `step 3, at 10.500 s: expected the called side to hear "A customer.", but its call ended without`,
			story(t, "", welcome+`, {"press": {"keys": "4"}}, {"dialled": {"answers": "3s", "hangs_up": "5s", "hears": [{"text": "A customer."}]}}`)},
		{"joined one way only", `step 4, at 5.400 s: expected caller and called side to be joined, but nothing happens any more`,
			story(t, "", welcome+`, {"press": {"keys": "4"}}, {"dialled": {"answers": "3s"}}, {"joined": true}`)},
		{"conversation is cut", `step 5, at 10.400 s: expected a conversation of 10s, but it was over at 10.400 s`,
			story(t, "", welcome+`, {"press": {"keys": "6"}}, {"dialled": {"answers": "3s"}}, {"joined": true}, {"talk": "10s"}, `+hangsUp)},
		{"the script fails", `after the last step, at 2.400 s: expected the scenario to run without errors, but it failed: unhandled rejection: Error: out of paper (desk.js:42:11)`,
			story(t, "", welcome+`, {"press": {"keys": "8"}}`)},
		{"the script fails first", `step 3, at 2.400 s: expected to hear anything, but the scenario failed: unhandled rejection: Error: out of paper (desk.js:42:11)`,
			story(t, "", welcome+`, {"press": {"keys": "8"}}, {"hears": {"any": true}}`)},
		{"no conversation", `step 2, at 2.400 s: expected a conversation of 5s, but nobody is joined`,
			story(t, "", welcome+`, {"talk": "5s"}`)},
		{"conversation ends", `step 5, at 8.400 s: expected a conversation of 1m0s, but it was over at 8.400 s`,
			story(t, colleague+", ", welcome+`, {"press": {"keys": "1"}}, {"dialled": {"answers": "3s", "hangs_up": "3s", "hears": [{"any": true}]}}, {"joined": true}, {"talk": "1m"}`)},
		{"hangs up twice", `step 3, at 2.400 s: expected the caller to hang up, but the call has ended already`,
			story(t, "", welcome+`, `+hangsUp+`, `+hangsUp)},
		{"presses after the end", `step 3, at 2.400 s: expected to press 1, but the call has ended`,
			story(t, "", welcome+`, `+hangsUp+`, {"press": {"keys": "1"}}`)},
		{"nobody to hang up", `step 2, at 2.400 s: expected the called side to hang up, but nobody was called`,
			story(t, "", welcome+`, {"hangs_up": "callee"}`)},
		{"an event that never comes", `step 2, at 2.400 s: expected the event kv_put key="a", but nothing happens any more`,
			story(t, "", welcome+`, {"expect": {"kind": "kv_put", "with": {"key": "a"}}}`)},
		{"does not end", `after the last step, at 2.400 s: expected the call to end, but nothing happens any more`,
			story(t, "", welcome)},
		{"ends too early", `step 4, at 3.280 s: expected to hear anything, but the call ended at 3.180 s`,
			story(t, "", welcome+`, {"press": {"keys": "9"}}, {"hears": {"text": "Goodbye."}}, {"hears": {"any": true}}`)},
	} {
		t.Run(c.name, func(t *testing.T) {
			result := run(t, c.story)
			if len(result.Failures) != 1 {
				t.Fatalf("failures %v, want one\n%s", result.Failures, text(result))
			}
			if diff := cmp.Diff(c.want, result.Failures[0].String()); diff != "" {
				t.Errorf("failure (-want +got):\n%s\n%s", diff, text(result))
			}
		})
	}
}
