package voxengine

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"
)

func schema(t testing.TB) (*jsonschema.Schema, map[string]any) {
	t.Helper()
	data, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled, doc.(map[string]any)
}

// TestSchemaListsFields compares what schema.json says of each kind with what
// is written.
func TestSchemaListsFields(t *testing.T) {
	_, doc := schema(t)
	described := map[string]map[string]any{}
	for _, one := range doc["oneOf"].([]any) {
		described[one.(map[string]any)["title"].(string)] = one.(map[string]any)
	}
	if len(described) != len(Kinds()) {
		t.Errorf("the schema has %d kinds, there are %d", len(described), len(Kinds()))
	}
	for _, kind := range Kinds() {
		want := []string{"kind", "seq", "t"}
		required := []string{"kind", "seq", "t"}
		for _, f := range (&Event{Kind: kind}).fields() {
			want = append(want, f.name)
			if !f.optional {
				required = append(required, f.name)
			}
		}
		one := described[string(kind)]
		if one == nil {
			t.Errorf("the schema does not describe %s", kind)
			continue
		}
		if got := without(keysOf(one["properties"].(map[string]any)), "leg"); !slices.Equal(got, sortedCopy(want)) {
			t.Errorf("%s: the schema has %v, written are %v", kind, got, sortedCopy(want))
		}
		if got := without(stringsOf(one["required"].([]any)), "leg"); !slices.Equal(got, sortedCopy(required)) {
			t.Errorf("%s: the schema requires %v, always written are %v", kind, got, sortedCopy(required))
		}
	}
}

func keysOf(m map[string]any) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	return sortedCopy(keys)
}

func stringsOf(list []any) []string {
	var out []string
	for _, v := range list {
		out = append(out, v.(string))
	}
	return sortedCopy(out)
}

func sortedCopy(list []string) []string { return slices.Sorted(slices.Values(list)) }

func without(list []string, word string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == word })
}

// legged tells which kinds name a leg.
func legged(kind Kind) bool {
	return !slices.Contains([]Kind{KindJoin, KindUnjoin, KindGet, KindPut, KindRemove, KindHTTP, KindCallList, KindQueue, KindMail, KindRequest, KindSocket, KindLog, KindNote, KindStep, KindTimer,
		KindError, KindTerminating, KindTerminated}, kind)
}

// drawEvent makes an event of any kind with anything in its fields.
func drawEvent(t *rapid.T) Event {
	text := rapid.String()
	e := Event{
		Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind"),
		T:    rapid.Int64Range(0, 1e9).Draw(t, "t"), Seq: rapid.IntRange(1, 1e6).Draw(t, "seq"),
		Legs: []string{"caller", "leg-1"}, From: text.Draw(t, "from"), To: text.Draw(t, "to"), CallerID: text.Draw(t, "callerid"),
		Display: text.Draw(t, "display"), Via: "pstn", ID: text.Draw(t, "id"), Outcome: "got", Text: text.Draw(t, "text"), Voice: "v",
		Digit: rapid.SampledFrom([]string{"0", "*", "#"}).Draw(t, "digit"), Key: text.Draw(t, "key"), Found: rapid.Bool().Draw(t, "found"),
		Method: "GET", URL: text.Draw(t, "url"), Body: text.Draw(t, "body"), Loop: rapid.Bool().Draw(t, "loop"), OneWay: rapid.Bool().Draw(t, "one way"),
		Ignored: rapid.Bool().Draw(t, "ignored"), By: rapid.SampledFrom([]string{"caller", "scenario"}).Draw(t, "by"),
		Code: rapid.IntRange(-9, 699).Draw(t, "code"), Reason: text.Draw(t, "reason"), Duration: rapid.Int64Range(0, 9999).Draw(t, "duration"),
		Count: rapid.Int64Range(0, 99).Draw(t, "count"), Ms: rapid.Int64Range(0, 9999).Draw(t, "ms"), Error: text.Draw(t, "error"), At: "a.js:1:2",
	}
	if legged(e.Kind) {
		e.Leg = "leg-12"
	}
	return e
}

// TestEventsAsJSON validates any event against the schema, and reads it back.
func TestEventsAsJSON(t *testing.T) {
	compiled, _ := schema(t)
	rapid.Check(t, func(t *rapid.T) {
		e := drawEvent(t)
		data, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		if err := compiled.Validate(doc); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		var back Event
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		for _, f := range e.fields() {
			if diff := cmp.Diff(e.Field(f.name), back.Field(f.name)); diff != "" {
				t.Fatalf("%s: %s", f.name, diff)
			}
		}
		if strings.Contains(e.String(), "\n") {
			t.Fatalf("the event is more than one line: %s", e)
		}
	})
}

func TestTextStaysReadable(t *testing.T) {
	if got := (Event{Kind: KindLog, Text: "<b> & \"c\" ä"}).String(); !strings.HasSuffix(got, `text="<b> & \"c\" ä"`) {
		t.Errorf("the line is %s", got)
	}
}

// TestSchemaRefuses looks that the schema is not satisfied by everything.
func TestSchemaRefuses(t *testing.T) {
	compiled, _ := schema(t)
	for _, bad := range []string{
		`{"t":0,"seq":1,"kind":"answer"}`,
		`{"t":0,"seq":1,"kind":"answer","leg":"caller","text":"x"}`,
		`{"t":0,"seq":1,"kind":"sing","leg":"caller"}`,
		`{"t":-1,"seq":1,"kind":"terminated"}`,
		`{"t":0,"seq":1,"kind":"tone","leg":"caller","digit":"12"}`,
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if compiled.Validate(doc) == nil {
			t.Errorf("the schema takes %s", bad)
		}
	}
}
