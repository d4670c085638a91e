package platform

import (
	"context"
	"errors"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// network makes the HTTP requests of scripts for real.
type network struct {
	ctx     context.Context // ends with the platform
	client  *http.Client
	latency func(measured time.Duration) time.Duration
}

// Do makes one request. What it took by this machine's clock passes on the
// session's clock afterwards, unless Options.Latency says otherwise.
func (n network) Do(r voxengine.Request) voxengine.Response {
	began := time.Now() //nolint:forbidigo // what the real network takes is measured on this machine
	response := n.exchange(r)
	response.Latency = n.latency(time.Since(began)).Milliseconds()
	return response
}

var errConnectTimeout = errors.New("no connection in time")

func (n network) exchange(r voxengine.Request) voxengine.Response {
	ctx, cancel := context.WithCancelCause(n.ctx)
	defer cancel(nil)
	ctx, stop := context.WithTimeout(ctx, milliseconds(r.Timeout))
	defer stop()
	connecting := time.AfterFunc(milliseconds(r.ConnectTimeout), func() { cancel(errConnectTimeout) })
	defer connecting.Stop()
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { connecting.Stop() },
	})
	request, err := http.NewRequestWithContext(ctx, r.Method, r.URL, strings.NewReader(r.Body))
	if err != nil || request.URL.Host == "" {
		return voxengine.Response{Code: facts.HTTPBadURL, Err: "the address is not one of http or https"}
	}
	for _, h := range r.Headers {
		request.Header.Add(h.Key, h.Value)
	}
	return n.send(request)
}

func (n network) send(request *http.Request) voxengine.Response {
	answer, err := n.client.Do(request)
	if err != nil {
		return failure(request.Context(), err)
	}
	defer func() { _ = answer.Body.Close() }() // what is unread is not wanted
	// One byte more than the platform takes, so that the engine sees it.
	body, err := io.ReadAll(io.LimitReader(answer.Body, facts.HTTPBody+1))
	if err != nil {
		return failure(request.Context(), err)
	}
	response := voxengine.Response{Code: answer.StatusCode, Body: string(body)}
	for _, name := range slices.Sorted(maps.Keys(answer.Header)) {
		for _, value := range answer.Header[name] {
			response.Headers = append(response.Headers, voxengine.Header{Key: name, Value: value})
		}
	}
	return response
}

// failure gives the platform's code for a request without a response. The text
// leaves out the address, which may hold what only the script may know.
func failure(ctx context.Context, err error) voxengine.Response {
	var noHost *net.DNSError
	var operation *net.OpError
	var whole *url.Error
	timeout := errors.As(err, &whole) && whole.Timeout() || errors.Is(context.Cause(ctx), errConnectTimeout)
	switch {
	case timeout || errors.Is(ctx.Err(), context.DeadlineExceeded):
		return voxengine.Response{Code: facts.HTTPTimedOut, Err: "the request timed out"}
	case errors.As(err, &noHost):
		return voxengine.Response{Code: facts.HTTPNoHost, Err: "the host was not found"}
	case errors.As(err, &operation) && operation.Op == "dial":
		return voxengine.Response{Code: facts.HTTPConnection, Err: "the host refused the connection"}
	case errors.Is(err, errRedirects):
		return voxengine.Response{Code: facts.HTTPRedirects, Err: "there were too many redirects"}
	case errors.As(err, &whole) && strings.Contains(whole.Err.Error(), "unsupported protocol scheme"):
		return voxengine.Response{Code: facts.HTTPBadURL, Err: "the address is not one of http or https"}
	}
	return voxengine.Response{Code: facts.HTTPNetwork, Err: "the connection broke"}
}

var errRedirects = errors.New("too many redirects")

// maxRedirects is how many redirects a request follows; the platform's own
// figure is not documented.
const maxRedirects = 10

// scriptClient is a client for scripts' requests that gives up on redirects in a
// way that failure knows.
func scriptClient(given *http.Client) *http.Client {
	client := http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	if given != nil {
		client = *given
	}
	client.CheckRedirect = func(_ *http.Request, via []*http.Request) error {
		if len(via) > maxRedirects {
			return errRedirects
		}
		return nil
	}
	return &client
}

func milliseconds(ms int64) time.Duration { return time.Duration(ms) * time.Millisecond }
