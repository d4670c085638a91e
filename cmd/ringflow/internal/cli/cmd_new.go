package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/ringflow/ringflow/examples"
)

type newCmd struct {
	Dir      string `arg:"" help:"The folder of the project; it is made, or has to be empty."`
	Template string `default:"minimal" enum:"minimal,menu,masking,script" placeholder:"NAME" help:"What to start from (${enum})."`
}

// Help is shown by `ringflow new --help`.
func (*newCmd) Help() string {
	return `A project with a flow or a script, calls that it must handle, and a place to try it:
  minimal   a flow that greets a caller
  menu      the line of an office: a menu leads to one of two numbers
  masking   courier and customer call each other by the number of an order
  script    a hand-written scenario with its calls, and no flow`
}

// templates are the projects to start from, a folder each; masking is the example.
//
//go:embed templates
var templates embed.FS

// Run writes the project. Nothing that is there already is touched.
func (c *newCmd) Run(env *Env) error {
	dir := env.path(c.Dir)
	switch found, err := os.ReadDir(dir); {
	case err == nil && len(found) > 0:
		return refused("%s is there and not empty; name another folder", c.Dir)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return failed("%w", err)
	}
	files, err := template(c.Template)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return failed("%w", err)
	}
	if err := c.write(env, files, dir); err != nil {
		return err
	}
	fmt.Fprintf(env.Stderr, "next, in %s: ringflow check, ringflow test, ringflow run %s\n", c.Dir, playable(files))
	return nil
}

// playable is the flow of a template, or its script.
func playable(files fs.FS) string {
	for _, pattern := range []string{"*" + flowEnding, "*.js"} {
		if found, err := fs.Glob(files, pattern); err == nil && len(found) > 0 {
			return found[0]
		}
	}
	return ""
}

// write writes the files of a template and names them.
func (c *newCmd) write(env *Env, files fs.FS, dir string) error {
	name := projectName(filepath.Base(dir))
	return fs.WalkDir(files, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, file)
		if err != nil {
			return err
		}
		if err := create(filepath.Join(dir, file), strings.ReplaceAll(string(text), placeholder, name)); err != nil {
			return err
		}
		_, err = fmt.Fprintln(env.Stdout, filepath.ToSlash(filepath.Join(c.Dir, file)))
		return err
	})
}

// template returns the files of a template.
func template(name string) (fs.FS, error) {
	if name == "masking" {
		return fs.Sub(examples.Files, examples.Masking)
	}
	return fs.Sub(templates, "templates/"+name)
}

// placeholder is the project's name in templates.
const placeholder = "my-project"

var projectForm = regexp.MustCompile(`^[a-z][a-z0-9-]{1,29}$`)

// projectName is the name of a folder, where an application can have it.
func projectName(folder string) string {
	if name := strings.ToLower(folder); projectForm.MatchString(name) {
		return name
	}
	return placeholder
}

// create writes a file that is not there.
func create(name, text string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return failed("%w", err)
	}
	if _, err := f.WriteString(text); err != nil {
		_ = f.Close()
		return failed("%w", err)
	}
	if err := f.Close(); err != nil {
		return failed("%w", err)
	}
	return nil
}
