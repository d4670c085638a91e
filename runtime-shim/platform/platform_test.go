package platform_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/platform"
)

func inDir(dir string) func(*platform.Options) {
	return func(o *platform.Options) { o.Dir = dir }
}

func TestStateSurvivesARestart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "on", "the way")
	var key platform.Credentials
	var id, before string
	questions := func(t *testing.T, w *world) string {
		return w.do(t, "GetKeyValueItem", "application_id", "10001", "key", "00123") +
			w.do(t, "GetRules", "application_name", "demo", "with_scenarios", "true") +
			w.do(t, "GetScenarios", "scenario_id", "20001", "with_script", "true") +
			w.do(t, "GetPhoneNumbers") + w.do(t, "GetSecretValue", "application_id", "10001", "secret_name", "s") +
			w.do(t, "GetAccountInfo")[:100]
	}
	t.Run("first life", func(t *testing.T) {
		w := newWorld(t, inDir(dir))
		key, id = w.key, w.AdminToken()
		w.do(t, "AddApplication", "application_name", "demo")
		w.do(t, "AddScenario", "scenario_name", "first", "scenario_script", "// ü")
		w.do(t, "AddRule", "application_id", "10001", "rule_name", "main", "rule_pattern", ".*", "scenario_id", "20001")
		w.do(t, "BindPhoneNumberToApplication", "phone_number", platform.FirstNumber, "rule_id", "30001")
		w.do(t, "SetKeyValueItem", "application_id", "10001", "key", "00123", "value", "{}")
		w.do(t, "AddSecret", "application_id", "10001", "secret_name", "s", "secret_value", "v")
		before = questions(t, w)
	})
	t.Run("second life", func(t *testing.T) {
		w := newWorld(t, inDir(dir))
		w.key = key
		if w.AdminToken() != id {
			t.Error("the admin token changed")
		}
		if after := questions(t, w); after != before {
			t.Errorf("after the restart\n%s\nbefore\n%s", after, before)
		}
	})
}

func TestDataFolderErrors(t *testing.T) {
	used := t.TempDir()
	newWorld(t, inDir(used))
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	broken := t.TempDir()
	must(t, os.WriteFile(filepath.Join(broken, "platform.db"), []byte(strings.Repeat("not a database ", 1000)), 0o600))

	for dir, want := range map[string]string{used: "RF6401", file: "RF6402", broken: "RF6402"} {
		if _, err := platform.New(platform.Options{Dir: dir}); err == nil || !strings.HasPrefix(err.Error(), want+": ") {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestWhatIsNotARequestToTheAPI(t *testing.T) {
	w := newWorld(t)
	for name, c := range map[string]struct {
		method, path, kind, body string
		status, code             int
	}{
		"no method":            {"POST", "/platform_api", form, "", 200, 102},
		"no method, slash":     {"GET", "/platform_api/", "", "", 200, 102},
		"another verb":         {"DELETE", "/platform_api/GetAccountInfo", "", "", 405, 0},
		"another path":         {"POST", "/platform", form, "", 404, 0},
		"broken query":         {"GET", "/platform_api/GetAccountInfo?a=%zz", "", "", 200, 101},
		"broken form":          {"POST", "/platform_api/GetAccountInfo", form, "a=%zz", 200, 101},
		"broken multipart":     {"POST", "/platform_api/GetAccountInfo", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nabc", 200, 101},
		"no boundary":          {"POST", "/platform_api/GetAccountInfo", "multipart/form-data", "--\r\n", 200, 101},
		"too large":            {"POST", "/platform_api/GetAccountInfo", form, "a=" + strings.Repeat("x", 9<<20), 413, 0},
		"too large, multipart": {"POST", "/platform_api/GetAccountInfo", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n" + strings.Repeat("x", 9<<20), 413, 0},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := http.NewRequest(c.method, w.url+c.path, strings.NewReader(c.body))
			must(t, err)
			r.Header.Set("Content-Type", c.kind)
			status, text := w.send(t, r)
			if status != c.status {
				t.Fatalf("status %d, want %d: %s", status, c.status, text)
			}
			if status == http.StatusOK && code(t, text) != c.code {
				t.Errorf("%s, want code %d", text, c.code)
			}
		})
	}
}

// A request may carry parameters in its query and in its body; they are one
// request, and for a single value the body counts.
func TestQueryAndBodyAreMerged(t *testing.T) {
	w := newWorld(t)
	w.do(t, "AddApplication", "application_name", "demo")
	merged := func(method, query, body string) string {
		t.Helper()
		_, text := w.send(t, post(t, w.url+"/platform_api/"+method+"?"+query, form, strings.NewReader(body)))
		if code(t, text) != 0 {
			t.Fatal(text)
		}
		return text
	}
	merged("SetKeyValueItem", "application_name=demo&value=query", "key=k&value=body")
	if got := w.do(t, "GetKeyValueItem", "application_name", "demo", "key", "k"); !strings.Contains(got, `"value":"body"`) {
		t.Error(got)
	}
	merged("AddApplication", "application_name=other", "")
	merged("DelApplication", "application_id=10001", "application_id=10002")
	if got := w.do(t, "GetApplications"); !strings.Contains(got, `"total_count":0`) {
		t.Error(got)
	}
}

// Clients tell success from failure by the presence of two keys, and compare
// the content type as a text.
func TestEnvelope(t *testing.T) {
	w := newWorld(t)
	for method, failed := range map[string]bool{"GetApplications": false, "AddApplication": true} {
		r := post(t, w.url+"/platform_api/"+method, form, nil)
		r.Header.Set("Authorization", "Bearer "+w.token(t, w.key))
		answer, err := w.client.Do(r)
		must(t, err)
		if kind := answer.Header.Get("Content-Type"); kind != "application/json" {
			t.Errorf("content type %q", kind)
		}
		fields := decode(t, body(t, answer))
		for _, name := range []string{"error", "errors"} {
			if _, there := fields[name]; there != failed {
				t.Errorf("%s: key %s is there: %v", method, name, there)
			}
		}
		if failed && fields["error"].(map[string]any)["code"] != fields["errors"].([]any)[0].(map[string]any)["code"] {
			t.Error("error is not the first of errors")
		}
	}
}

func TestLogHasNoValues(t *testing.T) {
	var log bytes.Buffer
	w := newWorld(t, func(o *platform.Options) {
		o.Log = slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	w.do(t, "AddApplication", "application_name", "demo")
	w.do(t, "SetKeyValueItem", "application_id", "10001", "key", "canary-key", "value", "12222222222")
	w.do(t, "AddSecret", "application_id", "10001", "secret_name", "s", "secret_value", "canary-secret")
	w.call(t, "GetRules", "application_id", "10001", "template", "13333333333", "rule_id", "canary-id")
	w.call(t, "canary-method")
	if !strings.Contains(log.String(), "SetKeyValueItem") {
		t.Fatalf("the log does not name the methods: %s", log.String())
	}
	for _, canary := range []string{"canary", "12222222222", "13333333333", w.AdminToken(), w.APIKey()} {
		if strings.Contains(log.String(), canary) {
			t.Errorf("the log has %q", canary)
		}
	}
}

func TestAbsentKeyCanBeNull(t *testing.T) {
	w := newWorld(t, func(o *platform.Options) { o.AbsentKey = platform.AbsentIsNull })
	w.do(t, "AddApplication", "application_name", "demo")
	text := w.do(t, "GetKeyValueItem", "application_id", "10001", "key", "nothing")
	if strings.TrimSpace(text) != `{"result":null}` {
		t.Error(text)
	}
}
