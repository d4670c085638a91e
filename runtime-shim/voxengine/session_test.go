package voxengine_test

import (
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

const answerAll = `
VoxEngine.addEventListener(AppEvents.CallAlerting, e => {
  globalThis.call = e.call;
  e.call.addEventListener(CallEvents.Connected, connected);
  e.call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  e.call.answer();
});
`

func TestSessionOfACall(t *testing.T) {
	p, caller := dialIn(t, voxengine.Options{Carrier: answering(3000)}, answerAll+`
		function connected() {
		  call.say("Hello");
		  call.addEventListener(CallEvents.PlaybackFinished, () => {
		    const peer = VoxEngine.callPSTN("13333333333", "10000000000");
		    peer.addEventListener(CallEvents.Connected, () => VoxEngine.sendMediaBetween(call, peer));
		    peer.addEventListener(CallEvents.Disconnected, () => call.hangup());
		  });
		}`)
	p.At(10_000, func() { caller.Hangup() })
	p.Run()
	p.want(`
		0.000 incoming caller from="12222222222" to="10000000000"
		0.000 answer caller
		0.000 connected caller
		0.000 say caller text="Hello" voice="Amazon.en_US_Joanna"
		0.600 playback_finished caller
		0.600 dial leg-1 to="13333333333" callerid="10000000000" via="pstn"
		0.600 ringing leg-1
		3.600 connected leg-1
		3.600 join legs=caller,leg-1
		10.000 hangup caller by="caller"
		10.000 disconnected caller code=200 duration=10
		10.000 hangup leg-1 by="platform"
		10.000 disconnected leg-1 code=200 duration=6
		10.000 terminating
		10.000 terminated`)
	if reason, ended := p.Ended(); reason != voxengine.EndedByScript || !ended {
		t.Errorf("ended by %q, %v", reason, ended)
	}
}

func TestSessionWithoutCalls(t *testing.T) {
	p := open(t, voxengine.Options{}, `
		VoxEngine.addEventListener(AppEvents.Started, e => Logger.write(e.name));
		VoxEngine.addEventListener(AppEvents.Terminating, e => Logger.write(e.name));
		VoxEngine.addEventListener(AppEvents.Terminated, e => Logger.write(e.name));
		setTimeout(() => Logger.write("late"), 70000);`)
	p.Run()
	p.want(`
		0.000 log text="Application.Started"
		60.000 terminating
		60.000 log text="Application.Terminating"
		60.000 terminated
		60.000 log text="Application.Terminated"`)
	if reason, _ := p.Ended(); reason != voxengine.EndedIdle {
		t.Errorf("ended by %q", reason)
	}
}

func TestSessionWaitsForTimers(t *testing.T) {
	p := open(t, with(facts.IdleSession, "waits-for-timers"), `setTimeout(() => Logger.write("late"), 70000);`)
	p.Run()
	if p.logged() != "late" || p.Now() != 120_000 {
		t.Errorf("logged %q, ended at %d\n%s", p.logged(), p.Now(), p.trace())
	}
}
