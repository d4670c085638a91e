package voxengine

import (
	"fmt"
	"slices"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// mutes reads Options.Mute: members by qualified name, events by value, and
// their fields behind that.
func mutes(names []string) (map[string]bool, error) {
	if len(names) == 0 {
		return nil, nil
	}
	members := map[string]bool{}
	for owner, list := range Members() {
		for _, name := range list {
			members[qualified(owner, name)] = true
		}
	}
	out := map[string]bool{}
	for _, name := range names {
		owner, field, _ := cutLast(name)
		event, isEvent := facts.Event(name)
		carrier, isField := facts.Event(owner)
		switch {
		case members[name]:
			out[name] = true
		case isEvent && sends(event.Value):
			out[event.Value] = true
		case isField && sends(carrier.Value) && slices.Contains(carrier.Fields, field):
			out[qualified(carrier.Value, field)] = true
		default:
			return nil, fmt.Errorf("%s: %s cannot be muted, it is no emulated member and no event that is sent, nor a field of one", CodeOptions, name)
		}
	}
	return out, nil
}

// withoutMuted takes the muted fields out of an event.
func (s *Session) withoutMuted(event string, payload *goja.Object) *goja.Object {
	if len(s.muted) == 0 {
		return payload
	}
	for _, field := range payload.Keys() {
		if s.muted[qualified(event, field)] {
			must(payload.Delete(field))
		}
	}
	return payload
}

// mutedFunc stands for a member that is muted.
func mutedFunc(*Session, goja.FunctionCall) goja.Value { return goja.Undefined() }
