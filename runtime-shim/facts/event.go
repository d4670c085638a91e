package facts

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// EventFact is one event constant of the platform's API.
type EventFact struct {
	Name   string   // constant, such as "CallEvents.Connected"
	Value  string   // its value at run time, such as "Call.Connected"
	Fields []string // fields of its payload
}

// Event returns the event with a constant's name.
func Event(name string) (EventFact, bool) {
	event, ok := events()[name]
	return event, ok
}

// Events returns the names of all event constants, sorted.
func Events() []string { return slices.Sorted(maps.Keys(events())) }

var events = sync.OnceValue(func() map[string]EventFact {
	table := rows("events.tsv")
	out := make(map[string]EventFact, len(table))
	for _, row := range table {
		out[row[0]] = EventFact{Name: row[0], Value: row[1], Fields: strings.Split(row[2], ",")}
	}
	return out
})
