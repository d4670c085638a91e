package lsp

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
	"github.com/ringflow/ringflow/runtime-shim/facts"
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
	if !strings.HasSuffix(d.name, ".flow.yaml") {
		return items
	}
	at := offset(d.file, p.Position)
	here, text, ok := spotAt(d.file.Text, at)
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
		item.TextEdit = &textEdit{textRange{positionOf(d.file, at-len(word)), positionOf(d.file, at)}, text}
		items = append(items, item)
	}
	return items
}

// cursor is the word that is put in at the cursor.
const cursor = "zzCursorzz"

// spotAt reads a text with the cursor in it. Brackets that are open are closed,
// and when what follows cannot be read either it is left out.
func spotAt(text string, at int) (here spot, complete string, ok bool) {
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
				if s, ok := find(root, top(), at); ok && strings.Contains(s.node.Text.Value, cursor) {
					return s, file.Text, true
				}
			}
		}
	}
	return spot{}, "", false
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

type completer struct {
	spot
	program *check.Program // nil when it is no flow
	out     []choice
}

func (c *completer) add(ch choice) {
	if !strings.Contains(ch.label, cursor) {
		c.out = append(c.out, ch)
	}
}

// choose fills in what can stand at the spot; before is its text in front of the cursor.
func (c *completer) choose(before string) {
	switch {
	case c.in != nil:
		c.keys()
	case c.kind == steps || c.kind == body:
		c.verbs()
		if c.kind == body {
			c.fields(spec.BlockFields())
		}
	case c.kind == handlers:
		c.outcomes()
	case c.kind == file || c.kind == fields:
		c.fields(c.list)
	case c.kind == cases:
		c.fields(spec.CaseFields())
	case c.kind == heard:
		c.prompts(false)
	case c.kind == args:
		c.arguments()
	case c.kind == notes:
		c.results()
	case c.kind == scalar:
		c.value(before)
	}
}

// keys are what can be a key of the mapping around.
func (c *completer) keys() {
	switch c.kind {
	case file, fields:
		c.fields(c.list)
	case step:
		if c.verb == nil {
			c.verbs()
			return
		}
		c.fields(append(slices.Clone(c.verb.Fields), spec.CommonFields()...))
	case handlers:
		c.outcomes()
	case heard:
		c.prompts(true)
	case args:
		c.arguments()
	case notes:
		c.results()
	}
}

func (c *completer) present(name string) bool { return c.in != nil && c.in.Get(name) != nil }

func (c *completer) fields(list []spec.Field) {
	for _, f := range list {
		if !c.present(f.Name) {
			_, text := fieldText(f.Name, list)
			c.add(choice{f.Name, takes(f), text, itemField, true})
		}
	}
}

func (c *completer) verbs() {
	for _, v := range spec.Verbs() {
		c.add(choice{v.Name, "", verbText(&v), itemKeyword, v.Head.Required || len(v.Fields) > 0})
	}
}

// outcomes are those of the step that are not handled yet.
func (c *completer) outcomes() {
	if c.verb == nil {
		return
	}
	handled := map[string]bool{}
	if c.in != nil {
		for _, e := range c.in.Entries {
			for _, word := range strings.Split(e.Key.Text.Value, "|") {
				handled[strings.TrimSpace(word)] = true
			}
		}
	}
	for _, o := range c.verb.Outcomes {
		switch {
		case o.Key:
			c.add(choice{`key "1"`, "", o.Doc, itemEnum, true})
		case !handled[o.Name] && (o.Needs == "" || c.around.Get(o.Needs) != nil):
			c.add(choice{o.Name, "default: " + o.Default.String(), o.Doc, itemEnum, true})
		}
	}
	if len(c.verb.Outcomes) > 0 {
		c.add(choice{"otherwise", "", "all outcomes that have to be handled and are not", itemEnum, true})
	}
	if c.verb.Waits {
		c.add(choice{"caller_left", "", spec.CallerLeft().Doc, itemEnum, true})
	}
}

func (c *completer) prompts(key bool) {
	if c.program != nil {
		for _, p := range c.program.Flow.Prompts {
			c.add(choice{p.Name, "prompt", promptText(p), itemText, key})
		}
	}
	if key {
		c.add(choice{"text", "a text without a name", "", itemKeyword, true})
		c.add(choice{"file", "the address of a sound file", "", itemKeyword, true})
		c.add(choice{"silence", "a duration", "", itemKeyword, true})
	}
}

// arguments are the needs of a block, the holes of a prompt or of a key.
func (c *completer) arguments() {
	if c.program == nil {
		return
	}
	switch {
	case c.prompt != "":
		if p := c.program.Prompts[c.prompt]; p != nil && p.Text != nil {
			for _, hole := range p.Text.Holes() {
				hole.Walk(func(e *expr.Expr) {
					if e.Op == expr.Name && !c.present(e.Value) {
						c.add(choice{e.Value, "hole of " + c.prompt, "", itemVariable, true})
					}
				})
			}
		}
	case c.field.Name == "with" && c.around.Get("run") != nil:
		if b := c.program.Blocks[c.around.Get("run").Text.Value]; b != nil {
			for _, need := range b.Block.Needs {
				if !c.present(need.Name) {
					c.add(choice{need.Name, need.Type.Value, "", itemVariable, true})
				}
			}
		}
	case c.field.Name == "key":
		for _, s := range c.program.Flow.Stores {
			for _, part := range s.Key {
				if part.Hole != nil && !c.present(part.Hole.Name) {
					c.add(choice{part.Hole.Name, "hole of the key of " + s.Name, "", itemVariable, true})
				}
			}
		}
	}
}

func (c *completer) results() {
	if c.program != nil {
		for _, name := range c.program.Result {
			if !c.present(name) {
				c.add(choice{name, "result field", "", itemField, true})
			}
		}
	}
}

// value is what can be the value of a field.
func (c *completer) value(before string) {
	switch c.field.Kind {
	case spec.Word:
		for _, w := range c.field.Words {
			c.add(choice{label: w, kind: itemValue})
		}
	case spec.Flag:
		c.add(choice{label: "yes", kind: itemValue})
		c.add(choice{label: "no", kind: itemValue})
	case spec.Name:
		c.names()
	case spec.Expr:
		c.expression(before)
	case spec.Text:
		if i := strings.LastIndexByte(before, '{'); i >= 0 && !strings.Contains(before[i:], "}") {
			c.expression(before[i+1:])
		}
	}
}

func (c *completer) names() {
	switch c.field.Of {
	case "voice":
		for _, v := range facts.Voices() {
			c.add(choice{label: v, kind: itemValue})
		}
	case "type":
		for _, name := range append(types.SimpleNames(), "private", "optional", "list of") {
			c.add(choice{label: name, kind: itemKeyword})
		}
	}
	if c.program == nil {
		return
	}
	switch c.field.Of {
	case "block":
		for _, b := range c.program.Flow.Blocks {
			c.add(choice{b.Name, "block", blockHead(b), itemModule, false})
		}
	case "store":
		for _, s := range c.program.Flow.Stores {
			c.add(choice{s.Name, "store", "", itemModule, false})
		}
	case "type":
		for _, t := range c.program.Flow.Types {
			c.add(choice{t.Name, "type", typeWords(t), itemEnum, false})
		}
	}
}

// expression completes the last name of an expression.
func (c *completer) expression(before string) {
	if c.program == nil {
		return
	}
	head := strings.TrimSuffix(before, wordBefore(before))
	if owner, dotted := strings.CutSuffix(head, "."); dotted {
		c.members(wordBefore(owner))
		return
	}
	for _, b := range c.locals() {
		c.add(choice{b.Name, b.Type.String(), "", itemVariable, false})
	}
	for _, t := range c.program.Flow.Types {
		for _, w := range t.Words {
			c.add(choice{w.Name, "a word of " + t.Name, "", itemEnum, false})
		}
	}
	for _, root := range []choice{
		{"config", "the environment's settings", "", itemModule, false}, {"result", "the call result so far", "", itemModule, false},
		{"caller", "facts about the caller", "", itemModule, false}, {"call", "facts about the call", "", itemModule, false},
	} {
		c.add(root)
	}
	for _, f := range expr.Functions() {
		c.add(choice{f.Name, f.Signature(), f.Doc, itemFunction, false})
	}
}

// members are the fields of what a name stands for.
func (c *completer) members(owner string) {
	switch owner {
	case "config":
		for _, b := range c.program.Config {
			c.add(choice{b.Name, b.Type.String(), "", itemField, false})
		}
	case "result":
		for _, name := range c.program.Result {
			c.add(choice{name, "text", "", itemField, false})
		}
	case "caller":
		c.add(choice{"number", "optional private phone", "null when it is withheld", itemField, false})
	case "call":
		c.add(choice{"recording", "text", "the address of the recording, \"\" until it is known", itemField, false})
	}
	for _, b := range c.locals() {
		if b.Name == owner {
			for _, f := range b.Type.Fields {
				c.add(choice{f.Name, f.Type.String(), "", itemField, false})
			}
		}
	}
}

// locals are the names that the block around binds or is given, each once.
func (c *completer) locals() []*expr.Binding {
	var out []*expr.Binding
	keep := func(b *expr.Binding) {
		if b == nil || slices.ContainsFunc(out, func(o *expr.Binding) bool { return o.Name == b.Name }) {
			return
		}
		if slices.ContainsFunc(c.program.Slots, func(s check.Slot) bool { return s.Name == b.Slot && s.Block == c.block }) {
			out = append(out, b)
		}
	}
	if b := c.program.Blocks[c.block]; b != nil {
		for _, need := range b.Needs {
			keep(need)
		}
	}
	for _, bound := range c.program.Bound {
		for _, b := range bound {
			keep(b)
		}
	}
	for _, b := range c.program.Set {
		keep(b)
	}
	slices.SortFunc(out, func(a, b *expr.Binding) int { return a.At.Start - b.At.Start })
	return out
}
