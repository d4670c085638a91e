package platform

import (
	"crypto/x509"
	"encoding/pem"

	"github.com/google/uuid"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
)

// Credentials is the file of a service account's key, field by field as the
// platform hands it out and its clients read it.
type Credentials struct {
	AccountEmail string `json:"account_email"`
	AccountID    int64  `json:"account_id"`
	KeyID        string `json:"key_id"`
	PrivateKey   string `json:"private_key"` // RSA, PEM in PKCS#8
}

// CreateKey makes a service account with these roles, given by their names in
// the platform's documentation, and returns its key. The platform keeps only
// the public half: this is the one time that the private half is seen. A key
// without a role may call GetAccountInfo only.
func (p *Platform) CreateKey(roles ...Role) (Credentials, error) {
	private, err := p.world.GenerateKey()
	if err != nil {
		return Credentials{}, err
	}
	privateDER, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return Credentials{}, err
	}
	publicDER, err := x509.MarshalPKIXPublicKey(private.Public())
	if err != nil {
		return Credentials{}, err
	}
	id, err := uuid.NewRandomFromReader(p.world.Random)
	if err != nil {
		return Credentials{}, err
	}
	key := store.ServiceKey{ID: id.String(), PublicKey: block("PUBLIC KEY", publicDER), Created: p.world.Now().Unix()}
	for _, r := range roles {
		key.Roles = append(key.Roles, string(r))
	}
	err = p.store.Do(func(tx *store.Tx) bool { tx.AddServiceKey(key); return true })
	if err == nil {
		err = p.keys.add(key)
	}
	return Credentials{p.account.Email, p.account.ID, key.ID, block("PRIVATE KEY", privateDER)}, err
}

// HasKey reports whether a service account of this key id exists.
func (p *Platform) HasKey(id string) bool {
	_, known := p.keys.get(id)
	return known
}

func block(kind string, der []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
}
