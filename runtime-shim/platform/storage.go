package platform

import (
	"fmt"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// storageLatency is how long a script waits for ApplicationStorage, in ms. The
// platform's own figure is not documented.
const storageLatency = 10

// storage is an application's key-value storage as its scripts see it: the very
// entries that the Management API shows.
type storage struct {
	db  *store.DB
	app int64
}

// do runs work on the entries; a failure of the database is the script's to handle.
func (s storage) do(work func(*store.Tx)) voxengine.Reply {
	err := s.db.Do(func(tx *store.Tx) bool { work(tx); return true })
	return voxengine.Reply{Latency: storageLatency, Err: err}
}

// Get finds an entry that is not expired at now.
func (s storage) Get(now int64, key string) (item voxengine.Item, reply voxengine.Reply) {
	reply = s.do(func(tx *store.Tx) { item = found(tx.KeyValue(s.app, key, now/1000)) })
	return item, reply
}

// Put stores an entry for ttl seconds; with 0 it is expired at once.
func (s storage) Put(now int64, key, value string, ttl int64) (voxengine.Item, voxengine.Reply) {
	if !storageKey.MatchString(key) {
		return voxengine.Item{}, voxengine.Reply{Latency: storageLatency,
			Err: fmt.Errorf("the key must be made of Latin and Russian letters, digits and _ - : ; . # +")}
	}
	kv := store.KeyValue{Key: key, Value: value, ExpiresAt: now/1000 + min(ttl, facts.MaxTTL)}
	reply := s.do(func(tx *store.Tx) { tx.PutKeyValue(s.app, kv, now/1000) })
	return found(kv, true), reply
}

// Remove deletes an entry and gives what it was.
func (s storage) Remove(now int64, key string) (item voxengine.Item, reply voxengine.Reply) {
	reply = s.do(func(tx *store.Tx) {
		item = found(tx.KeyValue(s.app, key, now/1000))
		tx.DelKeyValue(s.app, key)
	})
	return item, reply
}

// Keys lists keys of a namespace in their order.
func (s storage) Keys(now int64, namespace string, count int) (keys []string, reply voxengine.Reply) {
	reply = s.do(func(tx *store.Tx) {
		for _, kv := range tx.KeyValues(s.app, namespace, now/1000, count, 0) {
			keys = append(keys, kv.Key)
		}
	})
	return keys, reply
}

func found(kv store.KeyValue, ok bool) voxengine.Item {
	return voxengine.Item{Key: kv.Key, Value: kv.Value, ExpireAt: kv.ExpiresAt, Found: ok}
}
