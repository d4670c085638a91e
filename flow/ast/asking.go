package ast

import "github.com/ringflow/ringflow/flow/source"

// Phrase is what callers say for a word, with a key that means the same.
type Phrase struct {
	Ident
	Says  []source.Text
	Key   string // "" for none
	KeyAt source.Span
}

// Label is what a key stands for in a menu. Ident is the key.
type Label struct {
	Ident
	Text source.Text
}
