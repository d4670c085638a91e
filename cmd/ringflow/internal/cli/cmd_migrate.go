package cli

import (
	"fmt"
	"os"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/migrate"
	"github.com/ringflow/ringflow/flow/project"
	"github.com/ringflow/ringflow/flow/source"
)

type migrateCmd struct {
	Paths []string `arg:"" optional:"" name:"path" help:"Flows, libraries, prompt files, test files, project files, or folders. Default: this folder."`
	Check bool     `help:"Write nothing; tell what would change, and exit with 1 when anything would."`
	Diff  bool     `help:"Write nothing; print what would change, and exit with 1 when anything would."`
}

// Help is shown by `ringflow migrate --help`.
func (*migrateCmd) Help() string {
	text := `Files are rewritten in place, version after version; comments and everything that
the versions do not differ in stay as they are. Each change is told. A file that
cannot be read is reported and left as it is.`
	for _, s := range migrate.Steps() {
		text += fmt.Sprintf("\nFrom version %s to %s: %s", s.From, s.To, s.Doc)
	}
	return text
}

func (c *migrateCmd) Run(env *Env) error {
	files, err := env.find(c.Paths, flowEnding, libraryEnding, promptsEnding, testEnding, project.FileName)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return failed("nothing to migrate: no *%s, *%s, *%s, *%s or %s here", flowEnding, libraryEnding, promptsEnding, testEnding, project.FileName)
	}
	var all diag.List
	changed := 0
	for _, name := range files {
		differs, err := c.file(env, name, &all)
		if err != nil {
			return err
		}
		if differs {
			changed++
		}
	}
	if err := env.say(&all); err != nil {
		return err
	}
	if changed > 0 && (c.Check || c.Diff) {
		return findings()
	}
	return nil
}

// file migrates one file and reports whether it is of an older version.
func (c *migrateCmd) file(env *Env, name string, all *diag.List) (bool, error) {
	raw, err := os.ReadFile(env.path(name))
	if err != nil {
		return false, failed("%w", err)
	}
	var report diag.List
	text, made, ok := migrate.File(source.NewFile(name, string(raw)), &report)
	all.Append(report)
	if !ok || len(made) == 0 {
		return false, nil
	}
	if c.Diff {
		fmt.Fprintf(env.Stdout, "%s", diff.Diff(name, raw, name+" (migrated)", []byte(text)))
		return true, nil
	}
	for _, m := range made {
		from := m.At.From()
		fmt.Fprintf(env.Stdout, "%s:%d:%d: %s\n", name, from.Line, from.Column, m.What)
	}
	if c.Check {
		return true, nil
	}
	return true, rewrite(env.path(name), text)
}
