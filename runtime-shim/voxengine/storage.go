package voxengine

import (
	"errors"
	"fmt"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// storageFuncs is the namespace ApplicationStorage. Every function returns a
// promise; what the platform would refuse rejects it.
var storageFuncs = map[string]hostFunc{
	"get":    storageGet,
	"put":    storagePut,
	"remove": storageRemove,
	"keys":   storageKeys,
}

// noStorage fails every request.
type noStorage struct{}

var errNoStorage = errors.New("the session has no storage")

func (noStorage) Get(int64, string) (Item, Reply)    { return Item{}, Reply{Err: errNoStorage} }
func (noStorage) Remove(int64, string) (Item, Reply) { return Item{}, Reply{Err: errNoStorage} }
func (noStorage) Put(int64, string, string, int64) (Item, Reply) {
	return Item{}, Reply{Err: errNoStorage}
}
func (noStorage) Keys(int64, string, int) ([]string, Reply) { return nil, Reply{Err: errNoStorage} }

func storageGet(s *Session, call goja.FunctionCall) goja.Value {
	key := text(call.Argument(0))
	return s.stored(checkKey(key), func() (func() goja.Value, Reply) {
		item, reply := s.opts.Storage.Get(s.clock(), key)
		s.trace(Event{Kind: KindGet, Key: key, Found: item.Found, Ms: reply.Latency, Error: errorText(reply.Err)})
		return func() goja.Value { return s.itemValue(item) }, reply
	})
}

func storagePut(s *Session, call goja.FunctionCall) goja.Value {
	key, value := text(call.Argument(0)), text(call.Argument(1))
	ttl, err := s.ttl(call.Argument(2))
	if n := chars(value); n > facts.ValueChars {
		err = errors.Join(err, fmt.Errorf("the value has %d characters, the platform stores %d", n, facts.ValueChars))
	}
	return s.stored(errors.Join(checkKey(key), err), func() (func() goja.Value, Reply) {
		item, reply := s.opts.Storage.Put(s.clock(), key, value, ttl)
		s.trace(Event{Kind: KindPut, Key: key, Ms: reply.Latency, Error: errorText(reply.Err)})
		return func() goja.Value { return s.itemValue(item) }, reply
	})
}

func storageRemove(s *Session, call goja.FunctionCall) goja.Value {
	key := text(call.Argument(0))
	return s.stored(checkKey(key), func() (func() goja.Value, Reply) {
		item, reply := s.opts.Storage.Remove(s.clock(), key)
		s.trace(Event{Kind: KindRemove, Key: key, Found: item.Found, Ms: reply.Latency, Error: errorText(reply.Err)})
		item.ExpireAt = 0
		return func() goja.Value { return s.itemValue(item) }, reply
	})
}

const maxKeys = 1000

func storageKeys(s *Session, call goja.FunctionCall) goja.Value {
	count := maxKeys
	if v := call.Argument(1); !goja.IsUndefined(v) {
		count = int(min(max(v.ToInteger(), 0), maxKeys))
	}
	namespace := text(call.Argument(0))
	return s.stored(nil, func() (func() goja.Value, Reply) {
		keys, reply := s.opts.Storage.Keys(s.clock(), namespace, count)
		return func() goja.Value { return s.pageValue(keys) }, reply
	})
}

// stored makes one request to the storage, unless problem refuses it, and
// settles a promise with its result after its latency.
func (s *Session) stored(problem error, request func() (func() goja.Value, Reply)) goja.Value {
	p := s.promise()
	if s.phase != phaseRunning {
		s.note("ApplicationStorage does not answer any more, the session ends")
		return p.value
	}
	result, reply := func() goja.Value { return nil }, Reply{Err: problem}
	if problem == nil {
		s.watchdog.outside(func() { result, reply = request() })
	}
	p.settle(ownerStorage, reply.Latency, func() error {
		if reply.Err != nil {
			return p.reject(s.newError("ApplicationStorage: %v", reply.Err))
		}
		return p.resolve(result())
	})
	return p.value
}

func checkKey(key string) error {
	switch n := chars(key); {
	case n == 0:
		return errors.New("the key is empty")
	case n > facts.KeyChars:
		return fmt.Errorf("the key has %d characters, the platform takes %d", n, facts.KeyChars)
	}
	return nil
}

// ttl reads the time to live of a put, in seconds.
func (s *Session) ttl(v goja.Value) (int64, error) {
	if goja.IsUndefined(v) || goja.IsNull(v) {
		if s.obey.ttlRequired {
			return 0, errors.New("put needs a time to live in seconds")
		}
		return facts.DefaultTTL, nil
	}
	ttl := v.ToInteger()
	if ttl < 0 || ttl > facts.MaxTTL {
		return 0, fmt.Errorf("the time to live is %d s, it can be 0 to %d", ttl, facts.MaxTTL)
	}
	return ttl, nil
}

func (s *Session) itemValue(item Item) goja.Value {
	if !item.Found {
		return goja.Null()
	}
	o := s.vm.NewObject()
	s.set(o, "key", item.Key)
	s.set(o, "value", item.Value)
	s.set(o, "expireAt", item.ExpireAt)
	return o
}

func (s *Session) pageValue(keys []string) goja.Value {
	items := make([]any, len(keys))
	for i, key := range keys {
		items[i] = key
	}
	o := s.vm.NewObject()
	s.set(o, "keys", s.vm.NewArray(items...))
	return o
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
