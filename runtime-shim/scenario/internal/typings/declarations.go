package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// want is one symbol and those of its members that are declared.
type want struct {
	symbol  string
	members []string
}

// api is the part of the facts that declarations are written from.
type api struct {
	Meta struct {
		Source string `json:"source"`
		SHA256 string `json:"sha256"`
	} `json:"meta"`
	Symbols map[string]symbol `json:"symbols"`
	Events  map[string]event  `json:"events"` // by "CallEvents.Connected"
}

type symbol struct {
	Kind    string   `json:"kind"` // enum, class, namespace, interface, type
	Event   bool     `json:"event"`
	Type    string   `json:"type"` // of kind type
	Members []member `json:"members"`
}

type member struct {
	Name       string   `json:"name"`
	Kind       string   `json:"kind"` // enumMember, function, method, property
	Type       string   `json:"type"`
	Optional   bool     `json:"optional"`
	TypeParams []string `json:"typeParams"`
	Params     []member `json:"params"`
	Returns    string   `json:"returns"`
	Value      string   `json:"value"`
}

type event struct {
	Fields []member `json:"fields"`
}

// UnmarshalJSON reads a member; numeric values of enumerations are not wanted here.
func (m *member) UnmarshalJSON(text []byte) error {
	type plain member
	var raw struct {
		plain
		Value any `json:"value"`
	}
	if err := json.Unmarshal(text, &raw); err != nil {
		return err
	}
	*m = member(raw.plain)
	m.Value, _ = raw.Value.(string)
	return nil
}

// Declarations returns the declarations of what is wanted.
func Declarations(facts []byte) ([]byte, error) {
	w := writer{}
	if err := json.Unmarshal(facts, &w.api); err != nil {
		return nil, fmt.Errorf("facts about the interface: %w", err)
	}
	w.printf("// Written by internal/typings from %s (SHA-256 %.8s...). Do not edit.\n", w.api.Meta.Source, w.api.Meta.SHA256)
	for _, one := range wanted {
		if err := w.symbol(one); err != nil {
			return nil, err
		}
	}
	w.printf("%s", newer)
	return w.out.Bytes(), nil
}

type writer struct {
	api api
	out bytes.Buffer
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(&w.out, format, args...) }

func (w *writer) symbol(one want) error {
	found, ok := w.api.Symbols[one.symbol]
	if !ok {
		return fmt.Errorf("%s is not among the facts", one.symbol)
	}
	members, err := pick(found.Members, one)
	if err != nil {
		return err
	}
	scope, name, nested := strings.Cut(one.symbol, ".")
	switch {
	case one.symbol == "(global)":
		w.functions("\ndeclare function ", members)
	case found.Kind == "type":
		w.printf("\ntype %s = %s;\n", one.symbol, strings.Join(known(strings.Split(found.Type, " | ")), " | "))
	case nested:
		w.nested(scope, name, found.Kind, members)
	default:
		w.block(one.symbol, found, members)
	}
	return nil
}

// nested writes what stands in a namespace.
func (w *writer) nested(scope, name, kind string, members []member) {
	w.printf("\ndeclare namespace %s {\n  %s %s {\n", scope, kind, name)
	switch kind {
	case "enum":
		for _, m := range members {
			w.printf("    %s = %q,\n", m.Name, m.Value)
		}
	case "class":
		w.functions("    ", members)
		w.printf("    private constructor();\n")
	default:
		w.properties("    ", members)
	}
	w.printf("  }\n}\n")
}

func (w *writer) block(name string, found symbol, members []member) {
	w.printf("\ndeclare %s %s {\n", found.Kind, name)
	switch found.Kind {
	case "enum":
		for _, m := range members {
			w.printf("  %s = %q,\n", m.Name, m.Value)
		}
	case "class":
		w.functions("  ", members)
		w.printf("  private constructor();\n")
	case "namespace":
		w.functions("  function ", members)
	case "interface":
		w.properties("  ", members)
	}
	w.printf("}\n")
	if found.Event {
		w.payloads(name, members)
	}
}

// payloads writes the map from an event's constant to what its listeners get.
func (w *writer) payloads(name string, members []member) {
	w.printf("\ndeclare interface _%s {\n", name)
	for _, m := range members {
		w.printf("  [%s.%s]: {\n", name, m.Name)
		w.properties("    ", w.api.Events[name+"."+m.Name].Fields)
		w.printf("  };\n")
	}
	w.printf("}\n")
}

func (w *writer) functions(prefix string, members []member) {
	for _, m := range members {
		typeParams := ""
		if len(m.TypeParams) > 0 {
			typeParams = "<" + strings.Join(m.TypeParams, ", ") + ">"
		}
		w.printf("%s%s%s(%s): %s;\n", prefix, m.Name, typeParams, strings.Join(parameters(m.Params), ", "), m.Returns)
	}
}

func (w *writer) properties(indent string, members []member) {
	for _, m := range members {
		w.printf("%s%s;\n", indent, typed(m))
	}
}

// parameters leaves out what is optional and of a type that nobody here uses.
func parameters(all []member) []string {
	var out []string
	for _, p := range all {
		if p.Optional && len(known([]string{p.Type})) == 0 {
			break
		}
		out = append(out, typed(p))
	}
	return out
}

func typed(m member) string {
	mark := ""
	if m.Optional {
		mark = "?"
	}
	name := m.Name
	if strings.Contains(name, ".") {
		name = "[" + name + "]" // the constant of an event
	}
	return name + mark + ": " + m.Type
}

var typeName = regexp.MustCompile(`\b_?[A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+)*\b`)

// known keeps the types that name nothing but wanted symbols.
func known(types []string) []string {
	names := map[string]bool{"HttpRequestOptions": true, "HttpRequestResult": true, "Promise": true}
	for _, one := range wanted {
		names[one.symbol], names["_"+one.symbol] = true, true
	}
	var out []string
next:
	for _, t := range types {
		for _, name := range typeName.FindAllString(t, -1) {
			if !names[name] {
				continue next
			}
		}
		out = append(out, t)
	}
	return out
}

// pick returns the wanted members in the order in which they are listed.
func pick(all []member, one want) ([]member, error) {
	byName := make(map[string]member, len(all))
	for _, m := range all {
		byName[m.Name] = m
	}
	out := make([]member, 0, len(one.members))
	for _, name := range one.members {
		m, ok := byName[name]
		if !ok {
			return nil, fmt.Errorf("%s has no member %s", one.symbol, name)
		}
		out = append(out, m)
	}
	return out, nil
}
