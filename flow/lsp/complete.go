package lsp

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/source"
)

// choice is something that can stand at the cursor.
type choice struct {
	label, detail, doc string
	kind               int
	colon              bool // it is a key
}

// completion answers what can stand at a position. The file is usually broken
// there: a word is put in at the cursor, and what is missing behind it, until the
// file can be read; names are those of the file that this makes.
func (s *Server) completion(d *document, p documentParams) any {
	items := []completionItem{}
	whole, ok := topOf(d.name)
	if !ok {
		return items
	}
	at := offset(d.file, p.Position)
	here, text, ok := spotAt(d.file.Text, at, whole)
	if !ok {
		return items
	}
	c := &completer{spot: here, program: s.supposing(d, text).program}
	before, _, _ := strings.Cut(here.node.Text.Value, cursor)
	c.choose(before)
	word := wordBefore(d.file.Text[:at])
	if here.field.Of == "voice" || here.field.Of == "language" {
		word = before
	}
	behind, _, _ := strings.Cut(d.file.Text[at:], "\n")
	behind = strings.TrimSpace(behind)
	for i, choice := range c.out {
		item := completionItem{Label: choice.label, Kind: choice.kind, Detail: choice.detail, SortText: fmt.Sprintf("%04d", i)}
		if choice.doc != "" {
			item.Documentation = &markup{"markdown", choice.doc}
		}
		text := choice.label
		if choice.colon && behind == "" {
			text += ": "
		}
		replaced := word
		if ast.Qualified(choice.label) {
			replaced = qualifiedBefore(d.file.Text[:at])
		}
		item.TextEdit = &textEdit{textRange{positionOf(d.file, at-len(replaced)), positionOf(d.file, at)}, text}
		items = append(items, item)
	}
	return items
}

// cursor is the word that is put in at the cursor.
const cursor = "zzCursorzz"

// spotAt reads a text with the cursor in it. Brackets that are open are closed,
// and when what follows cannot be read either it is left out.
func spotAt(text string, at int, whole place) (here spot, complete string, ok bool) {
	rest := text[at:]
	line := rest
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		line = rest[:i]
	}
	for _, behind := range []string{rest, line} {
		for _, put := range []string{cursor, cursor + ":"} {
			for _, closing := range []string{"", "}", "]", "}}", "}]", "}}}", "\"", "\"}", "'"} {
				file := source.NewFile("", text[:at]+put+closing+behind)
				root, accidents := source.Parse(file)
				if root == nil || len(accidents) > 0 {
					continue
				}
				if s, ok := find(root, whole, at); ok && strings.Contains(s.node.Text.Value, cursor) {
					return s, file.Text, true
				}
			}
		}
	}
	return spot{}, "", false
}

// qualifiedBefore is the word that ends at the end of a text, with the library in front of it.
func qualifiedBefore(text string) string {
	word := wordBefore(text)
	if rest, dotted := strings.CutSuffix(text[:len(text)-len(word)], "."); dotted {
		return wordBefore(rest) + "." + word
	}
	return word
}

// wordBefore is the word that ends at the end of a text.
func wordBefore(text string) string {
	i := len(text)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		i -= n
	}
	return text[i:]
}
