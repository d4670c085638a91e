package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// traceSchema is the part of schema.json that the page shows.
type traceSchema struct {
	Properties map[string]struct {
		Type        string `json:"type"`
		Description string `json:"description"`
	} `json:"properties"`
	OneOf []struct {
		Title       string          `json:"title"`
		Description string          `json:"description"`
		Required    []string        `json:"required"`
		Properties  json.RawMessage `json:"properties"`
	} `json:"oneOf"`
}

// TestTraceInDocuments: the page has every kind and field of the trace's schema,
// and the schema every field of an event.
func TestTraceInDocuments(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(root, "runtime-shim/voxengine/schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	var schema traceSchema
	if err := json.Unmarshal(raw, &schema); err != nil {
		t.Fatal(err)
	}
	types := map[string]string{"integer": "number", "string": "text", "boolean": "true or false", "array": "list of text"}
	var kinds, fields [][]string
	for _, kind := range schema.OneOf {
		var has []string
		for _, name := range keys(t, kind.Properties) {
			switch {
			case name == "t" || name == "seq" || name == "kind":
			case slices.Contains(kind.Required, name):
				has = append(has, "`"+name+"`")
			default:
				has = append(has, "`["+name+"]`")
			}
		}
		kinds = append(kinds, []string{"`" + kind.Title + "`", strings.Join(has, " "), kind.Description})
	}
	for event, i := reflect.TypeFor[voxengine.Event](), 0; i < event.NumField(); i++ {
		name, _, _ := strings.Cut(event.Field(i).Tag.Get("json"), ",")
		p, ok := schema.Properties[name]
		if !ok {
			t.Errorf("schema.json does not describe %s", name)
		}
		fields = append(fields, []string{"`" + name + "`", types[p.Type], p.Description})
	}
	written(t, "cli.md", "kinds of run", table([]string{"kind", "fields, in brackets when they may be missing", "means"}, kinds))
	written(t, "cli.md", "fields of run", table([]string{"field", "type", "means"}, fields))
}

// keys are the names in a JSON object, in their order.
func keys(t *testing.T, object json.RawMessage) (names []string) {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(object))
	if _, err := dec.Token(); err != nil {
		t.Fatal(err)
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name.(string))
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	return names
}
