package platform

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
)

// Platform is a running platform with one account. Its methods may be called
// from any goroutine.
type Platform struct {
	world   Options
	store   *store.DB
	account store.Account
	methods map[string]method
	keys    keyring
	faults  faults
	code    codeCache
	client  *http.Client    // of scripts
	open    context.Context // ends with Close
	close   context.CancelFunc
	online  context.Context // ends a little later, for the last requests of scripts
	cut     context.CancelFunc
	running sync.WaitGroup // what goes on after its request was answered
	live    liveSessions
	base    atomic.Pointer[string] // see ServedAt
	rooms   rooms
	people  people
}

// New opens the platform. A new store gets an account and one rented number,
// FirstNumber; it has no service account until CreateKey.
//
// Errors: RF6401 the data is in use by another process, RF6402 the data cannot
// be opened.
func New(o Options) (*Platform, error) {
	o = o.withDefaults()
	p := &Platform{world: o, methods: methods()}
	p.client = scriptClient(o.HTTPClient)
	p.open, p.close = context.WithCancel(context.Background())
	p.online, p.cut = context.WithCancel(context.Background())
	var err error
	if p.store, err = openStore(o.Dir); err != nil {
		return nil, err
	}
	if err := p.seed(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: data folder %q: %w", codeData, o.Dir, err), p.Close())
	}
	return p, nil
}

func openStore(dir string) (*store.DB, error) {
	if dir == "" {
		return store.Open(":memory:")
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("%s: the data folder cannot be made: %w", codeData, err)
	}
	db, err := store.Open(dir)
	switch {
	case errors.Is(err, store.ErrInUse):
		return nil, fmt.Errorf("%s: data folder %q: %w; stop that one or choose another folder", codeInUse, dir, store.ErrInUse)
	case err != nil:
		return nil, fmt.Errorf("%s: data folder %q: %w; move the folder away to start anew", codeData, dir, err)
	}
	return db, nil
}

// seed reads the account or fills a new store.
func (p *Platform) seed() error {
	var keys []store.ServiceKey
	err := p.store.Do(func(tx *store.Tx) bool {
		var ok bool
		keys = tx.ServiceKeys()
		tx.EndLostSessions("the emulator stopped")
		if p.account, ok = tx.Account(); ok {
			return true
		}
		now := p.world.Now().Unix()
		p.account = store.Account{
			ID: 1000001, Name: p.world.AccountName, Email: p.world.AccountName + "@example.com",
			APIKey: p.token(), AdminToken: p.token(), Created: now,
		}
		tx.PutAccount(p.account)
		tx.AddPhoneNumber(rented(FirstNumber, stock()[0], now))
		return true
	})
	for _, key := range keys {
		err = errors.Join(err, p.keys.add(key))
	}
	return err
}

// token makes 32 random hexadecimal digits.
func (p *Platform) token() string {
	bytes := make([]byte, 16)
	if _, err := io.ReadFull(p.world.Random, bytes); err != nil {
		panic(fmt.Sprintf("platform: no randomness: %v", err))
	}
	return hex.EncodeToString(bytes)
}

// AccountID is the account's id, which tokens name as their issuer.
func (p *Platform) AccountID() int64 { return p.account.ID }

// AccountName is the second part of an application's full name.
func (p *Platform) AccountName() string { return p.account.Name }

// APIKey is the account's key for the legacy way to authenticate.
func (p *Platform) APIKey() string { return p.account.APIKey }

// AdminToken is the bearer token of everything under /emulator/.
func (p *Platform) AdminToken() string { return p.account.AdminToken }

// Handler serves the Management API under /platform_api, what only the
// emulator has under /emulator/v1/, and requests to sessions under /request/.
func (p *Platform) Handler() http.Handler {
	mux := http.NewServeMux()
	// Both, since a redirect from one to the other would lose the body.
	mux.HandleFunc("/platform_api", p.serveMethod)
	mux.HandleFunc("/platform_api/", p.serveMethod)
	mux.Handle("/emulator/v1/", p.admin())
	mux.HandleFunc(requestPath, p.serveRequest)
	return mux
}

// Close ends all sessions as on a limit, so that their scripts can still report,
// and waits for all work to end; nothing may be asked of the platform meanwhile.
// Data in memory is gone.
func (p *Platform) Close() error {
	p.close()
	late := time.AfterFunc(shutdownTimeout, p.cut)
	p.running.Wait()
	late.Stop()
	p.cut()
	p.client.CloseIdleConnections()
	return p.store.Close()
}
