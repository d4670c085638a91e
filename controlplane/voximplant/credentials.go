package voximplant

import (
	"crypto/rsa"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// Credentials is the key of a service account, field by field as the platform
// hands it out (the answer of CreateKey, saved as it is). Printing it shows the
// account and the key's id, never the key.
type Credentials struct {
	AccountEmail string `json:"account_email"`
	AccountID    int64  `json:"account_id"`
	KeyID        string `json:"key_id"`
	PrivateKey   string `json:"private_key"` // RSA, PEM
}

// String names the account and the key.
func (c Credentials) String() string {
	return fmt.Sprintf("service account key %s of account %d", c.KeyID, c.AccountID)
}

// GoString is String, so that %#v shows no key either.
func (c Credentials) GoString() string { return c.String() }

// LogValue logs String.
func (c Credentials) LogValue() slog.Value { return slog.StringValue(c.String()) }

const howToGetKey = "make one in the control panel under Service accounts, with the role Developer or Admin, and save the file it offers; " +
	"ringflow emulator --credentials FILE writes one for the emulated platform"

// ReadCredentials reads the key file of a service account. The error names the
// file, what is missing in it, and how to get one; it never shows a value.
func ReadCredentials(path string) (Credentials, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return Credentials{}, fmt.Errorf("%s: the credentials file cannot be read: %w; %s", codeCredentials, err, howToGetKey)
	}
	c, err := ParseCredentials(raw)
	if err != nil {
		return Credentials{}, fmt.Errorf("%s: %s is not the key file of a service account: %w; %s", codeCredentials, path, err, howToGetKey)
	}
	return c, nil
}

// ParseCredentials reads the content of a key file.
func ParseCredentials(raw []byte) (Credentials, error) {
	var wrapped struct {
		Credentials
		Result *Credentials `json:"result"` // the whole answer of CreateKey, saved with its envelope
	}
	if err := json.Unmarshal(raw, &wrapped); err != nil {
		return Credentials{}, fmt.Errorf("it is not JSON with the fields account_id (a number), key_id and private_key")
	}
	c := wrapped.Credentials
	if wrapped.Result != nil {
		c = *wrapped.Result
	}
	if missing := c.missing(); len(missing) > 0 {
		return Credentials{}, fmt.Errorf("it lacks %s", strings.Join(missing, " and "))
	}
	_, err := c.privateKey()
	return c, err
}

func (c Credentials) missing() (names []string) {
	for _, f := range []struct {
		name  string
		there bool
	}{{"account_id", c.AccountID != 0}, {"key_id", c.KeyID != ""}, {"private_key", c.PrivateKey != ""}} {
		if !f.there {
			names = append(names, f.name)
		}
	}
	return names
}

func (c Credentials) privateKey() (*rsa.PrivateKey, error) {
	key, err := jwt.ParseRSAPrivateKeyFromPEM([]byte(c.PrivateKey))
	if err != nil {
		return nil, fmt.Errorf("the field private_key is not an RSA key in PEM form")
	}
	return key, nil
}
