package platform_test

import (
	"bytes"
	"io"
	"maps"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// transport is one of the ways in which clients send a method and its parameters.
type transport struct {
	name  string
	build func(t *testing.T, base, method string, fields url.Values) *http.Request
}

func transports() []transport {
	return []transport{
		{"path, urlencoded", func(t *testing.T, base, method string, fields url.Values) *http.Request {
			return post(t, base+"/platform_api/"+method, form, strings.NewReader(fields.Encode()))
		}},
		{"path with slash, GET", func(t *testing.T, base, method string, fields url.Values) *http.Request {
			r, err := http.NewRequest(http.MethodGet, base+"/platform_api/"+method+"/?"+fields.Encode(), nil)
			must(t, err)
			return r
		}},
		{"query, JSON body to ignore", func(t *testing.T, base, method string, fields url.Values) *http.Request {
			return post(t, base+"/platform_api/"+method+"?"+fields.Encode(), "application/json", strings.NewReader("{}"))
		}},
		{"lists by repeated fields", func(t *testing.T, base, method string, fields url.Values) *http.Request {
			return post(t, base+"/platform_api/"+method, form, strings.NewReader(repeated(method, fields).Encode()))
		}},
		{"nodejs: cmd, multipart, chunked", func(t *testing.T, base, method string, fields url.Values) *http.Request {
			names := append([]string{"cmd"}, slices.Sorted(maps.Keys(fields))...)
			body, kind := multiparts(t, names, with(fields, "cmd", method))
			// A reader of unknown length is sent in chunks.
			return post(t, base+"/platform_api", kind, io.MultiReader(body))
		}},
		{"python: cmd, urlencoded, True and False", func(t *testing.T, base, method string, fields url.Values) *http.Request {
			return post(t, base+"/platform_api/", form, strings.NewReader(with(capitals(fields), "cmd", method).Encode()))
		}},
		{"go: path, multipart, any order, unset fields", func(t *testing.T, base, method string, fields url.Values) *http.Request {
			all := unset(method, fields)
			names := slices.Collect(maps.Keys(all))
			rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			body, kind := multiparts(t, names, all)
			return post(t, base+"/platform_api/"+method, kind, body)
		}},
		{"through a proxy: absolute target", func(t *testing.T, _, method string, fields url.Values) *http.Request {
			return post(t, "http://api.voximplant.com/platform_api", form, strings.NewReader(with(fields, "cmd", method).Encode()))
		}},
	}
}

const form = "application/x-www-form-urlencoded"

func post(t *testing.T, target, kind string, body io.Reader) *http.Request {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, target, body)
	must(t, err)
	r.Header.Set("Content-Type", kind)
	return r
}

func multiparts(t *testing.T, names []string, fields url.Values) (io.Reader, string) {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for _, name := range names {
		for _, value := range fields[name] {
			must(t, w.WriteField(name, value))
		}
	}
	must(t, w.Close())
	return &body, w.FormDataContentType()
}

func with(fields url.Values, name, value string) url.Values {
	fields = maps.Clone(fields)
	fields.Set(name, value)
	return fields
}

// capitals spells booleans as the Python client does.
func capitals(fields url.Values) url.Values {
	changed := url.Values{}
	for name, values := range fields {
		switch value := values[0]; value {
		case "true", "false":
			changed.Set(name, strings.ToUpper(value[:1])+value[1:])
		default:
			changed[name] = values
		}
	}
	return changed
}

// repeated sends a list as one field for each of its elements.
func repeated(method string, fields url.Values) url.Values {
	fields = maps.Clone(fields)
	declared, _ := wire.Known(method)
	for _, p := range declared {
		if strings.HasSuffix(p.Type, "list") && fields.Has(p.Name) {
			fields[p.Name] = strings.Split(fields.Get(p.Name), ";")
		}
	}
	return fields
}

// unset adds every declared parameter that is not given, as the Go client does:
// an empty text, a zero number.
func unset(method string, fields url.Values) url.Values {
	fields = maps.Clone(fields)
	declared, _ := wire.Known(method)
	for _, p := range declared {
		switch {
		case fields.Has(p.Name):
		case p.Type == "number":
			fields.Set(p.Name, "0")
		default:
			fields.Set(p.Name, "")
		}
	}
	return fields
}
