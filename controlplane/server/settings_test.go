package server

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/seal"
)

func env(pairs ...string) func(string) string {
	vars := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		vars[pairs[i]] = pairs[i+1]
	}
	return func(name string) string { return vars[name] }
}

func TestAFlagBeatsAVariableBeatsTheFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.json")
	must(t, os.WriteFile(file, []byte(`{"listen":"file","data":"file","region":"GB"}`), 0o600))
	got, err := ReadSettings(Settings{Listen: "flag"}, env("RINGFLOW_LISTEN", "env", "RINGFLOW_DATA", "env"), file)
	want := Settings{Listen: "flag", Data: "env", Region: "GB", Rate: DefaultRate}
	if err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
}

func TestABadFileIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.json")
	for content, want := range map[string]string{
		`{"api_key":"SECRET`:    "wanted one JSON object and nothing behind it",
		`{"colour":"SECRET"}`:   "/colour: no such field; known here: api_key, api_key_file,",
		`{"listen":["SECRET"]}`: "/listen: a text",
		`{"rate":12222222222}`:  "/rate: a text",
	} {
		must(t, os.WriteFile(file, []byte(content), 0o600))
		_, err := ReadSettings(Settings{}, env(), file)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), file) || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: %v, want %s", content, err, want)
		}
	}
	if _, err := ReadSettings(Settings{}, env(), filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "RF7040") {
		t.Errorf("no file: %v", err)
	}
}

func TestAllThatIsWrongComesAtOnce(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "m.json"), []byte(`{}`), 0o600))
	_, _, err := Settings{
		Listen: "127.0.0.1:0", Data: filepath.Join(dir, "data"), Credentials: filepath.Join(dir, "m.json"), Manifest: filepath.Join(dir, "m.json"),
		Region: "Mars", Rate: "0", APIKey: "SECRET", WebhookSecrets: "SECRET", EncryptionKey: "SECRET",
	}.Config(t.Context())
	if err == nil || strings.Contains(err.Error(), "SECRET") {
		t.Fatalf("%v", err)
	}
	for _, want := range []string{
		"RF7040", "encryption key 1 is not base64 of 32 bytes", "application: wanted", "it lacks account_id", "m.json: wanted the manifest.json of a build",
		"an API key has at least 32 characters", "not a webhook secret", "region: wanted", "rate: wanted",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in: %v", want, err)
		}
	}
}

func TestKeysAreMadeOnceAndKept(t *testing.T) {
	c := newCloud(t)
	s := c.settings(filepath.Join(t.TempDir(), "data"))
	s.APIKey = ""
	texts := map[string]string{}
	for i := range 2 {
		cfg, summary, err := s.Config(t.Context())
		must(t, err)
		must(t, cfg.Listener.Close())
		how := []string{"made and kept in", "from"}[i]
		for _, file := range []string{encryptionFile, apiKeyFile, secretFile} {
			path := filepath.Join(s.Data, file)
			raw, err := os.ReadFile(path)
			must(t, err)
			info, err := os.Stat(path)
			must(t, err)
			if info.Mode().Perm() != 0o600 || !strings.Contains(fmt.Sprint(summary), how+" "+path) || strings.Contains(fmt.Sprint(summary), strings.TrimSpace(string(raw))) {
				t.Errorf("%s: mode %v, summary %v", file, info.Mode(), summary)
			}
			if i == 1 && texts[file] != string(raw) {
				t.Errorf("%s was made anew", file)
			}
			texts[file] = string(raw)
		}
	}
	must(t, os.WriteFile(filepath.Join(s.Data, databaseFile), nil, 0o600))
	must(t, os.Remove(filepath.Join(s.Data, encryptionFile)))
	if _, _, err := s.Config(t.Context()); err == nil || !strings.Contains(err.Error(), "there is a database and no key for it") {
		t.Errorf("a database without its key: %v", err)
	}
	s.EncryptionKey = seal.NewKey()
	cfg, _, err := s.Config(t.Context())
	must(t, err)
	must(t, cfg.Listener.Close())
}

// The file on the page of RF7040 is read.
func TestTheExampleIsAConfiguration(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.json")
	must(t, os.WriteFile(file, []byte(controlplane.CodeConfig.Kind().Right), 0o600))
	got, err := ReadSettings(Settings{}, env(), file)
	if err != nil || got.Application != "masking" || got.Region != "US" || got.Rate != "50" || got.Credentials != "credentials.json" {
		t.Errorf("%+v, %v", got, err)
	}
}
