package voxengine_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// alerting wraps statements that run when the call arrives, with the call as call.
func alerting(statements string) string {
	return `
	VoxEngine.addEventListener(AppEvents.CallAlerting, e => {
	  globalThis.call = e.call;
	  const log = (...words) => Logger.write(words.join(" "));
	  globalThis.log = log;
	  for (const name of Object.keys(CallEvents)) call.addEventListener(CallEvents[name], ev => globalThis.saw && saw(name, ev));
	  ` + statements + `
	});`
}

func TestIncomingCall(t *testing.T) {
	p := open(t, voxengine.Options{}, alerting(`
		log(e.callerid, e.destination, e.displayName, e.headers["X-Shop"], e.name, call.incoming());
		log(call.callerid(), call.number(), call.displayName(), call.state(), call.clientType(), call.vad(), call.id() !== "");
		log(JSON.stringify(e).length > 10, String(call) === "[Call " + call.id() + "]");
		globalThis.saw = (name, ev) => log(name, call.state(), ev.call === call, ev.id === call.id(), ev.internalCode, ev.duration, ev.oldState, ev.newState);
		call.answer();
		log(call.state());`))
	caller := p.Incoming(voxengine.Incoming{From: "12222222222", To: "10000000000", Display: "Ann", Headers: map[string]string{"X-Shop": "7"}})
	p.At(4500, func() { caller.Hangup() })
	p.Run()
	want := []string{
		"12222222222 10000000000 Ann 7 Application.CallAlerting true",
		"12222222222 10000000000 Ann ALERTING pstn false true",
		"true true",
		"ALERTING",
		"FirstAudioPacketReceived CONNECTED true true    ",
		"StateChanged CONNECTED true true   ALERTING CONNECTED",
		"Connected CONNECTED true true    ",
		"AudioQualityDetected CONNECTED true true    ",
		"StateChanged TERMINATED true true   CONNECTED TERMINATED",
		"Disconnected TERMINATED true true 200 4  ",
	}
	if got := strings.Join(p.lines(), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("logged\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
	if caller.State() != voxengine.Ended || caller.Name() != "caller" || !caller.Incoming() {
		t.Errorf("leg is %s %s", caller.Name(), caller.State())
	}
}

func (p *play) lines() []string {
	var out []string
	for _, e := range p.events {
		if e.Kind == voxengine.KindLog {
			out = append(out, e.Text)
		}
	}
	return out
}

// TestEndsOfIncomingCalls is every way in which an incoming call can end.
func TestEndsOfIncomingCalls(t *testing.T) {
	for _, c := range []struct {
		name, script string
		leaves       int64 // when the caller hangs up, 0 is never
		want         string
	}{
		{"not answered", ``, 0, "60.000 Disconnected 408 0"},
		{"given up", ``, 7000, "7.000 Disconnected 487 0"},
		{"rejected", `call.reject(486);`, 0, "0.000 Disconnected 486 0"},
		{"declined", `call.decline();`, 0, "0.000 Disconnected 603 0"},
		{"hung up unanswered", `call.hangup();`, 0, "0.000 Disconnected 487 0"},
		{"hung up by the script", `call.answer(); setTimeout(() => call.hangup(), 5000);`, 0, "5.000 Disconnected 200 5"},
		{"hung up twice in one turn", `call.answer(); setTimeout(() => { call.hangup(); call.hangup(); }, 5000);`, 0, "5.000 Disconnected 200 5"},
		{"answered and hung up at once", `call.answer(); call.hangup();`, 0, "0.000 Disconnected 200 0"},
		{"hung up by the caller", `call.answer();`, 65_000, "65.000 Disconnected 200 65"},
		{"early media only", `call.startEarlyMedia(); setTimeout(() => log(call.state()), 1);`, 0, "PROGRESSING 60.000 Disconnected 408 0"},
		{"early media counts anew", `setTimeout(() => call.startEarlyMedia(), 50000);`, 0, "110.000 Disconnected 408 0"},
		{"rings", `call.ring(); setTimeout(() => log(call.state()), 1);`, 0, "PROGRESSING 60.000 Disconnected 408 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, caller := dialIn(t, voxengine.Options{}, alerting(`
				globalThis.saw = (name, ev) => { if (name === "Disconnected") log(((Date.now() - `+fmt.Sprint(start)+`) / 1000).toFixed(3), name, ev.internalCode, ev.duration); };
				`+c.script))
			if c.leaves > 0 {
				p.At(c.leaves, func() { caller.Hangup() })
			}
			p.Run()
			if got := p.logged(); got != c.want {
				t.Errorf("logged %q, want %q\n%s", got, c.want, p.trace())
			}
		})
	}
}

// TestOutgoingCalls is every way in which a call of the script can go.
func TestOutgoingCalls(t *testing.T) {
	never := carrier(func(s *voxengine.Session, leg *voxengine.Leg) {})
	early := carrier(func(s *voxengine.Session, leg *voxengine.Leg) {
		leg.Ring()
		s.After(1000, func() { leg.EarlyMedia() })
		s.After(2000, func() { leg.Answer() })
		s.After(7000, func() { leg.Hangup() })
	})
	declines := carrier(func(s *voxengine.Session, leg *voxengine.Leg) { s.After(500, func() { leg.Hangup() }) })
	for _, c := range []struct {
		name    string
		number  string
		carrier voxengine.Carrier
		script  string
		want    string
	}{
		{"answered", "13333333333", answering(2000), `setTimeout(() => peer.hangup(), 9000);`,
			"0 Ringing 2000 AudioStarted 2000 FirstAudioPacketReceived 2000 StateChanged 2000 Connected 2000 AudioQualityDetected 9000 StateChanged 9000 Disconnected 200 7"},
		{"early media", "13333333333", early, ``,
			"0 Ringing 1000 AudioStarted 1000 FirstAudioPacketReceived 2000 StateChanged 2000 Connected 2000 AudioQualityDetected 7000 StateChanged 7000 Disconnected 200 5"},
		{"not answered", "13333333333", never, ``, "60000 StateChanged 60000 Failed 408 Request Timeout"},
		{"no carrier", "13333333333", nil, ``, "60000 StateChanged 60000 Failed 408 Request Timeout"},
		{"busy", "13333333333", failing(486), ``, "1000 StateChanged 1000 Failed 486 as asked"},
		{"declined", "13333333333", declines, ``, "500 StateChanged 500 Failed 603 Decline"},
		{"given up by the script", "13333333333", answering(5000), `setTimeout(() => peer.hangup(), 3000);`,
			"0 Ringing 3000 StateChanged 3000 Failed 487 Request Terminated"},
		{"given up at once", "13333333333", answering(5000), `peer.hangup();`, "0 StateChanged 0 Failed 487 Request Terminated"},
		{"no number", "", answering(0), ``, "0 StateChanged 0 Failed 404 Not Found"},
		{"a name", "operator", answering(0), ``, "0 StateChanged 0 Failed 404 Not Found"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t, voxengine.Options{Carrier: c.carrier}, `
				const peer = VoxEngine.callPSTN("`+c.number+`", "10000000000");
				if (peer.incoming() || peer.number() !== "`+c.number+`" || peer.callerid() !== "10000000000" || peer.state() !== "PROGRESSING") throw new Error("peer is wrong");
				for (const name of Object.keys(CallEvents)) peer.addEventListener(CallEvents[name], e =>
				  Logger.write([Date.now() - `+fmt.Sprint(start)+`, name, e.code, e.internalCode, e.code && e.reason, e.duration].filter(v => v !== undefined).join(" ")));
				`+c.script)
			p.Run()
			if got := p.logged(); got != c.want {
				t.Errorf("logged %q, want %q\n%s", got, c.want, p.trace())
			}
		})
	}
}

// TestLegActs is what people can do, and cannot.
func TestLegActs(t *testing.T) {
	var leg *voxengine.Leg
	p, caller := dialIn(t, voxengine.Options{Carrier: carrier(func(s *voxengine.Session, l *voxengine.Leg) { leg = l })},
		alerting(`call.answer(); VoxEngine.callPSTN("13333333333", "10000000000");`))
	check := func(what string, got, want bool) {
		if got != want {
			t.Errorf("%s: %v", what, got)
		}
	}
	p.At(1000, func() {
		check("the caller answers", caller.Answer() || caller.Ring() || caller.EarlyMedia() || caller.Fail(486, "busy"), false)
		check("it rings", leg.Ring(), true)
		check("it sounds", leg.EarlyMedia(), true)
		check("it sounds again", leg.EarlyMedia(), false)
		check("it is answered", leg.Answer(), true)
		check("it is answered again", leg.Answer() || leg.Ring() || leg.EarlyMedia() || leg.Fail(486, "busy"), false)
		check("it is hung up", leg.Hangup(), true)
		check("it is used after its end", leg.Hangup() || leg.Press("1") || leg.Answer() || leg.Ring(), false)
	})
	p.At(2000, func() { check("the caller hangs up", caller.Hangup(), true) })
	p.Run()
	if leg.To() != "13333333333" || leg.CallerID() != "10000000000" || leg.Name() != "leg-1" || leg.Incoming() || leg.Display() != "" || leg.ID() == caller.ID() {
		t.Errorf("the leg is %+v", leg)
	}
}

type carrier func(*voxengine.Session, *voxengine.Leg)

func (f carrier) Dial(s *voxengine.Session, leg *voxengine.Leg) { f(s, leg) }

func TestLimitsOfCalls(t *testing.T) {
	const count = `
		const codes = {};
		const dial = () => VoxEngine.callPSTN("13333333333", "10000000000").addEventListener(CallEvents.Failed, e => { codes[e.code] = (codes[e.code] || 0) + 1; });
		VoxEngine.addEventListener(AppEvents.Terminating, () => Logger.write(JSON.stringify(codes)));`
	for name, c := range map[string]struct{ script, want string }{
		"ringing at once": {`for (let i = 0; i < 12; i++) dial();`, `{"403":2,"408":10}`},
		"all":             {`let n = 0; const more = () => { dial(); if (++n < 53) setTimeout(more, 2000); }; more();`, `{"403":3,"486":50}`},
	} {
		t.Run(name, func(t *testing.T) {
			opts := voxengine.Options{}
			if name == "all" {
				opts.Carrier = failing(486)
			}
			p := open(t, opts, count+c.script)
			p.Run()
			if got := p.logged(); got != c.want {
				t.Errorf("logged %q, want %q", got, c.want)
			}
		})
	}
}

// TestCost charges started minutes of outgoing calls.
func TestCost(t *testing.T) {
	p := open(t, voxengine.Options{Carrier: answering(0), Info: voxengine.Info{Rate: 0.5}}, `
		const peer = VoxEngine.callPSTN("13333333333", "10000000000");
		peer.addEventListener(CallEvents.Connected, () => setTimeout(() => peer.hangup(), 61000));
		peer.addEventListener(CallEvents.Disconnected, e => Logger.write(e.cost + " " + e.duration + " " + e.direction));`)
	p.Run()
	if got := p.logged(); got != "1 61 PSTN outgoing" {
		t.Errorf("logged %q", got)
	}
}

// TestEndedCall uses a call after its end, under both settings of the switch.
func TestEndedCall(t *testing.T) {
	script := alerting(`
		globalThis.saw = name => {
		  if (name !== "Disconnected") return;
		  const peer = VoxEngine.callPSTN("13333333333", "1");
		  for (const use of [() => call.say("a"), () => call.hangup(), () => call.startPlayback("a"), () => call.stopPlayback(), () => call.handleTones(true),
		    () => call.record(), () => call.answer(), () => call.sendDigits("1"), () => VoxEngine.sendMediaBetween(call, peer), () => VoxEngine.stopMediaBetween(peer, call),
		    () => peer.sendMediaTo(call)]) {
		    try { use(); log("passed"); } catch (err) { log(err.message.split(";")[0]); }
		  }
		  log(call.state(), call.callerid());
		};
		call.answer(); call.hangup();`)
	throws, _ := dialIn(t, voxengine.Options{}, script)
	throws.Run()
	if got := throws.logged(); strings.Contains(got, "passed") || strings.Count(got, "caller has ended") != 11 || !strings.HasSuffix(got, "TERMINATED 12222222222") {
		t.Errorf("by default logged %q", got)
	}
	warns, _ := dialIn(t, with(facts.EndedCall, "warns"), script)
	warns.Run()
	if got := warns.logged(); strings.Count(got, "passed") != 11 {
		t.Errorf("warning logged %q", got)
	}
	notes := 0
	for _, e := range warns.events {
		if e.Kind == voxengine.KindNote && strings.Contains(e.Text, "has no effect, caller has ended") {
			notes++
		}
	}
	if notes != 11 {
		t.Errorf("%d notes, want 11\n%s", notes, warns.trace())
	}
}

func TestMethodsNeedTheirCall(t *testing.T) {
	p, _ := dialIn(t, voxengine.Options{}, alerting(`const { answer } = call; answer();`))
	p.Run()
	if p.Err() == nil || !strings.Contains(p.Err().Error(), "Call.answer was called without its call; write call.answer(...)") {
		t.Errorf("error %v", p.Err())
	}
}

func TestTones(t *testing.T) {
	script := alerting(`
		globalThis.saw = (name, ev) => { if (name === "ToneReceived") log(ev.tone, typeof ev.type); };
		call.answer();
		setTimeout(() => call.handleTones(true), 1000);
		setTimeout(() => { Logger.hideTones(true); call.sendDigits("4p#"); }, 2500);
		setTimeout(() => call.handleTones(false), 4000);`)
	p, caller := dialIn(t, voxengine.Options{}, script)
	for i, key := range []string{"1", "2", "*", "#", "5"} {
		p.At(500+int64(i)*1000, func() { caller.Press(key) })
	}
	if caller.Press("A") || caller.Press("12") || caller.Press("") {
		t.Error("something that is no key was pressed")
	}
	p.At(6000, func() { caller.Hangup() })
	p.Run()
	if got := p.logged(); got != "2 string * string # string" {
		t.Errorf("logged %q", got)
	}
	var tones []string
	for _, e := range p.events {
		if e.Kind == voxengine.KindTone {
			tones = append(tones, e.String()[11:])
		}
	}
	want := `tone caller digit="1" ignored=true
		tone caller digit="2"
		tone caller digit="*"
		tone caller digit="4" by="scenario" hidden=true
		tone caller digit="#" by="scenario" hidden=true
		tone caller digit="#" hidden=true
		tone caller digit="5" ignored=true hidden=true`
	if got := lines(strings.Join(tones, "\n")); got != lines(want) {
		t.Errorf("tones are\n%s\nwant\n%s", got, lines(want))
	}
}

func TestEarlyTones(t *testing.T) {
	script := alerting(`globalThis.saw = (name, ev) => { if (ev.tone) log(ev.tone); }; call.startEarlyMedia(); call.handleTones(true);`)
	for setting, want := range map[string]string{"dropped": "", "delivered": "7"} {
		p, caller := dialIn(t, with(facts.EarlyTones, setting), script)
		p.At(100, func() { caller.Press("7") })
		p.Run()
		if got := p.logged(); got != want {
			t.Errorf("%s: logged %q, want %q", setting, got, want)
		}
	}
}

func TestRecording(t *testing.T) {
	script := alerting(`
		globalThis.saw = (name, ev) => { if (name.startsWith("Rec") || name === "Disconnected") log(name, ev.url, ev.duration); };
		call.answer(); call.record({ stereo: true }); call.record();`)
	p, caller := dialIn(t, voxengine.Options{Info: voxengine.Info{SessionID: 7}}, script)
	p.At(5300, func() { caller.Hangup() })
	p.Run()
	want := "RecordStarted https://records.example/7/caller.mp3  Disconnected  5 RecordStopped https://records.example/7/caller.mp3 5"
	if got := p.logged(); got != want {
		t.Errorf("logged %q, want %q", got, want)
	}
	short, caller := dialIn(t, voxengine.Options{}, script)
	short.At(100, func() { caller.Hangup() })
	short.Run()
	if got := short.logged(); got != "Disconnected  0" {
		t.Errorf("a recording that never started logged %q", got)
	}
}

func TestMessages(t *testing.T) {
	p, _ := dialIn(t, voxengine.Options{}, alerting(`
		call.answer(); call.sendMessage("hello");
		try { call.sendMessage("x".repeat(8193)); } catch (err) { log(err.message); }
		try { call.sendDigits("1a"); } catch (err) { log(err.message); }
		try { call.reject(200); } catch (err) { log(err.message); }`))
	p.Run()
	want := "Call.sendMessage got 8193 bytes, the platform takes 8192 Call.sendDigits takes 0 to 9, *, # and p for a pause " +
		"Call.reject got the code 200, it takes SIP codes from 300 to 699"
	if got := p.logged(); got != want {
		t.Errorf("logged %q", got)
	}
	if !strings.Contains(p.trace(), `message           caller text="hello"`) {
		t.Errorf("no message in the trace\n%s", p.trace())
	}
}

func TestCustomData(t *testing.T) {
	script := `
		const try_ = (f) => { try { return f(); } catch (e) { return e.message; } };
		Logger.write([VoxEngine.customData(), VoxEngine.customData("ä".repeat(100)).length, try_(() => VoxEngine.customData("ä".repeat(101))), VoxEngine.customData().length,
		  try_(() => VoxEngine.customData("x" + "ä".repeat(100)).length)].join("|"));`
	for setting, want := range map[string]string{
		"throws":    "given|100|VoxEngine.customData got 202 bytes, the platform takes 200|100|VoxEngine.customData got 201 bytes, the platform takes 200",
		"truncates": "given|100|" + strings.Repeat("ä", 100) + "|100|100",
	} {
		opts := with(facts.LongCustomData, setting)
		opts.Info.CustomData = "given"
		p := open(t, opts, script)
		p.Run()
		if got := p.logged(); got != want {
			t.Errorf("%s: logged %q, want %q", setting, got, want)
		}
	}
	p, _ := dialIn(t, voxengine.Options{}, alerting(`call.customData("mine"); log(call.customData(), VoxEngine.customData());`))
	p.Run()
	if got := p.logged(); got != "mine " {
		t.Errorf("a call's custom data is %q", got)
	}
}
