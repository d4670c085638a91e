package api

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"

	"github.com/ringflow/ringflow/controlplane"
)

// keyPrefix marks keys that NewKeyText made.
const keyPrefix = "rfk_"

// shortestKey is the fewest characters of a key: what can be guessed is no key.
const shortestKey = 32

// Key is one API key. It knows the hash of the key's text alone.
type Key struct {
	Tenant string
	hash   [sha256.Size]byte
}

// NewKeyText makes the text of a key.
func NewKeyText() string {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw) // never fails
	return keyPrefix + base64.RawURLEncoding.EncodeToString(raw)
}

// NewKey returns the key of a text. The error never shows the text.
func NewKey(tenant, text string) (Key, error) {
	if len(text) < shortestKey || strings.ContainsAny(text, " \t\r\n") {
		return Key{}, fmt.Errorf("an API key has at least %d characters and no blanks", shortestKey)
	}
	return Key{tenant, sha256.Sum256([]byte(text))}, nil
}

// find returns the tenant of a key, after comparing with all keys.
func find(keys []Key, text string) (tenant string, found bool) {
	hash := sha256.Sum256([]byte(text))
	for _, k := range keys {
		if subtle.ConstantTimeCompare(k.hash[:], hash[:]) == 1 {
			tenant, found = k.Tenant, true
		}
	}
	return tenant, found
}

// tenantKey is where authenticate leaves the tenant in a request's context.
type tenantKey struct{}

func tenantOf(ctx context.Context) string {
	tenant, _ := ctx.Value(tenantKey{}).(string)
	return tenant
}

// authenticate lets requests with a key pass to operations that want one.
func (a *api) authenticate(ctx huma.Context, next func(huma.Context)) {
	if len(ctx.Operation().Security) == 0 {
		next(ctx)
		return
	}
	text, bearer := strings.CutPrefix(ctx.Header("Authorization"), "Bearer ")
	tenant, found := find(a.Keys, text)
	if !bearer || !found {
		_, w := humachi.Unwrap(ctx)
		w.Header().Set("WWW-Authenticate", "Bearer")
		p := problem(controlplane.CodeKey)
		p.Detail = "send it in the header Authorization: Bearer KEY"
		write(w, p)
		return
	}
	next(huma.WithValue(ctx, tenantKey{}, tenant))
}

// needsKey is the Security of an operation.
func needsKey() []map[string][]string { return []map[string][]string{{keyed: {}}} }
