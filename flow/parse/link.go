package parse

import (
	"path"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
)

// linker finds the libraries that a file rests on. Each is read by itself, with
// names as they are written: in these words its mistakes are told. Then every file
// gets a copy of the declarations of all libraries below it, under their qualified
// names, so that whoever reads a flow finds all of it in one tree.
type linker struct {
	*parser
	language ast.Ident
	further  []*ast.Language
	order    []*library          // those that others use first
	files    map[string]*library // nil while it is being read
	path     []*ast.Use          // from the flow to where we are
}

// library is one library's file.
type library struct {
	file  string // as it is opened
	place string // as seen from the flow's folder
	alone *ast.Flow
	uses  []*library
}

// link reads the libraries of a flow, or of a library that is read for itself.
func (p *parser) link(f *ast.Flow) {
	l := &linker{parser: p, language: f.Language, further: f.Languages, files: map[string]*library{}}
	below := l.all(f, ".")
	for _, lib := range l.order {
		l.complete(lib.alone, lib.uses)
		for _, inner := range l.below(lib.uses) {
			lib.alone.With = append(lib.alone.With, inner.alone)
		}
		f.With = append(f.With, lib.alone)
	}
	l.complete(f, below)
	f.Sources = p.read.sources()
}

// all reads what a file uses; place is its folder as seen from the flow's.
func (l *linker) all(f *ast.Flow, place string) []*library {
	var out []*library
	for i, u := range f.Uses {
		if j := slices.IndexFunc(f.Uses[:i], func(o *ast.Use) bool { return o.Name == u.Name }); j >= 0 {
			continue // the key stands twice, which was reported
		}
		lib := l.one(u, place)
		if u.Lost = lib == nil; !u.Lost && !slices.Contains(out, lib) {
			out = append(out, lib)
		}
	}
	l.named(f)
	return out
}

func (l *linker) one(u *ast.Use, place string) *library {
	seen := path.Join(place, u.File.Value)
	if path.IsAbs(u.File.Value) {
		seen = u.File.Value
	}
	file := path.Join(l.dir, seen)
	lib, known := l.files[file]
	switch {
	case outside(l.Files, l.dir, seen):
		l.Report.Add(diag.OutsideProject, u.File.All(), "%s lies outside of the project", u.File.Value).
			Helped("the project is the folder of %s above the flow, or the flow's folder; name a file in it by its path from here", projectFile)
		return nil
	case known && lib == nil:
		l.circle(u)
		return nil
	case !known:
		if lib = l.load(u, file, seen); lib == nil {
			return nil
		}
	}
	if !l.calledSo(u, lib) {
		return nil
	}
	return lib
}

// load reads a library and then those that it uses.
func (l *linker) load(u *ast.Use, file, seen string) *library {
	root := l.File(file, u.File.All())
	if root == nil {
		return nil
	}
	if root.Get("library") == nil && root.Get("flow") != nil {
		l.Report.Add(diag.WrongShape, u.File.All(), "%s is a flow, and only a library can be used", u.File.Value).
			Helped("move its blocks into a file with `library:` instead of `flow:`, and use that in both")
		return nil
	}
	l.files[file] = nil
	l.path = append(l.path, u)
	lib := &library{file: file, place: path.Dir(seen), alone: l.in(file, l.Reader).library(root, l.language, l.further)}
	lib.uses = l.all(lib.alone, lib.place)
	l.path = l.path[:len(l.path)-1]
	l.files[file] = lib
	for _, other := range l.order {
		if name := lib.alone.Library; name.Name != "" && other.alone.Library.Name == name.Name {
			l.Report.Add(diag.DeclaredTwice, name.At, "the library `%s` is declared twice", name.Name).Labelled("again").
				Also(other.alone.Library.At, "first").Also(u.At, "used here").Helped("give one of them another name")
			return nil
		}
	}
	l.order = append(l.order, lib)
	return lib
}

// in is the parser for a file, which reports to another reader's list.
func (l *linker) in(file string, reader *shape.Reader) *parser {
	return &parser{Reader: reader, dir: path.Dir(file), verbs: l.verbs, read: l.read}
}

func (p *parser) silent() *shape.Reader { return &shape.Reader{Files: p.Files, Report: &diag.List{}} }

// circle reports a library that uses itself, with the way around.
func (l *linker) circle(u *ast.Use) {
	d := l.Report.Add(diag.LibraryCycle, u.File.All(), "the library `%s` uses itself", u.Name).Labelled("and back again")
	for _, step := range l.path {
		d.Also(step.File.All(), "this uses `%s`", step.Name)
	}
	d.Helped("move what both need into a library of its own")
}

// calledSo reports a library that is used by another name than its own. It is false
// for that, and for one whose name could not be read.
func (l *linker) calledSo(u *ast.Use, lib *library) bool {
	own := lib.alone.Library
	if own.Name == "" || own.Name == u.Name {
		return own.Name != ""
	}
	l.Report.Add(diag.LibraryName, u.At, "%s is the library `%s`, and is used as `%s`", u.File.Value, own.Name, u.Name).
		Also(own.At, "its name").Helped("a library has one name everywhere: write `%s`", own.Name).Fixed(u.At, own.Name, "use it by its name")
	return false
}

// unknown are the codes for names that are not there.
var unknown = map[string]diag.Code{"prompt": diag.UnknownPrompt, "block": diag.UnknownBlock, "store": diag.UnknownStore, "calendar": diag.UnknownName}

// named notes which libraries a file names, and reports those that it does not use.
func (l *linker) named(f *ast.Flow) {
	ast.References(f, func(of string, name *string, at source.Span) {
		if !ast.Qualified(*name) {
			return
		}
		if u := f.Use(*name); u != nil {
			u.Used = true
			return
		}
		NoLibrary(f, *name, l.Report.Add(unknown[of], at, "no library `%s` is used here", strings.TrimSuffix(ast.Namespace(*name), ".")))
	})
}

// NoLibrary helps with a name of a library that a file does not use.
func NoLibrary(f *ast.Flow, name string, d *diag.Diagnostic) {
	own := strings.TrimSuffix(ast.Namespace(name), ".")
	names := make([]string, len(f.Uses))
	for i, u := range f.Uses {
		names[i] = u.Name
	}
	if near := diag.Nearest(own, names); near != "" {
		d.Helped("did you mean `%s`?", near)
		return
	}
	d.Helped("name its file at the top: `use: {%s: FILE%s}`", own, LibraryEnding)
}

// complete puts the declarations of all libraries below a file into its tree.
func (l *linker) complete(f *ast.Flow, uses []*library) {
	for _, lib := range l.below(uses) {
		if lib.alone.Library.Name == "" {
			f.Unread = true
			continue
		}
		quiet := l.in(lib.file, l.silent())
		part := quiet.library(quiet.File(lib.file, source.Span{}), l.language, l.further)
		qualify(part)
		f.Unread = f.Unread || part.Unread
		f.Types = append(f.Types, part.Types...)
		f.Stores = append(f.Stores, part.Stores...)
		f.Calendars = append(f.Calendars, part.Calendars...)
		f.Prompts = append(f.Prompts, part.Prompts...)
		for i, own := range part.Languages {
			f.Languages[i].Prompts = append(f.Languages[i].Prompts, own.Prompts...)
			f.Languages[i].Unread = f.Languages[i].Unread || own.Unread
		}
		f.Blocks = append(f.Blocks, part.Blocks...)
	}
}

// below lists libraries and those that they use, in the order of reading.
func (l *linker) below(uses []*library) []*library {
	in := map[*library]bool{}
	var mark func([]*library)
	mark = func(list []*library) {
		for _, lib := range list {
			if !in[lib] {
				in[lib] = true
				mark(lib.uses)
			}
		}
	}
	mark(uses)
	var out []*library
	for _, lib := range l.order {
		if in[lib] {
			out = append(out, lib)
		}
	}
	return out
}

// qualify puts a library's name in front of the names that it declares, and of
// those by which its steps name them.
func qualify(f *ast.Flow) {
	ns := f.Library.Name + "."
	own := func(id *ast.Ident) { id.Name = ns + id.Name }
	for i := range f.Types {
		own(&f.Types[i].Ident)
	}
	for _, s := range f.Stores {
		own(&s.Ident)
	}
	for _, d := range f.Calendars {
		own(&d.Ident)
	}
	for _, p := range f.Prompts {
		own(&p.Ident)
	}
	for _, l := range f.Languages {
		for _, p := range l.Prompts {
			own(&p.Ident)
		}
	}
	for _, b := range f.Blocks {
		own(&b.Ident)
		ast.Walk(b.Steps, func(s *ast.Step) { s.ID = ns + s.ID })
	}
	ast.References(f, func(_ string, name *string, _ source.Span) {
		if !ast.Qualified(*name) {
			*name = ns + *name
		}
	})
}
