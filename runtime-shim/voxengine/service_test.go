package voxengine

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// TestServices holds the table of services to the facts: its classes, events and
// methods are of the platform.
func TestServices(t *testing.T) {
	for i := range services {
		v := &services[i]
		class, ok := facts.Lookup(v.class)
		if !ok || class.Kind != facts.Class {
			t.Errorf("%s is no class", v.class)
			continue
		}
		for _, list := range v.events {
			if _, ok := facts.Lookup(list); !ok {
				t.Errorf("%s has no enumeration %s", v.class, list)
			}
		}
		for _, member := range []string{v.opened, v.refused, v.failed, v.closed, v.started, v.ended, v.marker} {
			if member != "" && v.constant(member) == "" {
				t.Errorf("%s has no event %s", v.class, member)
			}
		}
		for _, name := range strings.Fields(v.promises) {
			if _, ok := class.Member(name); !ok {
				t.Errorf("%s has no method %s", v.class, name)
			}
		}
		if dot := strings.LastIndexByte(v.maker, '.'); dot > 0 {
			owner, _ := facts.Lookup(v.maker[:dot])
			if _, ok := owner.Member(v.maker[dot+1:]); !ok {
				t.Errorf("there is no function %s", v.maker)
			}
		}
	}
}

func TestNamesOfManagement(t *testing.T) {
	for scripts, api := range map[string]string{"applicationId": "application_id", "acdQueueId": "acd_queue_id", "sqSkills": "sq_skills", "count": "count"} {
		if got := snake(scripts); got != api {
			t.Errorf("%s is %s, want %s", scripts, got, api)
		}
		if got := camel(api); got != scripts {
			t.Errorf("%s is %s, want %s", api, got, scripts)
		}
	}
}
