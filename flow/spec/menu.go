package spec

import "github.com/ringflow/ringflow/flow/types"

// offering are the fields of a menu that puts its prompt together.
func offering() []Field {
	return []Field{
		{Name: "options", Kind: Labels, Doc: "Keys with what they stand for. The prompt goes on with `each` for every one of them."},
		{Name: "from", Kind: Expr, Type: types.ListOf(types.Type{}), Doc: "A list. The prompt goes on with `each` for every item, and each item has a key, in their order."},
		{Name: "each", Kind: Prompt, Sink: "speech", Audience: "caller", Doc: "What is heard about one of them, with the names `key` and `label` (of an option) or `key` and that of `as` (of an item)."},
		{Name: "as", Kind: Name, Of: "slot", Doc: "The name of an item in `each`, and of the one that was picked in later steps."},
		{Name: "keys", Kind: Keys, Default: "123456789", Doc: "The keys of the items, in their order. Items behind the last key are not offered."},
	}
}
