package conform_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/conform"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestNothingIsIdle mutes each emulated member and each event in turn: some
// case has to notice. What no case notices is not known to work and must not be
// counted as emulated; add a case for it.
func TestNothingIsIdle(t *testing.T) {
	names := voxengine.Emitted()
	for owner, members := range voxengine.Members() {
		for _, member := range members {
			names = append(names, strings.TrimPrefix(owner+"."+member, "."))
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if !noticed(t, name) {
			t.Errorf("no case notices that %s does nothing", name)
		}
	}
}

// TestDepth: the symbols to emulate in depth are symbols of the platform.
func TestDepth(t *testing.T) {
	for i, part := range conform.Depth() {
		if part.Name == "" || len(part.Members) == 0 {
			t.Errorf("entry %d of the list is no symbol, or one without members", i)
		}
	}
}

// noticed reports whether a case is red without a member or event; those that
// name it are tried first.
func noticed(t *testing.T, name string) bool {
	t.Helper()
	word := name[strings.LastIndexByte(name, '.')+1:]
	var first, later []conform.Case
	for _, c := range conform.Cases() {
		scripts, err := c.Scripts()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(scripts[len(scripts)-1].Text, word) {
			first = append(first, c)
		} else {
			later = append(later, c)
		}
	}
	for _, c := range append(first, later...) {
		verdict, err := c.RunMuted(name)
		if err != nil {
			t.Fatal(err)
		}
		if !verdict.Pass {
			return true
		}
	}
	return false
}
