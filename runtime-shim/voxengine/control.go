package voxengine

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/dop251/goja"
)

// AccessURL returns the address under which the session takes HTTP requests, as
// its Started event has it.
func (s *Session) AccessURL() string { return s.opts.Info.AccessURL }

// withAccess gives a session addresses if its host has none, in the shape of the
// platform's (documentation): http://HOST/request/ID.TIME_IP/HEX.
func (i Info) withAccess(start int64, seed uint64) Info {
	path := fmt.Sprintf("session.invalid/request/%016X.%d_0/%016X", mix(seed), start, mix(seed+1))
	if i.AccessURL == "" {
		i.AccessURL = "http://" + path
	}
	if i.AccessSecureURL == "" {
		i.AccessSecureURL = "https://" + path
	}
	return i
}

// Request is an HTTP request from outside to one of the session's addresses,
// which may go on with more path and a query. The script gets it in an event of
// its own; answer gets what its listener returned, in that event. A session that
// ends answers 404, and so does another address.
func (s *Session) Request(request Request, answer func(Response)) {
	path, ok := s.controlPath(request.URL)
	gone := Response{Code: 404, Err: "no session has the address " + request.URL + ", or it has ended"}
	if !ok || s.phase != phaseRunning {
		answer(gone)
		return
	}
	s.queue.add(s.now, ownerHost, func() {
		if s.phase != phaseRunning {
			answer(gone)
			return
		}
		response := s.control(path, request)
		s.trace(Event{Kind: KindRequest, Method: request.Method, URL: path, Body: request.Body, Code: response.Code})
		answer(response)
	})
}

// controlPath returns what HttpRequest has as path. See facts.RequestPath.
func (s *Session) controlPath(address string) (string, bool) {
	for _, base := range []string{s.opts.Info.AccessURL, s.opts.Info.AccessSecureURL} {
		suffix, ok := strings.CutPrefix(address, base)
		if !ok || suffix != "" && !strings.ContainsAny(suffix[:1], "/?") {
			continue
		}
		if s.obey.pathSuffix {
			return suffix, true
		}
		target, err := url.Parse(base)
		if err != nil {
			return address, true
		}
		return target.Path + suffix, true
	}
	return "", false
}

// control calls the listeners of HttpRequest, each in a turn of its own. The
// first value that one returns is the response, an empty 200 if none does.
func (s *Session) control(path string, request Request) Response {
	response := Response{Code: 200}
	listeners := s.app.of("Application.HttpRequest")
	if s.muted["Application.HttpRequest"] {
		return response
	}
	if len(listeners) == 0 {
		s.note("a request came to the session, and no listener of HttpRequest takes it")
		return response
	}
	arg, answered := s.withoutMuted("Application.HttpRequest", s.controlPayload(path, request)), false
	for _, fn := range listeners {
		var returned goja.Value
		f, ok := goja.AssertFunction(fn)
		if !ok {
			s.call("listener of ", "Application.HttpRequest", fn)
			return Response{Code: 500}
		}
		if !s.turn(func() (err error) { returned, err = f(goja.Undefined(), arg); return err }) {
			return Response{Code: 500}
		}
		if !answered && returned != nil && !goja.IsUndefined(returned) && !goja.IsNull(returned) {
			answered = true
			s.writeResponse(&response, returned)
		}
		if s.phase != phaseRunning {
			break
		}
	}
	return response
}

func (s *Session) controlPayload(path string, request Request) *goja.Object {
	var headers []any
	for _, header := range request.Headers {
		if strings.HasPrefix(strings.ToUpper(header.Key), "X-") { // others do not arrive (type declarations)
			pair := s.vm.NewObject()
			s.set(pair, "key", header.Key)
			s.set(pair, "value", header.Value)
			headers = append(headers, pair)
		}
	}
	e := s.vm.NewObject()
	s.set(e, "name", "Application.HttpRequest")
	s.set(e, "method", request.Method)
	s.set(e, "path", path)
	s.set(e, "content", request.Body)
	s.set(e, "headers", s.vm.NewArray(headers...))
	return e
}

// writeResponse makes a response of what a listener returned: text and numbers
// as they are, all else as JSON (older reference). A promise is not waited for.
func (s *Session) writeResponse(response *Response, v goja.Value) {
	o, ok := v.(*goja.Object)
	if !ok {
		response.Body = v.String()
		return
	}
	if _, promise := o.Export().(*goja.Promise); promise {
		s.note("a listener of HttpRequest returned a promise, which is not waited for; return the response itself")
		return
	}
	s.turn(func() error {
		raw, err := o.MarshalJSON()
		response.Body = string(raw)
		return err
	})
	response.Headers = []Header{{"Content-Type", "application/json"}}
}
