package platform

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// maxTokenLife is the longest that a token may live, in seconds, by the
// documentation of the Management API.
const maxTokenLife = 3600

// authenticate finds out who sends the request: by the token of a service
// account, or by the legacy api_key beside the account's id, name or address.
func (r *request) authenticate(authorization string) *wire.Error {
	if token, ok := strings.CutPrefix(authorization, "Bearer "); ok {
		return r.byToken(strings.TrimSpace(token))
	}
	account := r.account
	named := r.Text("account_id") == strconv.FormatInt(account.ID, 10) ||
		r.Text("account_name") == account.Name || r.Text("account_email") == account.Email
	if named && same(r.Text("api_key"), account.APIKey) {
		r.roles, r.byAPIKey = []Role{Owner}, true
		return nil
	}
	return wire.Fail(wire.AuthorizationFailed,
		"neither a service account's token in the Authorization header nor account_id with api_key is valid")
}

// same compares secrets in a time that does not depend on where they differ.
func same(got, want string) bool {
	return subtle.ConstantTimeCompare([]byte(got), []byte(want)) == 1
}

// byToken verifies a token: its form, the key and its signature, the account,
// the times. They are compared to the second, without tolerance.
func (r *request) byToken(token string) *wire.Error {
	claims := jwt.MapClaims{}
	parser := jwt.NewParser(jwt.WithValidMethods([]string{jwt.SigningMethodRS256.Alg()}),
		jwt.WithoutClaimsValidation(), jwt.WithJSONNumber())
	_, err := parser.ParseWithClaims(token, claims, func(t *jwt.Token) (any, error) { return r.publicKey(t) })
	switch {
	case errors.Is(err, jwt.ErrTokenMalformed):
		return wire.Fail(wire.InvalidTokenFormat, "the token is not a JWT")
	case err != nil:
		return wire.Fail(wire.AuthorizationFailed, "the token is not signed with RS256 by a service account's key named in kid")
	case issuer(claims) != strconv.FormatInt(r.account.ID, 10):
		return wire.Fail(wire.AuthorizationFailed, "the token's iss is not the id of the key's account")
	}
	return r.lifetime(claims)
}

// publicKey finds the key that a token names, and with it what it may do.
func (r *request) publicKey(t *jwt.Token) (any, error) {
	id, _ := t.Header["kid"].(string)
	key, ok := r.tx.ServiceKey(id)
	if !ok {
		return nil, fmt.Errorf("no such key")
	}
	for _, role := range key.Roles {
		r.roles = append(r.roles, Role(role))
	}
	return jwt.ParseRSAPublicKeyFromPEM([]byte(key.PublicKey))
}

// issuer reads the account's id, which official clients send as a number and
// others as a string of digits.
func issuer(claims jwt.MapClaims) string {
	return fmt.Sprint(claims["iss"])
}

func (r *request) lifetime(claims jwt.MapClaims) *wire.Error {
	issued, ok1 := claims["iat"].(json.Number)
	expires, ok2 := claims["exp"].(json.Number)
	iat, err1 := issued.Float64()
	exp, err2 := expires.Float64()
	now := float64(r.now.UnixMilli()) / 1000
	switch {
	case !ok1 || !ok2 || err1 != nil || err2 != nil:
		return wire.Fail(wire.InvalidTokenFormat, "the token's iat and exp must be numbers of seconds")
	case exp-iat > maxTokenLife || exp <= iat:
		return wire.Fail(wire.InvalidTokenTTL, "the token must live from 1 to %d seconds", maxTokenLife)
	case iat > now:
		return wire.Fail(wire.TokenIssuedInFuture, "the token's iat is later than the platform's clock")
	case exp <= now:
		return wire.Fail(wire.TokenExpired, "the token's exp is past by the platform's clock")
	}
	return nil
}
