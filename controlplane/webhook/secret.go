// Package webhook checks and reads the call results that scenarios post. They
// are signed as Standard Webhooks (standardwebhooks.com) wants it, so any of its
// libraries could check them too.
//
//	secret.go   the shared secret: what it looks like and who signs with what
//	verify.go   is the request signed, by whom we know, and just now
//	report.go   what the body says, strictly
package webhook

import (
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"log/slog"
	"strings"
)

// secretPrefix marks a secret, as Standard Webhooks has it.
const secretPrefix = "whsec_"

// keyLength is how many characters a key has. They are ASCII, because the
// platform's Crypto.hmac_sha256 takes its key as text: bytes that are no
// characters could not be given to it.
const keyLength = 32

// Secret is one shared secret. Printing it shows nothing.
type Secret struct{ key [keyLength]byte }

// NewSecret makes a secret.
func NewSecret() Secret {
	var s Secret
	copy(s.key[:], rand.Text()+rand.Text()) // 26 characters of base32 each
	return s
}

// ParseSecret reads whsec_ and the base64 of 32 ASCII characters. The error
// never shows what was read.
func ParseSecret(text string) (s Secret, err error) {
	coded, prefixed := strings.CutPrefix(strings.TrimSpace(text), secretPrefix)
	raw, err := base64.StdEncoding.DecodeString(coded)
	if !prefixed || err != nil || len(raw) != keyLength || !visible(raw) {
		return s, fmt.Errorf("not a webhook secret; wanted %s and the base64 of %d visible ASCII characters (make one with: "+
			"printf 'whsec_%%s' \"$(openssl rand -hex 16 | tr -d '\\n' | base64)\")", secretPrefix, keyLength)
	}
	copy(s.key[:], raw)
	return s, nil
}

// visible reports whether all of raw is visible ASCII.
func visible(raw []byte) bool {
	for _, c := range raw {
		if c < '!' || c > '~' {
			return false
		}
	}
	return true
}

// ParseSecrets reads one or two secrets, separated by a comma or blanks. Two are
// for a change of secrets: both are taken until the old one is left out.
func ParseSecrets(text string) (list []Secret, err error) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' })
	if len(parts) < 1 || len(parts) > 2 {
		return nil, fmt.Errorf("%d webhook secrets; wanted one, or two while they are changed", len(parts))
	}
	for i, part := range parts {
		s, err := ParseSecret(part)
		if err != nil {
			return nil, fmt.Errorf("secret %d: %w", i+1, err)
		}
		list = append(list, s)
	}
	return list, nil
}

// Text returns the secret as ParseSecret reads it.
func (s Secret) Text() string { return secretPrefix + base64.StdEncoding.EncodeToString(s.key[:]) }

// Key returns the 32 characters that a scenario signs with, which is what the
// platform's secret store must hold.
func (s Secret) Key() string { return string(s.key[:]) }

// String hides the secret.
func (Secret) String() string { return secretPrefix + "..." }

// GoString hides the secret.
func (s Secret) GoString() string { return s.String() }

// LogValue hides the secret.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText hides the secret.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
