package calltest

import (
	"os"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
)

// BenchmarkReferenceCall plays the reference call of the masking example.
func BenchmarkReferenceCall(b *testing.B) {
	var report diag.List
	s, err := Read(&Builder{Files: os.DirFS("../../examples/01-number-masking")}, "calls.test.yaml", &report)
	if err != nil || s == nil {
		b.Fatal(err, report.Sorted())
	}
	b.ReportAllocs()
	for b.Loop() {
		if r, err := s.Cases[0].Play(Options{}); err != nil || len(r.Failures) > 0 {
			b.Fatal(err, r.Failures)
		}
	}
}
