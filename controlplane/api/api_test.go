package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/call"
	"github.com/ringflow/ringflow/controlplane/order"
	"github.com/ringflow/ringflow/controlplane/seal"
	"github.com/ringflow/ringflow/controlplane/store/sqlite"
	"github.com/ringflow/ringflow/controlplane/webhook"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// service is the API over a real store, without anybody who applies orders.
type service struct {
	testing.TB
	*httptest.Server
	store  *sqlite.Store
	secret webhook.Secret
	key    string
	log    *logBuffer
	now    time.Time
}

type logBuffer struct {
	mu sync.Mutex
	bytes.Buffer
}

func (b *logBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.Buffer.Write(p)
}

func (b *logBuffer) text() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.String()
}

// start runs a service; change may break the API's configuration.
func start(t testing.TB, change func(*Config)) *service {
	t.Helper()
	ring, err := seal.Parse(seal.NewKey())
	must(t, err)
	store, err := sqlite.Open(t.Context(), sqlite.Options{Path: filepath.Join(t.TempDir(), "r.db"), Keys: ring})
	must(t, err)
	s := &service{TB: t, store: store, secret: webhook.NewSecret(), key: NewKeyText(), log: &logBuffer{}, now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	key, err := NewKey(controlplane.DefaultTenant, s.key)
	must(t, err)
	now := func() time.Time { return s.now }
	orders := &order.Service{
		Store: store, Now: now, NewID: func() string { return uuid.Must(uuid.NewV7()).String() }, Wake: func() {},
		Changes: func(controlplane.Slot) (<-chan struct{}, func()) { return nil, func() {} },
	}
	reader := &webhook.Reader{Verifier: webhook.Verifier{Secrets: []webhook.Secret{s.secret}, Now: now}, Fields: []string{"order_number", "call_record"}}
	cfg := Config{
		Orders: orders, Calls: &call.Service{Store: store}, Keys: []Key{key}, Ready: store.Ping, Version: "test",
		ReadDraft: func(raw []byte) (controlplane.Draft, error) { return order.ReadDraft(raw, "", now()) },
		ReadCall:  reader.Read, Log: slog.New(slog.NewJSONHandler(s.log, nil)),
	}
	if change != nil {
		change(&cfg)
	}
	s.Server = httptest.NewServer(New(cfg))
	t.Cleanup(func() { s.Server.Close(); _ = store.Close() })
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// reply is an answer, its body read as JSON.
type reply struct {
	status int
	header http.Header
	text   string
	body   map[string]any
}

// do sends a request with the service's key; header lines are "Name: value".
func (s *service) do(method, path, body string, header ...string) reply {
	s.Helper()
	req, err := http.NewRequestWithContext(s.Context(), method, s.URL+path, strings.NewReader(body))
	must(s.TB, err)
	req.Header.Set("Authorization", "Bearer "+s.key)
	req.Header.Set("Content-Type", "application/json")
	for _, line := range header {
		name, value, _ := strings.Cut(line, ": ")
		req.Header.Set(name, value)
	}
	return s.send(req)
}

func (s *service) send(req *http.Request) (r reply) {
	s.Helper()
	resp, err := s.Client().Do(req)
	must(s.TB, err)
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	must(s.TB, err)
	r = reply{resp.StatusCode, resp.Header, string(raw), map[string]any{}}
	if err := json.Unmarshal(raw, &r.body); err != nil {
		s.Errorf("%s %s: the answer is not a JSON object: %s", req.Method, req.URL.Path, raw)
	}
	return r
}

// settle does what a pusher would: everything that is due is applied.
func (s *service) settle() {
	s.Helper()
	leases, err := s.store.ClaimSlots(s.Context(), "w", s.now, s.now.Add(time.Minute), 100)
	must(s.TB, err)
	for _, l := range leases {
		o, _, err := s.store.SlotOrder(s.Context(), l.Slot)
		must(s.TB, err)
		must(s.TB, s.store.SettleSlot(s.Context(), controlplane.Settlement{Lease: l, Generation: o.Generation}, s.now))
	}
}

const pair = `{"courier":"+12222222222","client":"+13333333333"}`

// TestTheLifeOfAnOrder is the story that a backend sees.
func TestTheLifeOfAnOrder(t *testing.T) {
	s := start(t, nil)
	first := s.do("PUT", "/v1/orders/00123", pair)
	id, _ := first.body["id"].(string)
	if parsed, err := uuid.Parse(id); err != nil || parsed.Version() != 7 {
		t.Errorf("id %q is no UUIDv7", id)
	}
	want := map[string]any{
		"number": "00123", "id": id, "state": "active", "generation": 1.0, "sync_state": "pending", "applied_generation": 0.0,
		"courier": "+1...22", "client": "+1...33", "expires_at": "2026-03-11T12:00:00Z",
		"created_at": "2026-03-01T12:00:00Z", "updated_at": "2026-03-01T12:00:00Z",
	}
	if got, wanted := fmt.Sprint(first.status, first.body), fmt.Sprint(200, want); got != wanted {
		t.Errorf("PUT:\n got %s\nwant %s", got, wanted)
	}
	if again := s.do("PUT", "/v1/orders/00123", pair); again.text != first.text {
		t.Errorf("the repeated PUT is answered by %s", again.text)
	}
	s.settle()
	if got := s.do("GET", "/v1/orders/00123", "").body; got["sync_state"] != "applied" || got["applied_generation"] != 1.0 {
		t.Errorf("applied: %v", got)
	}
	if got := s.do("PUT", "/v1/orders/00123", strings.Replace(pair, "33333", "44444", 1)).body; got["id"] != id || got["generation"] != 2.0 || got["sync_state"] != "pending" {
		t.Errorf("reassigned: %v", got)
	}
	for range 2 {
		if got := s.do("DELETE", "/v1/orders/00123", ""); got.status != 200 || got.body["state"] != "closed" || got.body["generation"] != 3.0 {
			t.Errorf("closed: %d %v", got.status, got.body)
		}
	}
	if got := s.do("PUT", "/v1/orders/00123", pair).body; got["id"] == id || got["generation"] != 4.0 {
		t.Errorf("the number used again: %v", got)
	}
	if strings.Contains(s.log.text(), "22222222") {
		t.Error("the log shows a number")
	}
}

func TestWaiting(t *testing.T) {
	gave := make(chan time.Duration, 1)
	s := start(t, func(c *Config) { c.Orders = impatient{c.Orders, gave} })
	if r := s.do("PUT", "/v1/orders/1?wait=applied", pair); r.status != 202 || r.body["sync_state"] != "pending" {
		t.Errorf("not applied: %d %s", r.status, r.text)
	}
	select {
	case d := <-gave:
		if d < waitTime-time.Second || d > waitTime {
			t.Errorf("it would wait %s", d)
		}
	default:
		t.Error("it did not wait")
	}
	s.settle()
	if r := s.do("PUT", "/v1/orders/1?wait=applied", pair); r.status != 200 || r.body["sync_state"] != "applied" {
		t.Errorf("applied: %d %s", r.status, r.text)
	}
}

// impatient notes how long a request would wait and does not wait.
type impatient struct {
	controlplane.Orders
	gave chan time.Duration
}

func (i impatient) Await(ctx context.Context, o controlplane.Order) (controlplane.Order, bool, error) {
	end, _ := ctx.Deadline()
	select {
	case i.gave <- time.Until(end):
	default:
	}
	over, cancel := context.WithCancel(ctx)
	cancel()
	return i.Orders.Await(over, o)
}

func TestPages(t *testing.T) {
	s := start(t, nil)
	for i := range 7 {
		s.do("PUT", fmt.Sprint("/v1/orders/", i), pair)
	}
	s.do("DELETE", "/v1/orders/3", "")
	var seen []string
	path := "/v1/orders?state=active&limit=4"
	for next := path; next != ""; {
		r := s.do("GET", next, "")
		for _, o := range r.body["orders"].([]any) {
			seen = append(seen, o.(map[string]any)["number"].(string))
		}
		next = ""
		if c, ok := r.body["next"].(string); ok {
			next = path + "&cursor=" + c
		}
	}
	if got := strings.Join(seen, " "); got != "6 5 4 2 1 0" {
		t.Errorf("pages show %s", got)
	}
}

func (s *service) report(id, body string) reply {
	s.Helper()
	req, err := http.NewRequestWithContext(s.Context(), "POST", s.URL+"/v1/call-results", strings.NewReader(body))
	must(s.TB, err)
	req.Header.Set("Content-Type", "application/json")
	s.secret.Sign(req.Header, id, s.now, []byte(body))
	return s.send(req)
}

func TestCallResults(t *testing.T) {
	s := start(t, nil)
	result := `{"order_number":"12345","call_record":"","ringflow":{"v":1,"session":"S1","flow":"f","release":"r","order_generation":null,` +
		`"started_at":1772366390123,"ended_at":1772366399456,"ended_by":"caller","path":["a got"],"legs":[]}}`
	if r := s.report("S1-1", result); r.status != 200 || r.text != `{"id":"S1-1","duplicate":false}`+"\n" {
		t.Errorf("the first: %d %s", r.status, r.text)
	}
	if r := s.report("S1-1", result); r.status != 200 || r.body["duplicate"] != true {
		t.Errorf("once more: %d %s", r.status, r.text)
	}
	if r := s.report("S1-1", strings.Replace(result, "12345", "54321", 1)); r.status != 409 || r.body["code"] != "RF7034" {
		t.Errorf("another one under the id: %d %s", r.status, r.text)
	}
	s.report("S2-1", `{"order_number":"","call_record":"x"}`)
	var group sync.WaitGroup
	fresh := make(chan bool, 100)
	for range 100 {
		group.Go(func() {
			fresh <- s.report("S3-1", `{"order_number":"12345","call_record":"y"}`).body["duplicate"] == false
		})
	}
	group.Wait()
	close(fresh)
	n := 0
	for f := range fresh {
		if f {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the same result 100 times had %d effects", n)
	}
	r := s.do("GET", "/v1/calls", "")
	want := `{"calls":[{"id":"S3-1","received_at":"2026-03-01T12:00:00Z","result":{"call_record":"y","order_number":"12345"}},` +
		`{"id":"S2-1","received_at":"2026-03-01T12:00:00Z","result":{"call_record":"x","order_number":""}},` +
		`{"id":"S1-1","received_at":"2026-03-01T12:00:00Z","result":{"call_record":"","order_number":"12345"},` +
		`"call":{"session":"S1","flow":"f","release":"r","started_at":"2026-03-01T11:59:50.123Z","ended_at":"2026-03-01T11:59:59.456Z",` +
		`"ended_by":"caller","path":["a got"],"legs":[]}}]}` + "\n"
	if r.text != want {
		t.Errorf("GET /v1/calls:\n got %s\nwant %s", r.text, want)
	}
	if r := s.do("GET", "/v1/calls?order=12345&limit=1", ""); len(r.body["calls"].([]any)) != 1 || r.body["next"] == nil {
		t.Errorf("a page: %s", r.text)
	} else if r = s.do("GET", "/v1/calls?order=12345&limit=1&cursor="+r.body["next"].(string), ""); !strings.Contains(r.text, "S1-1") || r.body["next"] != nil {
		t.Errorf("the next page: %s", r.text)
	}
	if r := s.do("GET", "/v1/calls?since=2026-03-01T12:00:01Z", ""); r.text != `{"calls":[]}`+"\n" {
		t.Errorf("since: %s", r.text)
	}
}

// TestProblems is the table of requests that are refused, each with everything
// that the caller learns.
func TestProblems(t *testing.T) {
	s := start(t, nil)
	s.do("PUT", "/v1/orders/1", pair)
	for _, tt := range []struct {
		name, method, path, body string
		header                   []string
		status                   int
		want                     string // code, detail and fields
	}{
		{"no key", "GET", "/v1/orders/1", "", []string{"Authorization: "}, 401, "RF7010 send it in the header Authorization: Bearer KEY"},
		{"wrong key", "GET", "/v1/orders/1", "", []string{"Authorization: Bearer " + NewKeyText()}, 401, "RF7010 send it in the header Authorization: Bearer KEY"},
		{"key of another kind", "GET", "/v1/orders/1", "", []string{"Authorization: Basic x"}, 401, "RF7010 send it in the header Authorization: Bearer KEY"},
		{"no order", "GET", "/v1/orders/2", "", nil, 404, "RF7020 it was never posted, or under another tenant's key"},
		{"nothing to close", "DELETE", "/v1/orders/2", "", nil, 404, "RF7020 it was never posted, or under another tenant's key"},
		{"no resource", "GET", "/v2/orders/12222222222", "", nil, 404, "RF7005 "},
		{"no method", "PATCH", "/v1/orders/1", "", nil, 405, "RF7006 "},
		{"no body", "PUT", "/v1/orders/1", "", nil, 400, "RF7001 "},
		{"no JSON", "PUT", "/v1/orders/1", "{", nil, 400, "RF7001 wanted one JSON object and nothing behind it"},
		{"bad numbers", "PUT", "/v1/orders/1", `{"courier":"12","client":12222222222,"phone":"x"}`, nil, 422,
			"RF7002 [/client: a phone number in international form, such as +12025550123] [/courier: a number that belongs to one person; emergency and short numbers are refused] " +
				"[/phone: no such field; known here: client, courier, expires_at, expires_in]"},
		{"a number that no key can be", "PUT", "/v1/orders/a%20b", pair, nil, 422, "RF7021 [number: 1 to 200 characters of the platform's key alphabet (a-z, A-Z, 0-9, Cyrillic letters and _-:;.#+)]"},
		{"too large", "PUT", "/v1/orders/1", `{"courier":"` + strings.Repeat("1", maxOrderBody) + `"}`, nil, 413, "RF7003 "},
		{"unknown parameter", "GET", "/v1/orders?colour=12222222222", "", nil, 422, "RF7007 [colour: unknown query parameter]"},
		{"wrong parameters", "GET", "/v1/orders?limit=12222222222&state=lost", "", nil, 422, "RF7007 [limit: expected number <= 500] [state: expected value to be one of \"active, closed, expired\"]"},
		{"not a number", "GET", "/v1/orders?limit=many", "", nil, 422, "RF7007 [limit: invalid integer]"},
		{"not a time", "GET", "/v1/calls?since=yesterday", "", nil, 422, "RF7007 [since: expected string to be RFC 3339 date-time]"},
		{"a cursor of something else", "GET", "/v1/orders?cursor=" + cursor(callCursor, "1"), "", nil, 422, "RF7007 [cursor: the text of next of the page before, as it was]"},
		{"a cursor of nothing", "GET", "/v1/calls?cursor=" + cursor(callCursor, "x"), "", nil, 422, "RF7007 [cursor: the text of next of the page before, as it was]"},
		{"another wait", "PUT", "/v1/orders/1?wait=forever", pair, nil, 422, `RF7007 [wait: expected value to be one of "applied"]`},
		{"an unsigned result", "POST", "/v1/call-results", "{}", nil, 401, "RF7032 wanted the headers webhook-id, webhook-timestamp and webhook-signature"},
		{"a result that is no JSON", "POST", "/v1/call-results", "{}", []string{"Content-Type: text/plain"}, 415, "RF7004 "},
		{"a result that is too large", "POST", "/v1/call-results", strings.Repeat("x", maxResultBody+1), nil, 413, "RF7003 "},
	} {
		r := s.do(tt.method, tt.path, tt.body, tt.header...)
		got := fmt.Sprint(r.body["code"], " ")
		if d, ok := r.body["detail"].(string); ok {
			got += d
		}
		var list []string
		fields, _ := r.body["errors"].([]any)
		for _, f := range fields {
			f := f.(map[string]any)
			list = append(list, fmt.Sprintf("[%s: %s]", f["pointer"], f["want"]))
		}
		slices.Sort(list)
		got += strings.Join(list, " ")
		if r.status != tt.status || got != tt.want {
			t.Errorf("%s:\n got %d %s\nwant %d %s", tt.name, r.status, got, tt.status, tt.want)
		}
		if r.body["status"] != float64(r.status) || r.body["type"] != "urn:ringflow:"+fmt.Sprint(r.body["code"]) || r.header.Get("Content-Type") != problemType {
			t.Errorf("%s: not a problem as RFC 9457 has it: %s", tt.name, r.text)
		}
		if strings.Contains(r.text, "2222222") {
			t.Errorf("%s: the answer repeats what was sent: %s", tt.name, r.text)
		}
	}
	if strings.Contains(s.log.text(), "2222222") {
		t.Errorf("the log repeats what was sent:\n%s", s.log.text())
	}
}

func TestWhenTheStoreIsGone(t *testing.T) {
	s := start(t, nil)
	if r := s.do("GET", "/readyz", ""); r.status != 200 || r.body["status"] != "ready" {
		t.Errorf("readyz: %d %s", r.status, r.text)
	}
	must(t, s.store.Close())
	for _, r := range []reply{s.do("PUT", "/v1/orders/1", pair), s.do("GET", "/v1/orders/1", ""), s.report("S1-1", `{"order_number":"","call_record":""}`)} {
		if r.status != 503 || r.body["code"] != "RF7050" {
			t.Errorf("%d %s", r.status, r.text)
		}
	}
	if r := s.do("GET", "/readyz", ""); r.status != 503 {
		t.Errorf("readyz: %d %s", r.status, r.text)
	}
	if r := s.do("GET", "/livez", ""); r.status != 200 {
		t.Errorf("livez: %d %s", r.status, r.text)
	}
}

func TestAPanicTellsNothing(t *testing.T) {
	s := start(t, func(c *Config) {
		c.ReadDraft = func([]byte) (controlplane.Draft, error) { panic("12222222222") }
		c.ReadCall = func(http.Header, []byte) (controlplane.Call, error) {
			return controlplane.Call{}, errors.New("12222222222")
		}
	})
	for _, r := range []reply{s.do("PUT", "/v1/orders/1", pair), s.do("POST", "/v1/call-results", "{}")} {
		if r.status != 500 || r.body["code"] != "RF7051" || strings.Contains(r.text, "2222") {
			t.Errorf("%d %s", r.status, r.text)
		}
	}
	if log := s.log.text(); !strings.Contains(log, "api_test.go") || strings.Contains(log, "2222") {
		t.Errorf("the log has no place, or shows what was thrown: %s", log)
	}
}

func TestTheDocument(t *testing.T) {
	s := start(t, nil)
	r := s.do("GET", "/openapi.json", "")
	if r.body["openapi"] != "3.1.0" {
		t.Fatalf("openapi: %.200s", r.text)
	}
	paths := r.body["paths"].(map[string]any)
	for path, methods := range map[string]string{
		"/v1/orders/{number}": "delete get put", "/v1/orders": "get", "/v1/calls": "get", "/v1/call-results": "post",
	} {
		var got []string
		for m, op := range paths[path].(map[string]any) {
			got = append(got, m)
			answers := op.(map[string]any)["responses"].(map[string]any)
			if answers["200"] == nil || answers["503"] == nil {
				t.Errorf("%s %s documents %v", m, path, answers)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != methods {
			t.Errorf("%s has %v", path, got)
		}
	}
	body, err := json.Marshal(paths["/v1/orders/{number}"].(map[string]any)["put"].(map[string]any)["requestBody"])
	if err != nil || !strings.Contains(string(body), "#/components/schemas/OrderRequest") {
		t.Errorf("the body of an order is documented as %s", body)
	}
	if strings.Contains(r.text, "ErrorModel") {
		t.Error("the document describes the framework's errors")
	}
}

func TestKeys(t *testing.T) {
	for _, text := range []string{"", "short", strings.Repeat("a", 31), strings.Repeat("a ", 32)} {
		if _, err := NewKey("t", text); err == nil {
			t.Errorf("NewKey(%q) was accepted", text)
		}
	}
	a, b := NewKeyText(), NewKeyText()
	ka, err := NewKey("a", a)
	must(t, err)
	kb, err := NewKey("b", b)
	must(t, err)
	for text, want := range map[string]string{a: "a", b: "b", a + "x": "", "": ""} {
		if got, found := find([]Key{ka, kb}, text); got != want || found != (want != "") {
			t.Errorf("find = %q, %v; want %q", got, found, want)
		}
	}
}

// BenchmarkPut posts orders over HTTP with 64 clients, as a backend would.
func BenchmarkPut(b *testing.B) {
	s := start(b, func(c *Config) { c.Log = slog.New(slog.DiscardHandler) })
	s.Client().Transport.(*http.Transport).MaxIdleConnsPerHost = 64
	var n atomic.Int64
	b.SetParallelism(32)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if r := s.do("PUT", fmt.Sprint("/v1/orders/", n.Add(1)), pair); r.status != 200 {
				b.Errorf("%d %s", r.status, r.text)
			}
		}
	})
}
