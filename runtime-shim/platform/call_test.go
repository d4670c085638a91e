package platform_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func jumping(o *platform.Options) {
	o.Pace = platform.Jump
	o.Latency = func(time.Duration) time.Duration { return 20 * time.Millisecond }
}

// deploy binds the first number to an application with one rule for scripts.
func (w *world) deploy(t *testing.T, scripts ...string) {
	t.Helper()
	w.do(t, "AddApplication", "application_name", "demo")
	w.do(t, "AddRule", "application_name", "demo", "rule_name", "all", "rule_pattern", ".*")
	for i, text := range scripts {
		w.do(t, "AddScenario", "scenario_name", fmt.Sprintf("script-%d", i+1), "scenario_script", text, "rule_id", "30001")
	}
	w.do(t, "BindPhoneNumberToApplication", "phone_number", platform.FirstNumber, "application_name", "demo")
}

func script(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/scripts/" + name)
	must(t, err)
	return string(text)
}

// receiver is the backend of a script; it keeps the bodies that it was sent.
func receiver(t *testing.T) (url string, bodies <-chan string) {
	t.Helper()
	got := make(chan string, 10)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var text strings.Builder
		fmt.Fprint(&text, r.Method, " ", r.Header.Get("Content-Type"), " ")
		_, err := bufio.NewReader(r.Body).WriteTo(&text)
		must(t, err)
		got <- text.String()
	}))
	t.Cleanup(server.Close)
	return server.URL, got
}

const deskStory = `{"from": "12222222222", "to": "10000000000", "story": {"steps": [
	{"hears": {"text": "key?"}}, {"press": {"keys": "00123#"}}, {"hears": {"text": "two tomatoes"}}, {"hangs_up": "caller"}
]}}`

func TestCallFromNumberToReport(t *testing.T) {
	w := newWorld(t, jumping)
	w.deploy(t, script(t, "desk.js"))
	url, bodies := receiver(t)
	w.do(t, "AddSecret", "application_name", "demo", "secret_name", "results_url", "secret_value", url)
	w.do(t, "AddSecret", "application_name", "demo", "secret_name", "results_key", "secret_value", "k")
	w.do(t, "SetKeyValueItem", "application_name", "demo", "key", "00123", "value", "two tomatoes")

	status, trace := w.admin(t, "POST", "calls", deskStory)
	if status != http.StatusOK {
		t.Fatalf("%d %s", status, trace)
	}
	golden.Check(t, "testdata/desk.ndjson", strings.ReplaceAll(trace, url, "http://receiver"))
	if got, want := take(t, bodies), `POST application/json {"typed":"00123","key":"k"}`; got != want {
		t.Errorf("report %s, want %s", got, want)
	}
	if got := decode(t, w.do(t, "GetKeyValueItem", "application_name", "demo", "key", "seen:00123")); got["result"].(map[string]any)["value"] != "yes" {
		t.Errorf("the script's own entry: %v", got)
	}

	t.Run("the trace is kept", func(t *testing.T) {
		id := regexp.MustCompile(`"session":(\d+)`).FindStringSubmatch(trace)[1]
		if status, kept := w.admin(t, "GET", "sessions/"+id+"/trace", ""); status != http.StatusOK || kept != trace {
			t.Errorf("%d %s", status, kept)
		}
		status, list := w.admin(t, "GET", "sessions", "")
		if status != http.StatusOK || !strings.Contains(list, `"session":`+id+`,"application":"demo","rule":"all"`) || !strings.Contains(list, `"reason":"terminate"`) {
			t.Errorf("%d %s", status, list)
		}
		if status, text := w.admin(t, "GET", "sessions/1/trace", ""); status != http.StatusNotFound || !strings.Contains(text, "RF6415") {
			t.Errorf("%d %s", status, text)
		}
	})
}

// The session's clock decides about expiry: the key lives for a minute, and the
// call takes longer than that, in no time.
func TestStorageExpiresByTheSessionsClock(t *testing.T) {
	w := newWorld(t, jumping)
	w.deploy(t, `require(Modules.ApplicationStorage);
		const look = async () => { const e = await ApplicationStorage.get('k'); Logger.write(e ? 'there' : 'gone'); };
		VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
			e.call.answer(); look(); setTimeout(look, 61000); setTimeout(VoxEngine.terminate, 62000);
		});`)
	w.do(t, "SetKeyValueItem", "application_name", "demo", "key", "k", "value", "v", "ttl", "60")
	got := logged(t, w, phone.Story{To: platform.FirstNumber, Steps: []phone.Step{wait(65 * phone.Second)}})
	if strings.Join(got, " ") != "there gone" {
		t.Errorf("logged %v", got)
	}
}

// All scenarios of a rule share one scope and run in binding order.
func TestScenariosOfARuleShareOneScope(t *testing.T) {
	w := newWorld(t, jumping)
	w.deploy(t, `const greeting = 'hello'; Logger.write('first');`,
		`Logger.write(greeting); VoxEngine.addEventListener(AppEvents.CallAlerting, VoxEngine.terminate);`)
	story := phone.Story{To: platform.FirstNumber, Lenient: true}
	if got := logged(t, w, story); strings.Join(got, " ") != "first hello" {
		t.Errorf("logged %v", got)
	}
	w.do(t, "ReorderScenarios", "rule_id", "30001", "scenario_id", "20002;20001")
	s, err := w.Call(story)
	must(t, err)
	ending, err := s.Wait(t.Context())
	must(t, err)
	if !strings.Contains(ending.Error, "greeting") {
		t.Errorf("in the other order: %+v", ending)
	}
}

// A session keeps the text that it started with; the next call gets the new one.
func TestRunningSessionKeepsItsScript(t *testing.T) {
	gate := make(chan struct{})
	w := newWorld(t, jumping, func(o *platform.Options) {
		o.Pace = func(ctx context.Context, _ time.Time, at time.Duration) (time.Duration, error) {
			if at > 0 {
				<-gate
			}
			return at, ctx.Err()
		}
	})
	version := func(n int) string {
		return fmt.Sprintf(`VoxEngine.addEventListener(AppEvents.CallAlerting, () => setTimeout(() => {
			Logger.write('version %d'); VoxEngine.terminate(); }, 1000));`, n)
	}
	w.deploy(t, version(1))
	story := phone.Story{To: platform.FirstNumber, Lenient: true, Steps: []phone.Step{wait(5 * phone.Second)}}
	old, err := w.Call(story)
	must(t, err)
	w.do(t, "SetScenarioInfo", "scenario_id", "20001", "scenario_script", version(2))
	fresh, err := w.Call(story)
	must(t, err)
	close(gate)
	if got := lines(t, old); strings.Join(got, "") != "version 1" {
		t.Errorf("the running session logged %v", got)
	}
	if got := lines(t, fresh); strings.Join(got, "") != "version 2" {
		t.Errorf("the next session logged %v", got)
	}
}

func TestDetachedCallCanBeFollowed(t *testing.T) {
	gate := make(chan struct{})
	w := newWorld(t, jumping, func(o *platform.Options) {
		o.Pace = func(ctx context.Context, _ time.Time, at time.Duration) (time.Duration, error) {
			<-gate
			return at, ctx.Err()
		}
	})
	w.deploy(t, `VoxEngine.addEventListener(AppEvents.CallAlerting, VoxEngine.terminate);`)
	status, head := w.admin(t, "POST", "calls?detach", `{"to": "+10000000000", "story": {"lenient": true}}`)
	if status != http.StatusAccepted {
		t.Fatalf("%d %s", status, head)
	}
	id := fmt.Sprintf("%.0f", decode(t, head)["session"])
	if _, list := w.admin(t, "GET", "sessions", ""); strings.Contains(list, "ended") {
		t.Errorf("the session has ended already: %s", list)
	}
	go close(gate)
	_, trace := w.admin(t, "GET", "sessions/"+id+"/trace", "")
	if !strings.HasPrefix(trace, strings.TrimSpace(head)) || !strings.Contains(trace, `{"ended":{"reason":"terminate"`) {
		t.Errorf("trace %s", trace)
	}
}

// A platform that closes ends its sessions; their scripts still report.
func TestCloseEndsRunningSessions(t *testing.T) {
	url, bodies := receiver(t)
	p, err := platform.New(platform.Options{GenerateKey: rsaKey}) // paced: the call lasts for an hour
	must(t, err)
	w := serveWorld(t, p)
	w.deploy(t, fmt.Sprintf(`VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => { e.call.answer(); });
		VoxEngine.addEventListener(AppEvents.Terminating, () => Net.httpRequestAsync(%q, {method: 'POST', postData: 'last words'}));`, url))
	s, err := p.Call(phone.Story{To: platform.FirstNumber, Lenient: true, Steps: []phone.Step{wait(60 * phone.Minute)}})
	must(t, err)
	untilConnected(t, s)
	must(t, p.Close())
	ending, err := s.Wait(t.Context())
	must(t, err)
	if ending.Reason != voxengine.EndedByHost {
		t.Errorf("ended by %s", ending.Reason)
	}
	if got := take(t, bodies); got != "POST  last words" {
		t.Errorf("reported %q", got)
	}
}

func untilConnected(t *testing.T, s *platform.Session) {
	t.Helper()
	connected := errors.New("connected")
	_, err := s.Follow(t.Context(), func(e voxengine.Event) error {
		if e.Kind == voxengine.KindConnected {
			return connected
		}
		return nil
	})
	if !errors.Is(err, connected) {
		t.Fatalf("the call was not connected: %v", err)
	}
}

// take receives what must come within some seconds.
func take(t *testing.T, from <-chan string) string {
	t.Helper()
	select {
	case text := <-from:
		return text
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was received")
		return ""
	}
}

// Paced sessions keep to the clock: an event after 30 ms does not come earlier,
// and at ten times the speed it comes in time.
func TestPaced(t *testing.T) {
	shows := func(want time.Duration, pace platform.Pace, ctx context.Context, started time.Time) {
		t.Helper()
		if got, err := pace(ctx, started, want); got != want || err != nil {
			t.Errorf("the clock shows %v, %v", got, err)
		}
	}
	began := time.Now()
	shows(30*time.Millisecond, platform.Paced(1, time.Now), t.Context(), began)
	if took := time.Since(began); took < 30*time.Millisecond {
		t.Errorf("waited only %v", took)
	}
	shows(10*time.Second, platform.Paced(1000, time.Now), t.Context(), time.Now())
	shows(time.Minute, platform.Paced(1, time.Now), t.Context(), time.Now().Add(-time.Hour))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	at, err := platform.Paced(10, time.Now)(ctx, time.Now().Add(-time.Minute), time.Hour)
	if err == nil || at < 10*time.Minute || at > 11*time.Minute {
		t.Errorf("the wait was cut off at %v, %v", at, err)
	}
	if _, err := platform.Jump(ctx, time.Now(), 0); err == nil {
		t.Error("an ended context does not end the wait")
	}
}

func TestCallsThatAreRefused(t *testing.T) {
	w := newWorld(t, jumping)
	for _, c := range []struct{ before, request, want string }{
		{"", `{`, "RF6405"},
		{"", `{"number": "1"}`, "RF6405"},
		{"", `{"story": {"steps": [{"hangs_up": "nobody"}]}}`, "RF6405: step 1: hangs_up is"},
		{"", `{"story": {}}`, "RF6410"},
		{"", `{"to": "13333333333"}`, "RF6410"},
		{"", `{"to": "10000000000"}`, "RF6411"},
		{"AddApplication application_name=demo", `{"to": "10000000000"}`, "RF6411"},
		{"BindPhoneNumberToApplication phone_id=40001 application_name=demo", `{"to": "10000000000"}`, "RF6412"},
		{"AddRule application_name=demo rule_name=users rule_pattern=[a-z]+", `{"to": "10000000000"}`, "RF6412"},
		{"AddRule application_name=demo rule_name=numbers rule_pattern=[0-9]+", `{"to": "10000000000"}`, "RF6413: the rule numbers"},
		{"AddScenario scenario_name=broken scenario_script=( rule_name=numbers", `{"to": "10000000000"}`, "RF6414"},
	} {
		if c.before != "" {
			method, fields := parse(t, c.before)
			_, text := w.send(t, post(t, w.url+"/platform_api/"+method+"?"+fields.Encode(), form, nil))
			if code(t, text) != 0 {
				t.Fatal(text)
			}
		}
		status, text := w.admin(t, "POST", "calls", c.request)
		if status < 400 || status > 422 || !strings.Contains(text, c.want) {
			t.Errorf("%s: %d %s, want %s", c.request, status, text, c.want)
		}
		if strings.Contains(text, "0000000") || strings.Contains(text, "3333333") {
			t.Errorf("the number is in %s", text)
		}
	}
}

func TestRouting(t *testing.T) {
	w := newWorld(t, jumping)
	w.do(t, "AddApplication", "application_name", "demo")
	say := `VoxEngine.addEventListener(AppEvents.CallAlerting, () => { Logger.write(%q); VoxEngine.terminate(); });`
	for i, r := range []struct{ name, pattern, exclude string }{
		{"users", `[a-z]+`, ""}, {"prefix", `1000`, ""}, {"suffix", `0000`, ""}, {"first", `1\d+`, `10000000000`}, {"second", `1\d{10}`, ""}, {"third", `.*`, ""},
	} {
		w.do(t, "AddRule", "application_name", "demo", "rule_name", r.name, "rule_pattern", r.pattern, "rule_pattern_exclude", r.exclude)
		w.do(t, "AddScenario", "scenario_name", r.name, "scenario_script", fmt.Sprintf(say, r.name), "rule_id", fmt.Sprint(30001+i))
	}
	w.do(t, "BindPhoneNumberToApplication", "phone_number", platform.FirstNumber, "application_name", "demo")
	answering := func(want string) {
		t.Helper()
		if got := logged(t, w, phone.Story{To: "+" + platform.FirstNumber, Lenient: true}); strings.Join(got, "") != want {
			t.Errorf("answered by %v, want %s", got, want)
		}
	}
	answering("second")
	w.do(t, "ReorderRules", "rule_id", "30006")
	answering("third")
	w.do(t, "BindPhoneNumberToApplication", "phone_number", platform.FirstNumber, "rule_id", "30005")
	answering("second")
	w.do(t, "SetRuleInfo", "rule_id", "30005", "rule_pattern", "2.*")
	answering("third")
}

func wait(d phone.Duration) phone.Step { return phone.Step{After: &d} }

// logged places a call and gives what its script wrote to the log.
func logged(t *testing.T, w *world, story phone.Story) []string {
	t.Helper()
	s, err := w.Call(story)
	must(t, err)
	return lines(t, s)
}

func lines(t *testing.T, s *platform.Session) (logged []string) {
	t.Helper()
	ending, err := s.Follow(t.Context(), func(e voxengine.Event) error {
		if e.Kind == voxengine.KindLog {
			logged = append(logged, e.Text)
		}
		return nil
	})
	must(t, err)
	if ending.Error != "" {
		t.Error(ending.Error)
	}
	return logged
}

// Every line of a trace is JSON of its own.
func TestTraceIsLinesOfJSON(t *testing.T) {
	w := newWorld(t, jumping)
	w.deploy(t, `VoxEngine.addEventListener(AppEvents.CallAlerting, VoxEngine.terminate);`)
	_, trace := w.admin(t, "POST", "calls", `{"to": "10000000000", "story": {"lenient": true}}`)
	for line := range strings.Lines(trace) {
		if !json.Valid([]byte(line)) {
			t.Errorf("not JSON: %s", line)
		}
	}
}
