package main

import (
	"os"
	"strings"
	"testing"
)

const factsFile = "../../../facts/data/voxengine-api.json"

func TestDeclarationsAreCurrent(t *testing.T) {
	facts, err := os.ReadFile(factsFile)
	if err != nil {
		t.Fatal(err)
	}
	want, err := Declarations(facts)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../voxengine.d.ts")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("voxengine.d.ts is not what the facts say; go generate ./runtime-shim/scenario writes it")
	}
}

func TestWhatIsNotDeclaredCannotBeWanted(t *testing.T) {
	for text, want := range map[string]string{
		`{"symbols":{}}`: "(global) is not among the facts",
		`{"symbols":{"(global)":{"kind":"namespace","members":[]}}}`: "(global) has no member setTimeout",
		`[]`: "facts about the interface",
	} {
		if _, err := Declarations([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
