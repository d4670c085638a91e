package voxengine_test

import (
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestErrorKinds runs the examples: the wrong one has the error, the right one none.
func TestErrorKinds(t *testing.T) {
	for _, kind := range voxengine.ErrorKinds() {
		if (kind.Wrong == "") != (kind.Right == "") {
			t.Errorf("%s has half an example", kind.Code)
		}
		if kind.Wrong == "" {
			continue
		}
		if err := failure(t, kind.Wrong); err == nil || !strings.HasPrefix(err.Error(), kind.Code+": ") {
			t.Errorf("%s: the wrong example has the error %v", kind.Code, err)
		}
		if err := failure(t, kind.Right); err != nil {
			t.Errorf("%s: the right example has the error %v", kind.Code, err)
		}
	}
}

// failure is what ends a session of the script.
func failure(t *testing.T, script string) error {
	if _, err := voxengine.Compile(voxengine.Script{Name: "a.js", Text: script}); err != nil {
		return err
	}
	p := open(t, voxengine.Options{Budget: voxengine.Budget{Events: 300, Trace: 40_000, Turn: 200 * time.Millisecond}}, script)
	p.Run()
	return p.Err()
}
