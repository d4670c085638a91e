package voxengine_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// heardIn is a session whose caller hears a conference from the start on.
func heardIn(t *testing.T, script string) string {
	t.Helper()
	p, _ := dialIn(t, voxengine.Options{}, `
		require(Modules.Conference);
		const conference = VoxEngine.createConference({ hd_audio: false });
		const music = (name) => VoxEngine.createURLPlayer({ url: "https://s.example/" + name }, { loop: true });
		VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call }) => {
			call.answer();
			VoxEngine.sendMediaBetween(call, conference);
			`+script+`
			setTimeout(() => VoxEngine.terminate(), 9000);
		});`)
	p.Run()
	return p.traced(voxengine.KindPlay, voxengine.KindStop, voxengine.KindFinished, voxengine.KindJoin, voxengine.KindUnjoin)
}

// TestConferencePlayers: what plays into a conference is heard in it, several at
// a time, also out of another conference that it hears.
func TestConferencePlayers(t *testing.T) {
	for _, c := range []struct{ name, script, want string }{
		{"two at a time", `
			const [a, b] = [music("a"), music("b")];
			a.sendMediaTo(conference);
			b.sendMediaTo(conference);
			setTimeout(() => a.pause(), 1000);
			setTimeout(() => a.resume(), 2000);
			setTimeout(() => b.stopMediaTo(conference), 3000);
			setTimeout(() => call.stopMediaTo(conference), 4000);
			setTimeout(() => a.sendMediaTo(call), 5000);`, `
			0.000 join legs=caller,conference-1
			0.300 play caller url="https://s.example/a" loop=true by="player"
			0.300 play caller url="https://s.example/b" loop=true by="player"
			1.000 stop caller reason="paused"
			2.000 play caller url="https://s.example/a" loop=true by="player"
			3.000 stop caller
			4.000 unjoin legs=caller,conference-1
			4.000 join legs=conference-1,caller one_way=true
			5.000 stop caller reason="replaced"
			5.000 unjoin legs=conference-1,caller one_way=true
			5.000 play caller url="https://s.example/a" loop=true by="player"`},
		{"out of another conference", `
			const other = VoxEngine.createConference({ hd_audio: false });
			VoxEngine.sendMediaBetween(conference, other);
			music("a").sendMediaTo(other);
			setTimeout(() => other.stop(), 1000);`, `
			0.000 join legs=conference-1,conference-2
			0.000 join legs=caller,conference-1
			0.300 play caller url="https://s.example/a" loop=true by="player"
			1.000 stop caller
			1.000 unjoin legs=conference-1,conference-2`},
		{"after its end", `
			music("a").sendMediaTo(conference);
			setTimeout(() => conference.stop(), 1000);`, `
			0.000 join legs=caller,conference-1
			0.300 play caller url="https://s.example/a" loop=true by="player"
			1.000 stop caller
			1.000 unjoin legs=caller,conference-1`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := heardIn(t, c.script); got != lines(c.want) {
				t.Errorf("heard\n%s\nwant\n%s", got, lines(c.want))
			}
		})
	}
}

// TestConferenceRefuses: each mistake says what to do.
func TestConferenceRefuses(t *testing.T) {
	for script, want := range map[string]string{
		`conference.add({})`:                              "needs {call, mode, direction}",
		`conference.add({ call, mode: "BOTH" })`:          "one of MIX, FORWARD",
		`VoxEngine.destroyConference(call)`:               "needs a conference of VoxEngine.createConference",
		`conference.stop(); conference.sendMediaTo(call)`: "the conference-1 has ended; make another one",
		`(0, conference.stop)()`:                          "write conference.stop(...)",
	} {
		p, _ := dialIn(t, voxengine.Options{}, `
			require(Modules.Conference);
			const conference = VoxEngine.createConference({ hd_audio: false });
			VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call }) => { `+script+`; });`)
		p.Run()
		if err := p.Err(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", script, err, want)
		}
	}
}
