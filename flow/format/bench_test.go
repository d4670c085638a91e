package format_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/format"
	"github.com/ringflow/ringflow/flow/source"
)

// BenchmarkSteps formats flows that differ in length alone.
func BenchmarkSteps(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		text := "ringflow: 1\nflow: long\nstarts: incoming\nlanguage: en-US\nmain:\n" +
			strings.Repeat("- gather: hi\n  as: code\n  digits: 5\n  on: {gave_up: [{play: bye}, hangup], key \"#\": {if: code == '1', then: {play: hi}}}\n", n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				var report diag.List
				if _, ok, err := format.File(source.NewFile("long.flow.yaml", text), &report); !ok || err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
