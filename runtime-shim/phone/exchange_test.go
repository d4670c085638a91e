package phone_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

const gateway = `
	VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
		VoxEngine.easyProcess(e.call, VoxEngine.callConference("room-1", e.callerid, e.displayName));
	});`

const room = `
	require(Modules.Conference);
	const conference = VoxEngine.createConference({ hd_audio: false });
	let calls = 0;
	VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call }) => {
		call.answer();
		calls++;
		call.addEventListener(CallEvents.Connected, () => VoxEngine.sendMediaBetween(call, conference));
		call.addEventListener(CallEvents.MessageReceived, () => call.stopMediaTo(conference));
		call.addEventListener(CallEvents.Disconnected, () => { if (--calls === 0) VoxEngine.terminate(); });
	});`

// switchboard is an exchange whose sessions' traces are kept by number.
type switchboard struct {
	*phone.Exchange
	traces map[int]*[]voxengine.Event
}

func board(t *testing.T, carrier voxengine.Carrier, rules ...phone.Rule) *switchboard {
	t.Helper()
	b := &switchboard{traces: map[int]*[]voxengine.Event{}}
	route, err := phone.Routes(rules...)
	if err != nil {
		t.Fatal(err)
	}
	b.Exchange = phone.NewExchange(1_775_995_200_000, route, func(n int, _ phone.Rule) voxengine.Options {
		events := &[]voxengine.Event{}
		b.traces[n] = events
		return voxengine.Options{Seed: uint64(n), Carrier: carrier, Trace: func(e voxengine.Event) { *events = append(*events, e) }}
	})
	return b
}

func rule(t *testing.T, pattern, script string) phone.Rule {
	t.Helper()
	code, err := voxengine.Compile(voxengine.Script{Name: "rule.js", Text: script})
	if err != nil {
		t.Fatal(err)
	}
	return phone.Rule{Name: pattern, Pattern: pattern, Code: code}
}

func (b *switchboard) until(ms int64) {
	for {
		if at, more := b.Next(); !more || at > ms {
			return
		}
		b.Step()
	}
}

func (b *switchboard) trace(t *testing.T, n int) string {
	t.Helper()
	var out strings.Builder
	if err := voxengine.WriteText(&out, *b.traces[n]); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func call(t *testing.T, b *switchboard, from, to string) *voxengine.Leg {
	t.Helper()
	_, leg, err := b.Call(voxengine.Incoming{From: from, To: to})
	if err != nil {
		t.Fatal(err)
	}
	return leg
}

// TestExchangeConference: two callers have a session each, and meet in the
// session of their conference.
func TestExchangeConference(t *testing.T) {
	b := board(t, nil, rule(t, "room-.*", room), rule(t, ".*", gateway))
	one := call(t, b, "12222222222", "10000000000")
	b.until(5000)
	two := call(t, b, "13333333333", "10000000000")
	b.until(9000)
	if n := len(b.Sessions()); n != 3 {
		t.Fatalf("%d sessions, want two callers' and one of the conference", n)
	}
	if !b.Hears(1, "caller", 3, "caller") || !b.Hears(3, "caller", 1, "caller") {
		t.Errorf("the callers do not hear each other\n%s\n%s", b.trace(t, 1), b.trace(t, 2))
	}
	one.Message("mute me") // easyProcess passes it on
	b.until(10_000)
	if b.Hears(3, "caller", 1, "caller") || !b.Hears(1, "caller", 3, "caller") {
		t.Error("who was muted is heard, or hears no more")
	}
	one.Hangup()
	b.until(11_000)
	if two.State() != voxengine.Connected || b.Hears(1, "caller", 3, "caller") {
		t.Error("the other caller is gone as well, or heard by one who left")
	}
	two.Hangup()
	b.Run()
	for _, s := range b.Sessions() {
		if _, ended := s.Ended(); !ended || s.Err() != nil {
			t.Errorf("a session has not ended, or by %v", s.Err())
		}
	}
}

// TestExchangeUsers: a device that calls a user begins a session, whose script
// calls the other device. Both are people of the carrier.
func TestExchangeUsers(t *testing.T) {
	forward := `VoxEngine.forwardCallToUser();`
	b := board(t, picksUp{}, rule(t, "room-.*", room), rule(t, "[a-z]+", forward))
	alice := call(t, b, "alice", "bob")
	b.until(3000)
	if alice.State() != voxengine.Connected || !b.Hears(1, "caller", 1, "leg-1") {
		t.Errorf("bob does not talk to alice\n%s", b.trace(t, 1))
	}
	if _, _, err := b.Call(voxengine.Incoming{From: "alice", To: "12222222222"}); err == nil {
		t.Error("a destination without a rule is taken")
	}
}

type picksUp struct{}

func (picksUp) Dial(s *voxengine.Session, leg *voxengine.Leg) {
	s.After(1000, func() { leg.Answer() })
}

// TestExchangeEcho: two calls of one session to one conference that are joined
// there as well would echo for ever.
func TestExchangeEcho(t *testing.T) {
	loop := `
		const calls = [1, 2].map(() => VoxEngine.callConference("room-1", "", ""));
		VoxEngine.sendMediaBetween(...calls);
		setTimeout(VoxEngine.terminate, 60000);`
	greets := room + `
		setTimeout(() => VoxEngine.createTTSPlayer("Welcome.").sendMediaTo(conference), 1000);
		setTimeout(() => VoxEngine.createURLPlayer({ url: "https://s.example/m.mp3" }).sendMediaTo(conference), 1000);`
	b := board(t, nil, rule(t, "room-.*", greets), rule(t, ".*", loop))
	call(t, b, "12222222222", "10000000000")
	b.Run()
	if events := len(*b.traces[1]) + len(*b.traces[2]); events > 100 {
		t.Errorf("%d events", events)
	}
	if first := b.trace(t, 1); !strings.Contains(first, `say               leg-2 text="Welcome."`) {
		t.Errorf("nobody hears the welcome\n%s", first)
	}
}

// TestExchangeRules: the first rule that matches the whole destination takes the call.
func TestExchangeRules(t *testing.T) {
	says := func(name string) string { return `Logger.write("` + name + `"); VoxEngine.terminate();` }
	excluding := rule(t, "1.+", says("long"))
	excluding.Exclude = "199.*"
	b := board(t, nil, rule(t, "1", says("one")), excluding, rule(t, ".*", says("rest")))
	var got []string
	for i, to := range []string{"1", "12", "1992", "2"} {
		call(t, b, "", to)
		b.Run()
		for _, e := range *b.traces[i+1] {
			if e.Kind == voxengine.KindLog {
				got = append(got, e.Text)
			}
		}
	}
	if want := []string{"one", "long", "rest", "rest"}; !slices.Equal(got, want) {
		t.Errorf("the calls went to %v, want %v", got, want)
	}
}

func TestExchangeRefuses(t *testing.T) {
	good := rule(t, ".*", gateway)
	pattern, exclude, code := good, good, good
	pattern.Pattern, exclude.Exclude, code.Code = "(", "(", nil
	for _, wrong := range []phone.Rule{pattern, exclude, code} {
		if _, err := phone.Routes(good, wrong); err == nil {
			t.Errorf("the rule %+v is taken", wrong)
		}
	}
}
