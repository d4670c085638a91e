package voximplant

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
)

// Limits of a request. Listing scripts is the largest answer there is.
const (
	requestTime = 30 * time.Second
	dialTime    = 10 * time.Second
	largest     = 64 << 20 // bytes of an answer
)

func httpClient(transport http.RoundTripper) *http.Client {
	if transport == nil {
		transport = &http.Transport{
			Proxy:                 http.ProxyFromEnvironment,
			DialContext:           (&net.Dialer{Timeout: dialTime}).DialContext,
			TLSHandshakeTimeout:   dialTime,
			ForceAttemptHTTP2:     true,
			MaxIdleConnsPerHost:   32,
			IdleConnTimeout:       time.Minute,
			ResponseHeaderTimeout: requestTime,
		}
	}
	return &http.Client{
		Transport: transport,
		Timeout:   2 * requestTime,
		// A redirect would turn the POST into a GET and lose the parameters.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// retry repeats a request as long as that is safe and may help. It returns the
// error of the last try, also when ctx ends while it waits for the next.
func (c *Client) retry(ctx context.Context, method string, send func() error) error {
	waits := backoff.NewExponentialBackOff()
	waits.InitialInterval, waits.MaxInterval = 300*time.Millisecond, 10*time.Second
	for try := 1; ; try++ {
		err := send()
		if err == nil || try >= c.tries || !repeatable(method, err) || !pause(ctx, waits.NextBackOff()) {
			return err
		}
	}
}

// pause waits, and reports false when ctx ended first.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// repeatable reports whether a request that failed with err may be sent again:
// methods that only read always may, others when the platform surely did not act.
func repeatable(method string, err error) bool {
	var e *Error
	if !errors.As(err, &e) {
		return false
	}
	reads := strings.HasPrefix(method, "Get")
	return e.Limited || e.Unreached || e.Unclear && reads
}

// send makes one request.
func (c *Client) send(ctx context.Context, method string, params url.Values, reply any) error {
	token, err := c.token.at(c.now())
	if err != nil {
		return &Error{Method: method, Kind: codeCredentials, Msg: "a token could not be signed", cause: err}
	}
	body, contentType := encode(params)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/"+url.PathEscape(method), bytes.NewReader(body))
	if err != nil {
		return &Error{Method: method, Kind: codeAddress, Msg: "the request could not be made", cause: err}
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Content-Type", contentType)
	resp, err := c.http.Do(req)
	if err != nil {
		return notAnswered(method, err)
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(io.LimitReader(resp.Body, largest))
	if err != nil {
		return notAnswered(method, err)
	}
	return read(method, resp, raw, reply)
}

// encode writes parameters as a form, or in parts when a script is among them:
// a script in a form would grow to three times its size.
func encode(params url.Values) (body []byte, contentType string) {
	if !params.Has("scenario_script") {
		return []byte(params.Encode()), "application/x-www-form-urlencoded"
	}
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	for name, list := range params {
		for _, v := range list {
			_ = w.WriteField(name, v) // a buffer takes everything
		}
	}
	_ = w.Close()
	return out.Bytes(), w.FormDataContentType()
}

// read judges an answer. The platform answers 200 for its own errors as well.
func read(method string, resp *http.Response, raw []byte, reply any) error {
	var envelope struct {
		Error  *apiError  `json:"error"`
		Errors []apiError `json:"errors"`
	}
	notJSON := json.Unmarshal(raw, &envelope)
	switch {
	case envelope.Error != nil && envelope.Error.Code != 0:
		return refused(method, resp.StatusCode, *envelope.Error)
	case len(envelope.Errors) > 0:
		return refused(method, resp.StatusCode, envelope.Errors[0])
	case resp.StatusCode != http.StatusOK:
		return badStatus(method, resp.StatusCode)
	case notJSON != nil:
		return &Error{Method: method, Kind: codeAnswer, Status: resp.StatusCode, Msg: "the answer is not JSON; is this the address of the Management API?", Unclear: true}
	case reply == nil:
		return nil
	}
	if err := json.Unmarshal(raw, reply); err != nil {
		return &Error{Method: method, Kind: codeAnswer, Status: resp.StatusCode, Msg: "the answer has another form than documented", Unclear: true, cause: err}
	}
	return nil
}
