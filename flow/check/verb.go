package check

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// entered returns what is known when the keys of a gather were entered: the
// scope in which `accept` is checked.
func (c *checker) entered(s *ast.Step, e *env) *env {
	in := e.child()
	c.bindOutcome(s, "entered", in)
	return in
}

// makeBindings makes the bindings of a step's `as:` names, before its fields are
// checked. They come into scope by outcome.
func (c *checker) makeBindings(s *ast.Step, e *env) {
	switch s.Verb.Name {
	case "gather":
		c.bindAs(s, s.Field("as"), types.Of(types.Text), e)
		for _, b := range c.Bound[s] {
			c.digits[b.Slot] = keyFact(s).join(c.digits[b.Slot])
		}
		if accept := s.Field("accept"); accept != nil {
			c.bindAs(s, accept.Field("as"), c.entryType(accept.Field("lookup")), e)
		}
	case "connect":
		c.bindAs(s, s.Field("as"), types.Of(types.Text), e)
	case "lookup":
		c.bindAs(s, s.Field("as"), c.entryType(s.Head), e)
	case "listen":
		c.bindAs(s, s.Field("as"), c.heardType(s), e)
	case "menu":
		c.offers(s, e)
	case "http", "script":
		c.bindAs(s, s.Field("as"), c.replyType(s), e)
	}
}

// bindAs makes one binding without putting it into scope.
func (c *checker) bindAs(s *ast.Step, as *ast.Value, t types.Type, e *env) {
	if as == nil {
		return
	}
	scratch := e.child()
	if b := c.bind(ast.Ident{Name: as.Text.Value, At: as.At}, t, scratch); b != nil {
		c.Bound[s] = append(c.Bound[s], b)
	}
}

func (c *checker) entryType(store *ast.Value) types.Type {
	if store == nil || c.Stores[store.Text.Value] == nil {
		return types.Type{}
	}
	return c.Stores[store.Text.Value].Type
}

// storeKey checks the value for the hole of a store's key.
func (c *checker) storeKey(s *ast.Step, v *ast.Value, field spec.Field, e *env) {
	store := c.storeOf(s)
	want := types.Of(types.Text)
	if store != nil && store.Hole != "" {
		want = store.holeType
	}
	for _, a := range v.Args {
		t := expr.Expect(a.Value, want, scope{e, c}, c.report)
		c.use(a.Value)
		if store != nil && a.Name != store.Hole {
			c.add(diag.WrongArgument, a.At, "the key of `%s` has no hole `%s`", store.Name, a.Name).Also(store.KeyAt, "the key").Helped("its hole is `%s`", store.Hole)
			continue
		}
		if t.Kind != types.Bad {
			c.sink(a.Value.At, t, field, a.Value)
			c.noteKey(store, a.Value)
		}
	}
	if store != nil && store.Hole != "" && len(v.Args) == 0 {
		c.add(diag.WrongArgument, v.At, "the key of `%s` needs `%s`", store.Name, store.Hole).Also(store.KeyAt, "the key")
	}
}

// storeOf returns the store that a step looks into.
func (c *checker) storeOf(s *ast.Step) *Store {
	name := s.Head
	if accept := s.Field("accept"); accept != nil {
		name = accept.Field("lookup")
	}
	if name == nil {
		return nil
	}
	return c.Stores[name.Text.Value]
}

// noteKey widens the set of keys that a store is asked for.
func (c *checker) noteKey(store *Store, x *expr.Expr) {
	if store == nil {
		return
	}
	fact := KeyFact{Min: 1, Max: maxKey - len(store.Prefix) - len(store.Suffix), Chars: keyChars}
	if known, ok := c.textFact(x); ok {
		fact = known
	}
	store.Keys = store.Keys.join(fact)
}

// keyChars are the characters of the platform's keys (Management API, SetKeyValueItem);
// its Cyrillic letters are left out. maxKey is the longest key in characters.
const (
	keyChars = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-:;.#+"
	maxKey   = 200
)

func (k KeyFact) join(o KeyFact) KeyFact {
	if k.Max == 0 || o.Max == 0 {
		return KeyFact{max(k.Min, o.Min), max(k.Max, o.Max), k.Exact || o.Exact, k.Chars + o.Chars}
	}
	out := KeyFact{Min: min(k.Min, o.Min), Max: max(k.Max, o.Max), Exact: k.Exact && o.Exact, Chars: k.Chars}
	for _, r := range o.Chars {
		if !containsRune(out.Chars, r) {
			out.Chars += string(r)
		}
	}
	return out
}

func containsRune(s string, r rune) bool {
	for _, c := range s {
		if c == r {
			return true
		}
	}
	return false
}

// Digits returns the least and the most keys of a gather's input.
func Digits(s *ast.Step) (least, most int) {
	if v := s.Field("digits"); v != nil {
		return int(v.Number), int(v.Number)
	}
	least = 1
	if v := s.Field("min"); v != nil {
		least = int(v.Number)
	}
	if v := s.Field("max"); v != nil {
		most = int(v.Number)
	}
	return least, most
}

// keyFact is what is known of a gather's input.
func keyFact(s *ast.Step) KeyFact {
	least, most := Digits(s)
	fact := KeyFact{Min: least, Max: most, Chars: "0123456789", Exact: least == most}
	if v := s.Field("keys"); v != nil {
		fact.Chars = v.Text.Value
	}
	if v := s.Field("partial"); v != nil && v.Text.Value == "accept" {
		fact.Min = 1
	}
	return fact
}
