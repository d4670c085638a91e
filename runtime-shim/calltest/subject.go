package calltest

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/source"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/compiler/ir"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Subject is what a test calls: a built flow, or hand-written scripts.
type Subject struct {
	Name     string         // of the flow, or of the last script
	Program  *check.Program // nil for scripts, as are the next two
	Machine  *ir.Program
	Artifact *artifact.Artifact

	scripts []voxengine.Script
	codes   map[string]*voxengine.Code // by the values that a flow was bound to
}

// Builder makes subjects, each once.
type Builder struct {
	Files fs.FS
	// Change, when set, changes a flow's machine before it is emitted: that is
	// how tests are tested.
	Change func(*ir.Program)
	// Subject, when set, is called in place of what test files name.
	Subject *Subject

	subjects map[string]*Subject
}

// Flow builds the flow of a file; nil when it has errors, which report holds.
func (b *Builder) Flow(name string, report *diag.List) (*Subject, error) {
	if s := b.subjects[name]; s != nil {
		return s, nil
	}
	f := parse.Flow(b.Files, name, report)
	if f == nil {
		return nil, nil
	}
	p := check.Flow(f, report)
	if report.Failed() {
		return nil, nil
	}
	machine, err := compiler.Lower(p)
	if err != nil {
		return nil, err
	}
	if b.Change != nil {
		b.Change(machine)
	}
	a, err := compiler.Assemble(p, machine, report)
	if a == nil || err != nil {
		return nil, err
	}
	s := &Subject{Name: machine.Flow, Program: p, Machine: machine, Artifact: a, codes: map[string]*voxengine.Code{}}
	if b.subjects == nil {
		b.subjects = map[string]*Subject{}
	}
	b.subjects[name] = s
	return s, nil
}

// Scripts loads hand-written scripts.
func (b *Builder) Scripts(dir string, names []source.Text, report *diag.List) *Subject {
	s := &Subject{codes: map[string]*voxengine.Code{}}
	for _, name := range names {
		text, err := fs.ReadFile(b.Files, from(dir, name.Value))
		if err != nil {
			report.Add(diag.UnknownFile, name.All(), "%s: it cannot be read", name.Value).Helped("name a script beside this file")
			continue
		}
		s.Name = name.Value
		s.scripts = append(s.scripts, voxengine.Script{Name: name.Value, Text: string(text)})
	}
	return s
}

// from is the path of a file that is named in a folder.
func from(dir, name string) string {
	if path.IsAbs(name) {
		return name
	}
	return path.Join(dir, name)
}

// Code returns the scripts ready to run, a flow bound to values.
func (s *Subject) Code(values artifact.Values) (*voxengine.Code, error) {
	key := fmt.Sprint(values)
	if c := s.codes[key]; c != nil {
		return c, nil
	}
	scripts := s.scripts
	if s.Artifact != nil {
		text, err := s.Script(values)
		if err != nil {
			return nil, err
		}
		scripts = []voxengine.Script{{Name: s.Name + ".js", Text: string(text), Map: s.Artifact.Map}}
	}
	c, err := voxengine.Compile(scripts...)
	if err != nil {
		return nil, err
	}
	s.codes[key] = c
	return c, nil
}

// Script returns a flow's script bound to values, the text that would be uploaded.
func (s *Subject) Script(values artifact.Values) ([]byte, error) {
	return s.Artifact.Bind(values, artifact.Header{})
}

// StandIns returns a value for every setting of a flow and for every secret, so
// that tests need not name what does not matter to them.
func (s *Subject) StandIns() (values artifact.Values, secrets map[string]string) {
	values, secrets = artifact.Values{}, map[string]string{}
	if s.Artifact == nil {
		return values, secrets
	}
	for i, c := range s.Artifact.Manifest.Config {
		switch c.Type {
		case "secret":
			secrets[c.Name] = (strings.Repeat("s", 32) + c.Name)[len(c.Name):]
		case "phone":
			values[c.Name] = fmt.Sprintf("1999000%04d", i+1)
		case "url":
			values[c.Name] = "https://example.com/" + c.Name
		case "number":
			values[c.Name] = "1"
		case "bool":
			values[c.Name] = "true"
		case "email":
			values[c.Name] = c.Name + "@example.com"
		case "duration":
			values[c.Name] = "1s"
		case "date":
			values[c.Name] = "2026-01-01"
		case "time":
			values[c.Name] = "12:00"
		default:
			values[c.Name] = c.Name
			if strings.HasPrefix(c.Type, "money ") {
				values[c.Name] = "1"
			}
		}
	}
	return values, secrets
}
