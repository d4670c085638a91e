package wire

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
)

// MaxBody is the largest request body in bytes: a script of 128 KB in its
// widest encoding, with room for the lists of call campaigns.
const MaxBody = 8 << 20

// Decode reads the name of the method and its parameters from a request to
// /platform_api in any form that clients use: the name as the next element of
// the path or as the field cmd; parameters in the query, in an urlencoded body
// or in a multipart body, all merged. A JSON body is ignored, as the
// documentation's own curl lines expect. The method is "" when none is named.
//
// The error is *http.MaxBytesError for a body over MaxBody, else an *Error.
func Decode(w http.ResponseWriter, r *http.Request) (method string, p *Params, err error) {
	r.Body = http.MaxBytesReader(w, r.Body, MaxBody)
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return "", nil, Fail(InvalidArguments, "the query string is not urlencoded")
	}
	body, err := decodeBody(r)
	if err != nil {
		return "", nil, err
	}
	for name, list := range body {
		values[name] = append(list, values[name]...)
	}
	p = NewParams(values)
	if method = pathMethod(r.URL.Path); method == "" {
		method = p.Text("cmd")
	}
	return method, p, nil
}

// pathMethod is the element after /platform_api, "" when there is none.
func pathMethod(path string) string {
	_, rest, _ := strings.Cut(path, "/platform_api")
	return strings.Trim(rest, "/")
}

func decodeBody(r *http.Request) (url.Values, error) {
	if r.Method != http.MethodPost {
		return nil, nil
	}
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type")) // "" for none
	switch kind {
	case "application/x-www-form-urlencoded":
		return decodeForm(r.Body)
	case "multipart/form-data":
		if params["boundary"] == "" {
			return nil, Fail(InvalidArguments, "the multipart body has no boundary")
		}
		return decodeMultipart(multipart.NewReader(r.Body, params["boundary"]))
	default:
		return nil, nil
	}
}

func decodeForm(body io.Reader) (url.Values, error) {
	text, err := io.ReadAll(body)
	if err != nil {
		return nil, bodyError(err, "the body ended early")
	}
	values, err := url.ParseQuery(string(text))
	if err != nil {
		return nil, bodyError(err, "the body is not urlencoded")
	}
	return values, nil
}

// decodeMultipart reads fields and files alike: some clients send a text, such
// as a script or a list, as a part with a file name.
func decodeMultipart(parts *multipart.Reader) (url.Values, error) {
	values := url.Values{}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return values, nil
		}
		if err != nil {
			return nil, bodyError(err, "the multipart body is broken")
		}
		text, err := io.ReadAll(part)
		if err != nil {
			return nil, bodyError(err, "the multipart body is broken")
		}
		values.Add(part.FormName(), string(text))
	}
}

func bodyError(err error, text string) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return tooLarge
	}
	return Fail(InvalidArguments, "%s", text)
}
