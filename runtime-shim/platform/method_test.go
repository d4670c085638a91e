package platform_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// TestMethods plays testdata/methods/*.txt over every transport; the answers
// must be the same. A line of a file is a request, "> Method name=value ...",
// and below it stands the answer; other lines that begin with @ or # are
//
//	@clock 24h         the platform's clock moves
//	@key Developer     from here on the key has these roles, separated by commas
//	# text             a comment
//
// A value may be quoted as in Go, and {x*200} in it is x two hundred times.
func TestMethods(t *testing.T) {
	files, err := filepath.Glob("testdata/methods/*.txt")
	must(t, err)
	if len(files) == 0 {
		t.Fatal("no files")
	}
	for _, file := range files {
		for _, via := range transports() {
			t.Run(filepath.Base(file)+"/"+via.name, func(t *testing.T) {
				text, err := os.ReadFile(file)
				must(t, err)
				w := newWorld(t)
				w.client.Transport.(*http.Transport).Proxy = func(r *http.Request) (*url.URL, error) {
					if r.URL.Host == "api.voximplant.com" {
						return url.Parse(w.url)
					}
					return nil, nil
				}
				golden.Check(t, file, play(t, w, via, string(text)))
			})
		}
	}
}

func play(t *testing.T, w *world, via transport, script string) string {
	var out strings.Builder
	for line := range strings.Lines(script) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch word {
		case "", "#":
		case "@clock":
			d, err := time.ParseDuration(rest)
			must(t, err)
			w.advance(d)
		case "@key":
			w.key = newKey(t, w, rest)
		case ">":
			out.WriteString(line)
			method, fields := parse(t, rest)
			r := via.build(t, w.url, method, fields)
			status, text := w.send(t, r)
			if status != http.StatusOK {
				t.Errorf("%s: status %d", line, status)
			}
			out.WriteString(readable(t, text, strings.TrimPrefix(w.url, "http://")))
			continue
		default:
			continue // an answer
		}
		out.WriteString(line)
	}
	return out.String()
}

func newKey(t *testing.T, w *world, names string) platform.Credentials {
	t.Helper()
	var roles []platform.Role
	for name := range strings.SplitSeq(names, ",") {
		if name != "" {
			roles = append(roles, platform.Role(name))
		}
	}
	key, err := w.CreateKey(roles...)
	must(t, err)
	return key
}

var repeat = regexp.MustCompile(`\{(.)\*(\d+)\}`)

// parse reads "Method name=value ...".
func parse(t *testing.T, text string) (method string, fields url.Values) {
	t.Helper()
	method, text, _ = strings.Cut(text, " ")
	fields = url.Values{}
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		name, rest, _ := strings.Cut(text, "=")
		value, after, _ := strings.Cut(rest, " ")
		if quoted, err := strconv.QuotedPrefix(rest); err == nil {
			value, err = strconv.Unquote(quoted)
			must(t, err)
			after = rest[len(quoted):]
		}
		value = repeat.ReplaceAllStringFunc(value, func(m string) string {
			parts := repeat.FindStringSubmatch(m)
			n, err := strconv.Atoi(parts[2])
			must(t, err)
			return strings.Repeat(parts[1], n)
		})
		fields.Set(name, value)
		text = after
	}
	return method, fields
}

// readable prints an answer for people, without what differs between runs: the
// address that the client asked.
func readable(t *testing.T, text, host string) string {
	t.Helper()
	text = strings.NewReplacer(host, "HOST", "api.voximplant.com", "HOST").Replace(text)
	var out bytes.Buffer
	must(t, json.Indent(&out, []byte(text), "", "  "))
	return strings.TrimRight(out.String(), "\n") + "\n"
}
