// Package golden holds the output of tests to files that people read in review.
// It is for tests alone.
package golden

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Updating reports whether goldens are rewritten: UPDATE=1, which `make golden` sets.
func Updating() bool { return os.Getenv("UPDATE") != "" }

// Check fails the test when a file is not what came out; while updating it
// rewrites the file, and its folder when there is none.
func Check(t testing.TB, file, got string) {
	t.Helper()
	if Updating() {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (UPDATE=1 writes it)\n%s", err, got)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s is not what comes out now (-file +now, UPDATE=1 rewrites it)\n%s", file, diff)
	}
}
