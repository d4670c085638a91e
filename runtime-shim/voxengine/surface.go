package voxengine

import (
	"maps"
	"slices"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Status is what a session does about a member that the platform declares.
type Status string

// Statuses. Every declared member has one of them.
const (
	Emulated Status = "emulated" // does what it does on the platform; an event: is sent
	Constant Status = "constant" // has its value; an event: is never sent
	Refused  Status = "refused"  // is there, and its use throws an error that names it
)

// Part is one symbol of the platform's declarations.
type Part struct {
	Name    string // as in facts.Symbols
	Kind    string // facts.Class and so on
	Members []PartMember
}

// PartMember is one declared member and what a session does about it.
type PartMember struct {
	facts.Member
	Event  bool // a constant that names an event
	Status Status
}

// Count returns how many members have a status.
func (p Part) Count(status Status) int {
	n := 0
	for _, m := range p.Members {
		if m.Status == status {
			n++
		}
	}
	return n
}

// Surface returns all that the platform declares, sorted by name.
func Surface() []Part {
	var out []Part
	for _, name := range facts.Symbols() {
		symbol, _ := facts.Lookup(name)
		part := Part{Name: name, Kind: symbol.Kind}
		for _, member := range symbol.Members {
			part.Members = append(part.Members, classify(name, member))
		}
		out = append(out, part)
	}
	return out
}

func classify(owner string, member facts.Member) PartMember {
	m := PartMember{Member: member, Status: Refused}
	event, isEvent := facts.Event(owner + "." + member.Name)
	m.Event = isEvent
	switch {
	case isEvent && sends(event.Value), wholeLibrary()[libraryName(owner)].has(member.Name):
		m.Status = Emulated
	case member.Value != nil:
		m.Status = Constant
	}
	return m
}

// libraryName is the name by which the library lists a symbol of facts.
func libraryName(symbol string) string {
	if symbol == facts.Global {
		return ""
	}
	return symbol
}

// Members returns the emulated members by owner, "" for globals: those of the
// declarations and those that only older scripts use.
func Members() map[string][]string {
	out := map[string][]string{}
	for owner, n := range wholeLibrary() {
		if n.base {
			continue
		}
		if names := append(slices.Collect(maps.Keys(n.funcs)), n.names...); len(names) > 0 {
			slices.Sort(names)
			out[owner] = names
		}
	}
	return out
}
