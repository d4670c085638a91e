package voxengine_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// busy is a script that uses everything at once: texts, sounds, tones, two calls
// out, the storage, requests, timers.
const busy = `
	require(Modules.ApplicationStorage);
	VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call }) => {
	  const peers = [];
	  const each = (call, f) => { if (call.state() === "CONNECTED") f(call); };
	  call.addEventListener(CallEvents.Connected, () => each(call, c => { c.handleTones(true); c.record(); c.say("Hello"); }));
	  call.addEventListener(CallEvents.PlaybackFinished, () => setTimeout(() => each(call, c => c.say("More " + Math.random())), 700));
	  call.addEventListener(CallEvents.ToneReceived, async ({ tone }) => {
	    const item = await ApplicationStorage.get(tone).catch(() => null);
	    Net.httpRequest("https://a.example/" + tone, r => Logger.write(String(r.code)));
	    if (item || peers.length > 4 || call.state() !== "CONNECTED") return;
	    const peer = VoxEngine.callPSTN("1333333333" + tone, "10000000000");
	    peers.push(peer);
	    peer.addEventListener(CallEvents.Connected, () => each(call, c => VoxEngine.sendMediaBetween(c, peer)));
	    peer.addEventListener(CallEvents.Failed, e => Logger.write("failed " + e.code));
	    peer.addEventListener(CallEvents.Disconnected, () => each(call, c => c.say("Gone")));
	  });
	  call.addEventListener(CallEvents.Disconnected, () => { for (const p of peers) each(p, p => p.hangup()); });
	  if (call.state() === "ALERTING") call.answer();
	});`

// life draws people around the busy script and plays them.
type life struct {
	acts    []act
	seed    uint64
	order   string
	answers []int64 // of outgoing calls in ms, negative fails them
}

type act struct {
	at   int64
	what string
}

func drawLife(t *rapid.T) life {
	acts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) act {
		return act{rapid.Int64Range(0, 40_000).Draw(t, "at"), rapid.SampledFrom([]string{"1", "2", "#", "hang up", "peer hangs up"}).Draw(t, "what")}
	}), 0, 20).Draw(t, "acts")
	return life{
		acts: acts, seed: rapid.Uint64().Draw(t, "seed"), order: rapid.SampledFrom([]string{"arrival", "shuffled"}).Draw(t, "order"),
		answers: rapid.SliceOfN(rapid.Int64Range(-3000, 9000), 1, 5).Draw(t, "answers"),
	}
}

func (l life) Dial(s *voxengine.Session, leg *voxengine.Leg) {
	after := l.answers[len(s.Legs())%len(l.answers)]
	leg.Ring()
	if after < 0 {
		s.After(-after, func() { leg.Fail(486, "busy") })
		return
	}
	s.After(after, func() { leg.Answer() })
}

func (l life) play(t *rapid.T, code *voxengine.Code) []voxengine.Event {
	var events []voxengine.Event
	s, err := voxengine.New(voxengine.Options{
		Code: code, Start: start, Seed: l.seed, Carrier: l, Switches: facts.Settings{facts.EventOrder: l.order},
		Storage: &shelf{items: map[string]voxengine.Item{"1": {}}, latency: 120}, HTTP: &web{response: voxengine.Response{Code: 200, Latency: 250}},
		Trace: func(e voxengine.Event) { events = append(events, e) },
	})
	if err != nil {
		t.Fatal(err)
	}
	caller := s.Incoming(voxengine.Incoming{From: "12222222222", To: "10000000000"})
	for _, a := range l.acts {
		s.At(a.at, func() { l.do(s, caller, a.what) })
	}
	s.At(60_000, func() { caller.Hangup() })
	s.Run()
	for _, leg := range s.Legs() { // the script may have forgotten one
		leg.Hangup()
	}
	s.Run()
	if err := s.Err(); err != nil {
		t.Fatalf("the script failed: %v", err)
	}
	return events
}

func (l life) do(s *voxengine.Session, caller *voxengine.Leg, what string) {
	switch what {
	case "hang up":
		caller.Hangup()
	case "peer hangs up":
		for _, leg := range s.Legs()[1:] {
			leg.Hangup()
		}
	default:
		caller.Press(what)
	}
}

// TestAnyLife plays random people twice: both traces are the same, and the
// platform keeps its promises in them.
func TestAnyLife(t *testing.T) {
	code := compile(t, busy)
	rapid.Check(t, func(t *rapid.T) {
		l := drawLife(t)
		events := l.play(t, code)
		again := l.play(t, code)
		if fmt.Sprint(events) != fmt.Sprint(again) {
			t.Fatalf("the same life twice gives\n%v\nand\n%v", events, again)
		}
		checkPromises(t, events)
	})
}

// checkPromises looks for what no trace may show.
func checkPromises(t *rapid.T, events []voxengine.Event) {
	over, sounding, last := map[string]bool{}, map[string]bool{}, int64(0)
	for i, e := range events {
		if e.Seq != i+1 || e.T < last {
			t.Fatalf("event %d is out of order: %v", i, e)
		}
		last = e.T
		if e.Leg != "" && over[e.Leg] {
			t.Fatalf("something happens to a call that is over: %v", e)
		}
		switch e.Kind {
		case voxengine.KindDisconnected, voxengine.KindFailed:
			over[e.Leg] = true
		case voxengine.KindSay, voxengine.KindPlay:
			if sounding[e.Leg] {
				t.Fatalf("two sounds at once: %v", e)
			}
			sounding[e.Leg] = true
		case voxengine.KindStop, voxengine.KindFinished:
			if !sounding[e.Leg] {
				t.Fatalf("a sound ends that did not begin: %v", e)
			}
			sounding[e.Leg] = false
		case voxengine.KindJoin:
			if slices.ContainsFunc(e.Legs, func(leg string) bool { return over[leg] || !e.OneWay && sounding[leg] }) {
				t.Fatalf("a call is joined that is over or hears a sound: %v", e)
			}
		}
	}
	if end := events[len(events)-1]; end.Kind != voxengine.KindTerminated {
		t.Fatalf("the last event is %v", end)
	}
}

// TestSimultaneousEventsAreShuffled finds both orders of two calls that are
// answered at the same moment, and never an order that one call contradicts.
func TestSimultaneousEventsAreShuffled(t *testing.T) {
	orders := map[string]bool{}
	for seed := range uint64(20) {
		opts := with(facts.EventOrder, "shuffled")
		opts.Seed, opts.Carrier = seed, answering(1000)
		p := open(t, opts, `
			for (const name of ["a", "b"]) {
			  const peer = VoxEngine.callPSTN("13333333333", name);
			  peer.addEventListener(CallEvents.Ringing, () => Logger.write("ring-" + name));
			  peer.addEventListener(CallEvents.StateChanged, () => Logger.write("change-" + name));
			  peer.addEventListener(CallEvents.Connected, () => { Logger.write("answer-" + name); peer.hangup(); });
			}`)
		p.Run()
		logged := p.lines()
		for _, name := range []string{"a", "b"} {
			ring, change, answer := slices.Index(logged, "ring-"+name), slices.Index(logged, "change-"+name), slices.Index(logged, "answer-"+name)
			if !(ring < change && change < answer) {
				t.Fatalf("events of %s are out of order: %v", name, logged)
			}
		}
		orders[fmt.Sprint(slices.Index(logged, "answer-a") < slices.Index(logged, "answer-b"))] = true
	}
	if len(orders) != 2 {
		t.Errorf("twenty seeds found the orders %v only", orders)
	}
}
