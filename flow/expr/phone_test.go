package expr

import (
	"encoding/json"
	"os"
	"testing"
)

// phoneCases is the one table of spellings, shared with the scenarios' library,
// which reads the same file in goja and in V8.
type phoneCases struct {
	Countries map[string]struct {
		Code, Trunk string
		Lengths     []int
	}
	Digits []struct {
		Value   any
		Digits  *string
		Country string
	}
	Same []struct {
		A, B    any
		Same    bool
		Country string
	}
	Pseudonyms []struct {
		Value             any
		Country           string
		Secret, Pseudonym string
	}
	Dialled []struct {
		Value   any
		Dialled *string
		Country string
	}
}

func (c phoneCases) rule(country string) PhoneRule {
	r := c.Countries[country]
	return PhoneRule{r.Code, r.Trunk, r.Lengths}
}

func TestPhones(t *testing.T) {
	raw, err := os.ReadFile("../../runtime-shim/scenario/testdata/phones.json")
	if err != nil {
		t.Fatal(err)
	}
	var c phoneCases
	if err := json.Unmarshal(raw, &c); err != nil {
		t.Fatal(err)
	}
	if n := len(c.Digits) + len(c.Same) + len(c.Dialled); n < 100 || len(c.Dialled) < 5 {
		t.Fatalf("%d cases", n)
	}
	for _, d := range c.Digits {
		if got := c.rule(d.Country).Digits(spelling(d.Value)); got != text(d.Digits) {
			t.Errorf("digits of %v in %q: %q, want %q", d.Value, d.Country, got, text(d.Digits))
		}
	}
	for _, s := range c.Same {
		if got := c.rule(s.Country).Same(s.A, s.B); got != s.Same {
			t.Errorf("%v and %v in %q: %v", s.A, s.B, s.Country, got)
		}
	}
	for _, p := range c.Pseudonyms {
		got, _ := pseudonymOf(Env{Phones: c.rule(p.Country)}, []any{p.Value, p.Secret}).(string)
		if got != p.Pseudonym || got != "" && len(got) != PseudonymLength {
			t.Errorf("pseudonym of %v: %q, want %q", p.Value, got, p.Pseudonym)
		}
	}
	for _, d := range c.Dialled {
		got := ""
		if all := c.rule(d.Country).All(d.Value); len(all) > 0 {
			got = all[0]
		}
		if got != text(d.Dialled) {
			t.Errorf("dialled of %v: %q, want %q", d.Value, got, text(d.Dialled))
		}
	}
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
