package check

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// declare reads everything that stands beside the steps.
func (c *checker) declare() {
	f := c.Flow
	c.used = newUsage()
	c.declareTypes()
	c.within = ""
	for _, d := range f.Config {
		if first := c.Setting(d.Name); first != nil {
			c.twice("the setting", d.Ident, first.At)
			continue
		}
		t := c.typeOf(d.Type, settingKinds, "a setting")
		if t.Private() {
			t.Owners = types.Owners{"config." + d.Name}
		}
		c.settingDefault(d, t)
		c.Config = append(c.Config, &expr.Binding{Kind: expr.Config, Name: d.Name, Type: t, At: d.At})
	}
	for _, s := range f.Stores {
		c.within = ast.Namespace(s.Name)
		c.declareStore(s)
	}
	for _, d := range f.Calendars {
		c.declareCalendar(d)
	}
	for _, p := range f.Prompts {
		if first := c.Prompts[p.Name]; first != nil {
			c.twice("the prompt", p.Ident, first.At)
			continue
		}
		c.Prompts[p.Name] = p
	}
	c.declareArgs()
	for _, b := range f.All() {
		c.within = ast.Namespace(b.Name)
		c.declareBlock(b)
	}
	c.within = ""
	for i, r := range f.Result {
		if j := slices.IndexFunc(f.Result, func(o ast.ResultField) bool { return o.Name == r.Name }); j < i {
			c.twice("the result field", r.Ident, f.Result[j].At)
			continue
		}
		c.Result = append(c.Result, r.Name)
	}
	c.needed()
	c.needDefaults()
	c.country()
	c.Voice = c.voiceOf(f.Language, f.Voice)
	c.declareLanguages()
}

func (c *checker) twice(what string, id ast.Ident, first source.Span) {
	c.add(diag.DeclaredTwice, id.At, "%s `%s` is declared twice", what, id.Name).Labelled("again").Also(first, "first")
}

func (c *checker) declareTypes() {
	for _, d := range c.Flow.Types {
		c.within = ast.Namespace(d.Name)
		if _, ok := types.Simple[d.Name]; ok || d.Name == types.Of(types.Money).String() {
			c.add(diag.BadName, d.At, "`%s` cannot be a type of the flow: the language has one", d.Name)
			continue
		}
		if _, ok := c.types[d.Name]; ok {
			c.twice("the type", d.Ident, c.typeAt(d.Name))
			continue
		}
		if d.Fields != nil {
			c.types[d.Name] = types.Type{Kind: types.Record, Name: d.Name, Fields: c.fields(d.Fields, d.Name, nil, "a field")}
			continue
		}
		t := types.Type{Kind: types.Enum, Name: d.Name}
		for i, w := range d.Words {
			if j := slices.Index(t.Words, w.Name); j >= 0 {
				c.twice("the word", w, d.Words[j].At)
				continue
			}
			t.Words = append(t.Words, d.Words[i].Name)
		}
		c.types[d.Name] = t
	}
}

func (c *checker) typeAt(name string) source.Span {
	i := slices.IndexFunc(c.Flow.Types, func(d ast.TypeDecl) bool { return d.Name == name })
	return c.Flow.Types[i].At
}

// fields reads the fields of a record; the record owns those that are private.
func (c *checker) fields(decls []ast.Decl, owner string, allowed []types.Kind, what string) []types.Field {
	var out []types.Field
	for i, d := range decls {
		if j := slices.IndexFunc(decls[:i], func(o ast.Decl) bool { return o.Name == d.Name }); j >= 0 {
			c.twice("the field", d.Ident, decls[j].At)
			continue
		}
		t := c.typeOf(d.Type, allowed, what)
		if t.Private() {
			t.Owners = types.Owners{owner + "." + d.Name}
		}
		out = append(out, types.Field{Name: d.Name, Type: t})
	}
	return out
}

// Kinds that make sense in each place of a declaration.
var (
	settingKinds = []types.Kind{types.Text, types.Number, types.Bool, types.Phone, types.URL, types.Email, types.Secret, types.Duration, types.Money, types.Date, types.Time}
	entryKinds   = []types.Kind{types.Text, types.Number, types.Bool, types.Phone, types.Money, types.Date, types.Time}
	keyKinds     = []types.Kind{types.Text}
)

// typeOf reads a type as it is written: "private phone", "optional list of Side".
func (c *checker) typeOf(text source.Text, allowed []types.Kind, what string) types.Type {
	words, rest := strings.Fields(text.Value), text
	var t types.Type
	optional, private := false, false
	for len(words) > 1 && (words[0] == "optional" || words[0] == "private") {
		optional = optional || words[0] == "optional"
		private = private || words[0] == "private"
		rest = rest.Slice(strings.Index(rest.Value, words[0])+len(words[0]), len(rest.Value))
		words = words[1:]
	}
	switch {
	case len(words) > 2 && words[0] == "list" && words[1] == "of":
		i := strings.Index(text.Value, " of ") + len(" of ")
		t = types.ListOf(c.typeOf(text.Slice(i, len(text.Value)), nil, what))
	case strings.Contains(rest.Value, "|"):
		t = c.wordsType(rest.Trim())
	case words[0] == types.Of(types.Money).String():
		t = c.moneyType(words[1:], rest)
	case len(words) == 1:
		t = c.simpleType(words[0], text)
	default:
		c.add(diag.BadValue, text.All(), "`%s` is not a type", text.Value).Helped("write a type as `text`, `private phone`, `optional number` or `list of text`")
		return types.Type{}
	}
	if allowed != nil && t.Kind != types.Bad && !slices.Contains(allowed, t.Kind) {
		c.add(diag.WrongType, text.All(), "%s cannot be of type `%s`", what, t.String()).Helped("it can be %s", kinds(allowed))
		return types.Type{}
	}
	t.Optional = optional
	if private {
		t.Owners = types.Owners{what}
	}
	return t
}

// wordsType reads an enumeration without a name: "Courier | Customer".
func (c *checker) wordsType(text source.Text) types.Type {
	t := types.Type{Kind: types.Enum}
	for _, w := range text.Split('|') {
		switch _, simple := types.Simple[w.Value]; {
		case simple || c.types[c.within+w.Value].Kind != types.Bad:
			c.add(diag.BadName, w.All(), "`%s` cannot be a word: it is a type", w.Value).Helped("a value has one type; `A | B` is an enumeration of words")
			return types.Type{}
		case !shape.IsName(w.Value, w.All(), "a word", c.report):
			return types.Type{}
		case slices.Contains(t.Words, w.Value):
			c.add(diag.DeclaredTwice, w.All(), "the word `%s` is declared twice", w.Value).Labelled("again")
		default:
			t.Words = append(t.Words, w.Value)
		}
	}
	t.Name = strings.Join(t.Words, " | ")
	return t
}

func (c *checker) simpleType(word string, text source.Text) types.Type {
	if k, ok := types.Simple[word]; ok {
		return types.Of(k)
	}
	if !ast.Qualified(word) {
		word = c.within + word
	} else if c.within == "" && c.stranger(word, text.All(), diag.UnknownName) {
		return types.Type{}
	}
	if t, ok := c.types[word]; ok {
		c.used.types[word] = true
		return t
	}
	known := types.SimpleNames()
	for name := range c.types {
		known = append(known, name)
	}
	c.add(diag.UnknownName, text.All(), "there is no type `%s`", word).Meant(word, known)
	return types.Type{}
}

func kinds(list []types.Kind) string {
	words := make([]string, len(list))
	for i, k := range list {
		words[i] = types.Of(k).String()
	}
	return diag.OneOf(words)
}

func (c *checker) declareStore(s *ast.Store) {
	if first := c.Stores[s.Name]; first != nil {
		c.twice("the store", s.Ident, first.At)
		return
	}
	store := &Store{Store: s, Type: types.Type{Kind: types.Record, Name: s.Name}}
	store.Type.Fields = c.fields(s.Fields, s.Name, entryKinds, "a field of a store")
	for _, part := range s.Key {
		switch {
		case part.Hole == nil && store.Hole == "":
			store.Prefix += part.Text
		case part.Hole == nil:
			store.Suffix += part.Text
		case store.Hole != "":
			c.add(diag.BadValue, part.Hole.At, "the key has a second hole").Helped("a key has one hole; put what belongs together into one text")
		default:
			store.Hole = part.Hole.Name
			store.holeType = c.typeOf(part.Hole.Type, keyKinds, "the hole of a key")
		}
	}
	if store.Hole == "" && len(s.Key) > 0 {
		c.add(diag.BadValue, s.KeyAt, "the key has no hole, so the store has one entry only").Helped("write {NAME: text} where the key differs")
	}
	c.Stores[s.Name] = store
}

func (c *checker) declareBlock(b *ast.Block) {
	if first := c.Blocks[b.Name]; first != nil {
		if b.Name != "main" && b.Name != "finally" { // which the parser reported
			c.twice("the block", b.Ident, first.At)
		}
		return
	}
	block := &Block{Block: b, Defaults: map[string]*ast.Arg{}, Back: map[string]*expr.Binding{}}
	for _, d := range b.Needs {
		t := c.needType(d)
		if t.Private() {
			t.Owners = types.Owners{b.Name + "." + d.Name}
		}
		slot := c.slot(d.Name, b.Name, t)
		block.Needs = append(block.Needs, &expr.Binding{Kind: expr.Local, Name: d.Name, Slot: slot, Type: t, At: d.At})
	}
	c.Blocks[b.Name] = block
}

// slot returns the variable for a name of a block; names that several blocks
// use get the block's name in front.
func (c *checker) slot(name, block string, t types.Type) string {
	full, prefix := name, block
	if block != "main" {
		prefix = strings.ReplaceAll(block, ".", "$") // no name of a flow has one
		full = prefix + "_" + name
	}
	for n := 2; ; n++ {
		i, taken := c.slots[full]
		if !taken {
			break
		}
		if c.Slots[i].Block == block {
			return full
		}
		full = prefix + "_" + name + strings.Repeat("_", n-1)
	}
	c.slots[full] = len(c.Slots)
	c.Slots = append(c.Slots, Slot{full, t, block})
	return full
}

func (c *checker) country() {
	id := c.Flow.Country
	if id.Name == "" {
		return
	}
	fact, ok := facts.Country(id.Name)
	if !ok {
		c.add(diag.BadValue, id.At, "`%s` is not a country", id.Name).Helped("write its two letters of ISO 3166: US, DE, IL")
		return
	}
	c.Phones = expr.PhoneRule{Code: fact.Code, Trunk: fact.Trunk, Lengths: fact.Lengths}
}
