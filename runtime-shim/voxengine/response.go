package voxengine

import (
	"strings"

	"github.com/dop251/goja"
)

// responseValue is the HttpRequestResult of a response.
func (s *Session) responseValue(response Response, raw bool) goja.Value {
	o := s.vm.NewObject()
	s.set(o, "code", response.Code)
	if response.Err != "" {
		s.set(o, "error", response.Err)
	}
	if response.Code <= 0 {
		return o
	}
	headers := make([]any, len(response.Headers))
	var all strings.Builder
	for i, header := range response.Headers {
		field := s.vm.NewObject()
		s.set(field, "key", header.Key)
		s.set(field, "value", header.Value)
		headers[i] = field
		all.WriteString(header.Key + ": " + header.Value + "\r\n")
	}
	s.set(o, "headers", s.vm.NewArray(headers...))
	s.set(o, "raw_headers", all.String())
	switch {
	case raw:
		s.set(o, "data", s.byteArray([]byte(response.Body)))
	case textual(response.Headers):
		s.set(o, "text", strings.ToValidUTF8(response.Body, "\uFFFD"))
	}
	return o
}

// textual reports whether a content type is one that the platform hands out as text.
func textual(headers []Header) bool {
	for _, header := range headers {
		if !strings.EqualFold(header.Key, "Content-Type") {
			continue
		}
		value := strings.ToLower(header.Value)
		for _, kind := range []string{"text/", "json", "xml", "javascript", "x-www-form-urlencoded"} {
			if strings.Contains(value, kind) {
				return true
			}
		}
		return false
	}
	return true
}
