//go:build full

package conform_test

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ringflow/ringflow/runtime-shim/conform"
	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/v8"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestV8Agrees runs every case a second time with its scripts in V8, under every
// setting of its switch: the traces are the same byte for byte, but for the column
// of an error, which is a call's member for one engine and its bracket for the other.
func TestV8Agrees(t *testing.T) {
	engine, err := v8.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = engine.Close() }()
	events := 0
	for _, c := range conform.Cases() {
		if held[c.Name] {
			continue
		}
		settings := []facts.Settings{nil}
		if sw, ok := facts.LookupSwitch(c.Switch); ok {
			for _, setting := range sw.Settings[1:] {
				settings = append(settings, facts.Settings{c.Switch: setting})
			}
		}
		for _, switches := range settings {
			own, err := c.Run(switches)
			if err != nil {
				t.Fatal(err)
			}
			other, err := c.RunIn(engine, switches)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(lined(own.Events), lined(other.Events)); diff != "" {
				t.Errorf("%s %v (-engine +V8)\n%s", c.Name, switches, diff)
			}
			events += len(own.Events)
		}
	}
	t.Logf("%d cases, %d events", len(conform.Cases())-len(held), events)
}

// held are cases in which the platform holds on to an object of the script's. The
// driver copies objects.
var held = map[string]bool{"ivr-class": true, "ivr-select-same-state": true, "player-sequence-marker": true}

var column = regexp.MustCompile(`(at="[^"]*:\d+):\d+"`)

func lined(events []voxengine.Event) string {
	return column.ReplaceAllString(text(events), `$1"`)
}
