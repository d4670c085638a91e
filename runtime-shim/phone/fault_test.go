package phone_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// probe logs how each thing that can fail went.
const probe = `
require(Modules.ApplicationStorage);
const say = (what) => (v) => Logger.write(what + " " + v);
VoxEngine.addEventListener(AppEvents.CallAlerting, async ({ call }) => {
  call.addEventListener(CallEvents.RecordStarted, () => Logger.write("recording"));
  call.addEventListener(CallEvents.RecordError, (e) => Logger.write("recording: " + e.error));
  call.addEventListener(CallEvents.PlaybackFinished, (e) => Logger.write("speech " + (e.error || "fine")));
  call.answer();
  call.record();
  for (const key of ["a", "b", "a"]) {
    const start = Date.now();
    await ApplicationStorage.get(key).then((i) => Logger.write(key + " " + (i && i.value)), (e) => Logger.write(key + ": " + e.message));
    if (Date.now() > start) Logger.write("after " + (Date.now() - start));
  }
  for (let i = 0; i < 3; i++) Logger.write("http " + (await Net.httpRequestAsync("https://results.example/")).code);
  call.say("Good evening");
});`

func TestFaults(t *testing.T) {
	code, err := voxengine.Compile(voxengine.Script{Name: "probe.js", Text: probe})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ faults, want string }{
		"none":                  {``, `a 1|b null|a 1|http 200|http 200|http 200|speech fine|recording`},
		"storage fails":         {`{"on": "storage", "error": "down"}`, `a: ApplicationStorage: down|b: ApplicationStorage: down|a: ApplicationStorage: down|http 200|http 200|http 200|speech fine|recording`},
		"one key fails":         {`{"on": "storage", "match": "b", "error": "down"}`, `a 1|b: ApplicationStorage: down|a 1|http 200|http 200|http 200|speech fine|recording`},
		"second get of a fails": {`{"on": "storage", "match": "a", "from": 2, "error": "down"}`, `a 1|b null|a: ApplicationStorage: down|http 200|http 200|http 200|speech fine|recording`},
		"first get is slow":     {`{"on": "storage", "times": 1, "slow": "30ms"}`, `a 1|after 30|b null|a 1|http 200|http 200|http 200|speech fine|recording`},
		"network fails once":    {`{"on": "http", "from": 2, "times": 1, "error": "cut"}`, `a 1|b null|a 1|http 200|http -4|http 200|speech fine|recording`},
		"server fails":          {`{"on": "http", "times": 2, "code": 503}`, `a 1|b null|a 1|http 503|http 503|http 200|speech fine|recording`},
		"network is slow":       {`{"on": "http", "times": 1, "slow": "91s"}`, `a 1|b null|a 1|http -7|http 200|http 200|speech fine|recording`},
		"speech fails":          {`{"on": "speech", "error": "no voice"}`, `a 1|b null|a 1|http 200|http 200|http 200|speech no voice|recording`},
		"recording fails":       {`{"on": "recording", "match": "caller", "error": "disk full"}`, `a 1|b null|a 1|http 200|http 200|http 200|speech fine|recording: disk full`},
		"recording is late":     {`{"on": "recording", "slow": "350ms"}`, `a 1|b null|a 1|http 200|http 200|http 200|speech fine|recording`},
	} {
		t.Run(name, func(t *testing.T) {
			s := story(t, `"given": {"storage": {"a": "1"}, "faults": [`+c.faults+`]}, `, `{"after": "2m", "hangs_up": "caller"}`)
			s.Lenient = true
			result, err := phone.Run(voxengine.Options{Code: code}, s)
			if err != nil {
				t.Fatal(err)
			}
			var logged, recording []string // the recording starts while the rest goes on
			for _, e := range result.Events {
				switch {
				case e.Kind == voxengine.KindLog && strings.HasPrefix(e.Text, "recording"):
					recording = append(recording, e.Text)
				case e.Kind == voxengine.KindLog:
					logged = append(logged, e.Text)
				}
			}
			if got := strings.Join(append(logged, recording...), "|"); got != c.want {
				t.Errorf("got  %s\nwant %s\n%s", got, c.want, text(result))
			}
			if len(result.Requests) != 3 {
				t.Errorf("%d requests are reported, want 3", len(result.Requests))
			}
		})
	}
}

func TestLengths(t *testing.T) {
	s := story(t, `"given": {"lengths": {"Welcome. Press one for a colleague.": "10s"}}, `, welcome+`, {"after": "0s", "hangs_up": "caller"}`)
	if result := run(t, s); len(result.Failures) > 0 || result.End != 10_100 {
		t.Errorf("failures %v, end %d, want none and 10100", result.Failures, result.End)
	}
}

func TestAnswers(t *testing.T) {
	network := phone.NewNetwork(
		phone.Answer{URL: "https://a.example/", Method: "POST", Code: 201, Body: "made", Times: 1, Headers: map[string]string{"B": "2", "A": "1"}},
		phone.Answer{URL: "https://a.example/", Code: 404, Latency: 5},
	)
	first := network.Do(voxengine.Request{Method: "POST", URL: "https://a.example/"})
	if first.Code != 201 || first.Body != "made" || first.Latency != 100 || first.Headers[0].Key != "A" {
		t.Errorf("first answer %+v", first)
	}
	if second := network.Do(voxengine.Request{Method: "POST", URL: "https://a.example/"}); second.Code != 404 || second.Latency != 5 {
		t.Errorf("second answer %+v", second)
	}
	if other := network.Do(voxengine.Request{Method: "GET", URL: "https://b.example/"}); other.Code != 200 {
		t.Errorf("answer to an unknown address %+v", other)
	}
}
