package phone_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// agent joins its caller with an agent at the other end of a WebSocket, and takes
// a connection of somebody who watches.
const agent = `
VoxEngine.allowWebSocketConnections();
VoxEngine.addEventListener(AppEvents.WebSocket, (e) => e.websocket.send("a call"));
VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call }) => {
  const ws = VoxEngine.createWebSocket("wss://agent.example/call");
  call.addEventListener(CallEvents.Connected, () => VoxEngine.sendMediaBetween(call, ws));
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  ws.addEventListener(WebSocketEvents.OPEN, () => call.answer());
  ws.addEventListener(WebSocketEvents.CLOSE, () => call.hangup());
});`

const atTheAgent = `"given": {"peers": [{"to": "wss://agent.example/call", "accepts": "50ms", "does": [
	{"gets": {"matches": "\"start\""}, "acts": [{"after": "500ms", "talks": {"text": "How can I help?"}}]},
	{"hears": "(?i)parcel", "times": 1, "acts": [{"talks": {"text": "It comes today."}}, {"after": "3s", "closes": {"code": 1000}}]}]}]}, `

func playAgent(t *testing.T, s phone.Story) phone.Result {
	t.Helper()
	code, err := voxengine.Compile(voxengine.Script{Name: "agent.js", Text: agent})
	if err != nil {
		t.Fatal(err)
	}
	result, err := phone.Run(voxengine.Options{Code: code, Start: 1_775_995_200_000}, s)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestPeers(t *testing.T) {
	result := playAgent(t, story(t, atTheAgent, `
		{"hears": {"text": "How can I help?"}}, {"connects": {"suffix": "/watch"}}, {"says": "Where is my parcel?"},
		{"hears": {"text": "It comes today."}}, {"expect": {"kind": "hangup", "with": {"by": "scenario"}}}`))
	for _, failure := range result.Failures {
		t.Error(failure)
	}
}

// TestPeersThatDoNotComeTrue: what a peer does is seen as what the platform does is.
func TestPeersThatDoNotComeTrue(t *testing.T) {
	for want, steps := range map[string]string{
		`expected to hear "Good morning.", but "How can I help?" was heard`:       `{"hears": {"text": "Good morning."}}`,
		`expected the session to refuse a WebSocket connection, but it was taken`: `{"hears": {"text": "How can I help?"}}, {"connects": {"refused": true}}`,
		`expected silence, but "How can I help?" was heard`:                       `{"after": "5s"}, {"press": {"keys": "1"}}`,
	} {
		result := playAgent(t, story(t, atTheAgent, steps))
		if len(result.Failures) == 0 || !strings.Contains(result.Failures[0].String(), want) {
			t.Errorf("%s: %v", want, result.Failures)
		}
	}
}

// TestRemarkOfImpossibleActs: what a peer cannot do is told in the trace.
func TestRemarkOfImpossibleActs(t *testing.T) {
	result := playAgent(t, story(t, `"given": {"peers": [{"does": [{"opens": true, "acts": [{"event": "SessionCreated"}, {"breaks": true}]}]}]}, `, `{"expect": {"kind": "note"}}`))
	for _, failure := range result.Failures {
		t.Error(failure)
	}
}

func TestPeersAreChecked(t *testing.T) {
	for want, does := range map[string]string{
		`peer 1: reaction 1: it has 0 of opens, gets, voice and hears, it needs one`:                           `{"acts": [{"sends": "x"}]}`,
		`peer 1: reaction 1: it does nothing, it needs acts`:                                                   `{"opens": true, "acts": []}`,
		`peer 1: reaction 1: act 1: it has 2 of sends, event, answers, talks, closes and breaks, it needs one`: `{"opens": true, "acts": [{"sends": "x", "breaks": true}]}`,
		`peer 1: reaction 1: act 1: data is what an event carries`:                                             `{"opens": true, "acts": [{"sends": "x", "data": {}}]}`,
		"peer 1: reaction 1: error parsing regexp: missing closing ): `(`":                                     `{"gets": {"matches": "("}, "acts": [{"sends": "x"}]}`,
	} {
		err := story(t, `"given": {"peers": [{"does": [`+does+`]}]}, `, ``).Check()
		if err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}
