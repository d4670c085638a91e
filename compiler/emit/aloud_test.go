package emit

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/ringflow/ringflow/compiler/bundle"
	"github.com/ringflow/ringflow/compiler/ir"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/types"
)

// TestReadingAloudMeansTheSame: what the emitted script says of a value is what
// the language says of it, in every language that has words for it.
func TestReadingAloudMeansTheSame(t *testing.T) {
	cases := []struct {
		lang string
		typ  types.Type
		v    any
		want string
	}{
		{"en-US", types.Of(types.Date), "2026-11-24", "November 24, 2026"},
		{"en-GB", types.Of(types.Date), "2026-01-01", "1 January 2026"},
		{"de-DE", types.Of(types.Date), "2026-03-01", "1. März 2026"},
		{"es-MX", types.Of(types.Date), "2026-12-09", "9 de diciembre de 2026"},
		{"fr-FR", types.Of(types.Date), "2026-05-01", "1er mai 2026"},
		{"it-IT", types.Of(types.Date), "2026-05-01", "1º maggio 2026"},
		{"pt-BR", types.Of(types.Date), "2026-05-02", "2 de maio de 2026"},
		{"nl-NL", types.Of(types.Date), "2026-08-31", "31 augustus 2026"},
		{"pl-PL", types.Of(types.Date), "2026-10-15", "15 października 2026"},
		{"ru-RU", types.Of(types.Date), "2026-02-03", "3 февраля 2026 года"},
		{"uk-UA", types.Of(types.Date), "2026-07-07", "7 липня 2026 року"},
		{"ja-JP", types.Of(types.Date), "2026-11-24", "2026年11月24日"},
		{"cmn-CN", types.Of(types.Date), "0099-01-10", "99年1月10日"},
		{"en-US", types.Of(types.Time), "00:05", "12:05 AM"},
		{"en-US", types.Of(types.Time), "12:00", "12 PM"},
		{"en-US", types.Of(types.Time), "23:59", "11:59 PM"},
		{"de-AT", types.Of(types.Time), "09:30", "9 Uhr 30"},
		{"de-AT", types.Of(types.Time), "21:00", "21 Uhr"},
		{"fr-CA", types.Of(types.Time), "08:05", "8 heures 05"},
		{"es-ES", types.Of(types.Time), "14:00", "14:00"},
		{"ja-JP", types.Of(types.Time), "07:00", "7時"},
		{"en-US", types.MoneyOf("USD"), 1250.0, "12 dollars and 50 cents"},
		{"en-US", types.MoneyOf("USD"), 101.0, "1 dollar and 1 cent"},
		{"en-US", types.MoneyOf("USD"), 50.0, "50 cents"},
		{"en-US", types.MoneyOf("USD"), 0.0, "0 dollars"},
		{"en-US", types.MoneyOf("EUR"), -200.0, "minus 2 euros"},
		{"en-US", types.MoneyOf("JPY"), 500.0, "500 yen"},
		{"de-CH", types.MoneyOf("CHF"), 1205.0, "12 Franken und 5 Rappen"},
		{"es-ES", types.MoneyOf("EUR"), 2101.0, "21 euros con 1 céntimo"},
		{"fr-FR", types.MoneyOf("EUR"), 50.0, "50 centimes"},
		{"fr-FR", types.MoneyOf("EUR"), 0.0, "0 euro"},
		{"pt-BR", types.MoneyOf("BRL"), 250.0, "2 reais e 50 centavos"},
		{"pt-PT", types.MoneyOf("EUR"), 150.0, "1 euro e 50 cêntimos"},
		{"it-IT", types.MoneyOf("EUR"), 102.0, "1 euro e 2 centesimi"},
		{"nl-BE", types.MoneyOf("EUR"), 199.0, "1 euro en 99 cent"},
		{"pl-PL", types.MoneyOf("PLN"), 2205.0, "22 złote 5 groszy"},
		{"ru-RU", types.MoneyOf("RUB"), 2111.0, "21 рубль 11 копеек"},
		{"uk-UA", types.MoneyOf("UAH"), 302.0, "3 гривні 2 копійки"},
	}
	e := &emitter{p: &ir.Program{}, body: newPrinter(), uses: map[string]bool{}, modules: map[string]bool{}}
	var calls strings.Builder
	values := map[string]any{}
	for i, c := range cases {
		slot := fmt.Sprintf("v%d", i)
		values[slot] = c.v
		binding := &expr.Binding{Kind: expr.Local, Name: slot, Slot: slot, Type: c.typ}
		text := &expr.Template{Language: c.lang, Parts: []expr.Part{{Hole: &expr.Expr{Op: expr.Name, Value: slot, Type: c.typ, Binding: binding}}}}
		if got := expr.Fill(text, expr.Env{Value: func(*expr.Binding) any { return c.v }}); got != c.want {
			t.Errorf("%v in %s is read %q, want %q", c.v, c.lang, got, c.want)
		}
		fmt.Fprintf(&calls, "bound.out(%s);\n", e.template(text))
	}
	head := newPrinter()
	e.wordTables(head)
	raw, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	module := fmt.Sprintf("import { %s } from \"ringflow\";\n%sconst v = %s;\n%s", strings.Join(sorted(e.uses), ", "), join(head, newPrinter()), raw, calls.String())
	out, err := bundle.Bundle(bundle.Input{Name: "aloud.js", Module: []byte(module)})
	if err != nil {
		t.Fatal(err)
	}
	value, err := goja.New().RunString("(function (run) { const said = []; run({ out: (text) => said.push(text) }); return JSON.stringify(said); })(\n" + strings.TrimSuffix(string(out.Body), ";\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	if err := json.Unmarshal([]byte(value.String()), &got); err != nil || len(got) != len(cases) {
		t.Fatal(err, got)
	}
	for i, c := range cases {
		if got[i] != c.want {
			t.Errorf("the script reads %v in %s as %q, want %q", c.v, c.lang, got[i], c.want)
		}
	}
}
