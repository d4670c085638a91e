package controlplane

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// Pseudonym returns what flows get from pseudonym(phone, secret): a keyed hash of
// the number in 64 hex digits, under which an entry can be stored for a caller
// without storing the number. It is "" for no number and for an empty secret,
// with which everybody could compute it.
func (p Phone) Pseudonym(secret string) string {
	if p.IsZero() || secret == "" {
		return ""
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("phone:" + p.Digits()))
	return hex.EncodeToString(mac.Sum(nil))
}
