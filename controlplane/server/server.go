// Package server joins the parts of the control plane and runs them. A process
// of its own reads Settings and makes a Config of them; a program that wants a
// control plane inside itself makes the Config by hand.
package server

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/api"
	"github.com/ringflow/ringflow/controlplane/call"
	"github.com/ringflow/ringflow/controlplane/order"
	"github.com/ringflow/ringflow/controlplane/push"
	"github.com/ringflow/ringflow/controlplane/store/sqlite"
	"github.com/ringflow/ringflow/controlplane/voximplant"
	"github.com/ringflow/ringflow/controlplane/webhook"
)

// Times of the HTTP server. An answer may take as long as ?wait=applied waits.
const (
	headerTime = 5 * time.Second
	readTime   = 30 * time.Second
	writeTime  = 30 * time.Second
	idleTime   = 2 * time.Minute
	stopTime   = 15 * time.Second // for requests that are under way when the service stops
	maxHeader  = 32 << 10         // bytes
)

// defaultRate is how many requests a second the platform gets when nothing else
// is said. The platform publishes no limit; a pusher slows down when it hears of one.
const defaultRate = 50

// Server is a control plane that listens already and works once Run is called.
type Server struct {
	listener net.Listener
	http     *http.Server
	store    *sqlite.Store
	client   *voximplant.Client
	pusher   *push.Pusher
	log      *slog.Logger
}

// withDefaults fills in what a program may leave out.
func (c Config) withDefaults() Config {
	if c.Rate == 0 {
		c.Rate = defaultRate
	}
	if c.Now == nil {
		c.Now = time.Now //nolint:forbidigo // the default that Config promises
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	return c
}

// New opens the database and wires the service. On an error the listener is closed.
func New(ctx context.Context, cfg Config) (_ *Server, err error) {
	cfg = cfg.withDefaults()
	s := &Server{listener: cfg.Listener, log: cfg.Log}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.listener.Close())
		}
	}()
	if s.client, err = voximplant.New(voximplant.Options{Credentials: cfg.Credentials, BaseURL: cfg.Platform, Now: cfg.Now, Tries: 1}); err != nil {
		return nil, configProblem("%v", err)
	}
	if s.store, err = sqlite.Open(ctx, sqlite.Options{Path: cfg.Database, Keys: cfg.Sealing}); err != nil {
		return nil, configProblem("%v", err)
	}
	s.pusher = s.newPusher(cfg)
	s.http = &http.Server{
		Handler: api.New(s.apiConfig(cfg)), ErrorLog: slog.NewLogLogger(cfg.Log.Handler(), slog.LevelWarn),
		ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime, IdleTimeout: idleTime, MaxHeaderBytes: maxHeader,
	}
	return s, nil
}

func (s *Server) newPusher(cfg Config) *push.Pusher {
	return push.New(push.Config{
		Store: s.store, Storage: push.NewCloud(s.client, cfg.Application), Key: cfg.Contract.Key, Owner: uuid.NewString(),
		Now: cfg.Now, Log: cfg.Log, Pace: push.NewPace(cfg.Rate), Workers: push.DefaultWorkers, Recheck: push.DefaultRecheck, Jitter: rand.Float64,
	})
}

func (s *Server) apiConfig(cfg Config) api.Config {
	reader := &webhook.Reader{Verifier: webhook.Verifier{Secrets: cfg.Secrets, Now: cfg.Now}, Fields: cfg.Contract.ResultFields()}
	return api.Config{
		Orders: &order.Service{
			Store: s.store, Contract: cfg.Contract, Now: cfg.Now, Wake: s.pusher.Wake, Changes: s.pusher.Watch,
			NewID: func() string { return uuid.Must(uuid.NewV7()).String() }, // fails only without randomness
		},
		Calls:     &call.Service{Store: s.store},
		ReadDraft: func(raw []byte) (controlplane.Draft, error) { return order.ReadDraft(raw, cfg.Region, cfg.Now()) },
		ReadCall:  reader.Read,
		Keys:      cfg.Keys, Ready: s.store.Ping, Log: cfg.Log, Version: cfg.Version,
	}
}

// URL is where the service listens.
func (s *Server) URL() string { return "http://" + s.listener.Addr().String() }

// Run serves until ctx ends, then lets requests and attempts under way come to
// their end, and closes everything. It returns nil after such an end.
func (s *Server) Run(ctx context.Context) error {
	pushing, stopPushing := context.WithCancel(context.WithoutCancel(ctx))
	defer stopPushing()
	var background sync.WaitGroup
	background.Go(func() { s.pusher.Run(pushing) })
	failed := make(chan error, 1)
	background.Go(func() { failed <- s.http.Serve(s.listener) })
	var err error
	select {
	case err = <-failed:
	case <-ctx.Done():
		s.log.Info("stopping")
		err = s.stopServing()
	}
	stopPushing()
	background.Wait()
	s.client.Close()
	return errors.Join(err, s.store.Close())
}

// stopServing takes no new requests and waits for those under way, within reason.
func (s *Server) stopServing() error {
	ctx, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		s.log.Warn("some requests were cut off")
		return s.http.Close()
	}
	return nil
}
