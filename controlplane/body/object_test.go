package body

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/controlplane"
)

// readSample reads a body the way packages order and webhook do.
func readSample(raw string) error {
	o, err := Parse([]byte(raw))
	if err != nil {
		return err
	}
	o.Text("name", "a name")
	o.Text("note", "")
	o.Int("age", "")
	o.Time("until", "")
	o.Texts("path", "")
	if c := o.Child("facts"); c != nil {
		c.Text("session", "the session")
	}
	for _, leg := range o.Children("legs") {
		leg.Text("role", "the role of the leg")
	}
	return o.Done()
}

func TestEveryProblemAtOnceAndNoValue(t *testing.T) {
	for _, tt := range []struct{ name, raw, want string }{
		{"good", `{"name":"x","age":3,"until":"2030-01-31T12:00:00Z","path":["a"],"facts":{"session":"s"},"legs":[{"role":"r"}]}`, ""},
		{"null counts as missing", `{"name":"x","note":null,"facts":null}`, ""},
		{"empty", ``, "RF7001: the body is not a JSON object: the body is empty; wanted a JSON object"},
		{"cut off", "{\n\"name\": \"12222222222\"", "RF7001: the body is not a JSON object: wanted one JSON object and nothing behind it"},
		{"broken", "{\n\"name\": 12222222222x}", "RF7001: the body is not a JSON object: the JSON ends or breaks in line 2, after byte 21"},
		{"list", `[]`, "RF7001: the body is not a JSON object: wanted one JSON object and nothing behind it"},
		{"two", `{} {}`, "RF7001: the body is not a JSON object: wanted one JSON object and nothing behind it"},
		{"missing", `{}`, "RF7002: some fields cannot be accepted: /name: a name"},
		{"empty text", `{"name":""}`, "RF7002: some fields cannot be accepted: /name: a name"},
		{
			"many", `{"name":12222222222,"age":"12222222222","until":"soon","path":"a","facts":{"x":1},"legs":[{},3],"12222222222":1,"a/b~c":2,"age":1}`,
			"RF7002: some fields cannot be accepted: /1...22: no such field; known here: age, facts, legs, name, note, path, until; " +
				"/age: the field once; it stands in the object twice; /age: a whole number; " +
				"/a~1b~0c: no such field; known here: age, facts, legs, name, note, path, until; " +
				"/facts/session: the session; /facts/x: no such field; known here: session; " +
				"/legs/0/role: the role of the leg; /legs/1: an object; /name: a name; /path: a list of texts; " +
				"/until: a moment such as 2030-01-31T12:00:00Z",
		},
	} {
		got := ""
		if err := readSample(tt.raw); err != nil {
			got = err.Error()
		}
		if want := strings.ReplaceAll(tt.want, "/1...22", "/+1...22"); got != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`{"name":"x","facts":{"session":"s"},"legs":[{"role":"r"}]}`)
	f.Add(`{"a":[1,2,{"b":null}]}`)
	f.Fuzz(func(t *testing.T, raw string) {
		err := readSample(raw)
		var p *controlplane.Problem
		if err != nil && !errors.As(err, &p) {
			t.Fatalf("not a problem: %v", err)
		}
		if err == nil && !json.Valid([]byte(raw)) {
			t.Fatalf("accepted %q", raw)
		}
	})
}
