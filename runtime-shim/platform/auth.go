package platform

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// maxTokenLife is the longest that a token may live, in seconds, by the
// documentation of the Management API.
const maxTokenLife = 3600

// identity is who sends a request, as far as it matters.
type identity struct {
	roles    []Role
	byAPIKey bool // the legacy way
}

// authenticate finds out who sends a request: by the token of a service
// account, or by the legacy api_key beside the account's id, name or address.
func (p *Platform) authenticate(authorization string, params *wire.Params, now time.Time) (identity, *wire.Error) {
	if token, ok := strings.CutPrefix(authorization, "Bearer "); ok {
		return p.byToken(strings.TrimSpace(token), now)
	}
	account := p.account
	named := params.Text("account_id") == strconv.FormatInt(account.ID, 10) ||
		params.Text("account_name") == account.Name || params.Text("account_email") == account.Email
	if named && same(params.Text("api_key"), account.APIKey) {
		return identity{[]Role{Owner}, true}, nil
	}
	return identity{}, wire.Fail(wire.AuthorizationFailed,
		"neither a service account's token in the Authorization header nor account_id with api_key is valid")
}

// same compares secrets in a time that does not depend on where they differ.
func same(got, want string) bool {
	return subtle.ConstantTimeCompare([]byte(got), []byte(want)) == 1
}

// byToken verifies a token: its form, the key and its signature, the account,
// the times. They are compared to the second, without tolerance.
func (p *Platform) byToken(token string, now time.Time) (identity, *wire.Error) {
	var key serviceKey
	claims := jwt.MapClaims{}
	parser := jwt.NewParser(jwt.WithValidMethods([]string{jwt.SigningMethodRS256.Alg()}),
		jwt.WithoutClaimsValidation(), jwt.WithJSONNumber())
	_, err := parser.ParseWithClaims(token, claims, func(t *jwt.Token) (any, error) {
		id, _ := t.Header["kid"].(string)
		var known bool
		if key, known = p.keys.get(id); !known {
			return nil, errors.New("no such key")
		}
		return key.public, nil
	})
	switch {
	case errors.Is(err, jwt.ErrTokenMalformed):
		return identity{}, wire.Fail(wire.InvalidTokenFormat, "the token is not a JWT")
	case err != nil:
		return identity{}, wire.Fail(wire.AuthorizationFailed, "the token is not signed with RS256 by a service account's key named in kid")
	case issuer(claims) != strconv.FormatInt(p.account.ID, 10):
		return identity{}, wire.Fail(wire.AuthorizationFailed, "the token's iss is not the id of the key's account")
	}
	return identity{roles: key.roles}, lifetime(claims, now)
}

// issuer reads the account's id, which official clients send as a number and
// others as a string of digits.
func issuer(claims jwt.MapClaims) string {
	return fmt.Sprint(claims["iss"])
}

// lifetime checks the times of a token by the platform's clock.
func lifetime(claims jwt.MapClaims, clock time.Time) *wire.Error {
	issued, ok1 := claims["iat"].(json.Number)
	expires, ok2 := claims["exp"].(json.Number)
	iat, err1 := issued.Float64()
	exp, err2 := expires.Float64()
	now := float64(clock.UnixMilli()) / 1000
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
