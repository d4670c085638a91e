package controlplane

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// holder has a Phone where fmt cannot call its methods.
type holder struct {
	phone Phone
	inner *struct{ list []Phone }
}

func TestNothingPrintsThePhone(t *testing.T) {
	const digits = "12222222222"
	p := NewPhone(digits)
	h := holder{p, &struct{ list []Phone }{[]Phone{p}}}
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%X", "%T", "%p", "%U"} {
		for _, v := range []any{p, &p, h, &h, []Phone{p}, map[Phone]Phone{p: p}, Order{Courier: p}, Draft{Client: p}} {
			fmt.Fprintf(&out, verb+"\n", v)
		}
	}
	slog.New(slog.NewJSONHandler(&out, nil)).Info("m", "phone", p, "order", Order{Courier: p}, "holder", h)
	slog.New(slog.NewTextHandler(&out, nil)).Info("m", "phone", p, "order", Order{Courier: p}, "holder", h)
	for _, v := range []any{p, Order{Courier: p}, map[Phone]int{p: 1}} {
		if err := json.NewEncoder(&out).Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	text := out.String()
	if !strings.Contains(text, "+1...22") {
		t.Error("the masked form is nowhere")
	}
	for _, form := range []string{digits, fmt.Sprintf("%x", digits), fmt.Sprintf("%X", digits)} {
		if strings.Contains(text, form) {
			t.Errorf("the number is printed as %s", form)
		}
	}
	if p != NewPhone(digits) || p.Digits() != digits || (Phone{}).Digits() != "" || !NewPhone("").IsZero() {
		t.Error("phones do not compare, or do not give their digits back")
	}
}

func TestScrub(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"code 123456, item 7", "code 123456, item 7"},
		{`value '{"courier":"12222222222"}' of +13333333344`, `value '{"courier":"+1...22"}' of ++1...44`},
		{"1234567", "+1...67"},
		{"x١٢٣", "x١٢٣"},
	} {
		if got := Scrub(tt.in); got != tt.want {
			t.Errorf("Scrub(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`[0-9]{7,15}`).Draw(t, "digits")
		text := rapid.StringMatching(`[^0-9]*`).Draw(t, "before") + digits + rapid.StringMatching(`([^0-9].*)?`).Draw(t, "after")
		if strings.Contains(Scrub(text), digits) {
			t.Fatalf("Scrub(%q) = %q", text, Scrub(text))
		}
	})
}

func TestMask(t *testing.T) {
	for digits, want := range map[string]string{"": "", "911": "+...", "123456": "+...", "12222222222": "+1...22"} {
		if got := Mask(digits); got != want {
			t.Errorf("Mask(%q) = %q, want %q", digits, got, want)
		}
	}
}
