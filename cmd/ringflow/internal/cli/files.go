package cli

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"github.com/ringflow/ringflow/flow/parse"
)

// userFS opens files by the names that a user writes: relative to the command's
// directory, with .. and absolute paths. Diagnostics show the same names.
type userFS struct{ dir string }

// Open implements fs.FS.
func (u userFS) Open(name string) (fs.File, error) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(u.dir, name)
	}
	return os.Open(name)
}

func (e *Env) files() userFS { return userFS{e.Dir} }

// wantFile demands that a file of an argument is there.
func (e *Env) wantFile(name string) error {
	switch info, err := os.Stat(e.path(name)); {
	case err != nil:
		return failed("%s: there is no such file", name)
	case info.IsDir():
		return failed("%s is a folder; name the files in it, in the order of their rule", name)
	}
	return nil
}

// Endings of the files that ringflow knows.
const (
	flowEnding    = ".flow.yaml"
	libraryEnding = parse.LibraryEnding
	promptsEnding = ".prompts.yaml"
	testEnding    = ".test.yaml"
)

// wantFlow demands that a file of an argument is a flow by its name.
func wantFlow(name string) error {
	switch {
	case strings.HasSuffix(name, flowEnding):
		return nil
	case strings.HasSuffix(name, libraryEnding):
		return usage("%s is a library, in which no call begins; name a flow that uses it", name)
	}
	return usage("%s is not a flow: flows end in %s", name, flowEnding)
}

// find returns the files with an ending among paths and below those that are
// folders, sorted; without paths it looks below the command's directory.
// Folders whose names start with a dot or that hold other tools' files are left out.
func (e *Env) find(paths []string, endings ...string) ([]string, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	var out []string
	for _, p := range paths {
		info, err := os.Stat(e.path(p))
		if err != nil {
			return nil, failed("%s: there is no such file or folder", p)
		}
		if !info.IsDir() {
			out = append(out, filepath.ToSlash(p))
			continue
		}
		found, err := e.below(p, endings)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (e *Env) below(dir string, endings []string) ([]string, error) {
	var out []string
	err := fs.WalkDir(os.DirFS(e.path(dir)), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		for _, ending := range endings {
			if strings.HasSuffix(d.Name(), ending) || d.Name() == ending {
				out = append(out, path.Join(filepath.ToSlash(dir), name))
			}
		}
		return nil
	})
	if err != nil {
		return nil, failed("%s: %w", dir, err)
	}
	sort.Strings(out)
	return out, nil
}
