package platform

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"
)

// Limits of the server, so that a client that stops in the middle of a request
// does not hold a connection for ever. Answers have none: a trace may be
// followed for as long as its call lasts.
const (
	headerTimeout   = 10 * time.Second
	bodyTimeout     = 60 * time.Second
	idleTimeout     = 2 * time.Minute
	shutdownTimeout = 5 * time.Second
)

// Serve answers requests on the listener until ctx ends, and then lets those
// under way finish for a few seconds; what waits on purpose, such as a fault,
// gives up at once. It closes the listener, not the platform.
func (p *Platform) Serve(ctx context.Context, listener net.Listener) error {
	p.ServedAt(baseOf(listener))
	ctx, stop := context.WithCancel(ctx)
	server := &http.Server{
		Handler:           p.Handler(),
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       bodyTimeout,
		IdleTimeout:       idleTimeout,
	}
	var stopped sync.WaitGroup
	stopped.Go(func() {
		<-ctx.Done()
		grace, done := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
		defer done()
		if server.Shutdown(grace) != nil {
			_ = server.Close() // cuts off what did not finish
		}
	})
	err := server.Serve(listener)
	stop()
	stopped.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
