package server

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/controlplane/voximplant"
	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// inChild makes this test program a control plane: it is how a test kills one.
const inChild = "RINGFLOW_TEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(inChild) != "" {
		os.Exit(child())
	}
	goleak.VerifyTestMain(m)
}

// child serves what the environment says and prints where.
func child() int {
	settings, err := ReadSettings(Settings{}, os.Getenv, "")
	if err != nil {
		fmt.Println(err)
		return 1
	}
	cfg, _, err := settings.Config(context.Background())
	if err != nil {
		fmt.Println(err)
		return 1
	}
	cfg.Now, cfg.Log = time.Now, slog.New(slog.NewJSONHandler(os.Stderr, nil))
	s, err := New(context.Background(), cfg)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println(s.URL())
	if err := s.Run(context.Background()); err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

var rsaKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

// cloud is an emulated platform with the application "masking".
type cloud struct {
	*platform.Platform
	url, credentials string
	client           *voximplant.Client
	app              int64
}

func newCloud(t *testing.T) *cloud {
	t.Helper()
	p, err := platform.New(platform.Options{GenerateKey: rsaKey})
	must(t, err)
	server := httptest.NewServer(p.Handler())
	c := &cloud{Platform: p, url: server.URL + "/platform_api", credentials: filepath.Join(t.TempDir(), "key.json")}
	key, err := p.CreateKey("Owner")
	must(t, err)
	raw, err := json.Marshal(key)
	must(t, err)
	must(t, os.WriteFile(c.credentials, raw, 0o600))
	c.client, err = voximplant.New(voximplant.Options{Credentials: voximplant.Credentials(key), BaseURL: c.url})
	must(t, err)
	t.Cleanup(func() { c.client.Close(); server.CloseClientConnections(); server.Close(); _ = p.Close() })
	app, err := c.client.Applications.AddApplication(t.Context(), voximplant.AddApplicationParams{ApplicationName: "masking"})
	must(t, err)
	c.app = app.ApplicationID
	return c
}

// holds returns what the platform's storage holds under a key, "" for nothing.
func (c *cloud) holds(t *testing.T, key string) string {
	t.Helper()
	item, _, err := c.client.KeyValueStorage.Find(t.Context(), c.app, key)
	must(t, err)
	return item.Value
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (c *cloud) settings(dir string) Settings {
	return Settings{
		Listen: "127.0.0.1:0", Data: dir, Credentials: c.credentials, Platform: c.url, Application: "masking", Rate: "200",
		APIKey: strings.Repeat("k", 40),
	}
}

// backend sends requests to a control plane.
type backend struct{ url string }

func (b backend) send(method, path, body string) (status int, text string, err error) {
	req, err := http.NewRequest(method, b.url+path, strings.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	req.Header.Set("Authorization", "Bearer "+strings.Repeat("k", 40))
	req.Close = true // a killed server leaves no connection to be reused
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, "", err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	return resp.StatusCode, string(raw), err
}

const pair = `{"courier":"+12222222222","client":"+13333333333","expires_in":3600}`

// TestAServiceInsideAProgram is the whole way of an order, over real HTTP.
func TestAServiceInsideAProgram(t *testing.T) {
	c := newCloud(t)
	cfg, summary, err := c.settings(filepath.Join(t.TempDir(), "data")).Config(t.Context())
	must(t, err)
	var log bytes.Buffer
	cfg.Now, cfg.Log = time.Now, slog.New(slog.NewJSONHandler(&log, nil))
	s, err := New(t.Context(), cfg)
	must(t, err)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	b := backend{s.URL()}
	if status, text, err := b.send("PUT", "/v1/orders/12345?wait=applied", pair); status != 200 || err != nil {
		t.Fatalf("PUT: %d %s %v", status, text, err)
	}
	if got := c.holds(t, "12345"); !strings.HasPrefix(got, `{"v":1,"courier":"12222222222","client":"13333333333","g":1,"x":`) {
		t.Errorf("the storage holds %s", got)
	}
	if status, text, err := b.send("DELETE", "/v1/orders/12345?wait=applied", ""); status != 200 || err != nil || c.holds(t, "12345") != "" {
		t.Errorf("DELETE: %d %s %v, the storage holds %q", status, text, err, c.holds(t, "12345"))
	}
	must(t, c.SetFaults(platform.Fault{Method: "SetKeyValueItem", Code: 499}))
	if _, _, err = b.send("PUT", "/v1/orders/777", pair); err != nil {
		t.Error(err)
	}
	must(t, c.SetFaults())
	if status, text, err := b.send("PUT", "/v1/orders/777?wait=applied", pair); status != 200 || err != nil || c.holds(t, "777") == "" {
		t.Errorf("after a failure: %d %s %v", status, text, err)
	}
	stop()
	must(t, <-ended)
	for _, text := range []string{log.String(), fmt.Sprint(summary)} {
		for _, private := range []string{"2222222", "3333333", strings.Repeat("k", 40), "PRIVATE KEY"} {
			if strings.Contains(text, private) {
				t.Errorf("%q stands in\n%s", private, text)
			}
		}
	}
	if _, _, err := b.send("GET", "/livez", ""); err == nil {
		t.Error("the service still answers")
	}
}

// process is a control plane that can be killed.
type process struct {
	backend
	cmd *exec.Cmd
}

func spawn(t *testing.T, s Settings) *process {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), inChild+"=1")
	for _, setting := range s.list() {
		cmd.Env = append(cmd.Env, setting.env+"="+*setting.field)
	}
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "http://") {
		t.Fatalf("the child says %q, %v", line, err)
	}
	return &process{backend{strings.TrimSpace(line)}, cmd}
}

// kill ends the process as a power cut would, as far as a process can tell.
func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

// TestAnAcknowledgedOrderSurvivesKill kills the service right after an answer,
// before the platform could have heard of the order.
func TestAnAcknowledgedOrderSurvivesKill(t *testing.T) {
	c := newCloud(t)
	s := c.settings(filepath.Join(t.TempDir(), "data"))
	must(t, c.SetFaults(platform.Fault{Method: "SetKeyValueItem", Hang: true}))
	p := spawn(t, s)
	status, text, err := p.send("PUT", "/v1/orders/12345", pair)
	p.kill()
	if status != 200 || err != nil {
		t.Fatalf("PUT: %d %s %v", status, text, err)
	}
	if got := c.holds(t, "12345"); got != "" {
		t.Fatalf("the storage holds %s already", got)
	}
	must(t, c.SetFaults())
	p = spawn(t, s)
	defer p.kill()
	if _, again, err := p.send("GET", "/v1/orders/12345", ""); err != nil || !strings.Contains(again, `"state":"active"`) {
		t.Fatalf("after the restart: %s %v", again, err)
	}
	if status, text, err := p.send("PUT", "/v1/orders/12345?wait=applied", pair); status != 200 || err != nil {
		t.Errorf("it was not applied: %d %s %v", status, text, err)
	}
	if got := c.holds(t, "12345"); !strings.Contains(got, `"client":"13333333333"`) {
		t.Errorf("the storage holds %q", got)
	}
}

// TestKillsUnderLoad kills the service while many backends post and close
// orders: what was acknowledged last is what the storage holds in the end.
func TestKillsUnderLoad(t *testing.T) {
	c := newCloud(t)
	s := c.settings(filepath.Join(t.TempDir(), "data"))
	const cycles, clients = 3, 8
	var mu sync.Mutex
	acknowledged := map[string]string{} // number -> state, "unknown" when the last answer was lost
	for cycle := range cycles {
		p := spawn(t, s)
		var group sync.WaitGroup
		killed := make(chan struct{})
		answers := make(chan struct{}, 1000)
		for client := range clients {
			group.Go(func() {
				for i := 0; ; i++ {
					number := fmt.Sprintf("%d%d%03d", cycle, client, i/2)
					method, state := "PUT", "active"
					if i%2 == 1 && i%4 == 1 {
						method, state = "DELETE", "closed"
					}
					status, _, err := p.send(method, "/v1/orders/"+number, pair)
					mu.Lock()
					switch {
					case err != nil:
						acknowledged[number] = "unknown"
					case status == 200:
						acknowledged[number] = state
					default:
						t.Errorf("%s %s: %d", method, number, status)
					}
					mu.Unlock()
					if err != nil {
						return
					}
					select {
					case answers <- struct{}{}:
					case <-killed:
					}
				}
			})
		}
		for range 60 + 20*cycle {
			<-answers
		}
		p.kill()
		close(killed)
		group.Wait()
	}
	p := spawn(t, s)
	defer p.kill()
	checked := 0
	for number, state := range acknowledged {
		if state == "unknown" {
			continue
		}
		checked++
		method := map[string]string{"active": "PUT", "closed": "DELETE"}[state]
		if _, text, err := p.send("GET", "/v1/orders/"+number, ""); err != nil || !strings.Contains(text, `"state":"`+state+`"`) {
			t.Errorf("order %s was acknowledged as %s and is now %s %v", number, state, text, err)
		}
		if status, text, err := p.send(method, "/v1/orders/"+number+"?wait=applied", pair); status != 200 || err != nil {
			t.Errorf("order %s is not applied: %d %s %v", number, status, text, err)
		}
		if held := c.holds(t, number) != ""; held != (state == "active") {
			t.Errorf("order %s is %s, and the storage holds it: %v", number, state, held)
		}
	}
	if checked < 100 {
		t.Errorf("only %d orders were checked", checked)
	}
}
