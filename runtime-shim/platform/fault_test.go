package platform_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// set puts a key and reports how that looked to the client: an HTTP status, or
// 0 when there was no answer, and the platform's code.
func set(t *testing.T, w *world, ctx context.Context) (status, errorCode int) {
	t.Helper()
	r := post(t, w.url+"/platform_api/SetKeyValueItem?application_id=10001&key=k&value=v", form, nil).WithContext(ctx)
	r.Header.Set("Authorization", "Bearer "+w.token(t, w.key))
	answer, err := w.client.Do(r)
	if err != nil {
		if !errors.Is(err, io.EOF) && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("unexpected: %v", err)
		}
		return 0, 0
	}
	text := body(t, answer)
	if answer.StatusCode != http.StatusOK {
		return answer.StatusCode, 0
	}
	return answer.StatusCode, code(t, text)
}

func stored(t *testing.T, w *world) bool {
	t.Helper()
	return code(t, w.call(t, "GetKeyValueItem", "application_id", "10001", "key", "k")) == 0
}

func TestFaults(t *testing.T) {
	brief := func(t *testing.T) context.Context {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		t.Cleanup(cancel)
		return ctx
	}
	plain := func(t *testing.T) context.Context { return t.Context() }
	const method = "SetKeyValueItem"
	for name, c := range map[string]struct {
		fault        platform.Fault
		client       func(*testing.T) context.Context
		status, code int
		stored       bool
	}{
		"latency":                    {platform.Fault{Method: method, LatencyMS: 1}, plain, 200, 0, true},
		"latency, client gives up":   {platform.Fault{Method: method, LatencyMS: 60_000, Drop: true}, brief, 0, 0, false},
		"too many requests":          {platform.Fault{Status: 429, Count: 1}, plain, 429, 0, false},
		"server error":               {platform.Fault{Method: method, Status: 503}, plain, 503, 0, false},
		"server error, applied":      {platform.Fault{Method: method, Status: 500, Apply: true}, plain, 500, 0, true},
		"rate limit":                 {platform.Fault{Method: method, Code: 340}, plain, 200, 340, false},
		"dropped":                    {platform.Fault{Method: method, Drop: true}, plain, 0, 0, false},
		"dropped, applied":           {platform.Fault{Method: method, Drop: true, Apply: true}, plain, 0, 0, true},
		"hangs":                      {platform.Fault{Method: method, Hang: true}, brief, 0, 0, false},
		"hangs, applied":             {platform.Fault{Method: method, Hang: true, Apply: true}, brief, 0, 0, true},
		"another method":             {platform.Fault{Method: "AddRule", Status: 500}, plain, 200, 0, true},
		"applied an hour after that": {platform.Fault{Method: method, Drop: true, LateMS: 3_600_000}, plain, 0, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.do(t, "AddApplication", "application_name", "demo")
			must(t, w.SetFaults(c.fault))
			status, errorCode := set(t, w, c.client(t))
			if status != c.status || errorCode != c.code {
				t.Errorf("status %d and code %d, want %d and %d", status, errorCode, c.status, c.code)
			}
			must(t, w.SetFaults())
			if got := stored(t, w); got != c.stored {
				t.Errorf("applied: %v, want %v", got, c.stored)
			}
		})
	}
}

func TestLateFaultIsAppliedAfterTheFailure(t *testing.T) {
	w := newWorld(t)
	w.do(t, "AddApplication", "application_name", "demo")
	must(t, w.SetFaults(platform.Fault{Method: "SetKeyValueItem", Status: 504, LateMS: 1}))
	if status, _ := set(t, w, t.Context()); status != 504 {
		t.Errorf("status %d", status)
	}
	for deadline := time.Now().Add(10 * time.Second); !stored(t, w); {
		if time.Now().After(deadline) {
			t.Fatal("the work was never done")
		}
	}
}

func TestFaultsCountDown(t *testing.T) {
	w := newWorld(t)
	w.do(t, "AddApplication", "application_name", "demo")
	must(t, w.SetFaults(platform.Fault{Status: 429, Count: 2}, platform.Fault{Method: "SetKeyValueItem", Status: 500, Count: 1}))
	for i, want := range []int{429, 429, 500, 200} {
		if status, _ := set(t, w, t.Context()); status != want {
			t.Errorf("request %d: status %d, want %d", i, status, want)
		}
	}
	if left := w.Faults(); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

// admin sends a request to what only the emulator has.
func (w *world) admin(t *testing.T, method, path, text string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, w.url+"/emulator/v1/"+path, strings.NewReader(text))
	must(t, err)
	r.Header.Set("Authorization", "Bearer "+w.AdminToken())
	return w.send(t, r)
}

func TestFaultsOverHTTP(t *testing.T) {
	w := newWorld(t)
	list := `[{"method":"SetKeyValueItem","count":3,"latency_ms":20,"status":429}]`
	if status, text := w.admin(t, "PUT", "faults", list); status != 200 || strings.TrimSpace(text) != list {
		t.Errorf("%d %s", status, text)
	}
	for text, want := range map[string]string{
		`[{"method":"Nothing","status":500}]`: "method is not one of the platform",
		`[{"status":200}]`:                    "status is 200, expected 400 to 599",
		`[{"code":7}]`:                        "code 7 is not one of the platform",
		`[{"drop":true,"hang":true}]`:         "only one of",
		`[{"apply":true}]`:                    "apply and late_ms need",
		`[{"count":-1}]`:                      "may not be negative",
		`[{"latency":1}]`:                     "RF6405",
		`{}`:                                  "RF6405",
	} {
		status, answer := w.admin(t, "PUT", "faults", text)
		if status < 400 || status > 422 || !strings.Contains(answer, want) {
			t.Errorf("%s: %d %s", text, status, answer)
		}
	}
	if status, text := w.admin(t, "GET", "faults", ""); status != 200 || strings.TrimSpace(text) != list {
		t.Errorf("after refused lists: %d %s", status, text)
	}
}

func TestAdminNeedsTheToken(t *testing.T) {
	w := newWorld(t)
	for _, token := range []string{"", "Bearer", "Bearer " + w.APIKey(), "Bearer " + w.token(t, w.key)} {
		r, err := http.NewRequest("GET", w.url+"/emulator/v1/faults", nil)
		must(t, err)
		r.Header.Set("Authorization", token)
		answer, err := w.client.Do(r)
		must(t, err)
		if text := body(t, answer); answer.StatusCode != 401 || !strings.Contains(text, "RF6407") {
			t.Errorf("%d %s", answer.StatusCode, text)
		}
	}
}
