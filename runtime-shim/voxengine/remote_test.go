package voxengine_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// desk is a server at the other end that a test plays.
type desk struct {
	remotes []*voxengine.Remote
	news    []string
}

func (d *desk) Connect(r *voxengine.Remote) {
	d.remotes = append(d.remotes, r)
	r.Accept()
}

func (d *desk) Told(r *voxengine.Remote, n voxengine.News) {
	d.news = append(d.news, strings.TrimSpace(string(n.Kind)+" "+n.Method+" "+n.Text))
}

// TestConnectionCarriesWhatTheScriptSays: address, headers and subprotocols reach
// the other end, and what is sent to it in the order in which it was sent.
func TestConnectionCarriesWhatTheScriptSays(t *testing.T) {
	far := &desk{}
	p := open(t, voxengine.Options{Services: far}, `
		const ws = VoxEngine.createWebSocket("wss://agent.example/call", { protocols: ["chat", "media"], headers: [{ name: "X-Token", value: "7" }] });
		ws.onopen = () => { ws.send("one"); ws.send(JSON.stringify({ two: 2 })); ws.close(); };`)
	p.Run()
	if len(far.remotes) != 1 {
		t.Fatalf("%d connections", len(far.remotes))
	}
	r := far.remotes[0]
	if r.Address() != "wss://agent.example/call" || !slices.Equal(r.Protocols(), []string{"chat", "media"}) ||
		!slices.Equal(r.Headers(), []voxengine.Header{{Key: "X-Token", Value: "7"}}) {
		t.Errorf("the connection carries %s %v %v", r.Address(), r.Protocols(), r.Headers())
	}
	if want := []string{"open", "message  one", `message  {"two":2}`, "closed"}; !slices.Equal(far.news, want) {
		t.Errorf("the other end learned %q, want %q", far.news, want)
	}
	if r.Send("late") || r.Speak(voxengine.Talk{Text: "late"}) || r.Close(1000, "") || r.Break() || r.Accept() || r.Event("Error", "") || r.Answer("1") {
		t.Error("a closed connection still acts")
	}
}

// TestNoServices: without a world every connection is refused.
func TestNoServices(t *testing.T) {
	p := open(t, voxengine.Options{}, `
		require(Modules.OpenAI);
		VoxEngine.createWebSocket("wss://agent.example/call").onerror = () => Logger.write("refused");
		OpenAI.createRealtimeAPIClient({}).catch((e) => Logger.write(e.message));`)
	p.Run()
	if trace := p.trace(); !strings.Contains(trace, `text="refused"`) || !strings.Contains(trace, "the session has no network") {
		t.Errorf("without a network\n%s", trace)
	}
}

// TestKnockAtTheWrongDoor: another address and a session that ended take no connection.
func TestKnockAtTheWrongDoor(t *testing.T) {
	p := open(t, voxengine.Options{}, `VoxEngine.allowWebSocketConnections();`)
	answers := 0
	refused := func(r *voxengine.Remote) {
		if answers++; r != nil {
			t.Error("it was taken")
		}
	}
	p.Knock(voxengine.Request{URL: "wss://elsewhere.example/request"}, refused)
	p.Run()
	p.Knock(voxengine.Request{URL: "ws" + strings.TrimPrefix(p.AccessURL(), "http")}, refused)
	if answers != 2 {
		t.Errorf("%d answers", answers)
	}
}
