package voxengine_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// traced returns the events of some kinds, one a line, times first.
func (p *play) traced(kinds ...voxengine.Kind) string {
	var out []string
	for _, e := range p.events {
		for _, kind := range kinds {
			if e.Kind == kind {
				out = append(out, e.String())
			}
		}
	}
	return lines(strings.Join(out, "\n"))
}

func TestPlayback(t *testing.T) {
	playbacks := []voxengine.Kind{voxengine.KindSay, voxengine.KindPlay, voxengine.KindStop, voxengine.KindFinished, voxengine.KindNote, voxengine.KindLog}
	const events = `globalThis.saw = (name, ev) => { if (name.startsWith("Playback")) log(name, ev.duration, ev.error); };`
	for _, c := range []struct {
		name, script string
		switches     facts.Settings
		want         string
	}{
		{"speech", `call.answer(); setTimeout(() => call.say("12345", { voice: VoiceList.Amazon.Neural.en_US_Joanna }), 1000);`, nil, `
			1.000 say caller text="12345" voice="Amazon.Neural.en_US_Joanna"
			1.300 log text="PlaybackReady  "
			1.300 log text="PlaybackStarted 300 "
			1.600 playback_finished caller
			1.600 log text="PlaybackFinished  "`},
		{"older forms", `call.answer(); setTimeout(() => { call.say("1", Language.US_ENGLISH_FEMALE); call.stopPlayback(); call.say("1", Language.Premium.A); call.stopPlayback();
			call.say("1", VoiceList.Google.en_US_Neural2_C); call.stopPlayback(); call.say("1", { language: VoiceList.Google.en_US_Neural2_C }); call.stopPlayback(); call.startPlayback("http://a/", true); call.stopPlayback(); });`, nil, `
			0.000 say caller text="1" voice="Language.US_ENGLISH_FEMALE"
			0.000 stop caller
			0.000 say caller text="1" voice="Language.Premium.A"
			0.000 stop caller
			0.000 say caller text="1" voice="Google.en_US_Neural2_C"
			0.000 stop caller
			0.000 say caller text="1" voice="Amazon.en_US_Joanna"
			0.000 stop caller
			0.000 play caller url="http://a/" loop=true
			0.000 stop caller`},
		{"unknown voice", `call.answer(); setTimeout(() => call.say("1", { voice: VoiceList.Yandex.Neural.en_US_nobody || VoiceList.Yandex.Neural.en_US_nobody }));`, nil, `
			0.000 note text="VoiceList.Yandex.Neural.en_US_nobody is not in the catalogue of voices"
			0.000 say caller text="1" voice="Amazon.en_US_Joanna"
			0.300 log text="PlaybackReady  "
			0.300 log text="PlaybackStarted 60 "
			0.360 playback_finished caller
			0.360 log text="PlaybackFinished  "`},
		{"longest speech", `call.answer(); setTimeout(() => { call.say("x".repeat(1501)); });`, nil, `
			0.000 say caller text="` + strings.Repeat("x", 1501) + `" voice="Amazon.en_US_Joanna"
			0.300 playback_finished caller error="the text has 1501 characters, the platform speaks 1500 at once"
			0.300 log text="PlaybackFinished  the text has 1501 characters, the platform speaks 1500 at once"`},
		{"replaced", `call.answer(); setTimeout(() => call.say("12345")); setTimeout(() => call.say("12"), 400);`, nil, `
			0.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			0.300 log text="PlaybackReady  "
			0.300 log text="PlaybackStarted 300 "
			0.400 stop caller reason="replaced"
			0.400 say caller text="12" voice="Amazon.en_US_Joanna"
			0.700 log text="PlaybackReady  "
			0.700 log text="PlaybackStarted 120 "
			0.820 playback_finished caller
			0.820 log text="PlaybackFinished  "`},
		{"replaced, finishing", `call.answer(); setTimeout(() => call.say("12345")); setTimeout(() => call.startPlayback("http://a/", { loop: true }), 400);`, facts.Settings{facts.ReplacedPlayback: "finishes"}, `
			0.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			0.300 log text="PlaybackReady  "
			0.300 log text="PlaybackStarted 300 "
			0.400 stop caller reason="replaced"
			0.400 play caller url="http://a/" loop=true
			0.400 log text="PlaybackFinished  "
			0.700 log text="PlaybackReady  "
			0.700 log text="PlaybackStarted 30000 "`},
		{"stopped", `call.answer(); setTimeout(() => call.say("12345")); setTimeout(() => call.stopPlayback(), 400); setTimeout(() => call.stopPlayback(), 500);`, nil, `
			0.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			0.300 log text="PlaybackReady  "
			0.300 log text="PlaybackStarted 300 "
			0.400 stop caller`},
		{"cut by the end", `call.answer(); setTimeout(() => call.say("12345")); setTimeout(() => call.hangup(), 400);`, nil, `
			0.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			0.300 log text="PlaybackReady  "
			0.300 log text="PlaybackStarted 300 "`},
		{"cut by the end, finishing", `call.answer(); setTimeout(() => call.say("12345")); setTimeout(() => call.hangup(), 400);`, facts.Settings{facts.CutPlayback: "finishes"}, `
			0.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			0.300 log text="PlaybackReady  "
			0.300 log text="PlaybackStarted 300 "
			0.400 log text="PlaybackFinished  "`},
		{"before the call is connected", `call.answer(); call.say("12345");`, nil, `
			0.000 note text="caller hears nothing: it is ALERTING, speech and playback need a call that is connected or has early media"`},
		{"before the call is connected, waiting", `call.answer(); call.say("12345"); globalThis.saw = null;`, facts.Settings{facts.SayBeforeConnected: "waits"}, `
			0.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			0.600 playback_finished caller`},
		{"before the call is connected, waiting in vain", `call.answer(); call.say("12345"); call.stopPlayback(); globalThis.saw = null;`, facts.Settings{facts.SayBeforeConnected: "waits"}, ``},
		{"early media", `call.startEarlyMedia(); call.say("12345"); globalThis.saw = null;`, nil, `
			0.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			0.600 playback_finished caller`},
		{"a sound to its end", `call.answer(); setTimeout(() => call.startPlayback("http://a/"), 1000); globalThis.saw = null;`, nil, `
			1.000 play caller url="http://a/"
			31.300 playback_finished caller`},
		{"characters count as in JavaScript", `call.answer(); setTimeout(() => call.say("ä😀"), 0); globalThis.saw = null;`, nil, `
			0.000 say caller text="ä😀" voice="Amazon.en_US_Joanna"
			0.480 playback_finished caller`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, caller := dialIn(t, voxengine.Options{Switches: c.switches}, alerting(events+c.script))
			p.At(40_000, func() { caller.Hangup() })
			p.Run()
			if got := p.traced(playbacks...); got != lines(c.want) {
				t.Errorf("trace is\n%s\nwant\n%s", got, lines(c.want))
			}
		})
	}
}

// TestMedia is who hears whom: b and c are called, both answer at once.
func TestMedia(t *testing.T) {
	const twoCalls = `
		const b = VoxEngine.callPSTN("13333333333", "1"), c = VoxEngine.callPSTN("14444444444", "1");
		const at = (ms, f) => setTimeout(f, ms);
		call.answer();
		at(9000, () => VoxEngine.terminate());`
	for _, c := range []struct {
		name, script string
		switches     facts.Settings
		want         string
	}{
		{"both ways", `at(1000, () => VoxEngine.sendMediaBetween(call, b)); at(2000, () => VoxEngine.stopMediaBetween(b, call));`, nil, `
			1.000 join legs=caller,leg-1
			2.000 unjoin legs=caller,leg-1`},
		{"before anybody answered", `VoxEngine.sendMediaBetween(call, b);`, nil, `0.000 join legs=caller,leg-1`},
		{"one way", `at(1000, () => b.sendMediaTo(call)); at(2000, () => call.sendMediaTo(b)); at(3000, () => b.stopMediaTo(call)); at(4000, () => call.stopMediaTo(b));`, nil, `
			1.000 join legs=leg-1,caller one_way=true
			2.000 join legs=caller,leg-1
			3.000 unjoin legs=caller,leg-1
			3.000 join legs=caller,leg-1 one_way=true
			4.000 unjoin legs=caller,leg-1 one_way=true`},
		{"one way each", `at(1000, () => b.sendMediaTo(call)); at(2000, () => { b.stopMediaTo(call); call.sendMediaTo(b); }); at(3000, () => call.stopMediaTo(b));`, nil, `
			1.000 join legs=leg-1,caller one_way=true
			2.000 unjoin legs=leg-1,caller one_way=true
			2.000 join legs=caller,leg-1 one_way=true
			3.000 unjoin legs=caller,leg-1 one_way=true`},
		{"another source replaces", `at(1000, () => VoxEngine.sendMediaBetween(call, b)); at(2000, () => VoxEngine.sendMediaBetween(call, c));`, nil, `
			1.000 join legs=caller,leg-1
			2.000 unjoin legs=caller,leg-1
			2.000 join legs=caller,leg-1 one_way=true
			2.000 join legs=caller,leg-2`},
		{"speech replaces", `at(1000, () => VoxEngine.sendMediaBetween(call, b)); at(2000, () => call.say("12345"));`, nil, `
			1.000 join legs=caller,leg-1
			2.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			2.000 unjoin legs=caller,leg-1
			2.000 join legs=caller,leg-1 one_way=true
			2.600 playback_finished caller`},
		{"speech replaces for a while", `at(1000, () => VoxEngine.sendMediaBetween(call, b)); at(2000, () => call.say("12345"));`, facts.Settings{facts.BridgeAfterSpeech: "resumes"}, `
			1.000 join legs=caller,leg-1
			2.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			2.000 unjoin legs=caller,leg-1
			2.000 join legs=caller,leg-1 one_way=true
			2.600 playback_finished caller
			2.600 join legs=caller,leg-1`},
		{"two texts, then back", `at(1000, () => VoxEngine.sendMediaBetween(call, b)); at(2000, () => call.say("12345")); at(2100, () => call.say("1"));`, facts.Settings{facts.BridgeAfterSpeech: "resumes"}, `
			1.000 join legs=caller,leg-1
			2.000 say caller text="12345" voice="Amazon.en_US_Joanna"
			2.000 unjoin legs=caller,leg-1
			2.000 join legs=caller,leg-1 one_way=true
			2.100 stop caller reason="replaced"
			2.100 say caller text="1" voice="Amazon.en_US_Joanna"
			2.460 playback_finished caller
			2.460 join legs=caller,leg-1`},
		{"joining replaces speech", `at(1000, () => call.say("1234567890")); at(1500, () => VoxEngine.sendMediaBetween(call, b));`, nil, `
			1.000 say caller text="1234567890" voice="Amazon.en_US_Joanna"
			1.500 stop caller reason="replaced"
			1.500 join legs=caller,leg-1`},
		{"the end of a call ends it silently", `at(1000, () => VoxEngine.sendMediaBetween(call, b)); at(2000, () => b.hangup()); at(3000, () => VoxEngine.sendMediaBetween(call, c));`, nil, `
			1.000 join legs=caller,leg-1
			3.000 join legs=caller,leg-2`},
		{"one to many", `at(1000, () => { call.sendMediaTo(b); call.sendMediaTo(c); });`, nil, `
			1.000 join legs=caller,leg-1 one_way=true
			1.000 join legs=caller,leg-2 one_way=true`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := dialIn(t, voxengine.Options{Switches: c.switches, Carrier: answering(0)}, alerting(twoCalls+c.script))
			p.Run()
			if p.Err() != nil {
				t.Fatal(p.Err())
			}
			got := p.traced(voxengine.KindJoin, voxengine.KindUnjoin, voxengine.KindSay, voxengine.KindStop, voxengine.KindFinished)
			if got != lines(c.want) {
				t.Errorf("trace is\n%s\nwant\n%s", got, lines(c.want))
			}
		})
	}
}

func TestMediaNeedsCalls(t *testing.T) {
	p, _ := dialIn(t, voxengine.Options{}, alerting(`
		for (const wrong of [undefined, "call", {}, VoxEngine]) {
		  try { VoxEngine.sendMediaBetween(call, wrong); } catch (e) { log(e.message); }
		}
		try { VoxEngine.sendMediaBetween(call, call); } catch (e) { log(e.message); }`))
	p.Run()
	want := "VoxEngine.sendMediaBetween needs a call, a player or another media unit, it got undefined VoxEngine.sendMediaBetween needs a call, a player or another media unit, it got a string " +
		"VoxEngine.sendMediaBetween needs a call, a player or another media unit, it got an object VoxEngine.sendMediaBetween needs a call, a player or another media unit, it got an object " +
		"VoxEngine.sendMediaBetween got the same media unit twice"
	if got := p.logged(); got != want {
		t.Errorf("logged %q", got)
	}
}

// TestForwarding connects two calls with the functions made for that.
func TestForwarding(t *testing.T) {
	kinds := []voxengine.Kind{voxengine.KindDial, voxengine.KindAnswer, voxengine.KindRinging, voxengine.KindEarlyMedia, voxengine.KindConnected,
		voxengine.KindJoin, voxengine.KindPlay, voxengine.KindFinished, voxengine.KindDisconnected, voxengine.KindFailed, voxengine.KindTerminated, voxengine.KindLog}
	for _, c := range []struct {
		name    string
		carrier voxengine.Carrier
		script  string
		want    string
	}{
		{"forwarded", answering(2000), `VoxEngine.forwardCallToPSTN(n => "1" + n, (a, b) => Logger.write(a.state() + b.state()), { callerid: "15555555555" });`, `
			0.000 dial leg-1 to="110000000000" callerid="15555555555" via="pstn"
			0.000 ringing leg-1
			0.000 ringing caller
			2.000 connected leg-1
			2.000 early_media caller
			2.000 join legs=leg-1,caller one_way=true
			2.000 answer caller
			2.000 connected caller
			2.000 join legs=caller,leg-1
			2.000 log text="CONNECTEDCONNECTED"
			9.000 disconnected caller code=200 duration=7
			9.000 disconnected leg-1 code=200 duration=7
			9.000 terminated`},
		{"forwarded as it is, busy", failing(486), `VoxEngine.forwardCallToPSTN();`, `
			0.000 dial leg-1 to="10000000000" callerid="12222222222" via="pstn"
			1.000 failed leg-1 code=486 reason="as asked"
			1.000 disconnected caller code=200 duration=0
			1.000 terminated`},
		{"listener taken off", answering(2000), `VoxEngine.addEventListener(AppEvents.CallAlerting, e => {
			const b = VoxEngine.callPSTN("13333333333", "1");
			VoxEngine.easyProcess(e.call, b);
			b.removeEventListener(CallEvents.Connected); });`, `
			0.000 dial leg-1 to="13333333333" callerid="1" via="pstn"
			0.000 ringing leg-1
			0.000 ringing caller
			2.000 connected leg-1
			2.000 early_media caller
			2.000 join legs=leg-1,caller one_way=true
			9.000 disconnected caller code=487 duration=0
			9.000 disconnected leg-1 code=200 duration=7
			9.000 terminated`},
		{"a sound and the end", nil, `VoxEngine.playSoundAndHangup("http://a/");`, `
			0.000 answer caller
			0.000 connected caller
			0.000 play caller url="http://a/"
			9.000 disconnected caller code=200 duration=9
			9.000 terminated`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, caller := dialIn(t, voxengine.Options{Carrier: c.carrier}, c.script)
			p.At(9000, func() { caller.Hangup() })
			p.Run()
			if p.Err() != nil {
				t.Fatal(p.Err())
			}
			if got := p.traced(kinds...); got != lines(c.want) {
				t.Errorf("trace is\n%s\nwant\n%s", got, lines(c.want))
			}
		})
	}
}
