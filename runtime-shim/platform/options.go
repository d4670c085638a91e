package platform

import (
	"crypto/rand"
	"crypto/rsa"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Options are the world of a platform. The zero value is a platform in memory,
// on the real clock.
type Options struct {
	// Dir is the folder of the data; it is made when missing. "" keeps
	// everything in memory.
	Dir string
	// AccountName names the account of a new store: the second part of an
	// application's full name. "" is "emulator".
	AccountName string
	// Now is the platform's clock: tokens, expiry of keys, dates. nil is time.Now.
	Now func() time.Time
	// Random is where tokens and ids come from. nil is crypto/rand.
	Random io.Reader
	// GenerateKey makes the key pairs of service accounts. nil makes new RSA
	// keys of 2048 bits, which takes about 0.1 s each.
	GenerateKey func() (*rsa.PrivateKey, error)
	// AbsentKey is what GetKeyValueItem answers for a key that is not there.
	AbsentKey AbsentKey
	// Pace is how the clocks of sessions run. nil is Paced(1, Now).
	Pace Pace
	// HTTPClient makes the requests of scripts; loopback addresses are allowed.
	// nil is a client of its own with the proxy settings of the environment.
	HTTPClient *http.Client
	// Latency is how long a script waits for a request that took measured. nil
	// is just that long.
	Latency func(measured time.Duration) time.Duration
	// Trace receives the events of all sessions, those of one session in order.
	// nil drops them; a session's own are had by Session.Follow.
	Trace func(session int64, e voxengine.Event)
	// Log receives one line a request, without a value of any parameter. nil is silent.
	Log *slog.Logger
}

func (o Options) withDefaults() Options {
	if o.AccountName == "" {
		o.AccountName = "emulator"
	}
	if o.Now == nil {
		o.Now = time.Now //nolint:forbidigo // the default that Options promises
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.GenerateKey == nil {
		o.GenerateKey = func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) }
	}
	if o.Pace == nil {
		o.Pace = Paced(1, o.Now)
	}
	if o.Latency == nil {
		o.Latency = func(measured time.Duration) time.Duration { return measured }
	}
	if o.Trace == nil {
		o.Trace = func(int64, voxengine.Event) {}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}
