// Package schema makes JSON Schemas (draft 7, which every editor reads) of flows,
// libraries, prompt files and projects, for editors without the language server. They follow
// from the registry (package spec): no verb, field or outcome stands here. A schema
// knows shape alone, and accepts everything that a checker accepts.
package schema

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
)

// Object is a part of a schema.
type Object map[string]any

// Text writes a schema, the same bytes each time.
func Text(root Object) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		panic(err) // maps, lists and texts
	}
	return b.String()
}

// File makes an object the schema of a whole file.
func File(title string, root Object) Object {
	out := maps.Clone(root)
	out["$schema"], out["title"] = "http://json-schema.org/draft-07/schema#", title
	return out
}

// Mapping is a mapping with the fields of a list. inside replaces what follows
// from the kind of a field, by the field's name.
func Mapping(fields []spec.Field, inside map[string]Object) Object {
	properties, required := Object{}, []string{}
	for _, f := range fields {
		value, own := inside[f.Name]
		if !own {
			value = Value(f)
		}
		properties[f.Name] = documented(value, f)
		if f.Required {
			required = append(required, f.Name)
		}
	}
	out := Object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// documented adds what the registry says of a field.
func documented(value Object, f spec.Field) Object {
	out := Object{"description": f.Doc}
	if f.Default != "" {
		out["description"] = f.Doc + " Default: " + f.Default + "."
	}
	if _, ref := value["$ref"]; ref { // nothing counts beside a reference
		out["allOf"] = []Object{value}
		return out
	}
	maps.Copy(out, value)
	return out
}

// Value is what a field takes. A kind that is not known here takes anything.
func Value(f spec.Field) Object {
	switch f.Kind {
	case spec.None:
		return Object{"type": "null"}
	case spec.Prompt:
		return Ref("heard")
	case spec.Expr:
		return Object{"type": []string{"string", "number", "boolean", "null"}}
	case spec.Text, spec.Name:
		return Scalar()
	case spec.Word:
		return Object{"enum": f.Words}
	case spec.Duration:
		return Object{"type": "string", "pattern": durations()}
	case spec.Count:
		return count(f)
	case spec.Flag:
		return Object{"enum": []any{true, false, "yes", "no", "true", "false"}}
	case spec.Keys:
		return Object{"type": []string{"string", "number"}, "pattern": "^[0-9*#]+$"}
	case spec.Args, spec.Notes, spec.Reasons:
		return MapOf(Object{"type": []string{"string", "number", "boolean", "null"}})
	case spec.Cases:
		return ListOf(Ref("case"))
	case spec.Steps:
		return Ref("steps")
	case spec.Items:
		return Object{"type": "array"}
	case spec.Group:
		if len(f.Fields) > 0 {
			return Mapping(f.Fields, nil)
		}
	}
	return Object{}
}

// count is a whole number, which quotes do not change.
func count(f spec.Field) Object {
	whole := Object{"type": "integer", "minimum": f.Min}
	if f.Max > 0 {
		whole["maximum"] = f.Max
	}
	return Object{"anyOf": []Object{whole, {"type": "string", "pattern": "^[0-9]+$"}}}
}

// durations is the pattern of a time with its unit.
func durations() string {
	units := slices.SortedFunc(maps.Keys(expr.Units), func(a, b string) int { return strings.Compare(a, b) })
	return `^[0-9]+(\.[0-9]+)?(` + strings.Join(units, "|") + `)$`
}

// Scalar is a text, however another reader takes it.
func Scalar() Object { return Object{"type": []string{"string", "number", "boolean"}} }

// Ref refers to a definition of the file.
func Ref(name string) Object { return Object{"$ref": "#/definitions/" + name} }

// MapOf is a mapping of any names.
func MapOf(value Object) Object { return Object{"type": "object", "additionalProperties": value} }

// ListOf is a list.
func ListOf(item Object) Object { return Object{"type": "array", "items": item} }

// Either is one of several forms.
func Either(forms ...Object) Object { return Object{"anyOf": forms} }

// Version is the number of the language.
func Version() Object { return Object{"enum": []any{json.Number(spec.Version), spec.Version}} }

// outcomes is the pattern of the keys of a verb's `on:`, such as busy | no_answer and key "#".
func outcomes(v spec.Verb) string {
	words := []string{"otherwise", spec.CallerLeft().Name}
	for _, o := range v.Outcomes {
		if o.Key {
			words = append(words, `key\s*["']?[0-9*#]["']?`)
		} else {
			words = append(words, regexp.QuoteMeta(o.Name))
		}
	}
	one := "(" + strings.Join(words, "|") + ")"
	return `^\s*` + one + `(\s*\|\s*` + one + `)*\s*$`
}
