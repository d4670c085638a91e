package voxengine

import (
	"fmt"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// mutes reads Options.Mute: members by qualified name, events by value.
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
		event, isEvent := facts.Event(name)
		switch {
		case members[name]:
			out[name] = true
		case isEvent && emitted[event.Value]:
			out[event.Value] = true
		default:
			return nil, fmt.Errorf("%s: %s cannot be muted, it is no emulated member and no event that is sent", CodeOptions, name)
		}
	}
	return out, nil
}

// mutedFunc stands for a member that is muted.
func mutedFunc(*Session, goja.FunctionCall) goja.Value { return goja.Undefined() }
