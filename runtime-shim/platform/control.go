package platform

import (
	"context"
	"io"
	"maps"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// requestPath is where sessions take requests: the session's id, its token, and
// whatever the client adds.
const requestPath = "/request/"

// ServedAt says under which address Handler is served, such as
// http://127.0.0.1:8580. Sessions that start from then on tell it to their
// scripts as their own. Serve says it by itself.
func (p *Platform) ServedAt(base string) { p.base.Store(&base) }

// baseOf is the address of a listener as clients on this machine use it.
func baseOf(listener net.Listener) string {
	host, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return ""
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port)
}

// access makes a new session's address; "" when nobody serves the platform, or
// not yet. The address is the only thing that a client needs to know.
func (p *Platform) access(s *Session) string {
	base := p.base.Load()
	if base == nil || *base == "" {
		return ""
	}
	s.token = p.token()
	return *base + requestPath + strconv.FormatInt(s.id, 10) + "/" + s.token
}

// visit is a request to a session, with where its answer goes.
type visit struct {
	request voxengine.Request
	suffix  string
	answer  chan voxengine.Response
}

// serveRequest gives a request to the session whose address it is.
func (p *Platform) serveRequest(w http.ResponseWriter, r *http.Request) {
	id, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.EscapedPath(), requestPath), "/")
	token, suffix, more := strings.Cut(rest, "/")
	number, _ := strconv.ParseInt(id, 10, 64)
	s := p.live.get(number)
	if s == nil || s.token == "" || !same(token, s.token) {
		http.Error(w, "no session has this address, or it has ended", http.StatusNotFound)
		return
	}
	if more {
		suffix = "/" + suffix
	}
	if r.URL.RawQuery != "" {
		suffix += "?" + r.URL.RawQuery
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxAdminBody))
	if err != nil {
		http.Error(w, "the body is too large, or did not arrive", http.StatusRequestEntityTooLarge)
		return
	}
	v := visit{voxengine.Request{Method: r.Method, Body: string(body)}, suffix, make(chan voxengine.Response, 1)}
	for _, name := range slices.Sorted(maps.Keys(r.Header)) {
		for _, value := range r.Header[name] {
			v.request.Headers = append(v.request.Headers, voxengine.Header{Key: name, Value: value})
		}
	}
	if response, ok := s.visited(r.Context(), v); ok {
		for _, h := range response.Headers {
			w.Header().Set(h.Key, h.Value)
		}
		w.WriteHeader(response.Code)
		_, _ = io.WriteString(w, response.Body)
		return
	}
	http.Error(w, "the session has ended", http.StatusNotFound)
}

// visited waits for the session's answer; false when it ended without one.
func (s *Session) visited(ctx context.Context, v visit) (voxengine.Response, bool) {
	s.mu.Lock()
	s.visits = append(s.visits, v)
	if s.ring != nil {
		s.ring()
	}
	s.mu.Unlock()
	select {
	case response := <-v.answer:
		return response, true
	case <-s.over:
	case <-ctx.Done():
	}
	select {
	case response := <-v.answer: // just before the end
		return response, true
	default:
		return voxengine.Response{}, false
	}
}

// untilVisited is a context that ends when somebody visits a session of the family.
func (f *family) untilVisited(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, ring := context.WithCancel(ctx)
	for _, m := range f.members {
		m.session.doorbell(ring)
	}
	return ctx, ring
}

// doorbell says how to wake the session for visits, and rings if some wait.
func (s *Session) doorbell(ring func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ring = ring
	if len(s.visits) > 0 {
		ring()
	}
}

// receive lets those who visit in at a time of the session's clock, in ms.
func (s *Session) receive(engine *voxengine.Session, at int64) {
	s.mu.Lock()
	visits := s.visits
	s.visits = nil
	s.mu.Unlock()
	for _, v := range visits {
		v.request.URL = engine.AccessURL() + v.suffix
		engine.At(at, func() { engine.Request(v.request, func(r voxengine.Response) { v.answer <- r }) })
	}
}
