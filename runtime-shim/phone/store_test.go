package phone_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// TestStore compares the storage with the plainest model of one: a map of
// values and the times at which they end.
func TestStore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		store, now := phone.NewStore(), int64(1_000_000_000)
		values, ends := map[string]string{}, map[string]int64{}
		alive := func(key string) bool { return values[key] != "" && ends[key] > now }
		keys := rapid.SampledFrom([]string{"a", "b", "shop:1", "shop:2"})
		t.Repeat(map[string]func(*rapid.T){
			"put": func(t *rapid.T) {
				key, ttl := keys.Draw(t, "key"), rapid.Int64Range(0, 5).Draw(t, "ttl")
				values[key] = fmt.Sprint("v", now)
				ends[key] = (now/1000 + ttl) * 1000
				store.Put(now, key, values[key], ttl)
			},
			"get": func(t *rapid.T) {
				key := keys.Draw(t, "key")
				item, _ := store.Get(now, key)
				if item.Found != alive(key) || item.Found && item.Value != values[key] {
					t.Fatalf("get %s is %+v, want %q until %d, now %d", key, item, values[key], ends[key], now)
				}
			},
			"remove": func(t *rapid.T) {
				key := keys.Draw(t, "key")
				if item, _ := store.Remove(now, key); item.Found != alive(key) {
					t.Fatalf("remove %s found %v", key, item.Found)
				}
				delete(values, key)
			},
			"keys": func(t *rapid.T) {
				got, _ := store.Keys(now, "shop", 10)
				var want []string
				for _, key := range []string{"shop:1", "shop:2"} {
					if alive(key) {
						want = append(want, key)
					}
				}
				if !slices.Equal(got, want) {
					t.Fatalf("keys %v, want %v", got, want)
				}
			},
			"wait": func(t *rapid.T) { now += rapid.Int64Range(1, 2500).Draw(t, "ms") },
		})
	})
}
