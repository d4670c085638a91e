package facts

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Kinds of symbols that exist at run time.
const (
	Enum      = "enum"
	Class     = "class"
	Namespace = "namespace"
)

// Global is the name under which the platform's global functions are listed.
const Global = "(global)"

// Symbol is an enumeration, class or namespace of the platform's API.
type Symbol struct {
	Name    string // such as "VoxEngine" or "AMD.Events"
	Kind    string // Enum, Class or Namespace
	Module  string // module that has to be required first, such as "ASR"; empty if none
	Members []Member
}

// Member is one member of a symbol.
type Member struct {
	Name   string
	Called bool   // a function or method
	Value  any    // string or float64 of an enumeration's member, else nil
	Module string // module that this member alone needs; empty if none
}

// Lookup returns the symbol with a name.
func Lookup(name string) (*Symbol, bool) {
	symbol, ok := symbols()[name]
	return symbol, ok
}

// Symbols returns the names of all symbols, sorted.
func Symbols() []string { return slices.Sorted(maps.Keys(symbols())) }

// Member returns a member by name.
func (s *Symbol) Member(name string) (Member, bool) {
	at, ok := slices.BinarySearchFunc(s.Members, name, func(m Member, name string) int {
		return strings.Compare(m.Name, name)
	})
	if !ok {
		return Member{}, false
	}
	return s.Members[at], true
}

var symbols = sync.OnceValue(func() map[string]*Symbol {
	table := rows("symbols.tsv")
	out := make(map[string]*Symbol, len(table))
	for _, row := range table {
		out[row[1]] = &Symbol{Kind: row[0], Name: row[1], Module: row[2], Members: members(row[3])}
	}
	for _, row := range rows("recognition.tsv") {
		addConstant(out, row[0], row[1])
	}
	addManagement(out)
	return out
})

// addConstant puts a constant of speech recognition into its symbol. One whose
// value is not declared has its own name as its value, which no script may rely on.
func addConstant(all map[string]*Symbol, path, value string) {
	if value == "" {
		value = path
	}
	dot := strings.LastIndexByte(path, '.')
	owner, ok := all[path[:dot]]
	if !ok {
		panic("recognition.tsv: no symbol for " + path)
	}
	at, _ := slices.BinarySearchFunc(owner.Members, path[dot+1:], func(m Member, name string) int {
		return strings.Compare(m.Name, name)
	})
	owner.Members = slices.Insert(owner.Members, at, Member{Name: path[dot+1:], Value: value})
}

func members(column string) []Member {
	if column == "" {
		return nil
	}
	var out []Member
	for _, part := range strings.Split(column, "|") {
		out = append(out, parseMember(part))
	}
	slices.SortFunc(out, func(a, b Member) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// parseMember reads name, "()" or "=VALUE", and "@Module", as internal/gen wrote them.
func parseMember(part string) Member {
	part, module, _ := strings.Cut(part, "@")
	name, value, constant := strings.Cut(part, "=")
	name, called := strings.CutSuffix(name, "()")
	member := Member{Name: name, Called: called, Module: module}
	if constant {
		if err := json.Unmarshal([]byte(value), &member.Value); err != nil {
			panic(fmt.Sprintf("symbols.tsv: value of %s: %v", name, err))
		}
	}
	return member
}
