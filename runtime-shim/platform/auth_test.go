package platform_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"

	"github.com/ringflow/ringflow/runtime-shim/platform"
)

func TestTokens(t *testing.T) {
	w := newWorld(t)
	now := w.Now().Unix()
	good := func() jwt.MapClaims { return jwt.MapClaims{"iss": w.AccountID(), "iat": now, "exp": now + 64} }
	changed := func(name string, value any) jwt.MapClaims {
		claims := good()
		claims[name] = value
		return claims
	}
	hs256 := jwt.NewWithClaims(jwt.SigningMethodHS256, good())
	hs256.Header["kid"] = w.key.KeyID
	symmetric, err := hs256.SignedString([]byte(w.key.KeyID))
	must(t, err)
	unsigned, err := jwt.NewWithClaims(jwt.SigningMethodNone, good()).SignedString(jwt.UnsafeAllowNoneSignatureType)
	must(t, err)

	honest := strings.Split(sign(t, w.key, good(), w.key.KeyID), ".")
	longer := strings.Split(sign(t, w.key, changed("exp", now+128), w.key.KeyID), ".")
	swapped := strings.Join([]string{honest[0], longer[1], honest[2]}, ".")

	rs512 := jwt.NewWithClaims(jwt.SigningMethodRS512, good())
	rs512.Header["kid"] = w.key.KeyID
	another, err := rs512.SignedString(private(t, w.key))
	must(t, err)

	for name, c := range map[string]struct {
		token string
		code  int
	}{
		"issuer is a number":        {sign(t, w.key, good(), w.key.KeyID), 0},
		"issuer is a text":          {sign(t, w.key, changed("iss", "1000001"), w.key.KeyID), 0},
		"issued a moment ago":       {sign(t, w.key, changed("iat", now-5), w.key.KeyID), 0},
		"lives an hour":             {sign(t, w.key, changed("exp", now+3600), w.key.KeyID), 0},
		"another account":           {sign(t, w.key, changed("iss", 1000002), w.key.KeyID), 100},
		"no issuer":                 {sign(t, w.key, changed("iss", nil), w.key.KeyID), 100},
		"unknown key":               {sign(t, w.key, good(), "3f3ff5f8-0000-0000-0000-000000000000"), 100},
		"no key":                    {sign(t, w.key, good(), ""), 100},
		"symmetric":                 {symmetric, 100},
		"unsigned":                  {unsigned, 100},
		"another hash":              {another, 100},
		"signature of another":      {swapped, 100},
		"not a token":               {"secret", 447},
		"two parts":                 {"e30.e30", 447},
		"times are texts":           {sign(t, w.key, changed("exp", "later"), w.key.KeyID), 447},
		"no times":                  {sign(t, w.key, jwt.MapClaims{"iss": w.AccountID()}, w.key.KeyID), 447},
		"lives an hour and one":     {sign(t, w.key, changed("exp", now+3601), w.key.KeyID), 454},
		"ends before its beginning": {sign(t, w.key, changed("iat", now+65), w.key.KeyID), 454},
		"issued in the future":      {sign(t, w.key, changed("iat", now+1), w.key.KeyID), 455},
		"expires now":               {sign(t, w.key, jwt.MapClaims{"iss": w.AccountID(), "iat": now - 64, "exp": now}, w.key.KeyID), 456},
	} {
		t.Run(name, func(t *testing.T) {
			r := post(t, w.url+"/platform_api/GetAccountInfo", form, nil)
			r.Header.Set("Authorization", "Bearer "+c.token)
			status, text := w.send(t, r)
			if got := code(t, text); status != http.StatusOK || got != c.code {
				t.Errorf("status %d, code %d, want 200 and %d: %s", status, got, c.code, text)
			}
		})
	}
}

func TestLegacyKey(t *testing.T) {
	w := newWorld(t)
	for name, c := range map[string]struct {
		query string
		code  int
	}{
		"id":             {"account_id=1000001&api_key=" + w.APIKey(), 0},
		"name":           {"account_name=emulator&api_key=" + w.APIKey(), 0},
		"address":        {"account_email=emulator@example.com&api_key=" + w.APIKey(), 0},
		"key alone":      {"api_key=" + w.APIKey(), 100},
		"another key":    {"account_id=1000001&api_key=" + strings.Repeat("0", 32), 100},
		"no key":         {"account_id=1000001", 100},
		"other account":  {"account_id=1000002&api_key=" + w.APIKey(), 100},
		"nothing at all": {"", 100},
	} {
		t.Run(name, func(t *testing.T) {
			answer, err := w.client.Get(w.url + "/platform_api/GetAccountInfo/?" + c.query)
			must(t, err)
			text := body(t, answer)
			if got := code(t, text); got != c.code {
				t.Errorf("code %d, want %d: %s", got, c.code, text)
			}
			if shown := strings.Contains(text, w.APIKey()); shown != (c.code == 0) {
				t.Errorf("the key is shown: %v", shown)
			}
		})
	}
}

// A request that is not authenticated learns nothing and changes nothing.
func TestUnauthenticatedRequestChangesNothing(t *testing.T) {
	w := newWorld(t)
	r := post(t, w.url+"/platform_api/AddApplication?application_name=demo", form, nil)
	r.Header.Set("Authorization", "Bearer nonsense")
	if _, text := w.send(t, r); code(t, text) != 447 {
		t.Error(text)
	}
	_, text := w.send(t, post(t, w.url+"/platform_api/GetApplications", form, nil))
	if got := decode(t, text)["total_count"]; got != 0.0 {
		t.Errorf("%v applications, want none", got)
	}
}

func TestCredentials(t *testing.T) {
	w := newWorld(t)
	key, err := w.CreateKey(platform.Developer)
	must(t, err)
	if key.AccountID != w.AccountID() || key.AccountEmail != "emulator@example.com" || !strings.HasPrefix(key.PrivateKey, "-----BEGIN PRIVATE KEY-----\n") {
		t.Errorf("unexpected credentials for account %d", key.AccountID)
	}
	for id, want := range map[string]bool{key.KeyID: true, w.key.KeyID: true, "other": false, "": false} {
		if got := w.HasKey(id); got != want {
			t.Errorf("HasKey(%q) is %v", id, got)
		}
	}
}
