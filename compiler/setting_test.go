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
		"2026-12-01", "2026-2-1", "2026-02-30", "0000-01-01", "09:30", "9:30", "24:00", "12.50", "12.50 EUR", "12.50 USD", "12.505", "-3", "-", "1.", "9007199254740993",
	}
	all := map[string]types.Type{"money EUR": types.MoneyOf("EUR"), "money JPY": types.MoneyOf("JPY")}
	for name, kind := range types.Simple {
		all[name] = types.Of(kind)
	}
	delete(all, "secret") // which has no value
	for name, typ := range all {
		digits, _ := types.CurrencyDigits(typ.Name)
		for _, text := range texts {
			a := &artifact.Artifact{Manifest: artifact.Manifest{Config: []artifact.Setting{{Name: "x", Type: name, Digits: digits}}}}
			_, err := a.Bind(artifact.Values{"x": text}, artifact.Header{})
			if typ.Holds(text) != (err == nil) {
				t.Errorf("%q as %s: check says %v, bind %v", text, name, typ.Holds(text), err)
			}
		}
	}
}
