package voxengine_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// web is a network that answers everything alike and records what it was asked.
type web struct {
	response voxengine.Response
	asked    []voxengine.Request
}

func (w *web) Do(request voxengine.Request) voxengine.Response {
	w.asked = append(w.asked, request)
	return w.response
}

// TestRequests reads the forms of options that scripts of all ages use.
func TestRequests(t *testing.T) {
	agent := voxengine.Header{Key: "User-Agent", Value: "VoxEngine/1.0"}
	plain := voxengine.Request{Method: "GET", URL: "https://a.example/", Timeout: 90_000, ConnectTimeout: 6_000, Headers: []voxengine.Header{agent}}
	for call, change := range map[string]func(*voxengine.Request){
		`Net.httpRequest(url, () => {})`:                                          func(*voxengine.Request) {},
		`Net.httpRequest(url)`:                                                    func(*voxengine.Request) {},
		`Net.httpRequest(url, null, undefined)`:                                   func(*voxengine.Request) {},
		`Net.httpRequestAsync(url)`:                                               func(*voxengine.Request) {},
		`Net.httpRequestAsync(url, { method: "post", postData: "ä" })`:            func(r *voxengine.Request) { r.Method, r.Body = "POST", "ä" },
		`Net.httpRequestAsync(url, { method: "PUT", postData: [104, 105, 255] })`: func(r *voxengine.Request) { r.Method, r.Body = "PUT", "hi\xff" },
		`Net.httpRequestAsync(url, { headers: { "X-A": 1, "user-agent": "me" } })`: func(r *voxengine.Request) {
			r.Headers = []voxengine.Header{{Key: "X-A", Value: "1"}, {Key: "user-agent", Value: "me"}}
		},
		`Net.httpRequestAsync(url, { headers: ["X-A: b: c", "no colon"] })`: func(r *voxengine.Request) {
			r.Headers = []voxengine.Header{{Key: "X-A", Value: "b: c"}, agent}
		},
		`Net.httpRequestAsync(url, { headers: [[], ["X-A", "b"]] })`: func(r *voxengine.Request) {
			r.Headers = []voxengine.Header{{Key: "X-A", Value: "b"}, agent}
		},
		`const o = new Net.HttpRequestOptions(); o.method = "Delete"; o.headers = ["X-A: b"]; Net.httpRequest(url, () => {}, o)`: func(r *voxengine.Request) {
			r.Method, r.Headers = "DELETE", []voxengine.Header{{Key: "X-A", Value: "b"}, agent}
		},
		`Net.httpRequestAsync(url, { params: { q: "a b", n: 1 } })`:          func(r *voxengine.Request) { r.URL += "?q=a+b&n=1" },
		`Net.httpRequestAsync(url + "?x=1", { params: { q: "ä" } })`:         func(r *voxengine.Request) { r.URL += "?x=1&q=%C3%A4" },
		`Net.httpRequestAsync(url, { timeout: 10, connectionTimeout: 1.5 })`: func(r *voxengine.Request) { r.Timeout, r.ConnectTimeout = 10_000, 1_500 },
		`Net.httpRequestAsync(url, { timeout: 500, connectionTimeout: -1 })`: func(*voxengine.Request) {},
		`Net.httpRequestAsync(url, "options")`:                               func(*voxengine.Request) {},
	} {
		want := plain
		change(&want)
		w := &web{response: voxengine.Response{Code: 200}}
		p := open(t, voxengine.Options{HTTP: w}, `const url = "https://a.example/"; `+call+`;`)
		p.Run()
		if p.Err() != nil || len(w.asked) != 1 {
			t.Errorf("%s: %d requests, error %v", call, len(w.asked), p.Err())
			continue
		}
		if diff := cmp.Diff(want, w.asked[0]); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", call, diff)
		}
	}
}

func TestResponses(t *testing.T) {
	html := []voxengine.Header{{Key: "Content-Type", Value: "text/html"}, {Key: "Set-Cookie", Value: "a=b"}}
	for _, c := range []struct {
		name     string
		response voxengine.Response
		call     string
		want     string
	}{
		{"text", voxengine.Response{Code: 200, Body: "hä", Headers: html}, `Net.httpRequestAsync(url).then(show)`,
			`{"code":200,"headers":[{"key":"Content-Type","value":"text/html"},{"key":"Set-Cookie","value":"a=b"}],"raw_headers":"Content-Type: text/html\r\nSet-Cookie: a=b\r\n","text":"hä"}`},
		{"by callback", voxengine.Response{Code: 404}, `Net.httpRequest(url, show)`, `{"code":404,"headers":[],"raw_headers":"","text":""}`},
		{"binary", voxengine.Response{Code: 200, Body: "\x00", Headers: []voxengine.Header{{Key: "content-type", Value: "image/png"}}}, `Net.httpRequest(url, r => show([r.text, r.data]))`, `[null,null]`},
		{"raw", voxengine.Response{Code: 200, Body: "\x00\xff"}, `Net.httpRequest(url, r => show([r.text, r.data]), { rawOutput: true })`, `[null,[0,255]]`},
		{"no host", voxengine.Response{Code: facts.HTTPNoHost, Err: "no such host"}, `Net.httpRequestAsync(url).then(show)`, `{"code":-3,"error":"no such host"}`},
		{"too slow", voxengine.Response{Code: 200, Latency: 10_001}, `Net.httpRequestAsync(url, { timeout: 10 }).then(show)`, `{"code":-7,"error":"the request timed out"}`},
		{"too large", voxengine.Response{Code: 200, Body: strings.Repeat("x", facts.HTTPBody+1)}, `Net.httpRequestAsync(url).then(show)`, `{"code":-9,"error":"the response is larger than 2 MB"}`},
		{"no address", voxengine.Response{Code: 200}, `Net.httpRequestAsync("ftp://a").then(show)`, `{"code":-2,"error":"not an http or https address"}`},
		{"nothing as address", voxengine.Response{Code: 200}, `Net.httpRequest(undefined, show)`, `{"code":-2,"error":"not an http or https address"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t, voxengine.Options{HTTP: &web{response: c.response}}, `const url = "https://a.example/"; const show = v => Logger.write(JSON.stringify(v)); `+c.call+`;`)
			p.Run()
			if got := p.logged(); got != c.want {
				t.Errorf("logged %q\nwant   %q", got, c.want)
			}
		})
	}
}

func TestRequestThatFailsRejects(t *testing.T) {
	opts := with(facts.HTTPFailure, "rejects")
	opts.HTTP = &web{response: voxengine.Response{Code: -4, Err: "refused"}}
	p := open(t, opts, `Net.httpRequestAsync("https://a.example/").catch(e => Logger.write(e.message)); Net.httpRequest("https://a.example/", r => Logger.write(r.code));`)
	p.Run()
	fine := with(facts.HTTPFailure, "rejects")
	fine.HTTP = &web{response: voxengine.Response{Code: 500}}
	answered := open(t, fine, `Net.httpRequestAsync("https://a.example/").then(r => Logger.write(r.code));`)
	answered.Run()
	if got := answered.logged(); got != "500" {
		t.Errorf("a response logged %q", got)
	}
	if got := p.logged(); got != "HTTP request failed: code -4: refused -4" {
		t.Errorf("logged %q", got)
	}
}

// TestQueueOfRequests lets three be out at a time, in order, and 35 in all.
func TestQueueOfRequests(t *testing.T) {
	w := &web{response: voxengine.Response{Code: 200, Latency: 1000}}
	p := open(t, voxengine.Options{HTTP: w}, `
		for (let i = 0; i < 35; i++) Net.httpRequest("https://a.example/" + i, () => { if (i % 10 === 0) Logger.write(i + " at " + (Date.now() - `+fmt.Sprint(start)+`)); });
		try { Net.httpRequest("https://a.example/", () => {}); } catch (e) { Logger.write(e.message); }
		Net.httpRequestAsync("https://a.example/").catch(e => Logger.write(e.message));`)
	p.Run()
	want := "Exceeded the HTTP connection count limit! Exceeded the HTTP connection count limit! 0 at 1000 10 at 4000 20 at 7000 30 at 11000"
	if got := p.logged(); got != want {
		t.Errorf("logged %q\nwant   %q", got, want)
	}
	for i, request := range w.asked {
		if request.URL != fmt.Sprintf("https://a.example/%d", i) {
			t.Fatalf("request %d went to %s", i, request.URL)
		}
	}
}

func TestCallbackThatIsNone(t *testing.T) {
	p := open(t, voxengine.Options{}, `Net.httpRequest("https://a.example/", { method: "POST" }, () => {});`)
	p.Run()
	if p.Err() == nil || !strings.Contains(p.Err().Error(), "Net.httpRequest needs a function as its second argument, it got an object") {
		t.Errorf("error %v", p.Err())
	}
}
