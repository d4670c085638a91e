package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"
)

// backendFlags say which control plane a command speaks to.
type backendFlags struct {
	URL        string `placeholder:"URL" help:"Address of the control plane (RINGFLOW_URL). Default: http://127.0.0.1:8581."`
	APIKeyFile string `placeholder:"FILE" help:"File with the API key; RINGFLOW_API_KEY is the key itself."`
	JSON       bool   `help:"Print the answer as JSON."`
}

const (
	defaultBackend = "http://127.0.0.1:8581"
	backendTime    = 30 * time.Second
	largestAnswer  = 64 << 20 // bytes
)

// problem is the part of an RFC 9457 problem that a person wants to see.
type problem struct {
	Code   string `json:"code"`
	Title  string `json:"title"`
	Detail string `json:"detail"`
	Errors []struct {
		Pointer string `json:"pointer"`
		Want    string `json:"want"`
	} `json:"errors"`
}

func (p problem) String() string {
	out := p.Code + ": " + p.Title
	if p.Detail != "" {
		out += ": " + p.Detail
	}
	for _, e := range p.Errors {
		out += fmt.Sprintf("\n  %s: %s", e.Pointer, e.Want)
	}
	return out
}

// call sends one request to the control plane and reads the answer into reply.
// With --json the answer is printed as it came, and reply stays empty.
func (b *backendFlags) call(env *Env, method, path string, body, reply any) error {
	req, err := b.request(env, method, path, body)
	if err != nil {
		return err
	}
	client := &http.Client{Timeout: backendTime}
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return failed("the control plane at %s does not answer; is it running (ringflow serve), and is RINGFLOW_URL right?", b.address(env))
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(io.LimitReader(resp.Body, largestAnswer))
	if err != nil {
		return failed("the answer of the control plane was cut off: %w", err)
	}
	if resp.StatusCode >= http.StatusBadRequest {
		return refusal(resp.StatusCode, raw)
	}
	if b.JSON {
		_, err := env.Stdout.Write(raw)
		return err
	}
	if err := json.Unmarshal(raw, reply); err != nil {
		return failed("the answer is not one of a control plane; is RINGFLOW_URL right?")
	}
	return nil
}

func (b *backendFlags) request(env *Env, method, path string, body any) (*http.Request, error) {
	key, err := b.key(env)
	if err != nil {
		return nil, err
	}
	var raw []byte
	if body != nil {
		if raw, err = json.Marshal(body); err != nil {
			return nil, err
		}
	}
	req, err := http.NewRequestWithContext(env.Context, method, b.address(env)+path, bytes.NewReader(raw))
	if err != nil {
		return nil, usage("the address of the control plane is not usable; wanted something like %s", defaultBackend)
	}
	req.Header.Set("Authorization", "Bearer "+key)
	req.Header.Set("Content-Type", "application/json")
	return req, nil
}

func (b *backendFlags) address(env *Env) string {
	for _, url := range []string{b.URL, env.Getenv("RINGFLOW_URL")} {
		if url != "" {
			return strings.TrimRight(url, "/")
		}
	}
	return defaultBackend
}

func (b *backendFlags) key(env *Env) (string, error) {
	if b.APIKeyFile != "" {
		raw, err := os.ReadFile(env.path(b.APIKeyFile))
		if err != nil {
			return "", failed("the API key cannot be read: %w", err)
		}
		return strings.TrimSpace(string(raw)), nil
	}
	if key := env.Getenv("RINGFLOW_API_KEY"); key != "" {
		return key, nil
	}
	return "", usage("no API key: set RINGFLOW_API_KEY, or name a file with --api-key-file (serve keeps one in its data folder)")
}

// refusal is the error of an answer that is a problem: what the service refuses
// exits as refused, what it has not or cannot do as failed.
func refusal(status int, raw []byte) error {
	var p problem
	if json.Unmarshal(raw, &p) != nil || p.Code == "" {
		return failed("the control plane answered with status %d", status)
	}
	switch status {
	case http.StatusBadRequest, http.StatusConflict, http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity:
		return refused("%s", p)
	default:
		return failed("%s", p)
	}
}
