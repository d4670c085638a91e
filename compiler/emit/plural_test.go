package emit

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/ringflow/ringflow/compiler/bundle"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// spokenLanguages are the languages of the platform's voices.
func spokenLanguages() []string {
	found := map[string]bool{}
	for _, v := range facts.Voices() {
		if fact, _ := facts.Voice(v); fact.Lang != "" {
			found[fact.Lang] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// pluralNumbers are numbers among which every rule changes its mind.
func pluralNumbers() []float64 {
	var out []float64
	for i := range 321 {
		out = append(out, float64(i))
	}
	for _, i := range []float64{0, 1, 2, 3, 5, 11, 21, 100} {
		for _, f := range []float64{0.1, 0.01, 0.2, 0.4, 0.5, 0.11, 0.12, 0.21, 0.22, 0.31, 0.14} {
			out = append(out, math.Round((i+f)*100)/100)
		}
	}
	return append(out, -1, -2, -1.5, 1000, 1001, 1_000_000, 1_000_001)
}

// TestPluralRulesAgreeWithCLDR: for every language that a voice of the platform
// speaks, the rule of the emitted script gives CLDR's category.
func TestPluralRulesAgreeWithCLDR(t *testing.T) {
	languages := spokenLanguages()
	if len(languages) < 100 {
		t.Fatal(len(languages))
	}
	numbers, err := json.Marshal(pluralNumbers())
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	var calls strings.Builder
	for _, lang := range languages {
		rule := expr.PluralRule(lang)
		if rule == "" {
			continue
		}
		rules = append(rules, rule)
		fmt.Fprintf(&calls, "bound.out[%q] = numbers.map(%s);\n", lang, rule)
	}
	slices.Sort(rules)
	module := fmt.Sprintf("import { %s } from \"ringflow\";\nconst numbers = %s;\n%s", strings.Join(slices.Compact(rules), ", "), numbers, calls.String())
	out, err := bundle.Bundle(bundle.Input{Name: "plurals.js", Module: []byte(module)})
	if err != nil {
		t.Fatal(err)
	}
	value, err := goja.New().RunString("(function (run) { const out = {}; run({ out }); return JSON.stringify(out); })(\n" + strings.TrimSuffix(string(out.Body), ";\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string][]string
	if err := json.Unmarshal([]byte(value.String()), &got); err != nil {
		t.Fatal(err)
	}
	for _, lang := range languages {
		for i, n := range pluralNumbers() {
			category := "other"
			if all := got[lang]; all != nil {
				category = all[i]
			}
			if want := expr.PluralCategory(lang, n); category != want {
				t.Errorf("%s: %v is %s in the script and %s in CLDR (%s)", lang, n, category, want, expr.PluralRule(lang))
				break
			}
		}
	}
}
