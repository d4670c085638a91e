package platform_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

const dialler = `VoxEngine.addEventListener(AppEvents.Started, () => {
	const call = VoxEngine.callPSTN(VoxEngine.customData(), "10000000000");
	call.addEventListener(CallEvents.Connected, () => { call.say("hello"); call.addEventListener(CallEvents.PlaybackFinished, VoxEngine.terminate); });
	call.addEventListener(CallEvents.Failed, VoxEngine.terminate);
});`

// started starts the rule and returns the trace of its session.
func started(t *testing.T, w *world, data string) string {
	t.Helper()
	reply := decode(t, w.do(t, "StartScenarios", "rule_id", "30001", "script_custom_data", data))
	id := fmt.Sprint(int64(reply["call_session_history_id"].(float64)))
	if !strings.Contains(reply["media_session_access_url"].(string), "/request/"+id+"/") {
		t.Errorf("session %s is reached at %v", id, reply["media_session_access_url"])
	}
	status, trace := w.admin(t, "GET", "sessions/"+id+"/trace", "")
	if status != http.StatusOK {
		t.Fatal(status, trace)
	}
	return trace
}

func TestStartScenarios(t *testing.T) {
	w := newWorld(t, jumping)
	w.ServedAt(w.url)
	w.deploy(t, dialler)
	usual := started(t, w, "12222222222")
	for _, want := range []string{`"kind":"dial","leg":"leg-1","to":"12222222222"`, `{"t":2000,`, `"text":"hello"`, `"reason":"terminate"`} {
		if !strings.Contains(usual, want) {
			t.Errorf("no %s in\n%s", want, usual)
		}
	}
	if status, text := w.admin(t, "PUT", "people", `{"steps": [{"dialled": {"busy": "1s"}}]}`); status != http.StatusOK {
		t.Fatal(status, text)
	}
	if busy := started(t, w, "12222222222"); !strings.Contains(busy, `"code":486`) || strings.Contains(busy, `"text":"hello"`) {
		t.Error(busy)
	}
}

func TestPeopleAreRefused(t *testing.T) {
	w := newWorld(t, jumping)
	for _, story := range []string{`{"to": "10000000000"}`, `{"steps": [{}]}`, `{"peeple": 1}`} {
		if status, text := w.admin(t, "PUT", "people", story); status < 400 || !strings.Contains(text, "RF6405") {
			t.Error(story, status, text)
		}
	}
}
