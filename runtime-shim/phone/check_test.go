package phone_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func TestCheck(t *testing.T) {
	for want, s := range map[string]phone.Story{
		`step 1: nobody calls in this story, so there is no caller; the side that was dialled is the callee`:                                        {Steps: []phone.Step{{HangsUp: phone.Caller}}},
		`step 1: hears and press cannot be one step, write one step each`:                                                                           story(t, "", `{"hears": {"any": true}, "press": {"keys": "1"}}`),
		`step 2: the step is empty, it needs one of hears, press, says, hangs_up, dialled, joined, talk, expect, sends, control, connects or after`: story(t, "", `{"after": "1s"}, {}`),
		`x.yaml:3:1: hears has 2 of text, matches, url and any, it needs one`:                                                                       story(t, "", `{"place": "x.yaml:3:1", "hears": {"any": true, "text": "a"}}`),
		"step 1: expect matches no text: error parsing regexp: missing closing ): `(`":                                                              story(t, "", `{"expect": {"kind": "say", "matches": "("}}`),
		"step 1: hears matches no text: error parsing regexp: missing closing ): `(`":                                                               story(t, "", `{"hears": {"matches": "("}}`),
		`step 1: press needs keys, which are 0 to 9, * and #`:                                                                                       story(t, "", `{"press": {"keys": "12a"}}`),
		`step 1: press is by "both", it can be callee; without it the caller presses`:                                                               story(t, "", `{"press": {"keys": "1", "by": "both"}}`),
		`step 1: hangs_up is "both", it can be caller or callee`:                                                                                    story(t, "", `{"hangs_up": "both"}`),
		`step 1: the called side cannot do answers and busy at once`:                                                                                story(t, "", `{"dialled": {"answers": "1s", "busy": "1s"}}`),
		`step 1: the called side can only hear and hang up when it answers`:                                                                         story(t, "", `{"dialled": {"busy": "1s", "hangs_up": "1s"}}`),
		`step 1: spoken is about says, which the step does not have`:                                                                                story(t, "", `{"press": {"keys": "1"}, "spoken": {"for": "1s"}}`),
		`step 1: spoken is by Bob, it can be caller or callee`:                                                                                      story(t, "", `{"says": "a", "spoken": {"by": "Bob"}}`),
		`step 1: confidence of spoken is 0 to 1`:                                                                                                    story(t, "", `{"says": "a", "spoken": {"confidence": 2}}`),
		`step 1: the called side is a machine with a greeting, or a person who says something`:                                                      story(t, "", `{"dialled": {"answers": "1s", "says": "a", "machine": {"greeting": "b"}}}`),
		`step 1: the called side can only speak when it answers, or is heard early`:                                                                 story(t, "", `{"dialled": {"busy": "1s", "says": "a"}}`),
		`step 1: a call cannot fail with code 200, SIP codes are 300 to 699`:                                                                        story(t, "", `{"dialled": {"fails": {"code": 200}}}`),
		`step 1: expect names no kind of event, such as http or kv_get`:                                                                             story(t, "", `{"expect": {"kind": ""}}`),
		`fault 1: on is "moon", it can be storage, http, speech, recording, recognition, detection, mail or call_list`:                              story(t, `"given": {"faults": [{"on": "moon", "error": "x"}]}, `, ``),
		`fault 1: it does nothing, it needs error, code or slow`:                                                                                    story(t, `"given": {"faults": [{"on": "http"}]}, `, ``),
	} {
		err := s.Check()
		if err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
		if _, err := phone.Run(voxengine.Options{Code: desk(t)}, s); err == nil {
			t.Errorf("a story that is wrong was played: %s", want)
		}
	}
	nobody := phone.Story{Steps: []phone.Step{{Says: "a", Spoken: &phone.Spoken{By: phone.Caller}}}}
	if err := nobody.Check(); err == nil || !strings.Contains(err.Error(), "nobody calls in this story") {
		t.Errorf("a caller whom there is not speaks: %v", err)
	}
	both := story(t, "", `{}, {"press": {"keys": ""}}`).Check()
	if both == nil || strings.Count(both.Error(), "\n") != 1 {
		t.Errorf("want both problems, got %v", both)
	}
}

func TestDuration(t *testing.T) {
	for text, want := range map[string]phone.Duration{"0s": 0, "200ms": 200, "1.5s": 1500, "2m": 120_000} {
		var d phone.Duration
		if err := d.UnmarshalText([]byte(text)); err != nil || d != want {
			t.Errorf("%s is %d, %v", text, d, err)
		}
	}
	for _, bad := range []string{"", "5", "-1s", "1.5ms", "soon"} {
		var d phone.Duration
		if err := d.UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q was read as %d", bad, d)
		}
	}
}

// TestStoryAsJSON keeps a story the same through its JSON form.
func TestStoryAsJSON(t *testing.T) {
	want := story(t, colleague+`, "lenient": true, "headers": {"X-A": "b"}, `, welcome+`, {"after": "1.5s", "press": {"keys": "1", "gap": "50ms"}},
		{"dialled": {"to": "1", "answers": "3s", "hears": [{"any": true, "for": "1s"}]}}, {"joined": true}, {"talk": "1m"}, {"hangs_up": "callee"}`)
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got phone.Story
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// FuzzStory feeds arbitrary JSON: what is a story is played to its end.
func FuzzStory(f *testing.F) {
	f.Add(`{"to": "1", "steps": [{"hears": {"any": true}}, {"press": {"keys": "1"}}, {"hangs_up": "caller"}]}`)
	f.Add(`{"to": "1", "given": {"storage": {"colleague": "2"}}, "steps": [{"after": "3s", "press": {"keys": "1"}}, {"dialled": {"answers": "1s"}}, {"joined": true}]}`)
	f.Add(`{"to": "1", "steps": [{"says": "a b", "spoken": {"for": "0s", "heard": "", "confidence": 0.5}}, {"dialled": {"offline": true, "early": "1s", "forwards": "0s", "machine": {"greeting": "c", "beep": "1s"}}}]}`)
	code := desk(f)
	f.Fuzz(func(t *testing.T, data string) {
		var s phone.Story
		if json.Unmarshal([]byte(data), &s) != nil {
			return
		}
		result, err := phone.Run(voxengine.Options{Code: code}, s)
		if err == nil && result.Reason == "" {
			t.Errorf("the session did not end\n%s", text(result))
		}
	})
}
