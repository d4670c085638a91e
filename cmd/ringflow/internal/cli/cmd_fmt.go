package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/format"
	"github.com/ringflow/ringflow/flow/project"
	"github.com/ringflow/ringflow/flow/source"
)

type fmtCmd struct {
	Paths []string `arg:"" optional:"" name:"path" help:"Flows, libraries, prompt files, test files, project files, or folders; - is standard input, formatted to standard output. Default: this folder."`
	Check bool     `help:"Write nothing; name the files that are not formatted, and exit with 1 when there are any."`
	Diff  bool     `help:"Write nothing; print what would change, and exit with 1 when anything would."`
	Stdin string   `name:"stdin-name" default:"stdin.flow.yaml" placeholder:"NAME" help:"Name of the file that comes by standard input; its ending says what is in it."`
}

// Help is shown by `ringflow fmt --help`.
func (*fmtCmd) Help() string {
	return `Files are rewritten in place, and the names of those that changed are printed.
A file that cannot be read as YAML is reported and left as it is.
The form follows from what a file says: order of fields, brackets, quotes and indentation
are not a matter of taste. Comments, empty lines and the lines of long texts stay.`
}

func (c *fmtCmd) Run(env *Env) error {
	if len(c.Paths) == 1 && c.Paths[0] == "-" {
		return c.stream(env)
	}
	files, err := env.find(c.Paths, flowEnding, libraryEnding, promptsEnding, testEnding, project.FileName)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return failed("nothing to format: no *%s, *%s, *%s, *%s or %s here", flowEnding, libraryEnding, promptsEnding, testEnding, project.FileName)
	}
	var report diag.List
	changed := 0
	for _, f := range files {
		differs, err := c.file(env, f, &report)
		if err != nil {
			return err
		}
		if differs {
			changed++
		}
	}
	if err := env.say(&report); err != nil {
		return err
	}
	if changed > 0 && (c.Check || c.Diff) {
		return findings()
	}
	return nil
}

// stream formats standard input.
func (c *fmtCmd) stream(env *Env) error {
	raw, err := io.ReadAll(env.Stdin)
	if err != nil {
		return failed("cannot read standard input: %w", err)
	}
	var report diag.List
	text, ok, err := format.File(source.NewFile(c.Stdin, string(raw)), &report)
	switch {
	case err != nil:
		return err
	case !ok:
		return env.say(&report)
	case c.Check || c.Diff:
		if text == string(raw) {
			return nil
		}
		c.tell(env, c.Stdin, raw, text)
		return findings()
	}
	_, err = io.WriteString(env.Stdout, text)
	return err
}

// file formats one file and reports whether its form is another one.
func (c *fmtCmd) file(env *Env, name string, report *diag.List) (bool, error) {
	raw, err := os.ReadFile(env.path(name))
	if err != nil {
		return false, failed("%w", err)
	}
	text, ok, err := format.File(source.NewFile(name, string(raw)), report)
	if err != nil || !ok || text == string(raw) {
		return false, err
	}
	c.tell(env, name, raw, text)
	if c.Check || c.Diff {
		return true, nil
	}
	return true, rewrite(env.path(name), text)
}

// tell prints the name of a file that is not formatted, or the difference.
func (c *fmtCmd) tell(env *Env, name string, raw []byte, text string) {
	if c.Diff {
		fmt.Fprintf(env.Stdout, "%s", diff.Diff(name, raw, name+" (formatted)", []byte(text)))
		return
	}
	fmt.Fprintln(env.Stdout, name)
}

// rewrite replaces the text of a file, at once or not at all. The file keeps its
// mode, and a link stays a link.
func rewrite(name, text string) error {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return failed("%w", err)
	}
	info, err := os.Stat(name)
	if err != nil {
		return failed("%w", err)
	}
	if err := os.WriteFile(name+".new", []byte(text), info.Mode().Perm()); err != nil {
		return failed("cannot write: %w", err)
	}
	if err := os.Rename(name+".new", name); err != nil {
		return failed("cannot write: %w", err)
	}
	return nil
}
