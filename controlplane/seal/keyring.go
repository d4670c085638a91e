// Package seal protects private columns: AES-256-GCM ciphertext that belongs to
// one place, and blind indexes that find a value without showing it.
//
// A Keyring is made of one or more master keys. Encryption and index keys are
// derived from a master key under different labels, so neither gives away the
// other. The first master key seals; every one of them opens, which is what a
// rotation needs.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
)

// KeySize is the size of a master key in bytes.
const KeySize = 32

const (
	format    = 1 // first byte of every ciphertext
	idSize    = 4 // bytes of the key's id, which follow
	nonceSize = 12
	overhead  = 1 + idSize + nonceSize + 16
)

// Keyring seals and opens. Its methods may be called from many goroutines.
type Keyring struct {
	keys   []key
	random io.Reader
}

type key struct {
	id    [idSize]byte
	aead  cipher.AEAD
	index []byte
}

// NewKey returns a fresh master key in the form that Parse reads.
func NewKey() string {
	raw := make([]byte, KeySize)
	_, _ = rand.Read(raw) // never fails
	return base64.StdEncoding.EncodeToString(raw)
}

// Parse reads a keyring: master keys as base64 of 32 bytes, separated by commas,
// the one that seals first. The error never shows what was read.
func Parse(text string) (*Keyring, error) {
	ring := &Keyring{random: rand.Reader}
	for i, part := range strings.Split(text, ",") {
		raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(part))
		if err != nil || len(raw) != KeySize {
			return nil, fmt.Errorf("encryption key %d is not base64 of %d bytes (make one with: openssl rand -base64 %d)", i+1, KeySize, KeySize)
		}
		k, err := derive(raw)
		if err != nil {
			return nil, err
		}
		ring.keys = append(ring.keys, k)
	}
	return ring, nil
}

func derive(master []byte) (key, error) {
	var parts [3][]byte
	for i, label := range []string{"encryption", "index", "id"} {
		out, err := hkdf.Key(sha256.New, master, nil, "ringflow seal 1 "+label, KeySize)
		if err != nil {
			return key{}, err
		}
		parts[i] = out
	}
	block, err := aes.NewCipher(parts[0])
	if err != nil {
		return key{}, err
	}
	aead, err := cipher.NewGCM(block)
	return key{id: [idSize]byte(parts[2]), aead: aead, index: parts[1]}, err
}

// Seal encrypts plain for one place, such as "orders/ID/courier". Open gives it
// back for the same place only, so rows and columns cannot be exchanged.
func (r *Keyring) Seal(place, plain string) []byte {
	k := r.keys[0]
	out := make([]byte, 1+idSize+nonceSize, overhead+len(plain))
	out[0] = format
	copy(out[1:], k.id[:])
	nonce := out[1+idSize:]
	if _, err := io.ReadFull(r.random, nonce); err != nil {
		panic(fmt.Sprintf("seal: the system has no randomness: %v", err))
	}
	return k.aead.Seal(out, nonce, []byte(plain), []byte(place))
}

// ErrUnreadable means that a ciphertext was damaged, moved, or sealed under a
// key that the keyring does not have.
var ErrUnreadable = errors.New("an encrypted value cannot be read: wrong encryption key, or the data was changed")

// Open decrypts what Seal made for the same place.
func (r *Keyring) Open(place string, sealed []byte) (string, error) {
	if len(sealed) < overhead || sealed[0] != format {
		return "", ErrUnreadable
	}
	id := [idSize]byte(sealed[1:])
	for _, k := range r.keys {
		if k.id != id {
			continue
		}
		nonce, body := sealed[1+idSize:1+idSize+nonceSize], sealed[1+idSize+nonceSize:]
		if plain, err := k.aead.Open(nil, nonce, body, []byte(place)); err == nil {
			return string(plain), nil
		}
	}
	return "", ErrUnreadable
}
