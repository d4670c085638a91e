package platform

import (
	"crypto/rsa"
	"fmt"
	"sync"

	"github.com/golang-jwt/jwt/v5"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
)

// keyring is the public keys of all service accounts, parsed, so that tokens
// are verified without the store.
type keyring struct {
	mu   sync.RWMutex
	keys map[string]serviceKey
}

type serviceKey struct {
	public *rsa.PublicKey
	roles  []Role
}

// add takes a stored key.
func (k *keyring) add(stored store.ServiceKey) error {
	public, err := jwt.ParseRSAPublicKeyFromPEM([]byte(stored.PublicKey))
	if err != nil {
		return fmt.Errorf("service account key %s: %w", stored.ID, err)
	}
	roles := each(stored.Roles, func(name string) Role { return Role(name) })
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.keys == nil {
		k.keys = map[string]serviceKey{}
	}
	k.keys[stored.ID] = serviceKey{public, roles}
	return nil
}

// get finds a key by its id.
func (k *keyring) get(id string) (serviceKey, bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	key, ok := k.keys[id]
	return key, ok
}
