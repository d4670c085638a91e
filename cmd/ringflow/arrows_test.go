package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const modulePath = "github.com/ringflow/ringflow/"

// ban is one row of the table in docs/architecture.md.
type ban struct {
	packages, banned []string
	reason           string
}

func readBans(t *testing.T) []ban {
	t.Helper()
	raw, err := os.ReadFile("../../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(raw), "| packages | do not import | because |\n|---|---|---|\n")
	if !ok {
		t.Fatal("docs/architecture.md has no table of arrows")
	}
	var out []ban
	for _, line := range strings.Split(table, "\n") {
		cells := strings.Split(line, "|")
		if len(cells) != 5 {
			break
		}
		out = append(out, ban{strings.Fields(cells[1]), strings.Fields(cells[2]), strings.TrimSpace(cells[3])})
	}
	return out
}

// matches reports whether a package is named by a pattern of the table.
func matches(pkg, pattern string) bool {
	if prefix, ok := strings.CutSuffix(pattern, "/..."); ok {
		return pkg == prefix || strings.HasPrefix(pkg, prefix+"/")
	}
	return pkg == pattern
}

// listed is what `go list` says of one package.
type listed struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir = "../.."
	raw, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var out []listed
	for dec := json.NewDecoder(strings.NewReader(string(raw))); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
}

// TestArrows holds every package to the table of docs/architecture.md.
func TestArrows(t *testing.T) {
	bans := readBans(t)
	if len(bans) < 20 {
		t.Fatalf("the table has %d rows", len(bans))
	}
	all := packages(t)
	for _, b := range bans {
		if b.reason == "" {
			t.Errorf("a ban of %v has no reason", b.packages)
		}
		for _, found := range violations(all, b) {
			t.Errorf("%s; it must not, because %s", found, b.reason)
		}
	}
}

func violations(all []listed, b ban) []string {
	var out []string
	for _, p := range all {
		pkg := strings.TrimPrefix(p.ImportPath, modulePath)
		if !slices.ContainsFunc(b.packages, func(pattern string) bool { return matches(pkg, pattern) }) || slices.Contains(b.packages, "-"+pkg) {
			continue
		}
		for _, imported := range p.Imports {
			imported = strings.TrimPrefix(imported, modulePath)
			if slices.ContainsFunc(b.banned, func(pattern string) bool { return matches(imported, pattern) }) {
				out = append(out, pkg+" imports "+imported)
			}
		}
	}
	return out
}

// TestArrowsAreSeen: the test itself notices a wrong arrow.
func TestArrowsAreSeen(t *testing.T) {
	all := []listed{{ImportPath: modulePath + "flow/check", Imports: []string{"os", modulePath + "runtime-shim/facts"}}}
	if got := violations(all, ban{packages: []string{"flow/..."}, banned: []string{"os"}}); len(got) != 1 {
		t.Errorf("found %v", got)
	}
	if got := violations(all, ban{packages: []string{"flow/..."}, banned: []string{"runtime-shim/voxengine"}}); len(got) != 0 {
		t.Errorf("found %v", got)
	}
}
