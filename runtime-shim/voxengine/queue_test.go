package voxengine

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestQueue compares the heap with a sorted list, and the shuffled order with
// what it promises: times ascend, and one owner's tasks keep their order.
func TestQueue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var q queue
		var model []*task
		shuffled := rapid.Bool().Draw(t, "shuffled")
		t.Repeat(map[string]func(*rapid.T){
			"add": func(t *rapid.T) {
				model = append(model, q.add(rapid.Int64Range(0, 5).Draw(t, "at"), rapid.IntRange(0, 2).Draw(t, "owner"), nil))
			},
			"cancel": func(t *rapid.T) {
				if len(model) == 0 {
					return
				}
				i := rapid.IntRange(0, len(model)-1).Draw(t, "which")
				q.cancel(model[i])
				q.cancel(model[i])
				model = slices.Delete(model, i, i+1)
			},
			"keep": func(t *rapid.T) {
				owner := rapid.IntRange(0, 2).Draw(t, "owner")
				q.keep(func(x *task) bool { return x.owner != owner })
				model = slices.DeleteFunc(model, func(x *task) bool { return x.owner == owner })
			},
			"take": func(t *rapid.T) {
				if len(model) == 0 {
					return
				}
				slices.SortFunc(model, func(a, b *task) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.seq, b.seq)) })
				var got *task
				if shuffled {
					got = q.takeAny(func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "pick") })
				} else {
					got = q.take()
				}
				first := slices.IndexFunc(model, func(x *task) bool { return x.owner == got.owner })
				if got.at != model[0].at || model[first] != got || !shuffled && first != 0 {
					t.Fatalf("took %+v, the list begins with %+v", got, model[0])
				}
				model = slices.Delete(model, first, first+1)
			},
			"": func(t *rapid.T) {
				if q.Len() != len(model) {
					t.Fatalf("%d tasks, want %d", q.Len(), len(model))
				}
			},
		})
	})
}
