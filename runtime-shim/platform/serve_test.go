package platform_test

import (
	"context"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// A server that stops answers the request that it is working on, and does not
// wait for a delay that a test asked for.
func TestServeStopsGracefully(t *testing.T) {
	w := newWorld(t)
	must(t, w.SetFaults(platform.Fault{LatencyMS: 3_600_000, Count: 1}))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	ctx, stop := context.WithCancel(t.Context())
	served, answered := make(chan error, 1), make(chan string, 1)
	go func() { served <- w.Serve(ctx, listener) }()
	r := post(t, "http://"+listener.Addr().String()+"/platform_api/GetAccountInfo", form, http.NoBody)
	go func() {
		answer, err := w.client.Do(r)
		if err != nil {
			answered <- err.Error()
			return
		}
		answer.Body.Close()
		answered <- answer.Status
	}()
	for deadline := time.Now().Add(10 * time.Second); len(w.Faults()) > 0; {
		if time.Now().After(deadline) {
			t.Fatal("the request did not arrive")
		}
	}
	stop()
	if got := take(t, answered); got != "200 OK" {
		t.Errorf("answered %s", got)
	}
	must(t, <-served)
}

func TestServeReportsABrokenListener(t *testing.T) {
	w := newWorld(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	must(t, listener.Close())
	if w.Serve(t.Context(), listener) == nil {
		t.Error("no error")
	}
}
