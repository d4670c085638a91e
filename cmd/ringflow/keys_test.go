package main

import (
	"os"
	"testing"
	"time"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/push"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestRawComparingScriptReadsOurKeys: a hand-written script that compares
// numbers as they stand, as the first scenarios for this storage did, works with
// what the control plane writes.
func TestRawComparingScriptReadsOurKeys(t *testing.T) {
	value, err := push.Value(controlplane.Order{
		Number: "12345", Courier: controlplane.NewPhone("12222222222"), Client: controlplane.NewPhone("13333333333"),
		Generation: 7, ExpiresAt: time.Unix(1_790_000_000, 0),
	})
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("../../runtime-shim/conform/testdata/naive-masking.js")
	if err != nil {
		t.Fatal(err)
	}
	code, err := voxengine.Compile(voxengine.Script{Name: "naive-masking.js", Text: string(source)})
	if err != nil {
		t.Fatal(err)
	}
	second := phone.Second
	r, err := phone.Run(voxengine.Options{Code: code}, phone.Story{
		From: "12222222222", To: "10000000000", Lenient: true,
		Given: phone.Given{Storage: map[string]string{"12345": value}},
		Steps: []phone.Step{
			{Hears: &phone.Hears{Any: true}}, {After: &second, Press: &phone.Press{Keys: "12345"}},
			{Dialled: &phone.Dialled{To: "13333333333", Answers: &second}}, {Joined: true}, {HangsUp: phone.Caller},
		},
	})
	if err != nil || len(r.Failures) > 0 {
		t.Fatal(err, r.Failures)
	}
}
