// Package voximplant is a client of the platform's Management API. Services and
// methods are named as in the platform's own clients; every method takes a
// context. What no service covers goes through Call.
//
//	client.go        Options, New, Call
//	credentials.go   the key file of a service account; token.go signs with it
//	params.go        how parameters travel
//	transport.go     one request, its answer, and when a request is repeated
//	error.go         what went wrong, with the platform's code, its name and advice
//	kind.go          our own codes of that, and what they mean
//	accounts.go applications.go scenarios.go rules.go key_value_storage.go
//	phone_numbers.go secrets.go    the services
package voximplant

import (
	"context"
	"crypto/rsa"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// DefaultBaseURL is where the Management API is (platform documentation).
const DefaultBaseURL = "https://api.voximplant.com/platform_api"

// DefaultTries is the usual Options.Tries.
const DefaultTries = 4

// Options say how to reach the platform. Only Credentials is needed.
type Options struct {
	Credentials Credentials
	BaseURL     string            // "" for DefaultBaseURL
	Transport   http.RoundTripper // nil for one of the client's own
	Now         func() time.Time  // clock of the tokens; nil for time.Now
	// Tries is how often a request is sent at most, when repeating it is safe;
	// 0 for DefaultTries, 1 for never again.
	Tries int
	// AccountID acts for a child account of the key's account; 0 for the key's own.
	AccountID int64
}

// Client calls the Management API. It may be used from many goroutines.
type Client struct {
	Accounts        AccountsService
	Applications    ApplicationsService
	Scenarios       ScenariosService
	Rules           RulesService
	KeyValueStorage KeyValueStorageService
	PhoneNumbers    PhoneNumbersService
	Secrets         SecretsService

	base  string
	http  *http.Client
	now   func() time.Time
	tries int
	token tokens
}

// New returns a client. It fails when the credentials or the address cannot be
// used, and sends nothing.
func New(o Options) (*Client, error) {
	key, err := o.Credentials.privateKey()
	if err != nil {
		return nil, err
	}
	base, err := baseURL(o.BaseURL)
	if err != nil {
		return nil, err
	}
	c := &Client{base: base, http: httpClient(o.Transport), now: o.Now, tries: o.Tries}
	if c.now == nil {
		c.now = time.Now //nolint:forbidigo // the default that Options promises
	}
	if c.tries == 0 {
		c.tries = DefaultTries
	}
	c.token = newTokens(o, key)
	c.Accounts.c, c.Applications.c, c.Scenarios.c, c.Rules.c = c, c, c, c
	c.KeyValueStorage.c, c.PhoneNumbers.c, c.Secrets.c = c, c, c
	return c, nil
}

func newTokens(o Options, key *rsa.PrivateKey) tokens {
	account := o.AccountID
	if account == 0 {
		account = o.Credentials.AccountID
	}
	return tokens{account: account, keyID: o.Credentials.KeyID, key: key}
}

func baseURL(text string) (string, error) {
	if text == "" {
		text = DefaultBaseURL
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" {
		return "", fmt.Errorf("%s: the address of the Management API is not usable; wanted something like %s", codeAddress, DefaultBaseURL)
	}
	return strings.TrimRight(u.String(), "/"), nil
}

// Call sends one request and reads the answer into reply, which may be nil. A
// method that only reads is repeated when the platform did not answer, any
// method when the platform surely did not act. Errors are *Error.
func (c *Client) Call(ctx context.Context, method string, params url.Values, reply any) error {
	return c.retry(ctx, method, func() error { return c.send(ctx, method, params, reply) })
}

// call sends the parameters of a struct, see params.go.
func call[R any](ctx context.Context, c *Client, method string, params any) (reply R, err error) {
	err = c.Call(ctx, method, values(params), &reply)
	return reply, err
}

// Close gives up idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }
