package platform_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// controlled logs its address and what comes there, and ends when it is told.
const controlled = `
VoxEngine.addEventListener(AppEvents.Started, (e) => Logger.write(e.accessURL + " " + (e.accessSecureURL === e.accessURL)));
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => e.call.answer());
VoxEngine.addEventListener(AppEvents.HttpRequest, (e) => {
  Logger.write([e.method, e.path.split("/").slice(3).join("/"), e.content, e.headers.map((h) => h.key + ": " + h.value)].join("|"));
  if (e.content === "stop") setTimeout(VoxEngine.terminate, 10);
  return { seen: Date.now() };
});`

func TestSessionsTakeRequests(t *testing.T) {
	w := newWorld(t, func(o *platform.Options) { o.Now = nil }) // paced: an hour of a call
	w.ServedAt(w.url)
	w.clock.now = time.Now()
	w.deploy(t, controlled)
	s, err := w.Call(phone.Story{To: platform.FirstNumber, Lenient: true, Steps: []phone.Step{wait(60 * phone.Minute)}})
	must(t, err)
	untilConnected(t, s)
	address, _, _ := strings.Cut(firstLine(t, s), " ")
	time.Sleep(time.Second)

	r := post(t, address+"/mute/id=1?now=1", "text/plain", strings.NewReader("Ann"))
	r.Header.Set("X-Token", "7")
	answer, err := w.client.Do(r)
	must(t, err)
	seen := decode(t, body(t, answer))["seen"].(float64)
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != "application/json" {
		t.Errorf("%d %v", answer.StatusCode, answer.Header)
	}
	if late := time.Now().UnixMilli() - int64(seen); late < 0 || late >= 1000 {
		t.Errorf("the script heard of it at a clock that is %d ms off", late)
	}

	for _, wrong := range []string{address + "0", w.url + "/request/", w.url + "/request/1/"} {
		answer, err := w.client.Get(wrong)
		must(t, err)
		if text := body(t, answer); answer.StatusCode != http.StatusNotFound || !strings.HasPrefix(text, "no session has this address") {
			t.Errorf("%s: %d %s", wrong, answer.StatusCode, text)
		}
	}

	answer, err = w.client.Do(post(t, address, "text/plain", strings.NewReader("stop")))
	must(t, err)
	body(t, answer)
	got := lines(t, s)
	if want := "POST|" + path(address) + "/mute/id=1?now=1|Ann|X-Token: 7 POST|" + path(address) + "|stop|"; strings.Join(got[1:], " ") != want {
		t.Errorf("got  %v\nwant %s", got[1:], want)
	}
	answer, err = w.client.Get(address)
	must(t, err)
	if text := body(t, answer); answer.StatusCode != http.StatusNotFound {
		t.Errorf("an ended session answers %d %s", answer.StatusCode, text)
	}
}

// path is what the script logs of its own address.
func path(address string) string { return address[strings.LastIndex(address, "/")+1:] }

// firstLine is the first line of a session's log.
func firstLine(t *testing.T, s *platform.Session) (line string) {
	t.Helper()
	found := errors.New("found")
	_, err := s.Follow(t.Context(), func(e voxengine.Event) error {
		if e.Kind == voxengine.KindLog {
			line = e.Text
			return found
		}
		return nil
	})
	if !errors.Is(err, found) || !strings.HasSuffix(line, " true") {
		t.Fatal(line, err)
	}
	return line
}

// Serve tells sessions where they are reached.
func TestServeTellsItsAddress(t *testing.T) {
	w := newWorld(t)
	w.clock.now = time.Now()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- w.Serve(ctx, listener) }()
	base := "http://" + listener.Addr().String()
	answer, err := w.client.Get(base + "/request/1/x") // it serves from then on
	must(t, err)
	body(t, answer)
	w.deploy(t, controlled)
	s, err := w.Call(phone.Story{To: platform.FirstNumber, Lenient: true, Steps: []phone.Step{wait(phone.Minute)}})
	must(t, err)
	address, _, _ := strings.Cut(firstLine(t, s), " ")
	if !strings.HasPrefix(address, base+"/request/") {
		t.Fatalf("the session is at %s, the platform at %s", address, base)
	}
	answer, err = w.client.Do(post(t, address, "text/plain", strings.NewReader("stop")))
	must(t, err)
	if text := body(t, answer); answer.StatusCode != http.StatusOK {
		t.Errorf("%d %s", answer.StatusCode, text)
	}
	_, err = s.Wait(t.Context())
	must(t, err)
	stop()
	must(t, <-served)
}

// A session that ends while somebody waits for its answer leaves nobody waiting.
func TestSessionsThatEndAnswer(t *testing.T) {
	gate, waits, first := make(chan struct{}), make(chan struct{}), sync.Once{}
	w := newWorld(t, jumping, func(o *platform.Options) {
		o.Pace = func(ctx context.Context, _ time.Time, at time.Duration) (time.Duration, error) {
			if at == time.Second {
				first.Do(func() { close(waits) })
				<-gate
			}
			return at, ctx.Err()
		}
	})
	w.ServedAt(w.url)
	w.deploy(t, `VoxEngine.addEventListener(AppEvents.Started, (e) => { Logger.write(e.accessURL + " true"); setTimeout(VoxEngine.terminate, 1000); });`)
	s, err := w.Call(phone.Story{To: platform.FirstNumber, Lenient: true, Steps: []phone.Step{wait(phone.Minute)}})
	must(t, err)
	address, _, _ := strings.Cut(firstLine(t, s), " ")
	<-waits
	said := make(chan string, 1)
	go func() {
		answer, err := w.client.Get(address)
		if err != nil {
			said <- err.Error()
			return
		}
		said <- fmt.Sprint(answer.StatusCode, " ", body(t, answer))
	}()
	time.Sleep(50 * time.Millisecond) // the request is at the door; if not yet, it finds it closed
	close(gate)
	if got := take(t, said); !strings.HasPrefix(got, "404 ") {
		t.Errorf("answered %s", got)
	}
}
