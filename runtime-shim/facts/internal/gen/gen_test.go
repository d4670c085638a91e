package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestCommitted compares the committed tables with what the inputs give today.
func TestCommitted(t *testing.T) {
	out := t.TempDir()
	if err := generate("../../data/voxengine-api.json", "", "", "", out); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"events.tsv", "symbols.tsv", "countries.tsv"} {
		fresh, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		committed, err := os.ReadFile(filepath.Join("../../data", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(fresh, committed) {
			t.Errorf("data/%s is not what go generate writes", name)
		}
	}
}

func TestVoices(t *testing.T) {
	dir := t.TempDir()
	input := filepath.Join(dir, "voices.json")
	text := `{"meta": {"source": "x.d.ts", "sha256": "0123456789abcdef"}, "voices": [{"path": "VoiceList.B.de_DE_x", "lang": "de-DE"}, {"path": "VoiceList.A.y"}]}`
	if err := os.WriteFile(input, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := generate("../../data/voxengine-api.json", input, "", "", dir); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "voices.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	want := "# voices: path, language, from x.d.ts sha256 0123456789ab; written by internal/gen\nA.y\t\nB.de_DE_x\tde-DE\n"
	if string(got) != want {
		t.Errorf("voices are\n%s\nwant\n%s", got, want)
	}
	if err := generate(filepath.Join(dir, "nothing.json"), "", "", "", dir); err == nil {
		t.Error("a missing input was accepted")
	}
}

func TestRecognition(t *testing.T) {
	dir := t.TempDir()
	input := filepath.Join(dir, "asr.json")
	text := `{"meta": {"source": "x.d.ts", "sha256": "0123456789abcdef"}, "L": [{"path": "L.B", "value": "b"}, {"path": "L.A"}]}`
	if err := os.WriteFile(input, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := generate("../../data/voxengine-api.json", "", input, "", dir); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "recognition.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	want := "# constants of speech recognition: path, value, from x.d.ts sha256 0123456789ab; written by internal/gen\nL.A\t\nL.B\tb\n"
	if string(got) != want {
		t.Errorf("constants are\n%s\nwant\n%s", got, want)
	}
}

func TestManagement(t *testing.T) {
	dir := t.TempDir()
	input := filepath.Join(dir, "management.json")
	text := `{"meta": {"source": "x.d.ts", "sha256": "0123456789abcdef"}, "symbols": {
		"VoximplantAPI.Client": {"members": [{"name": "Users", "type": "UsersInterface"}]},
		"VoximplantAPI.UsersInterface": {"members": [{"name": "getUsers"}, {"name": "addUser"}]},
		"VoximplantAPI.User": {"members": [{"name": "created", "type": "Date"}, {"name": "name", "type": "string"}]}}}`
	if err := os.WriteFile(input, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := generate("../../data/voxengine-api.json", "", "", input, dir); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "management.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	want := "# Management API in scripts: namespace, methods; Date, fields with dates, from x.d.ts sha256 0123456789ab; written by internal/gen\nUsers\taddUser|getUsers\nDate\tcreated\n"
	if string(got) != want {
		t.Errorf("the table is\n%s\nwant\n%s", got, want)
	}
}
