package phone_test

import (
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// BenchmarkStory is one call as a test: people, session, trace and judgement.
func BenchmarkStory(b *testing.B) {
	code := desk(b)
	talk := story(b, colleague+", ", welcome+`, {"press": {"keys": "1"}},
		{"dialled": {"answers": "3s", "hears": [{"text": "The front desk."}]}}, {"joined": true}, {"talk": "40s"}, {"hangs_up": "caller"}`)
	b.ReportAllocs()
	for b.Loop() {
		result, err := phone.Run(voxengine.Options{Code: code}, talk)
		if err != nil || len(result.Failures) > 0 {
			b.Fatal(err, result.Failures)
		}
	}
}
