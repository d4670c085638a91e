package expr_test

import (
	"testing"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/types"
)

// TestNoLanguageHasNoWords: what is no language tag is never read aloud.
func TestNoLanguageHasNoWords(t *testing.T) {
	for _, lang := range []string{"", "en-", "en_US_x-", "en-toolongtag12", "ru-1"} {
		for _, typ := range []types.Type{types.Of(types.Date), types.Of(types.Time), types.MoneyOf("EUR")} {
			_ = expr.AloudFor(typ, lang) // no panic
		}
	}
	if expr.AloudFor(types.Of(types.Date), "en-toolongtag12") != nil {
		t.Error("words for no language")
	}
	if got := expr.CategoriesOf("ru-RU"); len(got) != 4 {
		t.Error(got)
	}
}
