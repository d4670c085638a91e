package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// declarations is the part of the extract that the runtime needs.
type declarations struct {
	Meta    meta                   `json:"meta"`
	Symbols map[string]symbol      `json:"symbols"`
	Events  map[string]eventRecord `json:"events"`
}

type meta struct {
	Source string `json:"source"`
	SHA256 string `json:"sha256"`
}

func (m meta) line(what string) string {
	return fmt.Sprintf("# %s, from %s sha256 %.12s; written by internal/gen\n", what, m.Source, m.SHA256)
}

type symbol struct {
	Kind     string   `json:"kind"`
	Requires []string `json:"requires"`
	Members  []member `json:"members"`
}

type member struct {
	Kind     string          `json:"kind"`
	Name     string          `json:"name"`
	Value    json.RawMessage `json:"value"`
	Requires []string        `json:"requires"`
}

type eventRecord struct {
	Value  string `json:"value"`
	Fields []struct {
		Name string `json:"name"`
	} `json:"fields"`
}

// events renders one event a line: constant, value, names of the payload's fields.
func (d declarations) events() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(d.Meta.line("events: constant, value, fields"))
	for _, name := range slices.Sorted(maps.Keys(d.Events)) {
		event := d.Events[name]
		var fields []string
		for _, field := range event.Fields {
			fields = append(fields, field.Name)
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\n", name, event.Value, strings.Join(fields, ","))
	}
	return out.Bytes(), nil
}

// symbols renders one enumeration, class or namespace a line: kind, name,
// module that it needs, members. Interfaces have no value at run time.
func (d declarations) symbols() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(d.Meta.line("symbols: kind, name, module, members"))
	for _, name := range slices.Sorted(maps.Keys(d.Symbols)) {
		s := d.Symbols[name]
		if s.Kind != "enum" && s.Kind != "class" && s.Kind != "namespace" {
			continue
		}
		members, err := s.line()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\n", s.Kind, name, first(s.Requires), members)
	}
	return out.Bytes(), nil
}

// line renders members, separated by bars: "name()" for what is called,
// "name=VALUE" (JSON) for a constant, "name" for a property; "@Module" follows
// a member that needs a module of its own.
func (s symbol) line() (string, error) {
	var parts []string
	for _, m := range s.Members {
		part := short(m.Name)
		switch m.Kind {
		case "constructor":
			continue
		case "function", "method":
			part += "()"
		case "enumMember":
			part += "=" + string(m.Value)
		}
		if module := first(m.Requires); module != "" && module != first(s.Requires) {
			part += "@" + module
		}
		if strings.ContainsAny(part, "|\t\n") {
			return "", fmt.Errorf("member %q holds a separator", part)
		}
		parts = append(parts, part)
	}
	slices.Sort(parts)
	return strings.Join(slices.Compact(parts), "|"), nil
}

// short drops the name of the symbol from names such as CallEvents.Connected.
func short(name string) string {
	return name[strings.LastIndex(name, ".")+1:]
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
