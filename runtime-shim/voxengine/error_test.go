package voxengine_test

import (
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestErrors are scripts that fail, and what is said of each.
func TestErrors(t *testing.T) {
	for _, c := range []struct{ name, script, want string }{
		{"thrown", `throw new Error("full");`, "RF5002: Error: full\n\tat a.js:1:7"},
		{"thrown text", `throw "full";`, "RF5002: full\n\tat a.js:1:1"},
		{"thrown object that throws", `throw { toString() { throw 1; } };`, "RF5002: a value that cannot be shown\n\tat a.js:1:1"},
		{"misspelt function", `VoxEngine.calPSTN("1");`, "RF5002: TypeError: VoxEngine.calPSTN is not a function; did you mean VoxEngine.callPSTN?\n\tat a.js:1:18"},
		{"misspelt method", `const call = VoxEngine.callPSTN("1", "2"); call.hangUp();`, "RF5002: TypeError: Call.hangUp is not a function; did you mean Call.hangup?\n\tat a.js:1:55"},
		{"misspelt global", `setTimeOut(() => 1, 2);`, "RF5002: ReferenceError: setTimeOut is not defined; did you mean setTimeout?\n\tat a.js:1:11"},
		{"misspelt object", `VoxEngin.terminate();`, "RF5002: ReferenceError: VoxEngin is not defined; did you mean VoxEngine?\n\tat a.js:1:1"},
		{"module that is not required", `ApplicationStorage.get("a");`, "RF5002: ReferenceError: ApplicationStorage is not defined; call require(Modules.ApplicationStorage) first\n\tat a.js:1:1"},
		{"nothing near", `weather();`, "RF5002: ReferenceError: weather is not defined\n\tat a.js:1:8"},
		{"own object", `const o = {}; o.fly();`, "RF5002: TypeError: Object has no member 'fly'\n\tat a.js:1:20"},
		{"not emulated function", `VoxEngine.callWhatsappUser({});`, "RF5002: Error: VoxEngine.callWhatsappUser is not emulated yet; the platform has it, so test this part of the scenario there\n\tat a.js:1:27"},
		{"not emulated class", `require(Modules.ACD); new ACDRequest("a");`, "RF5002: Error: ACDRequest is not emulated yet; the platform has it, so test this part of the scenario there\n\tat a.js:1:23"},
		{"rejected", `Promise.reject(new TypeError("full"));`, "RF5003: unhandled rejection: TypeError: full\n\tat a.js:1:16"},
		{"rejected in a function", "async function f() {\n  await null;\n  VoxEngine.calPSTN();\n}\nf();", "RF5003: unhandled rejection: TypeError: VoxEngine.calPSTN is not a function; did you mean VoxEngine.callPSTN?\n\tat a.js:3:20"},
		{"too much recursion", `function f() { f(); } f();`, "RF5002: RangeError: too much recursion" + strings.Repeat("\n\tat a.js:1:17", 10)},
		{"listener that is none", `VoxEngine.addEventListener(AppEvents.Started, undefined);`, "RF5002: the listener of Application.Started is not a function but undefined; give a function to addEventListener, setTimeout and requests"},
		{"timer that is none", `setTimeout("alert(1)", 5);`, "RF5002: TypeError: setTimeout needs a function, it got a string\n\tat a.js:1:11"},
		{"string too long", `"ab".repeat(1e10);`, "RF5002: RangeError: invalid string length\n\tat a.js:1:12"},
		{"padding too long", `"ab".padEnd(1e10);`, "RF5002: RangeError: invalid string length\n\tat a.js:1:12"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t, voxengine.Options{}, c.script)
			p.Run()
			if p.Err() == nil || p.Err().Error() != c.want {
				t.Errorf("error is\n%v\nwant\n%s", p.Err(), c.want)
			}
			if reason, ended := p.Ended(); reason != voxengine.EndedByError || !ended {
				t.Errorf("ended by %q, %v", reason, ended)
			}
			if !strings.HasSuffix(lines(p.trace()), "terminating error=\"system error\"\n0.000 terminated error=\"system error\"") {
				t.Errorf("trace does not end as after an error:\n%s", p.trace())
			}
		})
	}
}

// TestOneErrorATurn rejects and throws at once; what was rejected does not come
// back in the end phase.
func TestOneErrorATurn(t *testing.T) {
	p := open(t, voxengine.Options{}, `
		VoxEngine.addEventListener(AppEvents.Terminating, () => Logger.write("terminating"));
		Promise.reject(new Error("first")); throw new Error("second");`)
	p.Run()
	if got := p.traced(voxengine.KindError); strings.Count(got, "error") != 1 || p.logged() != "terminating" {
		t.Errorf("errors %s, logged %q", got, p.logged())
	}
}

func TestErrorDropsCalls(t *testing.T) {
	p, _ := dialIn(t, voxengine.Options{}, answerAll+`
		function connected() { throw new Error("full"); }
		VoxEngine.addEventListener(AppEvents.Terminating, e => Logger.write("terminating " + e.systemError));
		VoxEngine.addEventListener(AppEvents.Terminated, e => Logger.write("terminated " + e.systemError));`)
	p.Run()
	p.want(`
		0.000 incoming caller from="12222222222" to="10000000000"
		0.000 answer caller
		0.000 connected caller
		0.000 error text="Error: full" at="a.js:9:32"
		0.000 hangup caller by="platform"
		0.000 disconnected caller code=200 duration=0
		0.000 terminating error="system error"
		0.000 log text="terminating true"
		0.000 terminated error="system error"
		0.000 log text="terminated true"`)
}

func TestRejectionIsOnlyLogged(t *testing.T) {
	p := open(t, with(facts.UnhandledRejection, "logged"), `
		Promise.reject(new Error("full")); setTimeout(() => Logger.write("alive"), 10);`)
	p.Run()
	if p.logged() != "alive" || p.Err() != nil {
		t.Errorf("logged %q, error %v", p.logged(), p.Err())
	}
	if e := p.events[0]; e.Kind != voxengine.KindError || e.At != "a.js:2:18" {
		t.Errorf("first event %v", e)
	}
}

// TestRejectionHandledLate is a promise that gets its handler in the same turn.
func TestRejectionHandledLate(t *testing.T) {
	logs(t, "caught", `const p = Promise.reject(1); Promise.resolve().then(() => p.catch(() => Logger.write("caught")));`)
}

func TestEndlessTurns(t *testing.T) {
	for name, script := range map[string]string{
		"loop":       `for (;;) {}`,
		"microtasks": `const again = () => Promise.resolve().then(again); again();`,
		"callback":   `setTimeout(() => { for (;;) {} }, 5);`,
		"promise":    `require(Modules.ApplicationStorage); ApplicationStorage.get("a").catch(() => { for (;;) {} });`,
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, voxengine.Options{Budget: voxengine.Budget{Turn: 200 * time.Millisecond}}, script+`
				VoxEngine.addEventListener(AppEvents.Terminated, () => Logger.write("over"));`)
			p.Run()
			want := "RF5004: one callback ran longer than 200ms; the platform stops a callback after 1 s; look for an endless loop"
			if p.Err() == nil || !strings.HasPrefix(p.Err().Error(), want) {
				t.Errorf("error %v", p.Err())
			}
			if name == "callback" && p.logged() != "over" {
				t.Errorf("the end phase did not run after the interrupt: %q", p.logged())
			}
		})
	}
}

// spinning is a network whose real time is longer than a turn may take.
type spinning time.Duration

func (d spinning) Do(voxengine.Request) voxengine.Response {
	for end := time.Now().Add(time.Duration(d)); time.Now().Before(end); {
	}
	return voxengine.Response{Code: 200}
}

// TestRequestsAreNotTheScriptsTime waits for a real request inside a turn.
func TestRequestsAreNotTheScriptsTime(t *testing.T) {
	p := open(t, voxengine.Options{HTTP: spinning(500 * time.Millisecond), Budget: voxengine.Budget{Turn: 250 * time.Millisecond}},
		`Net.httpRequest("https://a.example/", r => Logger.write(String(r.code)));`)
	p.Run()
	if p.logged() != "200" || p.Err() != nil {
		t.Errorf("logged %q, error %v", p.logged(), p.Err())
	}
}

func TestEndlessSession(t *testing.T) {
	p, _ := dialIn(t, voxengine.Options{Budget: voxengine.Budget{Events: 500}}, answerAll+`
		function connected() { setInterval(() => {}, 100); }`)
	p.Run()
	reason, ended := p.Ended()
	if reason != voxengine.EndedByBudget || !ended || p.Err() == nil || !strings.Contains(p.Err().Error(), "after 500 events") {
		t.Errorf("ended by %q, %v: %v", reason, ended, p.Err())
	}
	if p.Now() > 50_000 { // every event is 100 ms
		t.Errorf("ended at %d ms", p.Now())
	}
	if _, more := p.Next(); more {
		t.Error("something is still in the queue")
	}
}

func TestOptions(t *testing.T) {
	code := compile(t, "")
	for want, opts := range map[string]voxengine.Options{
		"RF5006: a session needs code":                          {},
		`RF5006: switch "moon" is not known`:                    {Code: code, Switches: facts.Settings{"moon": "full"}},
		"RF5006: custom data has 201 bytes, the platform takes": {Code: code, Info: voxengine.Info{CustomData: strings.Repeat("x", 201)}},
	} {
		if _, err := voxengine.New(opts); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// TestThrownValueLoops throws values that do not end when they are looked at:
// the error comes all the same, and the session goes on to its end.
func TestThrownValueLoops(t *testing.T) {
	for name, script := range map[string]string{
		"toString": `throw { toString() { for (;;); } };`,
		"stack":    `const e = new Error("a"); Object.defineProperty(e, "stack", { get() { for (;;); } }); Promise.reject(e);`,
	} {
		p := open(t, voxengine.Options{Budget: voxengine.Budget{Turn: 50 * time.Millisecond}}, script)
		p.Run()
		if reason, ended := p.Ended(); !ended || reason != voxengine.EndedByError || p.Err() == nil {
			t.Errorf("%s: ended %v by %q: %v", name, ended, reason, p.Err())
		}
	}
}

// TestNoAddresses: the message of the engine about such an object differs from
// run to run, ours does not.
func TestNoAddresses(t *testing.T) {
	for _, script := range []string{`"" + Object.create(null);`, `+{ valueOf: null, toString: null };`, "Promise.reject(new Error());`${{ toString: () => ({}) }}`;"} {
		p := open(t, voxengine.Options{}, script)
		p.Run()
		if p.Err() == nil || !strings.Contains(p.Err().Error(), "TypeError: Cannot convert object to primitive value") {
			t.Errorf("%s says %v", script, p.Err())
		}
	}
}
