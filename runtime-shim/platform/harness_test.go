package platform_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/runtime-shim/platform"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/dlclark/regexp2/v2.runClock")) // the clock of expressions ends by itself
}

// rsaKey is the key pair of every service account in tests: making one is slow.
var rsaKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

// clock is a platform's clock that only tests move.
type clock struct {
	sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.Lock()
	defer c.Unlock()
	return c.now
}

func (c *clock) advance(d time.Duration) {
	c.Lock()
	defer c.Unlock()
	c.now = c.now.Add(d)
}

// world is a platform on a loopback port with a client of it.
type world struct {
	*platform.Platform
	*clock
	url    string
	client *http.Client
	key    platform.Credentials
	tokens map[string]string // by key and second, since signing takes its time
}

func newWorld(t *testing.T, options ...func(*platform.Options)) *world {
	t.Helper()
	w := &world{clock: &clock{now: time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)}}
	o := platform.Options{Now: w.Now, GenerateKey: rsaKey}
	for _, change := range options {
		change(&o)
	}
	p, err := platform.New(o)
	must(t, err)
	t.Cleanup(func() { must(t, p.Close()) })
	w.serve(t, p)
	return w
}

// serveWorld is a world of a platform that the test closes.
func serveWorld(t *testing.T, p *platform.Platform) *world {
	t.Helper()
	w := &world{clock: &clock{now: time.Now()}}
	w.serve(t, p)
	return w
}

func (w *world) serve(t *testing.T, p *platform.Platform) {
	t.Helper()
	server := httptest.NewServer(p.Handler())
	w.Platform, w.url, w.client, w.tokens = p, server.URL, &http.Client{Transport: &http.Transport{}}, map[string]string{}
	t.Cleanup(func() {
		w.client.CloseIdleConnections()
		server.Close()
	})
	var err error
	w.key, err = p.CreateKey(platform.Owner)
	must(t, err)
}

// token signs as the official clients do.
func (w *world) token(t *testing.T, key platform.Credentials) string {
	t.Helper()
	now := w.Now().Unix()
	id := fmt.Sprint(key.KeyID, now)
	if w.tokens[id] == "" {
		w.tokens[id] = sign(t, key, jwt.MapClaims{"iss": key.AccountID, "iat": now, "exp": now + 64}, key.KeyID)
	}
	return w.tokens[id]
}

func sign(t *testing.T, key platform.Credentials, claims jwt.MapClaims, kid string) string {
	t.Helper()
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, claims)
	token.Header["kid"] = kid
	text, err := token.SignedString(private(t, key))
	must(t, err)
	return text
}

func private(t *testing.T, key platform.Credentials) any {
	t.Helper()
	block, _ := pem.Decode([]byte(key.PrivateKey))
	if block == nil {
		t.Fatal("the private key is not PEM")
	}
	private, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	must(t, err)
	return private
}

// call calls a method as one would with curl and gives the answer's body.
func (w *world) call(t *testing.T, method string, pairs ...string) string {
	t.Helper()
	fields := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		fields.Set(pairs[i], pairs[i+1])
	}
	status, text := w.send(t, post(t, w.url+"/platform_api/"+method, form, strings.NewReader(fields.Encode())))
	if status != http.StatusOK {
		t.Fatalf("%s: status %d: %s", method, status, text)
	}
	return text
}

// do is call where the method must succeed.
func (w *world) do(t *testing.T, method string, pairs ...string) string {
	t.Helper()
	text := w.call(t, method, pairs...)
	if code(t, text) != 0 {
		t.Fatalf("%s: %s", method, text)
	}
	return text
}

// send sends a request with a fresh token and gives status and body.
func (w *world) send(t *testing.T, r *http.Request) (int, string) {
	t.Helper()
	if r.Header.Get("Authorization") == "" {
		r.Header.Set("Authorization", "Bearer "+w.token(t, w.key))
	}
	answer, err := w.client.Do(r)
	must(t, err)
	return answer.StatusCode, body(t, answer)
}

func decode(t *testing.T, text string) (fields map[string]any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &fields); err != nil {
		t.Fatalf("%v in %q", err, text)
	}
	return fields
}

// code is the error code of an answer, 0 for success.
func code(t *testing.T, text string) int {
	t.Helper()
	var answer struct{ Error struct{ Code int } }
	must(t, json.Unmarshal([]byte(text), &answer))
	return answer.Error.Code
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func body(t *testing.T, answer *http.Response) string {
	t.Helper()
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(t, err)
	return string(text)
}
