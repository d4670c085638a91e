package bundle_test

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	webhook "github.com/standard-webhooks/standard-webhooks/libraries/go"
	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/compiler/bundle"
	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// compiled is the masking call as it would be uploaded, ready for the engine.
func compiled(t testing.TB) *voxengine.Code {
	t.Helper()
	module, err := os.ReadFile("testdata/masking.js")
	if err != nil {
		t.Fatal(err)
	}
	out, err := bundle.Bundle(bundle.Input{Name: "masking.js", Module: module})
	if err != nil {
		t.Fatal(err)
	}
	a := artifact.Artifact{Body: out.Body, Map: out.Map, Manifest: artifact.Manifest{
		Flow: "masking", Release: artifact.Release(out.Body),
		Config: []artifact.Setting{{Name: "masked_number", Type: "phone"}, {Name: "operator_number", Type: "phone"}, {Name: "hold_music", Type: "url"}, {Name: "results_url", Type: "url"}},
	}}
	script, err := a.Bind(artifact.Values{
		"masked_number": "10000000000", "operator_number": "10000000001",
		"hold_music": "https://example.com/hold.mp3", "results_url": "https://example.com/results",
	}, artifact.Header{})
	if err != nil {
		t.Fatal(err)
	}
	code, err := voxengine.Compile(voxengine.Script{Name: "masking.js", Text: string(script), Map: out.Map})
	if err != nil {
		t.Fatal(err)
	}
	return code
}

const secret = "0123456789abcdef0123456789abcdef"

func options(code *voxengine.Code, settings facts.Settings, seed uint64) voxengine.Options {
	return voxengine.Options{
		Code: code, Start: 1_775_995_200_000, Switches: settings, Seed: seed,
		Info: voxengine.Info{SessionID: 4711, Secrets: map[string]string{"results_key": secret}},
	}
}

func ms(n int64) *phone.Duration { d := phone.Duration(n); return &d }

func hears(text string) phone.Step { return phone.Step{Hears: &phone.Hears{Text: text}} }

func press(keys string) phone.Step { return phone.Step{Press: &phone.Press{Keys: keys}} }

var (
	music = phone.Step{Hears: &phone.Hears{URL: "https://example.com/hold.mp3", Loop: true}}
	leave = phone.Step{HangsUp: phone.Caller}
)

// stories are calls that have to go the same way whatever the platform does
// where it is not documented.
func stories() []phone.Story {
	dialled := func(d phone.Dialled) phone.Step { return phone.Step{Dialled: &d} }
	given := phone.Given{Storage: map[string]string{"12345": `{"courier":"12222222222","client":"13333333333"}`, "54321": "oops"}}
	failing := given
	failing.Faults = []phone.Fault{{On: phone.OnStorage, Error: "no storage"}}
	refused := given
	refused.Faults = []phone.Fault{{On: phone.OnHTTP, Code: 503, Error: "unavailable"}}
	client := phone.Dialled{To: "13333333333", Shows: "10000000000", Answers: ms(3000), Hears: []phone.Hears{{Text: "a Courier for 1, 2, 3, 4, 5"}}}
	busy := phone.Dialled{Busy: ms(2000)}
	operator := phone.Dialled{To: "10000000001", Answers: ms(4000)}
	all := []phone.Story{
		{Name: "talks", Steps: []phone.Step{hears("code please"), press("12345"), hears("putting through"), dialled(client), {Joined: true}, {Talk: ms(40000)}, leave}},
		{Name: "is hung up on", Steps: []phone.Step{hears("code please"), press("12345"), hears("putting through"), dialled(client), {Joined: true}, {Talk: ms(5000)}, {HangsUp: phone.Callee}}},
		{Name: "client is busy", Steps: []phone.Step{hears("code please"), press("12345"), hears("putting through"), dialled(busy), music, hears("unavailable")}},
		{Name: "leaves while it rings", Steps: []phone.Step{hears("code please"), press("12345"), hears("putting through"), dialled(phone.Dialled{NoAnswer: true}), music, {After: ms(5000), HangsUp: phone.Caller}}},
		{Name: "nobody answers", Steps: []phone.Step{hears("code please"), press("12345"), hears("putting through"), dialled(phone.Dialled{NoAnswer: true}), music, {After: ms(30000), Hears: &phone.Hears{Text: "unavailable"}}}},
		{Name: "is silent", Steps: []phone.Step{hears("code please"), {After: ms(1500), Hears: &phone.Hears{Text: "hint"}}, hears("code again"), {After: ms(8000), Hears: &phone.Hears{Text: "goodbye"}}}},
		{Name: "types during the prompt", Steps: []phone.Step{{Hears: &phone.Hears{Text: "code please", For: ms(300)}}, press("99999"), hears("unknown code"), press("12345"), hears("putting through"), dialled(client), {Joined: true}, leave}},
		{Name: "wants the operator", Steps: []phone.Step{{Hears: &phone.Hears{Text: "code please", For: ms(300)}}, press("12#"), dialled(operator), {Joined: true}, {Talk: ms(9000)}, leave}},
		{Name: "is a stranger", From: "14444444444", Steps: []phone.Step{hears("code please"), press("12345"), hears("wrong phone"), press("12*"), {After: ms(7600), Hears: &phone.Hears{Text: "goodbye"}}}},
		{Name: "finds a broken value", Steps: []phone.Step{hears("code please"), press("54321"), dialled(operator), {Joined: true}, leave}},
		{Name: "storage fails", Given: failing, Steps: []phone.Step{hears("code please"), press("12345"), dialled(operator), {Joined: true}, leave}},
		{Name: "results are refused", Given: refused, Steps: []phone.Step{leave}},
		{Name: "leaves at once", Steps: []phone.Step{leave}},
	}
	for i := range all {
		s := &all[i]
		s.To = "10000000000"
		if s.From == "" {
			s.From = "+12222222222"
		}
		if s.Given.Storage == nil {
			s.Given = given
		}
	}
	return all
}

// worlds are the default settings, and each other setting alone.
func worlds() []facts.Settings {
	out := []facts.Settings{nil}
	for _, s := range facts.Switches() {
		for _, setting := range s.Settings[1:] {
			out = append(out, facts.Settings{s.ID: setting})
		}
	}
	return out
}

func TestStoriesInEveryWorld(t *testing.T) {
	code := compiled(t)
	for _, story := range stories() {
		for _, world := range worlds() {
			t.Run(story.Name+fmt.Sprint(map[string]string(world)), func(t *testing.T) {
				result, err := phone.Run(options(code, world, 1), story)
				if err != nil {
					t.Fatal(err)
				}
				for _, failure := range result.Failures {
					t.Error(failure)
				}
				for _, wrong := range broken(result) {
					t.Error(wrong)
				}
				if t.Failed() {
					t.Log(trace(result))
				}
			})
		}
	}
}

func trace(result phone.Result) string {
	var out strings.Builder
	_ = voxengine.WriteText(&out, result.Events)
	return out.String()
}

// broken says which rules a session broke: it ends by itself and without an
// error, the last states run once, nothing is done to a call that is over, and
// all reports of a call are one.
func broken(result phone.Result) []string {
	var out []string
	last := 0
	bodies := map[string]bool{}
	for _, e := range result.Events {
		switch e.Kind {
		case voxengine.KindError, voxengine.KindNote:
			out = append(out, e.String())
		case voxengine.KindLog:
			if strings.HasPrefix(e.Text, "rf:error") {
				out = append(out, e.String())
			}
		case voxengine.KindStep:
			if e.ID == "finally/report" {
				last++
			}
		case voxengine.KindHTTP:
			bodies[e.Body] = true
		}
	}
	for _, told := range append(spoken(result), sent(result)...) {
		if strings.Contains(told, "222222222") || strings.Contains(told, "333333333") {
			out = append(out, "a number is told: "+told)
		}
	}
	if last != 1 || len(bodies) != 1 {
		out = append(out, fmt.Sprintf("the last states ran %d times and sent %d results", last, len(bodies)))
	}
	if result.Reason != voxengine.EndedByScript {
		out = append(out, fmt.Sprintf("ended by %q", result.Reason))
	}
	return out
}

// BenchmarkCall is one call of the courier who talks, from its own fresh
// session to its end.
func BenchmarkCall(b *testing.B) {
	code := compiled(b)
	story := stories()[0]
	b.ReportAllocs()
	for b.Loop() {
		if _, err := phone.Run(options(code, nil, 1), story); err != nil {
			b.Fatal(err)
		}
	}
}

// spoken is every text that a party or a reader of the log gets.
func spoken(result phone.Result) []string {
	var out []string
	for _, e := range result.Events {
		out = append(out, e.Text, e.URL, e.Display, e.ID)
	}
	return out
}

// sent is every request as its receiver gets it.
func sent(result phone.Result) []string {
	var out []string
	for _, r := range result.Requests {
		out = append(out, r.URL, r.Body)
		for _, h := range r.Headers {
			out = append(out, h.Value)
		}
	}
	return out
}

// TestOthersVerifyTheReport has the library of the Standard Webhooks project
// judge the signature.
func TestOthersVerifyTheReport(t *testing.T) {
	result, err := phone.Run(options(compiled(t), nil, 1), stories()[0])
	if err != nil || len(result.Requests) != 1 {
		t.Fatalf("%d requests, %v", len(result.Requests), err)
	}
	hook, err := webhook.NewWebhook("whsec_" + base64.StdEncoding.EncodeToString([]byte(secret)))
	if err != nil {
		t.Fatal(err)
	}
	headers := http.Header{}
	for _, h := range result.Requests[0].Headers {
		headers.Add(h.Key, h.Value)
	}
	if err := hook.VerifyIgnoringTimestamp([]byte(result.Requests[0].Body), headers); err != nil {
		t.Errorf("%v: %v", err, headers)
	}
	if err := hook.VerifyIgnoringTimestamp([]byte(result.Requests[0].Body+" "), headers); err == nil {
		t.Error("a changed body is accepted")
	}
	if id := headers.Get("webhook-id"); id != "4711-1" {
		t.Errorf("id %q", id)
	}
	const legs = `"legs":[{"role":"peer","outcome":"caller_left","code":null,"ringing_ms":3000,"talk_ms":40000}]`
	if call := headers.Get("Ringflow-Call"); !strings.Contains(call, legs) {
		t.Errorf("legs: %s", call)
	}
}

// Whatever people do, and whatever the platform is like, the rules hold.
func TestAnyCallInAnyWorld(t *testing.T) {
	code := compiled(t)
	given := stories()[0].Given
	rapid.Check(t, func(t *rapid.T) {
		world := facts.Settings{}
		for _, s := range facts.Switches() {
			world[s.ID] = rapid.SampledFrom(s.Settings).Draw(t, s.ID)
		}
		story := phone.Story{
			From: rapid.SampledFrom([]string{"+12222222222", "13333333333", "14444444444", ""}).Draw(t, "from"),
			To:   "10000000000", Lenient: true, Given: given,
			Steps: rapid.SliceOfN(rapid.Custom(drawStep), 0, 10).Draw(t, "steps"),
		}
		story.Given.Faults = rapid.SliceOfN(rapid.Custom(drawFault), 0, 2).Draw(t, "faults")
		result, err := phone.Run(options(code, world, rapid.Uint64().Draw(t, "seed")), story)
		if err != nil {
			t.Fatal(err)
		}
		if wrong := broken(result); len(wrong) > 0 {
			t.Fatalf("%s\n\n%s", strings.Join(wrong, "\n"), trace(result))
		}
	})
}

func drawStep(t *rapid.T) phone.Step {
	wait := phone.Duration(rapid.SampledFrom([]int{0, 1, 100, 500, 3000, 7999, 8000, 30000}).Draw(t, "after"))
	step := phone.Step{After: &wait}
	switch rapid.IntRange(0, 9).Draw(t, "what") {
	case 0, 1, 2, 3:
		step.Press = &phone.Press{Keys: rapid.SampledFrom([]string{"12345", "12345", "1", "99999", "#", "*", "54321"}).Draw(t, "keys")}
	case 4:
		return phone.Step{Dialled: &phone.Dialled{Answers: &wait, HangsUp: ms(rapid.Int64Range(0, 9000).Draw(t, "hangs up"))}}
	case 5:
		return phone.Step{Dialled: &phone.Dialled{Answers: &wait}}
	case 6:
		return phone.Step{Dialled: &phone.Dialled{Fails: &phone.Fails{Code: rapid.SampledFrom([]int{408, 486, 603, 500}).Draw(t, "code"), After: wait}}}
	case 7:
		step.HangsUp = phone.Caller
	}
	return step
}

func drawFault(t *rapid.T) phone.Fault {
	f := phone.Fault{On: rapid.SampledFrom([]string{phone.OnStorage, phone.OnHTTP, phone.OnSpeech, phone.OnRecording}).Draw(t, "on")}
	f.From, f.Times = rapid.IntRange(1, 3).Draw(t, "from"), rapid.IntRange(0, 2).Draw(t, "times")
	f.Slow = phone.Duration(rapid.SampledFrom([]int{0, 4999, 5000, 20000}).Draw(t, "slow"))
	if f.Slow == 0 || rapid.Bool().Draw(t, "fails") {
		f.Error = "broken"
	}
	return f
}
