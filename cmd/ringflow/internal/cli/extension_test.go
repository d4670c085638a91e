package cli

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/project"
	"github.com/ringflow/ringflow/flow/schema"
)

// extension is the folder of the extension for Visual Studio Code.
const extension = "../../editor/vscode"

// manifest is what its package.json says.
type manifest struct {
	Version, Main    string
	ActivationEvents []string
	Dependencies     map[string]string
	Contributes      struct {
		Commands      []struct{ Command string }
		Menus         map[string][]struct{ Command string }
		Configuration struct {
			Properties map[string]struct{ Default any }
		}
		YAMLValidation []struct{ FileMatch, URL string }
	}
}

func theManifest(t *testing.T) (m manifest, script string) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(extension, "package.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatal(err)
	}
	code, err := os.ReadFile(filepath.Join(extension, m.Main))
	if err != nil {
		t.Fatal(err)
	}
	return m, string(code)
}

// TestExtensionHasSchemas: the schemas in the extension are those of this program,
// one for each kind of file.
func TestExtensionHasSchemas(t *testing.T) {
	m, _ := theManifest(t)
	endings := map[string]string{"flow": "*" + flowEnding, "library": "*" + libraryEnding, "prompts": "*" + promptsEnding, "tests": "*" + testEnding, "project": project.FileName}
	for name, of := range schemas() {
		file := "./schemas/" + name + ".schema.json"
		golden.Check(t, filepath.Join(extension, file), schema.Text(of()))
		if !slices.ContainsFunc(m.Contributes.YAMLValidation, func(v struct{ FileMatch, URL string }) bool {
			return v.FileMatch == endings[name] && v.URL == file
		}) {
			t.Errorf("the extension has no schema for %s", endings[name])
		}
	}
	if len(m.Contributes.YAMLValidation) != len(endings) {
		t.Errorf("%d schemas for %d kinds of files", len(m.Contributes.YAMLValidation), len(endings))
	}
}

// TestExtensionIsWhole: commands, settings and patterns of package.json and of the
// script are the same, and it has the version of this program.
func TestExtensionIsWhole(t *testing.T) {
	m, script := theManifest(t)
	if m.Version != version {
		t.Errorf("the extension is %s, the program %s", m.Version, version)
	}
	if !slices.Equal(m.ActivationEvents, []string{"onLanguage:yaml"}) {
		t.Errorf("it is activated on %v, and our files are YAML", m.ActivationEvents)
	}
	var declared []string
	for _, c := range m.Contributes.Commands {
		declared = append(declared, c.Command)
	}
	if got := found(script, `registerCommand\("([^"]+)"`); !slices.Equal(got, declared) {
		t.Errorf("package.json has the commands %v, the script %v", declared, got)
	}
	for place, items := range m.Contributes.Menus {
		for _, item := range items {
			if !slices.Contains(declared, item.Command) {
				t.Errorf("%s shows %s, which is no command", place, item.Command)
			}
		}
	}
	for _, name := range found(script, `\.get\("([^"]+)"`) {
		if _, ok := m.Contributes.Configuration.Properties["ringflow."+name]; !ok {
			t.Errorf("the script reads the setting ringflow.%s, which nobody can set", name)
		}
	}
	var patterns []string
	for _, v := range m.Contributes.YAMLValidation {
		patterns = append(patterns, "**/"+v.FileMatch)
	}
	_, list, _ := strings.Cut(script, "const patterns = ")
	list, _, _ = strings.Cut(list, ";")
	if got := found(list, `"([^"]+)"`); !slices.Equal(got, patterns) {
		t.Errorf("the schemas are for %v, the client for %v", patterns, got)
	}
	for _, name := range found(script, `require\("([^"]+)"\)`) {
		if pkg, _, _ := strings.Cut(name, "/"); name != "vscode" && m.Dependencies[pkg] == "" {
			t.Errorf("the script needs %s, which package.json does not have", path.Clean(name))
		}
	}
}

func found(text, pattern string) (out []string) {
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}
