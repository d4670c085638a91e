package phone

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Store is a key-value storage in memory. Keys expire by the platform's clock
// that comes with each request. It can be shared by sessions.
type Store struct {
	mu    sync.Mutex
	items map[string]voxengine.Item
}

// NewStore returns an empty storage.
func NewStore() *Store { return &Store{items: map[string]voxengine.Item{}} }

// Get implements voxengine.Storage.
func (s *Store) Get(now int64, key string) (voxengine.Item, voxengine.Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.live(now, key), voxengine.Reply{}
}

// Put implements voxengine.Storage. A life of 0 s is over at once.
func (s *Store) Put(now int64, key, value string, ttl int64) (voxengine.Item, voxengine.Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	item := voxengine.Item{Key: key, Value: value, ExpireAt: now/1000 + ttl, Found: true}
	s.items[key] = item
	return item, voxengine.Reply{}
}

// Remove implements voxengine.Storage.
func (s *Store) Remove(now int64, key string) (voxengine.Item, voxengine.Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	item := s.live(now, key)
	delete(s.items, key)
	return item, voxengine.Reply{}
}

// Keys implements voxengine.Storage: sorted, a namespace is what stands before
// the first colon of a key, or the whole key.
func (s *Store) Keys(now int64, namespace string, count int) ([]string, voxengine.Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(s.items)) {
		space, _, _ := strings.Cut(key, ":")
		if len(keys) < count && s.live(now, key).Found && (namespace == "" || space == namespace) {
			keys = append(keys, key)
		}
	}
	return keys, voxengine.Reply{}
}

// All returns a copy of what is stored and alive at a time, in ms since 1970.
func (s *Store) All(now int64) map[string]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := map[string]string{}
	for key := range s.items {
		if item := s.live(now, key); item.Found {
			all[key] = item.Value
		}
	}
	return all
}

func (s *Store) live(now int64, key string) voxengine.Item {
	item, ok := s.items[key]
	if !ok || item.ExpireAt*1000 <= now {
		return voxengine.Item{Key: key}
	}
	return item
}
