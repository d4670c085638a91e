package cli

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"time"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// fix makes the certain fixes of files and of those that they name, and tells them.
func fix(env *Env, files []string) error {
	var failure error
	r := diag.Mend(func(changed map[string]*source.File) []*diag.Diagnostic {
		report, err := newChecker(mended{env.files(), changed}).all(files)
		if err != nil {
			failure = err
			return nil
		}
		return report.Sorted()
	})
	if failure != nil {
		return failure
	}
	for _, name := range slices.Sorted(maps.Keys(r.Files)) {
		if err := rewrite(env.path(name), r.Files[name].Text); err != nil {
			return err
		}
		for _, m := range r.Made {
			if m.At.File.Name == name {
				from := m.At.From()
				fmt.Fprintf(env.Stderr, "%s %s:%d:%d %s: %s\n", env.Term.Green("fixed"), name, from.Line, from.Column, m.Code, m.Title)
			}
		}
	}
	for _, name := range r.Undone {
		fmt.Fprintf(env.Stderr, "%s is left as it is: with its fixes it still cannot be read as YAML\n", name)
	}
	return nil
}

// certain counts the findings that --fix can mend.
func certain(all []*diag.Diagnostic) int {
	n := 0
	for _, d := range all {
		if slices.ContainsFunc(d.Fixes, func(f diag.Fix) bool { return f.Safe }) {
			n++
		}
	}
	return n
}

// mended is the files of a user, some of them with another text.
type mended struct {
	userFS
	changed map[string]*source.File // by name
}

// Open implements fs.FS.
func (m mended) Open(name string) (fs.File, error) {
	text, ok := m.text(name)
	if !ok {
		return m.userFS.Open(name)
	}
	return &openText{bytes.NewReader([]byte(text)), path.Base(name)}, nil
}

func (m mended) text(name string) (string, bool) {
	for changed, f := range m.changed {
		if path.Clean(changed) == path.Clean(name) {
			return f.Text, true
		}
	}
	return "", false
}

// openText is a text that is read as a file.
type openText struct {
	*bytes.Reader
	name string
}

func (o *openText) Stat() (fs.FileInfo, error) { return o, nil }
func (o *openText) Close() error               { return nil }
func (o *openText) Name() string               { return o.name }
func (o *openText) Mode() fs.FileMode          { return 0o444 }
func (o *openText) ModTime() time.Time         { return time.Time{} }
func (o *openText) IsDir() bool                { return false }
func (o *openText) Sys() any                   { return nil }
