package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/project"

	"github.com/ringflow/ringflow/controlplane/deploy"
)

// allKinds is the tables of all rooms in one.
func allKinds() (out []errorKind) {
	for _, room := range errorRooms() {
		out = append(out, room.kinds...)
	}
	return out
}

// TestErrorKindsHaveOneForm holds the rows of all tables to one tone.
func TestErrorKindsHaveOneForm(t *testing.T) {
	last := ""
	for _, k := range allKinds() {
		if k.Code <= last {
			t.Errorf("%s stands twice or behind %s", k.Code, last)
		}
		last = k.Code
		if k.Title == "" || strings.HasSuffix(k.Title, ".") || strings.Contains(k.Title, "\n") {
			t.Errorf("%s: the title %q is no headline", k.Code, k.Title)
		}
		if k.page != "" {
			continue
		}
		for _, text := range []string{k.Means, k.Todo} {
			if !strings.HasSuffix(text, ".") || strings.ToUpper(text[:1]) != text[:1] && text[0] != '`' || strings.Contains(text, "\n") {
				t.Errorf("%s: %q is no paragraph of sentences", k.Code, text)
			}
		}
	}
}

// TestExamplesOfDeployKinds reads those that are of a project's file.
func TestExamplesOfDeployKinds(t *testing.T) {
	const head = "ringflow: 1\nproject: masking\napplication: masking\nscenarios: [kvs-scenario.js]\n"
	tried := 0
	for _, k := range deploy.Kinds() {
		if k.Right == "" {
			continue
		}
		tried++
		dir := t.TempDir()
		for name, text := range map[string]string{project.FileName: head + k.Right, "kvs-scenario.js": ""} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		var report diag.List
		if project.Read(os.DirFS(dir), project.FileName, &report); len(report.Sorted()) > 0 {
			t.Errorf("%s: %s", k.Code, report.Sorted()[0].Message)
		}
	}
	if tried < 3 {
		t.Errorf("%d examples were read", tried)
	}
}

// TestNearestCodes: three, by their distance, in their order.
func TestNearestCodes(t *testing.T) {
	for code, want := range map[string]string{"RF7013": "RF7006, RF7007, RF7010", "RF0000": "RF1001, RF1002, RF1003", "RF9999": "RF7040, RF7050, RF7051"} {
		if got := nearestCodes(allKinds(), code); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}
