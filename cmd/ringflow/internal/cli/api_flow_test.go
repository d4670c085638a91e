package cli_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/controlplane/voximplant"
	"github.com/ringflow/ringflow/controlplane/webhook"
)

// reminderProject deploys the reminder to an emulator.
const reminderProject = `ringflow: 1
project: reminder
application: reminder
scenarios: [reminder.flow.yaml]
environments:
  here:
    api: API
    credentials: credentials.json
    config:
      rented_number: "10000000000"
      desk_number: "10000000001"
      hold_music: https://example.com/music.mp3
      results_url: BACKEND
    secrets:
      results_key: {env: RINGFLOW_RESULTS_KEY}
`

// TestABackendStartsTheReminder deploys the example as a project and starts it
// as docs/controlplane.md says, with the request to start it sent twice.
func TestABackendStartsTheReminder(t *testing.T) {
	results := make(chan string, 2)
	backend := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if said := fmt.Sprint(r.URL, r.Header, string(body)); strings.Contains(said, "2025550101") {
			t.Error("the report tells the number: " + said)
		}
		results <- string(body)
	}))
	t.Cleanup(backend.Close)
	w := &workshop{T: t, dir: t.TempDir(), vars: map[string]string{"RINGFLOW_RESULTS_KEY": webhook.NewSecret().Text()}}
	flow, err := os.ReadFile("../../../../examples/04-appointment-reminder/reminder.flow.yaml")
	if err != nil {
		t.Fatal(err)
	}
	w.write("reminder.flow.yaml", string(flow))
	e := startEmulator(t, w.dir, "--credentials", "credentials.json", "--speed", "jump")
	w.write("ringflow.yaml", strings.NewReplacer("API", e.URL, "BACKEND", backend.URL).Replace(reminderProject))
	if said := w.run(0, "apply"); !strings.Contains(said, "+ create rule        reminder: the API starts reminder, and no number does") {
		t.Error(said)
	}
	w.run(0, "build", "reminder.flow.yaml")

	start := w.starter(e)
	first := start()
	if body := <-results; !strings.Contains(body, `"reached":"person"`) || !strings.Contains(body, `"starts":"api"`) {
		t.Error(body)
	}
	again := start()
	if body := <-results; !strings.Contains(body, `"path":["main/args missing"]`) || !strings.Contains(body, `"ended_by":"error"`) {
		t.Error(body)
	}
	if trace := w.trace(e, first); strings.Count(trace, `"kind":"dial"`) != 1 || !strings.Contains(trace, `"to":"12025550101"`) || strings.Count(trace, "2025550101") != 1 {
		t.Error(trace)
	}
	if trace := w.trace(e, again); strings.Contains(trace, `"kind":"dial"`) {
		t.Error(trace)
	}
}

// trace is what happened in a session, to its end.
func (w *workshop) trace(e emulator, session int64) string {
	w.Helper()
	url := fmt.Sprintf("%s/emulator/v1/sessions/%d/trace", strings.TrimSuffix(e.URL, "/platform_api"), session)
	r, err := http.NewRequestWithContext(w.Context(), http.MethodGet, url, nil)
	w.must(err)
	r.Header.Set("Authorization", "Bearer "+strings.TrimSpace(string(readPrivate(w.T, e.AdminToken))))
	answer, err := http.DefaultClient.Do(r)
	w.must(err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	w.must(err)
	return string(text)
}

// starter puts the arguments of one call, and returns the request that starts it.
func (w *workshop) starter(e emulator) (start func() (session int64)) {
	w.Helper()
	var index artifact.Index
	raw, err := os.ReadFile(filepath.Join(w.dir, "dist/manifest.json"))
	w.must(err)
	w.must(json.Unmarshal(raw, &index))
	args := map[string]any{"patient": "+1 202 555 0101", "day": "Monday", "time": "half past nine"}
	started, err := index.Flows[0].Start("0123456789abcdef", args, time.Now())
	w.must(err)
	var key voximplant.Credentials
	w.must(json.Unmarshal(readPrivate(w.T, e.Credentials), &key))
	client, err := voximplant.New(voximplant.Options{Credentials: key, BaseURL: e.URL})
	w.must(err)
	w.Cleanup(client.Close)
	app, _, err := client.Applications.Find(w.Context(), "reminder")
	w.must(err)
	_, err = client.KeyValueStorage.SetKeyValueItem(w.Context(), voximplant.SetKeyValueItemParams{
		Key: started.Key, Value: started.Value, ApplicationID: app.ApplicationID, TTL: int64(started.Life.Seconds()),
	})
	w.must(err)
	rules, err := client.Rules.GetRules(w.Context(), voximplant.GetRulesParams{ApplicationID: app.ApplicationID})
	w.must(err)
	request := map[string][]string{"rule_id": {fmt.Sprint(rules.Result[0].RuleID)}, "script_custom_data": {started.CustomData}}
	return func() int64 {
		var reply struct {
			Session int64 `json:"call_session_history_id"`
		}
		w.must(client.Call(w.Context(), "StartScenarios", request, &reply))
		return reply.Session
	}
}

func (w *workshop) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}
