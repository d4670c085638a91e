package compiler_test

import (
	"testing"

	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/artifact"
)

// TestValuesOfSettings: what `check` lets through as a value of a setting can be
// bound, and nothing else can.
func TestValuesOfSettings(t *testing.T) {
	texts := []string{
		"", "text", "0", "-1.5", "1e400", "NaN", "Inf", "true", "false", "yes", "+1 (800) 555-0100", "0049301234567", "1234", "1234567890123456", "12345x",
		"https://example.com/x", "http://", "ftp://example.com", "example.com", "a@b.c", "a@b", "@b.c", "a b@c.d", "30s", "1.5s", "2m", "500ms", "30", "-1s",
	}
	for name, kind := range types.Simple {
		if kind == types.Secret {
			continue
		}
		for _, text := range texts {
			a := &artifact.Artifact{Manifest: artifact.Manifest{Config: []artifact.Setting{{Name: "x", Type: name}}}}
			_, err := a.Bind(artifact.Values{"x": text}, artifact.Header{})
			if kind.Holds(text) != (err == nil) {
				t.Errorf("%q as %s: check says %v, bind %v", text, name, kind.Holds(text), err)
			}
		}
	}
}
