package voxengine_test

import (
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestPlayerOnALeg looks at what a person hears of a player that is paused,
// spoken over, and attached again.
func TestPlayerOnALeg(t *testing.T) {
	p, _ := dialIn(t, voxengine.Options{}, `
		VoxEngine.addEventListener(AppEvents.CallAlerting, ({call}) => {
			call.answer();
			const player = VoxEngine.createURLPlayer({url: "https://s.example/m.mp3"}, {loop: true});
			player.sendMediaTo(call);
			setTimeout(() => player.pause(), 1000);
			setTimeout(() => player.resume(), 2000);
			setTimeout(() => call.say("Hi"), 3000);
			setTimeout(() => player.sendMediaTo(call), 4000);
			setTimeout(() => player.stop(), 5000);
			setTimeout(() => VoxEngine.terminate(), 6000);
		});`)
	p.Run()
	p.want(`
		0.000 incoming caller from="12222222222" to="10000000000"
		0.000 answer caller
		0.000 connected caller
		0.300 play caller url="https://s.example/m.mp3" loop=true by="player"
		1.000 timer id="1"
		1.000 stop caller reason="paused"
		2.000 timer id="2"
		2.000 play caller url="https://s.example/m.mp3" loop=true by="player"
		3.000 timer id="3"
		3.000 stop caller reason="replaced"
		3.000 say caller text="Hi" voice="Amazon.en_US_Joanna"
		3.420 playback_finished caller
		4.000 timer id="4"
		4.000 play caller url="https://s.example/m.mp3" loop=true by="player"
		5.000 timer id="5"
		5.000 stop caller
		6.000 timer id="6"
		6.000 hangup caller by="platform"
		6.000 disconnected caller code=200 duration=6
		6.000 terminating
		6.000 terminated`)
}

func TestPlayerRefuses(t *testing.T) {
	for action, want := range map[string]string{
		`VoxEngine.createURLPlayer()`:                `VoxEngine.createURLPlayer needs {url: "..."}, it got undefined`,
		`VoxEngine.createToneScriptPlayer(1)`:        `VoxEngine.createToneScriptPlayer needs a tone script, it got a number`,
		`VoxEngine.createSequencePlayer({})`:         `VoxEngine.createSequencePlayer needs {segments: [...]} with at least one segment, {text} or {url}`,
		`player.addMarker("soon")`:                   `Player.addMarker needs an offset in ms, it got a string`,
		`player.sendMediaTo({})`:                     `Player.sendMediaTo needs a call, a player or another media unit, it got an object`,
		`(0, player.stop)()`:                         `Player.stop was called without its object; write player.stop(...), or () => player.stop(...) as a listener`,
		`(player.stop(), player.pause())`:            `Player.pause: the player was stopped, which destroys it; create another one, or use pause() and resume()`,
		`VoxEngine.sendMediaBetween(player, player)`: `VoxEngine.sendMediaBetween got the same media unit twice`,
	} {
		logs(t, want, `const player = VoxEngine.createTTSPlayer("Hi"); try { `+action+` } catch (e) { Logger.write(e.message) }`)
	}
}

// TestEleventhPlayerFails is the other setting of player-limit.
func TestEleventhPlayerFails(t *testing.T) {
	p := open(t, with(facts.PlayerLimit, "fails"), `
		for (let i = 0; i < 11; i++) {
			VoxEngine.createTTSPlayer("Hi").addEventListener(PlayerEvents.Error, (e) => Logger.write(i + " " + e.error));
		}`)
	p.Run()
	if got, want := p.logged(), "10 limit of players reached"; got != want {
		t.Errorf("logged %q, want %q", got, want)
	}
}
