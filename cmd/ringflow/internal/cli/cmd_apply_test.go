package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/cmd/ringflow/internal/cli"

	"github.com/ringflow/ringflow/controlplane/webhook"
	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// workshop is a folder with the masking example as a project, an emulated
// platform to deploy it to, and what a user's shell would hold.
type workshop struct {
	*testing.T
	dir  string
	vars map[string]string
}

const projectFile = `ringflow: 1
project: masking
application: masking
scenarios: [kvs-scenario.flow.yaml]
rules:
  - {name: incoming, pattern: ".*", scenarios: [kvs-scenario]}
environments:
  here:
    api: API
    credentials: credentials.json
    numbers: [{number: "NUMBER", rule: incoming}]
    config:
      masked_number: "+10000000000"
      operator_number: "+10000000009"
      hold_music: https://example.com/music.mp3
      results_url: http://127.0.0.1:8581/v1/call-results
    secrets:
      results_key: {env: RINGFLOW_RESULTS_KEY}
`

func newWorkshop(t *testing.T) *workshop {
	t.Helper()
	w := &workshop{T: t, dir: t.TempDir(), vars: map[string]string{}}
	for _, name := range []string{"kvs-scenario.flow.yaml", "kvs-scenario.prompts.yaml"} {
		raw, err := os.ReadFile(filepath.Join("../../../../examples/01-number-masking", name))
		if err != nil {
			t.Fatal(err)
		}
		w.write(name, string(raw))
	}
	e := startEmulator(t, w.dir, "--credentials", "credentials.json")
	w.write("ringflow.yaml", strings.NewReplacer("API", e.URL, "NUMBER", platform.FirstNumber).Replace(projectFile))
	w.vars["RINGFLOW_RESULTS_KEY"] = webhook.NewSecret().Text()
	return w
}

func (w *workshop) write(name, text string) {
	w.Helper()
	if err := os.WriteFile(filepath.Join(w.dir, name), []byte(text), 0o600); err != nil {
		w.Fatal(err)
	}
}

func (w *workshop) env(stdin string, args []string) (*cli.Env, *bytes.Buffer, *bytes.Buffer) {
	var stdout, stderr bytes.Buffer
	return &cli.Env{
		Context: w.Context(), Args: args, Stdin: strings.NewReader(stdin), Stdout: &stdout, Stderr: &stderr,
		Dir: w.dir, Getenv: func(name string) string { return w.vars[name] }, Now: time.Now,
	}, &stdout, &stderr
}

// run runs a command, demands its exit code, and returns what it printed.
func (w *workshop) run(code int, args ...string) string {
	w.Helper()
	return w.runWith(code, "", args...)
}

func (w *workshop) runWith(code int, stdin string, args ...string) string {
	w.Helper()
	env, stdout, stderr := w.env(stdin, args)
	if got := cli.Main(env); got != code {
		w.Errorf("ringflow %s: exit code %d, want %d\n%s%s", strings.Join(args, " "), got, code, stdout, stderr)
	}
	all := stdout.String() + stderr.String()
	for _, private := range []string{"2222222", "3333333", w.vars["RINGFLOW_RESULTS_KEY"]} {
		if private != "" && strings.Contains(all, private) {
			w.Errorf("ringflow %s prints %q", strings.Join(args, " "), private)
		}
	}
	return all
}

// serve runs the control plane until the test ends.
func (w *workshop) serve(args ...string) {
	w.Helper()
	ctx, interrupt := context.WithCancel(context.Background())
	env, _, stderr := w.env("", append([]string{"serve", "--json", "--listen", "127.0.0.1:0"}, args...))
	out, stdout := io.Pipe()
	env.Context, env.Stdout = ctx, stdout
	exit := make(chan int, 1)
	go func() { exit <- cli.Main(env); stdout.Close() }()
	w.Cleanup(func() {
		interrupt()
		if code := <-exit; code != cli.ExitOK {
			w.Errorf("serve: exit code %d", code)
		}
		if strings.Contains(stderr.String(), "2222222") {
			w.Error("the log shows a number")
		}
	})
	var said struct {
		URL string `json:"url"`
	}
	if err := json.NewDecoder(out).Decode(&said); err != nil {
		w.Errorf("serve prints no line of JSON: %v", err)
	}
	w.vars["RINGFLOW_URL"] = said.URL
}

func (w *workshop) want(what, got, want string) {
	w.Helper()
	if got != want {
		w.Errorf("%s:\n got %q\nwant %q", what, got, want)
	}
}

// TestFromAProjectToACallResult is the day of somebody who deploys the example
// and runs it, command by command.
func TestFromAProjectToACallResult(t *testing.T) {
	w := newWorkshop(t)
	release := regexp.MustCompile(`release [0-9a-f]{12}`)
	moment := regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`)
	steps := `  + create application masking: recordings and logs need a key to be fetched
  + create secret      results_key: scenarios read it by this name
  + create scenario    kvs-scenario: release RELEASE
  + create rule        incoming: numbers like .* run kvs-scenario
  ~ bind   number      10000000000: calls to it are for the rule incoming
`
	w.want("plan", release.ReplaceAllString(w.run(1, "plan"), "release RELEASE"), "application masking of account emulator\n"+steps)
	w.want("apply", release.ReplaceAllString(w.run(0, "apply", "-e", "here"), "release RELEASE"),
		"application masking of account emulator\n"+steps+"done: 5 steps, read back and compared\n")
	w.want("plan after it", w.run(0, "plan"), "application masking of account emulator is as it should be\n")
	w.want("apply after it", w.run(0, "apply"), "application masking of account emulator is as it should be\n")

	w.run(0, "build", "kvs-scenario.flow.yaml")
	w.vars["RINGFLOW_WEBHOOK_SECRETS"] = w.vars["RINGFLOW_RESULTS_KEY"]
	w.vars["RINGFLOW_APPLICATION"] = "masking"
	w.serve("--data", "data", "--credentials", "credentials.json", "--platform", w.api(), "--manifest", "dist/manifest.json")
	key := []string{"--api-key-file", "data/api.key"}

	put := w.run(0, append([]string{"orders", "put", "12345", "--courier", "+12222222222", "--client", "+13333333333", "--wait"}, key...)...)
	w.want("orders put", moment.ReplaceAllString(put, "TIME"),
		"NUMBER  STATE   GENERATION  STORAGE  COURIER  CLIENT   EXPIRES\n12345   active  1           applied  +1...22  +1...33  TIME\n")
	got := regexp.MustCompile(`x=\d+`).ReplaceAllString(moment.ReplaceAllString(w.run(0, "kv", "get", "12345"), "TIME"), "x=TIME")
	w.want("kv get", got, "12345  TIME  client=+1...33 courier=+1...22 g=1 v=1 x=TIME\n")
	refused := w.run(4, append([]string{"orders", "put", "123456", "--courier", "+12222222222", "--client", "+13333333333"}, key...)...)
	w.want("an order that no caller could type", refused,
		"ringflow: RF7021: no caller could ever reach an order with this number\n  number: 1 to 5 digits: that is what flow kvs-scenario can look up\n")
	w.run(0, append([]string{"orders", "close", "12345", "--wait"}, key...)...)
	w.want("kv get after the close", w.run(1, "kv", "get", "12345"), "the storage has no key 12345\n")
	if list := w.run(0, append([]string{"orders", "list", "--state", "closed"}, key...)...); !strings.Contains(list, "12345   closed  2           applied") {
		t.Errorf("orders list: %s", list)
	}

	w.report()
	calls := w.run(0, append([]string{"calls", "list", "--order", "12345"}, key...)...)
	w.want("calls list", moment.ReplaceAllString(calls, "TIME"),
		"RECEIVED              ORDER  WHO      REACHED  ENDED BY  LEGS  ID\nTIME  12345  Courier  No       -         -     S1-1\n")
	if raw := w.run(0, append([]string{"calls", "list", "--json"}, key...)...); !json.Valid([]byte(raw)) || !strings.Contains(raw, `"sub_status":"Courier"`) {
		t.Errorf("calls list --json: %s", raw)
	}
}

// api is the address of the emulated platform, as the project has it.
func (w *workshop) api() string {
	w.Helper()
	raw, err := os.ReadFile(filepath.Join(w.dir, "ringflow.yaml"))
	if err != nil {
		w.Fatal(err)
	}
	return regexp.MustCompile(`api: (\S+)`).FindStringSubmatch(string(raw))[1]
}

// report posts a call result as a scenario would.
func (w *workshop) report() {
	w.Helper()
	secret, err := webhook.ParseSecret(w.vars["RINGFLOW_RESULTS_KEY"])
	if err != nil {
		w.Fatal(err)
	}
	body := `{"order_number":"12345","order_search":"Order is found","phone_search":"Phone number is found","sub_status":"Courier",` +
		`"sub_available":"No","need_operator":"","call_operator":"","call_record":""}`
	req, err := http.NewRequestWithContext(w.Context(), http.MethodPost, w.vars["RINGFLOW_URL"]+"/v1/call-results", strings.NewReader(body))
	if err != nil {
		w.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	secret.Sign(req.Header, "S1-1", time.Now(), []byte(body))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		w.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		w.Errorf("the call result is answered by %s", resp.Status)
	}
}

func TestTheStorageByHand(t *testing.T) {
	w := newWorkshop(t)
	w.run(0, "apply")
	w.runWith(0, `{"courier": "12222222222", "client": ["13333333333", "13333333344"]}`+"\n", "kv", "put", "12345")
	w.runWith(0, "13333333333", "kv", "put", "note:1", "--ttl", "1h")
	by := []string{"--application", "masking", "--credentials", "credentials.json", "--platform", w.api()}
	list := regexp.MustCompile(`\d{4}-\S+`).ReplaceAllString(w.run(0, append([]string{"kv", "list"}, by...)...), "TIME")
	w.want("kv list", list, "12345   TIME  client=+1...33,+1...44 courier=+1...22\nnote:1  TIME  (not a JSON object, 11 characters)\n")
	w.run(0, "kv", "del", "12345")
	if raw := w.run(0, "kv", "list", "--json"); strings.Contains(raw, "12345") || !strings.Contains(raw, `"key":"note:1"`) {
		t.Errorf("kv list --json: %s", raw)
	}
	w.want("kv put without a value", w.run(2, "kv", "put", "1"),
		"ringflow: no value on stdin; wanted a JSON object such as {\"courier\": \"...\", \"client\": \"...\"}\n")
}

func TestAProtectedEnvironmentIsConfirmed(t *testing.T) {
	w := newWorkshop(t)
	raw, err := os.ReadFile(filepath.Join(w.dir, "ringflow.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	w.write("ringflow.yaml", strings.Replace(string(raw), "    api:", "    protect: yes\n    api:", 1))
	if out := w.run(4, "apply"); !strings.Contains(out, "environment here is protected; look at the plan and confirm it with --yes") {
		t.Errorf("apply: %s", out)
	}
	w.run(1, "plan")
	w.run(0, "apply", "--yes")
}

func TestEverythingThatIsMissingComesAtOnce(t *testing.T) {
	w := newWorkshop(t)
	raw, err := os.ReadFile(filepath.Join(w.dir, "ringflow.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(raw), `masked_number: "+10000000000"`, `masked_number: "not a number"`, 1)
	text = strings.Replace(text, "      hold_music: https://example.com/music.mp3\n", "", 1)
	w.write("ringflow.yaml", text)
	w.vars["RINGFLOW_RESULTS_KEY"] = ""
	out := w.run(4, "apply")
	for _, want := range []string{
		"nothing was changed:", "RF6007: secret results_key: it has no value", "config masked_number: the value is not a phone number", "config hold_music: no value was given",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in: %s", want, out)
		}
	}
	w.vars["RINGFLOW_RESULTS_KEY"] = webhook.NewSecret().Text()
}
