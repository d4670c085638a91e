package voxengine_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

const ends = `
	VoxEngine.addEventListener(AppEvents.Terminating, () => Logger.write("terminating"));
	VoxEngine.addEventListener(AppEvents.Terminated, () => Logger.write("terminated"));
`

// TestEndPhase is what still happens after terminate.
func TestEndPhase(t *testing.T) {
	for _, c := range []struct {
		name, script string
		switches     facts.Settings
		latency      int64
		want         string
	}{
		{"code after it runs", `VoxEngine.terminate(); Logger.write("after"); VoxEngine.terminate();`, nil, 0, `
			0.000 log text="after"
			0.000 terminating
			0.000 log text="terminating"
			0.000 terminated
			0.000 log text="terminated"`},
		{"nothing else does", `
			setTimeout(() => Logger.write("timer"), 0); Promise.resolve().then(() => Logger.write("job"));
			VoxEngine.addEventListener(AppEvents.Started, () => Logger.write("started"));
			VoxEngine.terminate(); setTimeout(() => Logger.write("late timer"), 0);`, nil, 0, `
			0.000 note text="setTimeout has no effect, the session ends"
			0.000 log text="job"
			0.000 terminating
			0.000 log text="terminating"
			0.000 terminated
			0.000 log text="terminated"`},
		{"requests that are out come back, queued ones are dropped", `
			for (let i = 1; i <= 4; i++) Net.httpRequest("https://a.example/" + i, () => Logger.write("answer " + i));
			VoxEngine.terminate();`, nil, 2000, `
			0.000 http method="GET" url="https://a.example/1" code=200 ms=2000
			0.000 http method="GET" url="https://a.example/2" code=200 ms=2000
			0.000 http method="GET" url="https://a.example/3" code=200 ms=2000
			2.000 log text="answer 1"
			2.000 log text="answer 2"
			2.000 log text="answer 3"
			2.000 terminating
			2.000 log text="terminating"
			2.000 terminated
			2.000 log text="terminated"`},
		{"their callbacks may be dropped", `
			Net.httpRequest("https://a.example/1", () => Logger.write("answer")); VoxEngine.terminate();`,
			facts.Settings{facts.DrainCallbacks: "dropped"}, 2000, `
			0.000 http method="GET" url="https://a.example/1" code=200 ms=2000
			2.000 terminating
			2.000 log text="terminating"
			2.000 terminated
			2.000 log text="terminated"`},
		{"a request after terminate is not sent", `
			VoxEngine.terminate(); Net.httpRequest("https://a.example/1", r => Logger.write(String(r.code)));`, nil, 2000, `
			0.000 note text="the request is not sent, the session ends"
			0.000 terminating
			0.000 log text="terminating"
			0.000 log text="0"
			0.000 terminated
			0.000 log text="terminated"`},
		{"one request in the end phase", `
			VoxEngine.addEventListener(AppEvents.Terminating, () => {
			  Net.httpRequest("https://a.example/1", r => Logger.write("answer " + r.code));
			  Net.httpRequest("https://a.example/2", r => Logger.write("answer " + r.code));
			  setTimeout(() => {}, 1);
			});
			VoxEngine.terminate();`, nil, 2000, `
			0.000 terminating
			0.000 log text="terminating"
			0.000 http method="GET" url="https://a.example/1" code=200 ms=2000
			0.000 note text="the request is not sent, the session ends"
			0.000 note text="setTimeout has no effect, the session ends"
			0.000 log text="answer 0"
			2.000 log text="answer 200"
			2.000 terminated
			2.000 log text="terminated"`},
		{"awaited in the end phase", `
			VoxEngine.addEventListener(AppEvents.Terminating, async () => {
			  Logger.write(String((await Net.httpRequestAsync("https://a.example/1")).code));
			});
			VoxEngine.terminate();`, nil, 70, `
			0.000 terminating
			0.000 log text="terminating"
			0.000 http method="GET" url="https://a.example/1" code=200 ms=70
			0.070 log text="200"
			0.070 terminated
			0.070 log text="terminated"`},
		{"the storage is closed", `
			require(Modules.ApplicationStorage);
			VoxEngine.addEventListener(AppEvents.Terminating, () => ApplicationStorage.get("a").then(() => Logger.write("got"), () => Logger.write("failed")));
			VoxEngine.terminate();`, nil, 0, `
			0.000 terminating
			0.000 log text="terminating"
			0.000 note text="ApplicationStorage does not answer any more, the session ends"
			0.000 terminated
			0.000 log text="terminated"`},
		{"no call in the end phase", `
			VoxEngine.addEventListener(AppEvents.Terminating, () => Logger.write(VoxEngine.callPSTN("13333333333", "1").state()));
			VoxEngine.terminate();`, nil, 0, `
			0.000 terminating
			0.000 log text="terminating"
			0.000 note text="VoxEngine.callPSTN dials nobody, the session ends"
			0.000 log text="TERMINATED"
			0.000 terminated
			0.000 log text="terminated"`},
		{"an error in the end phase", `
			VoxEngine.addEventListener(AppEvents.Terminating, () => { throw new Error("late"); });
			VoxEngine.terminate();`, nil, 0, `
			0.000 terminating
			0.000 log text="terminating"
			0.000 error text="Error: late" at="a.js:5:68"
			0.000 terminated
			0.000 log text="terminated"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &web{response: voxengine.Response{Code: 200, Latency: c.latency}}
			p := open(t, voxengine.Options{HTTP: w, Switches: c.switches}, ends+c.script)
			p.Run()
			p.want(c.want)
			if reason, _ := p.Ended(); reason != voxengine.EndedByScript {
				t.Errorf("ended by %q", reason)
			}
		})
	}
}

// TestEndWaitsAtMost gives up on requests that take longer than the platform waits.
func TestEndWaitsAtMost(t *testing.T) {
	w := &web{response: voxengine.Response{Code: 200, Latency: 89_000}}
	p := open(t, voxengine.Options{HTTP: w}, ends+`
		for (let i = 0; i < 6; i++) Net.httpRequest("https://a.example/", () => Logger.write("answer"));
		VoxEngine.addEventListener(AppEvents.Started, () => setTimeout(VoxEngine.terminate, 50000));
		const stay = VoxEngine.callPSTN("13333333333", "1");`)
	p.Run()
	if got := p.logged(); got != "answer answer answer terminating terminated" || p.Now() != 89_000 {
		t.Errorf("logged %q, ended at %d", got, p.Now())
	}
}

// TestTerminateDropsCalls tells people, and not the script, that calls end.
func TestTerminateDropsCalls(t *testing.T) {
	p, _ := dialIn(t, voxengine.Options{Carrier: answering(5000)}, alerting(`
		call.answer(); call.record();
		VoxEngine.callPSTN("13333333333", "1");
		setTimeout(() => { globalThis.saw = name => log(name); call.say("12345"); VoxEngine.terminate(); log(call.state()); }, 2000);`))
	p.Run()
	want := `
		2.000 hangup caller by="platform"
		2.000 disconnected caller code=200 duration=2
		2.000 hangup leg-1 by="platform"
		2.000 failed leg-1 code=487 reason="Request Terminated"
		2.000 log text="TERMINATED"
		2.000 terminating
		2.000 terminated`
	if !strings.HasSuffix(lines(p.trace()), lines(want)) {
		t.Errorf("trace is\n%s", p.trace())
	}
}

// TestTerminateAsListener is how most scripts use it: unbound, with an event.
func TestTerminateAsListener(t *testing.T) {
	p, caller := dialIn(t, voxengine.Options{}, answerAll+`
		function connected() {
		  for (let i = 0; i < 2; i++) call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
		  call.addEventListener(CallEvents.Disconnected, () => Logger.write("never"));
		}`)
	p.At(1000, func() { caller.Hangup() })
	p.Run()
	if reason, _ := p.Ended(); reason != voxengine.EndedByScript || p.logged() != "" || p.Now() != 1000 {
		t.Errorf("ended by %q at %d, logged %q", reason, p.Now(), p.logged())
	}
}

func TestIdleAfterTheLastCall(t *testing.T) {
	p, caller := dialIn(t, voxengine.Options{}, alerting(`call.answer();`)+ends)
	p.At(100_000, func() { caller.Hangup() })
	p.Run()
	if reason, _ := p.Ended(); reason != voxengine.EndedIdle || p.Now() != 160_000 {
		t.Errorf("ended by %q at %d", reason, p.Now())
	}
}

func TestStop(t *testing.T) {
	p, caller := dialIn(t, voxengine.Options{}, alerting(`call.answer();`)+ends)
	p.At(5000, p.Stop)
	p.At(9000, func() { t.Error("something ran after the end") })
	p.Run()
	if reason, _ := p.Ended(); reason != voxengine.EndedByHost || p.logged() != "terminating terminated" || caller.State() != voxengine.Ended {
		t.Errorf("ended by %q, logged %q, caller %s", reason, p.logged(), caller.State())
	}
	p.At(9000, func() { t.Error("something ran after the end") }) // and once more, too late
	if p.Step() {
		t.Error("a session that ended has a next event")
	}
}

// TestNoCallWhileItEnds is a call that arrives between terminate and Terminating.
func TestNoCallWhileItEnds(t *testing.T) {
	w := &web{response: voxengine.Response{Code: 200, Latency: 5000}}
	p := open(t, voxengine.Options{HTTP: w}, alerting(`log("alerting");`)+`Net.httpRequest("https://a.example/"); VoxEngine.terminate();`)
	p.At(1000, func() {
		if leg := p.Incoming(voxengine.Incoming{From: "12222222222", To: "10000000000"}); leg.State() != voxengine.Ended {
			t.Errorf("the call is %s", leg.State())
		}
	})
	p.Run()
	if p.logged() != "" || p.Now() != 5000 {
		t.Errorf("logged %q, ended at %d", p.logged(), p.Now())
	}
}

func TestStarted(t *testing.T) {
	p := open(t, voxengine.Options{Info: voxengine.Info{SessionID: 7, AccountID: 8, ApplicationID: 9, AccessURL: "http://a/", AccessSecureURL: "https://a/", LogURL: "https://l/",
		Secrets: map[string]string{"key": "s3cret"}}}, `
		VoxEngine.addEventListener(AppEvents.Started, e => Logger.write(JSON.stringify(e)));
		Logger.write(VoxEngine.getSecretValue("key") + " " + VoxEngine.getSecretValue("other"));`)
	p.Run()
	want := `s3cret undefined {"name":"Application.Started","accessURL":"http://a/","accessSecureURL":"https://a/","accountId":8,"applicationId":9,"logURL":"https://l/","sessionId":7}`
	if got := p.logged(); got != want {
		t.Errorf("logged %q\nwant   %q", got, want)
	}
}

// TestEndsOnce: a script that ends the session when it hears of its last request
// gets each event of the end once.
func TestEndsOnce(t *testing.T) {
	code, err := voxengine.Compile(voxengine.Script{Name: "end.js", Text: `
		VoxEngine.addEventListener(AppEvents.Started, () => Net.httpRequest("https://example.com", () => VoxEngine.terminate(), {}));
		VoxEngine.addEventListener(AppEvents.Terminating, () => Logger.write("terminating"));
		VoxEngine.addEventListener(AppEvents.Terminated, () => Logger.write("terminated"));`})
	if err != nil {
		t.Fatal(err)
	}
	var logs []string
	s, err := voxengine.New(voxengine.Options{Code: code, Trace: func(e voxengine.Event) {
		if e.Kind == voxengine.KindLog {
			logs = append(logs, e.Text)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	s.Run()
	if got := strings.Join(logs, " "); got != "terminating terminated" {
		t.Errorf("the script heard %q", got)
	}
}
