package voxengine

import (
	"fmt"
	"testing"
)

// TestMissesAreBounded asks for more names than are remembered.
func TestMissesAreBounded(t *testing.T) {
	code, err := Compile(Script{Name: "a.js", Text: `for (let i = 0; i < 100; i++) VoxEngine["name" + i];`})
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(Options{Code: code})
	if err != nil {
		t.Fatal(err)
	}
	s.Run()
	last := s.host.misses[len(s.host.misses)-1]
	if len(s.host.misses) != maxMisses || last != (miss{"VoxEngine", "name99"}) {
		t.Errorf("%d misses, the last is %v", len(s.host.misses), last)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"callPSTN", "callSIP", "callUser", "terminate"}
	for word, want := range map[string]string{"calPSTN": "callPSTN", "callpstn": "callPSTN", "Terminate": "terminate", "weather": "", "": "", "callS": ""} {
		if got := nearest(word, known); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
	if got := fmt.Sprint(levenshtein("", "abc"), levenshtein("abc", ""), levenshtein("flaw", "lawn"), levenshtein("ä", "a")); got != "3 3 2 1" {
		t.Errorf("distances are %s", got)
	}
}
