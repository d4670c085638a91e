package platform_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// conferencing is an application whose callers meet in a conference.
func (w *world) conferencing(t *testing.T) {
	t.Helper()
	w.deploy(t, `VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
		const room = VoxEngine.callConference("room-1", e.callerid, e.displayName);
		room.addEventListener(CallEvents.Failed, (failed) => Logger.write("failed " + failed.code));
		VoxEngine.easyProcess(e.call, room);
	});`)
	w.do(t, "AddRule", "application_name", "demo", "rule_name", "rooms", "rule_pattern", "room-.*", "video_conference", "true")
	w.do(t, "AddScenario", "scenario_name", "room", "rule_id", "30002", "scenario_script", `require(Modules.Conference);
		let conference;
		VoxEngine.addEventListener(AppEvents.Started, (e) => {
			Logger.write("conference " + e.conference_name);
			conference = VoxEngine.createConference({ hd_audio: false });
		});
		VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call, scheme }) => {
			call.answer();
			conference.add({ call, mode: "FORWARD", direction: "BOTH", scheme });
			call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
		});`)
	w.do(t, "ReorderRules", "rule_id", "30002;30001")
}

// A call to a conference runs in a session of its own, which is recorded as any.
func TestConferenceIsRecorded(t *testing.T) {
	w := newWorld(t, jumping)
	w.conferencing(t)
	_, trace := w.admin(t, "POST", "calls", `{"to": "10000000000", "story": {"steps": [{"joined": true}, {"hangs_up": "caller"}]}}`)
	if !strings.Contains(trace, `"kind":"dial","leg":"leg-1","to":"room-1"`) {
		t.Fatal(trace)
	}
	_, list := w.admin(t, "GET", "sessions", "")
	if !strings.Contains(list, `"rule":"rooms"`) || !strings.Contains(list, `"rule":"all"`) {
		t.Fatal(list)
	}
	id := decode(t, strings.SplitAfter(trace, "\n")[0])["session"].(float64)
	_, room := w.admin(t, "GET", fmt.Sprintf("sessions/%.0f/trace", id+1), "")
	for _, want := range []string{`"text":"conference room-1"`, `"legs":["conference-1","caller"]`, `"ended":{"reason":"terminate"`} {
		if !strings.Contains(room, want) {
			t.Errorf("no %s in %s", want, room)
		}
	}
}

// Sessions of different calls have clocks of their own, so they cannot meet.
func TestConferenceOfAnotherCall(t *testing.T) {
	p, err := platform.New(platform.Options{GenerateKey: rsaKey}) // paced: the first call lasts
	must(t, err)
	w := serveWorld(t, p)
	w.conferencing(t)
	story := phone.Story{From: "12222222222", To: platform.FirstNumber, Lenient: true, Steps: []phone.Step{wait(60 * phone.Minute)}}
	first, err := p.Call(story)
	must(t, err)
	untilConnected(t, first)
	second, err := p.Call(story)
	must(t, err)
	if got := lines(t, second); strings.Join(got, "") != "failed 404" {
		t.Errorf("the second call logged %v", got)
	}
	must(t, p.Close())
}
