package voximplant

import (
	"crypto/rsa"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Times of a token. The platform takes tokens that live an hour at most; a short
// life costs one signature every few minutes and limits the harm of a lost one.
// A token is issued a little in the past, as clocks differ.
const (
	tokenLife = 10 * time.Minute
	tokenSkew = 10 * time.Second
	tokenRest = time.Minute // a token is used until so long before its end
)

// tokens signs tokens and keeps the last one.
type tokens struct {
	account int64
	keyID   string
	key     *rsa.PrivateKey

	mu     sync.Mutex
	last   string
	issued time.Time
}

// at returns a token that is valid at now.
func (t *tokens) at(now time.Time) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if age := now.Sub(t.issued); t.last != "" && age >= 0 && age < tokenLife-tokenRest {
		return t.last, nil
	}
	issued := now.Add(-tokenSkew)
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{
		"iss": t.account, // a number: so the platform's own clients send it
		"iat": issued.Unix(),
		"exp": issued.Add(tokenLife).Unix(),
	})
	token.Header["kid"] = t.keyID
	signed, err := token.SignedString(t.key)
	if err == nil {
		t.last, t.issued = signed, issued
	}
	return signed, err
}
