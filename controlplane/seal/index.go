package seal

import (
	"crypto/hmac"
	"crypto/sha256"
)

// indexSize is the length of a blind index in bytes, long enough that two
// values of one table never meet by chance.
const indexSize = 16

// Index returns the blind index of a value under the key that seals: equal for
// equal values of one kind, such as "phone", and useless without the key.
func (r *Keyring) Index(kind, value string) []byte { return r.keys[0].blind(kind, value) }

// Indexes returns the blind index under every key, for looking a value up while
// a rotation is under way.
func (r *Keyring) Indexes(kind, value string) [][]byte {
	out := make([][]byte, len(r.keys))
	for i, k := range r.keys {
		out[i] = k.blind(kind, value)
	}
	return out
}

func (k key) blind(kind, value string) []byte {
	mac := hmac.New(sha256.New, k.index)
	mac.Write([]byte(kind))
	mac.Write([]byte{0})
	mac.Write([]byte(value))
	return mac.Sum(nil)[:indexSize]
}
