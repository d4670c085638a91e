package scenario_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"

	"github.com/ringflow/ringflow/runtime-shim/scenario"
)

// TestEffects runs the tests that stand beside the sources, *_test.ts, each in
// an interpreter of its own.
func TestEffects(t *testing.T) {
	files, err := filepath.Glob("*_test.ts")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests of the effects: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(file, "_test.ts"), func(t *testing.T) {
			program := goja.MustCompile(file, link(t, file), false)
			names := run(t, program, "")
			if len(names) == 0 {
				t.Fatalf("%s has no tests", file)
			}
			for _, name := range names {
				t.Run(name, func(t *testing.T) { run(t, program, name) })
			}
		})
	}
}

// link bundles one file of the folder with all that it imports.
func link(t testing.TB, file string) string {
	t.Helper()
	built := api.Build(api.BuildOptions{
		EntryPoints: []string{file}, Bundle: true, Format: api.FormatIIFE, Platform: api.PlatformNeutral,
		Target: api.ES2017, Supported: map[string]bool{"object-rest-spread": true},
		Sourcemap: api.SourceMapInline, LogLevel: api.LogLevelSilent,
	})
	for _, problem := range built.Errors {
		t.Fatalf("%s: %s", file, problem.Text)
	}
	return string(built.OutputFiles[0].Contents)
}

// run runs one test of a bundle and returns the names of all.
func run(t testing.TB, program *goja.Program, only string) []string {
	t.Helper()
	vm := goja.New()
	runner, names := vm.NewObject(), []string{}
	list := vm.NewArray()
	must(t, runner.Set("only", only))
	must(t, runner.Set("names", list))
	must(t, vm.Set("runner", runner))
	if _, err := vm.RunProgram(program); err != nil {
		t.Errorf("%v", err)
	}
	must(t, vm.ExportTo(list, &names))
	return names
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestFilesAreAllSources(t *testing.T) {
	onDisk, err := filepath.Glob("*.ts")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range onDisk {
		if strings.HasSuffix(file, "_test.ts") || strings.HasSuffix(file, ".d.ts") {
			continue
		}
		if _, err := scenario.Files.Open(file); err != nil {
			t.Errorf("%s is not embedded", file)
		}
	}
}
