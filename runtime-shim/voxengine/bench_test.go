package voxengine_test

import (
	"os"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// BenchmarkEmptySession is what a session costs before its script does anything.
func BenchmarkEmptySession(b *testing.B) {
	code := compile(b, "")
	b.ReportAllocs()
	for b.Loop() {
		s, err := voxengine.New(voxengine.Options{Code: code})
		if err != nil {
			b.Fatal(err)
		}
		s.Run()
	}
}

// BenchmarkMaskedCall is a whole call of a masking scenario, a fresh session
// each: a greeting, five keys, a lookup, a whisper, a conversation, a report.
func BenchmarkMaskedCall(b *testing.B) {
	for _, style := range []string{"callbacks", "async"} {
		b.Run(style, func(b *testing.B) {
			text, err := os.ReadFile("testdata/masking_" + style + ".js")
			if err != nil {
				b.Fatal(err)
			}
			code := compile(b, string(text))
			b.ReportAllocs()
			calls := 0
			for b.Loop() {
				maskedCall(b, code, nil)
				calls++
			}
			b.ReportMetric(float64(calls)/b.Elapsed().Seconds(), "calls/s")
		})
	}
}

// TestMaskedCall makes sure that the benchmark measures a call that goes well.
func TestMaskedCall(t *testing.T) {
	for _, style := range []string{"callbacks", "async"} {
		text, err := os.ReadFile("testdata/masking_" + style + ".js")
		if err != nil {
			t.Fatal(err)
		}
		p := &play{t: t}
		maskedCall(t, compile(t, string(text)), func(e voxengine.Event) { p.events = append(p.events, e) })
		want := `
			7.620 join legs=caller,leg-1
			60.000 http method="POST" url="https://results.example/" body="{\"order\":\"12345\",\"found\":true,\"joined\":true}" code=200
			60.000 terminated`
		if got := p.traced(voxengine.KindJoin, voxengine.KindHTTP, voxengine.KindTerminated, voxengine.KindError); got != lines(want) {
			t.Errorf("%s: trace is\n%s", style, p.trace())
		}
	}
}

func maskedCall(tb testing.TB, code *voxengine.Code, trace func(voxengine.Event)) {
	s, err := voxengine.New(voxengine.Options{
		Code: code, Start: start, Trace: trace, Carrier: answering(3000), HTTP: &web{response: voxengine.Response{Code: 200}},
		Storage: &shelf{items: map[string]voxengine.Item{"12345": {Key: "12345", Value: `{"courier":"12222222222","client":"13333333333"}`, Found: true}}},
	})
	if err != nil {
		tb.Fatal(err)
	}
	caller := s.Incoming(voxengine.Incoming{From: "12222222222", To: "10000000000"})
	for i, key := range []string{"1", "2", "3", "4", "5"} {
		s.At(1000+int64(i)*200, func() { caller.Press(key) })
	}
	s.At(60_000, func() { caller.Hangup() })
	s.Run()
}
