package phone_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// hotline puts callers into the queue "sales".
func hotline(t *testing.T) *voxengine.Code {
	t.Helper()
	code, err := voxengine.Compile(voxengine.Script{Name: "hotline.js", Text: `require(Modules.ACD);
VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call }) => {
  const request = VoxEngine.enqueueACDRequest("sales", call.callerid());
  call.answer();
  request.addEventListener(ACDEvents.Queued, () => request.getStatus());
  request.addEventListener(ACDEvents.Waiting, (e) => call.say("You are number " + e.position + "."));
  request.addEventListener(ACDEvents.Offline, () => {
    call.say("We are closed.");
    call.addEventListener(CallEvents.PlaybackFinished, VoxEngine.terminate);
  });
  request.addEventListener(ACDEvents.OperatorReached, ({ operatorCall }) => {
    operatorCall.say("Sales.");
    operatorCall.addEventListener(CallEvents.PlaybackFinished, () => VoxEngine.sendMediaBetween(call, operatorCall));
    operatorCall.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  });
  call.addEventListener(CallEvents.Disconnected, () => {
    request.cancel();
    VoxEngine.terminate();
  });
});`})
	if err != nil {
		t.Fatal(err)
	}
	return code
}

func queued(t *testing.T, given, steps string) phone.Result {
	t.Helper()
	result, err := phone.Run(voxengine.Options{Code: hotline(t), Start: 1_775_995_200_000}, story(t, `"given": {"queues": [{"name": "sales", "service": "20s", "ahead": 2}], `+given+`}, `, steps))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// TestAgents are stories with agents that come true.
func TestAgents(t *testing.T) {
	for name, result := range map[string]phone.Result{
		"an agent who acts alone": queued(t, `"agents": [{"name": "anna", "queues": ["sales"], "busy": "10s", "does": {"shows": "12222222222", "answers": "2s", "hears": [{"text": "Sales."}]}}]`,
			`{"hears": {"text": "You are number 3."}}, {"joined": true}, {"talk": "20s"}, `+hangsUp),
		"an agent who is played by the steps": queued(t, `"agents": [{"name": "anna", "queues": ["sales"], "busy": "10s"}]`,
			`{"hears": {"text": "You are number 3."}}, {"dialled": {"to": "anna", "shows": "12222222222", "answers": "2s", "hangs_up": "30s", "hears": [{"text": "Sales."}]}}, {"joined": true}, {"talk": "20s"}`),
		"nobody is there": queued(t, `"agents": [{"name": "anna", "queues": ["sales"], "offline": true}]`, `{"hears": {"text": "We are closed."}}`),
	} {
		if len(result.Failures) > 0 || result.Err != nil {
			t.Errorf("%s: %v %v", name, result.Failures, result.Err)
		}
	}
}

// TestAgentsDiffer are stories whose agents see or hear something else.
func TestAgentsDiffer(t *testing.T) {
	for want, does := range map[string]string{
		`expected agent anna to be called as the story says, but the call shows 12222222222`: `{"shows": "10000000000", "answers": "2s"}`,
		`expected the called side to hear "Support.", but "Sales." was heard at`:             `{"answers": "2s", "hears": [{"text": "Support."}]}`,
	} {
		result := queued(t, `"agents": [{"name": "anna", "queues": ["sales"], "busy": "10s", "does": `+does+`}]`, `{"hears": {"text": "You are number 3."}}, {"joined": true}, `+hangsUp)
		if len(result.Failures) != 1 || !strings.Contains(result.Failures[0].String(), want) || !strings.HasPrefix(result.Failures[0].String(), "after the last step") {
			t.Errorf("got %v\nwant %s", result.Failures, want)
		}
	}
}

func TestCheckAgents(t *testing.T) {
	s := phone.Story{Given: phone.Given{Agents: []phone.Agent{
		{Name: "anna", Does: &phone.Dialled{To: "bert"}}, {Name: "bert", Does: &phone.Dialled{NoAnswer: true, Busy: new(phone.Duration)}}, {Name: "carl", Queues: []string{"sales"}},
	}}}
	err := s.Check()
	const want = `RF5006: agent carl serves the queue "sales", which there is not
agent anna: does has a to, an agent is called by name
agent bert: the called side cannot do busy and no_answer at once`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
