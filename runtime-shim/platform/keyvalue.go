package platform

import (
	"regexp"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// maxItems is the largest page of entries, by the documentation.
const maxItems = 50

// AbsentKey is what GetKeyValueItem answers for a key that is absent or
// expired, which the documentation does not say.
type AbsentKey int

const (
	// AbsentIsError is an error with code 496 that names the parameter key.
	AbsentIsError AbsentKey = iota
	// AbsentIsNull is success with the result null, as a script sees it.
	AbsentIsNull
)

var storageKey = regexp.MustCompile(`^[a-zA-Z0-9а-яА-ЯёЁ_\-:;.#+]+$`)

// key reads a key, whose characters are limited, and so is a part of one.
func (r *request) key() string {
	return r.Text("key", wire.AtMost(facts.KeyChars, wire.TooLong), wire.Matching(storageKey.MatchString, wire.Invalid,
		"made of Latin and Russian letters, digits and _ - : ; . # +"))
}

// expiry reads when an entry is to expire, in seconds since 1970.
func (r *request) expiry() int64 {
	now := r.now.Unix()
	if r.ID("ttl") != 0 && r.ID("expires_at") != 0 {
		r.Report(wire.Fail(wire.OnlyOneOfParameters, "only one of the parameters 'ttl' and 'expires_at' may be given"))
	}
	ttl := r.Int("ttl", 1, facts.MaxTTL, facts.DefaultTTL)
	return r.Int("expires_at", now+1, now+facts.MaxTTL, now+ttl)
}

// keyValueItem is KeyValueItems, which is one entry despite its name.
type keyValueItem struct {
	Key       string `json:"key"`
	Value     string `json:"value"`
	ExpiresAt int64  `json:"expires_at"`
}

type keyValueReply struct {
	Result *keyValueItem `json:"result"`
}

func setKeyValueItem(r *request) any {
	app := r.application()
	r.Need("key", "value")
	item := store.KeyValue{Key: r.key(), Value: r.Text("value", wire.AtMost(facts.ValueChars, wire.TooLong)), ExpiresAt: r.expiry()}
	if r.Failed() {
		return nil
	}
	r.tx.PutKeyValue(app.ID, item, r.now.Unix())
	return keyValueReply{&keyValueItem{item.Key, item.Value, item.ExpiresAt}}
}

// delKeyValueItem succeeds also when there is nothing to delete: what the
// platform does then is not documented, and a repeated delete should not fail.
func delKeyValueItem(r *request) any {
	app := r.application()
	r.Need("key")
	key := r.key()
	if r.Failed() {
		return nil
	}
	r.tx.DelKeyValue(app.ID, key)
	return ok()
}

func getKeyValueItem(r *request) any {
	app := r.application()
	r.Need("key")
	key := r.key()
	if r.Failed() {
		return nil
	}
	item, found := r.tx.KeyValue(app.ID, key, r.now.Unix())
	switch {
	case found:
		return keyValueReply{&keyValueItem{item.Key, item.Value, item.ExpiresAt}}
	case r.absentKey == AbsentIsError:
		r.Report(wire.Fail(wire.Invalid, "the storage of the application has no such 'key'"))
	}
	return keyValueReply{}
}

// items reads a namespace and a page, and finds the entries. These lists have
// neither total_count nor count: clients page until a page is not full.
func (r *request) items() []store.KeyValue {
	app, namespace := r.application(), r.key()
	page := r.PageUpTo(maxItems, 10)
	if r.Failed() {
		return nil
	}
	return r.tx.KeyValues(app.ID, namespace, r.now.Unix(), page.Count, page.Offset)
}

type results[T any] struct {
	Result []T `json:"result"`
}

func getKeyValueItems(r *request) any {
	r.Need("key")
	return results[keyValueItem]{each(r.items(), func(kv store.KeyValue) keyValueItem {
		return keyValueItem{kv.Key, kv.Value, kv.ExpiresAt}
	})}
}

type keyValueKey struct {
	Key       string `json:"key"`
	ExpiresAt int64  `json:"expires_at"`
}

func getKeyValueKeys(r *request) any {
	return results[keyValueKey]{each(r.items(), func(kv store.KeyValue) keyValueKey {
		return keyValueKey{kv.Key, kv.ExpiresAt}
	})}
}
