package check

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/types"
)

// ItemKeys are the keys of a menu's items when the step does not say others.
const ItemKeys = "123456789"

// Offer is what a menu binds while it puts its prompt together.
type Offer struct {
	Item *expr.Binding // of `from`; nil with `options`
	Key  *expr.Binding
}

// offers makes the names of `each`: the label or the item, and its key.
func (c *checker) offers(s *ast.Step, e *env) {
	text := types.Of(types.Text)
	from, as := s.Field("from"), s.Field("as")
	switch {
	case s.Field("each") == nil:
	case from == nil && s.Field("options") != nil:
		c.Offers[s] = &Offer{Key: &expr.Binding{Kind: expr.Local, Name: "key", Slot: "key", Type: text, At: s.VerbAt}}
	case from != nil && as != nil && !as.Bad:
		item := c.itemType(from, e)
		name := as.Text.Value
		c.Offers[s] = &Offer{
			Item: &expr.Binding{Kind: expr.Local, Name: name, Slot: c.slot(name+"$item", e.block.Name, item), Type: item, At: as.At},
			Key:  &expr.Binding{Kind: expr.Local, Name: "key", Slot: c.slot(name+"$key", e.block.Name, text), Type: text, At: s.VerbAt},
		}
		c.bindAs(s, as, item, e)
	}
}

// itemType is the type of a list's items. What is wrong with the list is reported with the field.
func (c *checker) itemType(from *ast.Value, e *env) types.Type {
	inner := checker{Program: c.Program, report: &diag.List{}, types: c.types, slots: c.slots, used: c.used, rootNames: c.rootNames}
	t := expr.Check(from.Expr, types.Type{}, scope{e, &inner}, inner.report)
	if t.Kind != types.List {
		return types.Type{}
	}
	return t.Elem.With(t.Owners)
}

// inside is the scope of a field: that of the step, and for `each` the names of one option or item.
func (c *checker) inside(s *ast.Step, field string, e *env) *env {
	offer := c.Offers[s]
	if field != "each" || offer == nil {
		return e
	}
	in := e.child()
	in.set(offer.Key)
	if offer.Item != nil {
		in.set(offer.Item)
	} else {
		in.set(&expr.Binding{Kind: expr.Local, Name: "label", Slot: "label", Type: types.Of(types.Text), At: s.VerbAt})
	}
	return in
}

// menuParts is the rule that a menu which puts its prompt together has what it needs for that.
func menuParts(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			if s.Verb.Name == "menu" {
				c.menuFields(s)
				c.optionKeys(s)
				c.itemKeys(s)
			}
		})
	}
}

func (c *checker) menuFields(s *ast.Step) {
	options, from := s.Field("options"), s.Field("from")
	if options != nil && from != nil {
		c.add(diag.FieldsApart, from.At, "a menu offers `options` or the items of a list, and this does both").Also(options.At, "`options`").
			Helped("make two menus of it")
		return
	}
	offers := options
	what := "options"
	if from != nil {
		offers, what = from, "from"
	}
	if offers != nil && s.Field("each") == nil {
		c.add(diag.MissingKey, offers.At, "`%s` has no `each`", what).Helped("`each:` is the prompt that is heard for every one of them: \"For {label}, press {key}.\"")
	}
	if from != nil && s.Field("as") == nil {
		c.add(diag.MissingKey, from.At, "`from` has no `as`").Helped("`as:` names the item that was picked")
	}
	for _, name := range []string{"each", "as", "keys"} {
		v := s.Field(name)
		needs := "from"
		if name == "each" {
			needs = "options` or `from"
		}
		if v != nil && from == nil && (name != "each" || options == nil) {
			c.add(diag.FieldsApart, v.At, "`%s` means something with `%s` only", name, needs).Helped("add `%s:`, or remove it", strings.ReplaceAll(needs, "` or `", ":` or `"))
		}
	}
}

// optionKeys holds the keys that are offered against those that do something.
func (c *checker) optionKeys(s *ast.Step) {
	v := s.Field("options")
	if v == nil || v.Bad || s.Unread {
		return
	}
	for _, l := range v.Labels {
		if !slices.ContainsFunc(keyOutcomes(s), func(o ast.Outcome) bool { return o.Key == l.Name }) {
			c.add(diag.MissingOutcome, l.At, "the menu offers the key `%s`, and nothing says what follows", l.Name).Helped("add `key \"%s\": STEPS` under `on:`", l.Name)
		}
	}
}

// itemKeys holds the keys of items against the keys that leave the step and the items that are known.
func (c *checker) itemKeys(s *ast.Step) {
	from, v := s.Field("from"), s.Field("keys")
	if from == nil || s.Field("options") != nil || v != nil && v.Bad {
		return
	}
	keys, at := ItemKeys, from.At
	if v != nil {
		keys, at = v.Text.Value, v.At
	}
	for i, k := range keys {
		if strings.ContainsRune(keys[:i], k) {
			c.add(diag.KeyConflict, at, "the key `%c` stands for two items", k).Helped("name each key once")
			return
		}
	}
	if from.Expr.Op == expr.List {
		if n := len(from.Expr.Args); n > len(keys) {
			c.add(diag.OutOfRange, from.At, "the list has %d items, and there are %d keys for them", n, len(keys)).
				Helped("name more with `keys:`, 12 at most, or make two menus of it")
		} else {
			keys = keys[:n]
		}
	}
	for _, o := range keyOutcomes(s) {
		if strings.Contains(keys, o.Key) {
			c.oneMeaning(o.Key, o.At, "leaves the step", keys, at)
		}
	}
}
