package platform_test

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// The requests of scripts go out for real; what fails becomes the platform's code.
func TestRequestsOfScripts(t *testing.T) {
	release := make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("/echo", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Method", r.Method)
		w.WriteHeader(http.StatusCreated)
		fmt.Fprint(w, r.Header.Get("X-One"), r.Header.Get("User-Agent"))
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/once", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/echo", http.StatusFound) })
	mux.HandleFunc("/slow", func(http.ResponseWriter, *http.Request) { <-release })
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(make([]byte, 2<<20+1)) })
	mux.HandleFunc("/cut", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	t.Cleanup(func() { close(release) })

	w := newWorld(t, jumping)
	w.deploy(t, "placeholder")
	for name, c := range map[string]struct{ url, options, want string }{
		"answer":            {server.URL + "/echo", `{headers: {'X-One': '1'}}`, "201 1VoxEngine/1.0"},
		"method":            {server.URL + "/echo", `{method: 'DELETE', rawOutput: false}`, "201 VoxEngine/1.0"},
		"redirect":          {server.URL + "/once", `{}`, "201 VoxEngine/1.0"},
		"redirects":         {server.URL + "/loop", `{}`, "-5"},
		"timeout":           {server.URL + "/slow", `{timeout: 1}`, "-7"},
		"too large":         {server.URL + "/large", `{}`, "-9"},
		"cut off":           {server.URL + "/cut", `{}`, "-6"},
		"nobody listens":    {"http://" + unused(t), `{}`, "-4"},
		"no host":           {"http://nobody.invalid/", `{}`, "-3"},
		"not an address":    {"ftp://example.com/", `{}`, "-2"},
		"no address at all": {"nonsense", `{}`, "-2"},
	} {
		t.Run(name, func(t *testing.T) {
			text := fmt.Sprintf(`VoxEngine.addEventListener(AppEvents.CallAlerting, async () => {
				const r = await Net.httpRequestAsync(%q, %s);
				Logger.write(r.code + ' ' + (r.text || ''));
				VoxEngine.terminate();
			});`, c.url, c.options)
			w.do(t, "SetScenarioInfo", "scenario_id", "20001", "scenario_script", text)
			got := logged(t, w, phone.Story{To: platform.FirstNumber, Lenient: true, Steps: []phone.Step{wait(100 * phone.Second)}})
			if strings.TrimSpace(strings.Join(got, "")) != c.want {
				t.Errorf("logged %q, want %q", got, c.want)
			}
		})
	}
}

// A connection that does not come about in time is a timeout, however long the
// whole request may take.
func TestConnectionOfScriptsTimesOut(t *testing.T) {
	w := newWorld(t, jumping, func(o *platform.Options) { o.HTTPClient = &http.Client{Transport: nowhere{}} })
	w.deploy(t, `VoxEngine.addEventListener(AppEvents.CallAlerting, async () => {
		Logger.write((await Net.httpRequestAsync('http://example.com/', {connectionTimeout: 1})).code + '');
		VoxEngine.terminate();
	});`)
	story := phone.Story{To: platform.FirstNumber, Lenient: true, Steps: []phone.Step{wait(100 * phone.Second)}}
	if got := logged(t, w, story); strings.Join(got, "") != "-7" {
		t.Errorf("logged %v", got)
	}
}

// nowhere is a network in which no connection comes about.
type nowhere struct{}

func (nowhere) RoundTrip(r *http.Request) (*http.Response, error) {
	<-r.Context().Done()
	return nil, r.Context().Err()
}

// unused is an address that nobody listens on.
func unused(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer listener.Close()
	return listener.Addr().String()
}
