package calltest

import (
	"os"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// TestValuesInCalls plays calls in which a pseudonym is the key of an entry with
// money and a date, at times that a calendar judges; without secrets that scripts
// can read there is no pseudonym, and so no bill.
func TestValuesInCalls(t *testing.T) {
	var report diag.List
	s, err := Read(&Builder{Files: os.DirFS("testdata/values")}, "bills.test.yaml", &report)
	if err != nil || report.Len() > 0 {
		t.Fatal(err, report.Sorted())
	}
	for i, c := range s.Cases {
		v, err := c.Run(Options{})
		if err != nil || !v.Passed() {
			t.Errorf("%s: %v\n%s", c.Name, err, v.Describe())
		}
		v, err = c.Run(Options{Switches: facts.Settings{facts.SecretReader: "absent"}})
		if heard := i > 0; err != nil || v.Passed() != heard {
			t.Errorf("%s without secrets: passed %v, %v", c.Name, v.Passed(), err)
		}
	}
}

// TestLanguagesOfALibraryInCalls plays calls that take a language in a library: its
// options, items, calendar and who listens follow.
func TestLanguagesOfALibraryInCalls(t *testing.T) {
	var report diag.List
	s, err := Read(&Builder{Files: os.DirFS("testdata/together")}, "shop.test.yaml", &report)
	if err != nil || report.Len() > 0 {
		t.Fatal(err, report.Sorted())
	}
	for _, c := range s.Cases {
		if v, err := c.Run(Options{}); err != nil || !v.Passed() {
			t.Errorf("%s: %v\n%s", c.Name, err, v.Describe())
		}
	}
}
