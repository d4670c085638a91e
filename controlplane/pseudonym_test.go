package controlplane

import (
	"encoding/json"
	"os"
	"testing"
)

// TestPseudonyms runs the table that flows are held to.
func TestPseudonyms(t *testing.T) {
	raw, err := os.ReadFile("../runtime-shim/scenario/testdata/phones.json")
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Pseudonyms []struct {
			Value     any
			Digits    string
			Secret    string
			Pseudonym string
		}
	}
	if err := json.Unmarshal(raw, &table); err != nil || len(table.Pseudonyms) < 6 {
		t.Fatal(len(table.Pseudonyms), err)
	}
	for _, c := range table.Pseudonyms {
		if got := NewPhone(c.Digits).Pseudonym(c.Secret); got != c.Pseudonym {
			t.Errorf("%v: %q, want %q", c.Value, got, c.Pseudonym)
		}
	}
}
