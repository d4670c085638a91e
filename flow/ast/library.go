package ast

import (
	"strings"
	"unicode"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
)

// Use is a library that a file uses, by the library's name.
type Use struct {
	Ident
	File source.Text
	Used bool // something of it is named in the file
	Lost bool // it could not be read, which was reported
}

// Default is what a setting or a need is when nobody gives it.
type Default struct {
	Text source.Text
	Expr *expr.Expr // of a need
}

// What a library declares is known elsewhere by its qualified name,
// "support.to_operator": names have no dots, so qualified ones never collide.

// Qualified reports whether a name is that of a library's declaration.
func Qualified(name string) bool {
	library, own, dotted := strings.Cut(name, ".")
	return dotted && isName(library) && isName(own)
}

func isName(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0
}

// Namespace returns the part of a qualified name in front of its own, with the
// dot; "" for a name of the file itself.
func Namespace(name string) string { return name[:strings.LastIndexByte(name, '.')+1] }

// Use returns the use of the library of a qualified name, nil when there is none.
func (f *Flow) Use(name string) *Use {
	for _, u := range f.Uses {
		if u.Name+"." == Namespace(name) {
			return u
		}
	}
	return nil
}
