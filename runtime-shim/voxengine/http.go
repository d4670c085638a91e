package voxengine

import (
	"net/url"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// netFuncs is the namespace Net.
var netFuncs = map[string]hostFunc{
	"httpRequest":      httpRequest,
	"httpRequestAsync": httpRequestAsync,
	"sendMail":         sendMail,
	"sendMailAsync":    sendMailAsync,
}

var netClasses = []string{"HttpRequestOptions"}

// netClass makes Net.HttpRequestOptions, which older scripts construct: an
// empty object to fill.
func netClass(s *Session, key string) goja.Value {
	if !slices.Contains(netClasses, key) {
		return nil
	}
	return s.vm.ToValue(func(call goja.ConstructorCall) *goja.Object { return nil })
}

// httpRequest is Net.httpRequest(url, callback, options).
func httpRequest(s *Session, call goja.FunctionCall) goja.Value {
	callback := call.Argument(1)
	if _, ok := goja.AssertFunction(callback); !ok && !goja.IsNull(callback) && !goja.IsUndefined(callback) {
		panic(s.newTypeError("Net.httpRequest needs a function as its second argument, it got %s", describe(callback)))
	}
	request, raw := s.readRequest(call.Argument(0), call.Argument(2))
	if s.net.full() {
		panic(s.newError(overHTTPLimit))
	}
	s.exchange(request, func(response Response) {
		if _, ok := goja.AssertFunction(callback); ok {
			s.call("callback of ", "Net.httpRequest", callback, s.responseValue(response, raw))
		}
	})
	return goja.Undefined()
}

// httpRequestAsync is Net.httpRequestAsync(url, options).
func httpRequestAsync(s *Session, call goja.FunctionCall) goja.Value {
	request, raw := s.readRequest(call.Argument(0), call.Argument(1))
	p := s.promise()
	if s.net.full() {
		must(p.reject(s.newError(overHTTPLimit)))
		return p.value
	}
	s.exchange(request, func(response Response) {
		s.turn(func() error {
			if response.Code <= 0 && s.obey.httpRejects {
				return p.reject(s.newError("HTTP request failed: code %d: %s", response.Code, response.Err))
			}
			return p.resolve(s.responseValue(response, raw))
		})
	})
	return p.value
}

// exchange sends a request, or answers for an address that is none.
func (s *Session) exchange(request Request, done func(Response)) {
	target, err := url.Parse(request.URL)
	if err == nil && target.Host != "" && (target.Scheme == "http" || target.Scheme == "https") {
		s.send(&exchange{func() Response { return s.opts.HTTP.Do(request) }, request.event, request.Timeout, done})
		return
	}
	bad := Response{Code: facts.HTTPBadURL, Err: "not an http or https address"}
	s.trace(request.event(bad))
	s.queue.add(s.now, ownerHTTP, func() { done(bad) })
}

// event is how the trace tells a request with its response.
func (r Request) event(response Response) Event {
	return Event{Kind: KindHTTP, Method: r.Method, URL: r.URL, Body: r.Body,
		Code: response.Code, Ms: response.Latency, Error: response.Err}
}

// readRequest reads address and options, in the forms that scripts of all ages
// use; raw asks for the response as bytes.
func (s *Session) readRequest(address, options goja.Value) (request Request, raw bool) {
	request = Request{Method: "GET", URL: text(address), Timeout: facts.HTTPTimeout, ConnectTimeout: facts.HTTPConnect}
	if v := option(options, "method"); v != nil {
		request.Method = strings.ToUpper(v.String())
	}
	if v := option(options, "postData"); v != nil {
		request.Body = string(s.bytesOf("postData", v))
	}
	if v := option(options, "headers"); v != nil {
		request.Headers = s.readHeaders(v)
	}
	if v := option(options, "params"); v != nil {
		request.URL = addQuery(request.URL, v)
	}
	request.Timeout = seconds(option(options, "timeout"), request.Timeout)
	request.ConnectTimeout = seconds(option(options, "connectionTimeout"), request.ConnectTimeout)
	if !hasHeader(request.Headers, "User-Agent") {
		request.Headers = append(request.Headers, Header{"User-Agent", "VoxEngine/1.0"})
	}
	v := option(options, "rawOutput")
	return request, v != nil && v.ToBoolean()
}

// seconds reads a timeout, which can only lower the platform's.
func seconds(v goja.Value, platform int64) int64 {
	if v == nil {
		return platform
	}
	if ms := v.ToFloat() * 1000; ms > 0 && ms < float64(platform) {
		return int64(ms)
	}
	return platform
}

// readHeaders reads {name: value}, ["name: value"] or [[name, value]].
func (s *Session) readHeaders(v goja.Value) []Header {
	o, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	var headers []Header
	if o.ClassName() != "Array" {
		for _, key := range o.Keys() {
			headers = append(headers, Header{key, text(o.Get(key))})
		}
		return headers
	}
	s.vm.ForOf(o, func(item goja.Value) bool {
		if header, ok := s.readHeader(item); ok {
			headers = append(headers, header)
		}
		return true
	})
	return headers
}

func (s *Session) readHeader(item goja.Value) (Header, bool) {
	if pair, ok := item.(*goja.Object); ok {
		return Header{text(pair.Get("0")), text(pair.Get("1"))}, pair.Get("0") != nil
	}
	key, value, ok := strings.Cut(text(item), ":")
	if !ok {
		s.note("a header without a colon is left out")
	}
	return Header{strings.TrimSpace(key), strings.TrimSpace(value)}, ok
}

func hasHeader(headers []Header, key string) bool {
	for _, header := range headers {
		if strings.EqualFold(header.Key, key) {
			return true
		}
	}
	return false
}

func addQuery(address string, params goja.Value) string {
	o, ok := params.(*goja.Object)
	if !ok {
		return address
	}
	var parts []string
	for _, key := range o.Keys() {
		parts = append(parts, url.QueryEscape(key)+"="+url.QueryEscape(text(o.Get(key))))
	}
	if len(parts) == 0 {
		return address
	}
	joint := "?"
	if strings.Contains(address, "?") {
		joint = "&"
	}
	return address + joint + strings.Join(parts, "&")
}
