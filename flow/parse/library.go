package parse

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// LibraryEnding is the ending of a library's file.
const LibraryEnding = ".blocks.yaml"

// Library reads a library by itself: once for each language of its texts, and once
// when they stand without one. There is nothing when the file cannot be read at all.
func Library(files fs.FS, name string, report *diag.List) []*ast.Flow {
	p := newParser(files, name, report)
	root := p.File(name, source.Span{})
	if root == nil {
		return nil
	}
	var out []*ast.Flow
	languages := p.textLanguages(root)
	for _, language := range languages {
		lib := p.library(p.File(name, source.Span{}), ast.Ident{Name: language}, nil)
		lib.Texts = languages
		p.link(lib)
		out = append(out, lib)
	}
	return out
}

// textLanguages are those of the texts of a library and of those that it uses, at
// least one: "" for none.
func (p *parser) textLanguages(root *source.Node) []string {
	quiet := *p
	quiet.Reader = p.silent()
	f := &finder{parser: &quiet, seen: map[string]bool{}}
	f.look(root, p.dir)
	if len(f.found) == 0 {
		return []string{""}
	}
	return f.found
}

// finder looks for languages.
type finder struct {
	*parser
	seen  map[string]bool // files
	found []string
}

func (f *finder) look(root *source.Node, dir string) {
	prompts := []*source.Node{root.Get("prompts")}
	if prompts[0] != nil && prompts[0].Kind == source.List {
		prompts = prompts[0].Items
	}
	for _, n := range prompts {
		texts, _ := f.file(n, dir)
		if byLanguage(n) {
			texts = n
		}
		for _, e := range entries(texts) {
			if e.Key.Text.Value != "ringflow" && !slices.Contains(f.found, e.Key.Text.Value) {
				f.found = append(f.found, e.Key.Text.Value)
			}
		}
	}
	for _, e := range entries(root.Get("use")) {
		if lib, name := f.file(e.Value, dir); lib != nil {
			f.look(lib, path.Dir(name))
		}
	}
}

// file reads a file that a node names, nil for none and for one that was read.
func (f *finder) file(n *source.Node, dir string) (*source.Node, string) {
	if n == nil || n.Kind != source.Scalar {
		return nil, ""
	}
	name := path.Join(dir, n.Text.Value)
	if f.seen[name] {
		return nil, ""
	}
	f.seen[name] = true
	return f.File(name, n.Span), name
}

func entries(n *source.Node) []source.Entry {
	if n == nil {
		return nil
	}
	return n.Entries
}

// library reads the top of a library's file, with its texts in the languages of whoever uses it.
func (p *parser) library(root *source.Node, language ast.Ident, further []*ast.Language) *ast.Flow {
	f := &ast.Flow{File: root.Span.File, Language: language}
	for _, l := range further {
		f.Languages = append(f.Languages, &ast.Language{Ident: l.Ident})
	}
	f.Library.At = root.Span.From0()
	if !p.Want(root, source.Map, "a mapping with `ringflow`, `library`, `blocks` ...") {
		return f
	}
	at := root.Span
	if len(root.Entries) > 0 {
		at = root.Entries[0].Key.Span
	}
	p.Version(root, at)
	p.Entries(root, spec.LibraryFields()[1:], "the library", at, func(field spec.Field, e source.Entry) {
		switch {
		case field.Name == "library":
			f.Library = p.name(e.Value, "a library")
		case field.Name == "result" && !p.Want(e.Value, source.List, "a list of fields"):
		default:
			p.flowField(f, field, e)
		}
	})
	nameSteps(f)
	return f
}

// readFiles are the files that were read for a flow, each once.
type readFiles struct {
	names []string
	roots map[string]*source.Node
}

// File reads one file; whoever gets it may change the list of its entries.
func (p *parser) File(name string, at source.Span) *source.Node {
	root := p.read.roots[name]
	if root == nil {
		if root = p.Reader.File(name, at); root == nil {
			return nil
		}
		if p.read.roots == nil {
			p.read.roots = map[string]*source.Node{}
		}
		p.read.names = append(p.read.names, name)
		p.read.roots[name] = root
	}
	own := *root
	own.Entries = slices.Clone(root.Entries)
	return &own
}

// sources are the files that were read, in that order.
func (r *readFiles) sources() []*source.File {
	out := make([]*source.File, len(r.names))
	for i, name := range r.names {
		out[i] = r.roots[name].Span.File
	}
	return out
}

// projectFile marks the folder of a project.
const projectFile = "ringflow.yaml"

// mostLevels is how far above a flow its project is looked for.
const mostLevels = 16

// levels returns how many folders above a file's folder its project begins; 0
// without a project: then it is the folder itself.
func levels(files fs.FS, dir string) int {
	for n := range mostLevels {
		if _, err := fs.Stat(files, path.Join(dir, strings.Repeat("../", n), projectFile)); err == nil {
			return n
		}
	}
	return 0
}

// outside reports whether a path, as seen from the flow's folder, leaves the project.
func outside(files fs.FS, dir, file string) bool {
	if path.IsAbs(file) {
		return true
	}
	up := strings.Count(file+"/", "../") // it is clean: they stand at its start
	return up > 0 && up > levels(files, dir)
}
