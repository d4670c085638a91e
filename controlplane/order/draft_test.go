package order

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/controlplane"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func TestReadDraft(t *testing.T) {
	const pair = `"courier":"+12222222222","client":"+13333333333"`
	for _, tt := range []struct{ name, raw, want string }{
		{"default life", `{` + pair + `}`, "2026-03-11 12:00:00 slack 1m0s"},
		{"a length", `{` + pair + `,"expires_in":3600}`, "2026-03-01 13:00:00 slack 1m0s"},
		{"a moment", `{` + pair + `,"expires_at":"2026-03-02T00:00:00.9+01:00"}`, "2026-03-01 23:00:00 slack 0s"},
		{"both", `{` + pair + `,"expires_in":1,"expires_at":"2026-03-02T00:00:00Z"}`, "/expires_at: expires_in or expires_at, not both"},
		{"past", `{` + pair + `,"expires_at":"2026-03-01T12:00:00Z"}`, "/expires_at: a moment such as 2030-01-31T12:00:00Z, in the future and at most 90 days ahead"},
		{"no moment", `{` + pair + `,"expires_at":"soon"}`, "/expires_at: a moment such as 2030-01-31T12:00:00Z"},
		{"too long", `{` + pair + `,"expires_in":7776001}`, "/expires_in: a whole number of seconds from 1 to 7776000"},
		{"one person", `{"courier":"+12222222222","client":"0012222222222"}`, "/client: another number than the courier's: an order connects two people"},
		{"nothing", `{}`, "/client: " + wantPhone + "; /courier: " + wantPhone},
		{"wrong types", `{"courier":12222222222,"client":""}`, "/client: " + wantPhone + "; /courier: " + wantPhone},
	} {
		d, err := ReadDraft([]byte(tt.raw), "", noon)
		got := d.ExpiresAt.Format(time.DateTime) + " slack " + d.Slack.String()
		if err != nil {
			got = strings.TrimPrefix(err.Error(), "RF7002: some fields cannot be accepted: ")
		}
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		if err == nil && (d.Courier.Digits() != "12222222222" || d.Client.Digits() != "13333333333") {
			t.Errorf("%s: pair %s %s", tt.name, d.Courier.Digits(), d.Client.Digits())
		}
	}
}

func TestReadPhone(t *testing.T) {
	for _, tt := range []struct{ text, region, want string }{
		{"+12222222222", "", "12222222222"},
		{"12222222222", "", "12222222222"},
		{"0012222222222", "", "12222222222"},
		{" +1 (222) 222-2222 ", "", "12222222222"},
		{"(222) 222-2222", "US", "12222222222"},
		{"12222222222", "US", "12222222222"},
		{"020 7946 0018", "GB", "442079460018"},
		{"+12222222222", "GB", "12222222222"},
		{"020 7946 0018", "", wantPhone},
		{"hello", "US", wantNational + "US"},
		{"+1222222222222222222", "", wantPhone},
		{"1-800-FLOWERS", "US", wantNational + "US"},
		{"+12222222222;ext=5", "", wantPhone},
		{"", "", wantPhone},
		{"911", "US", wantNoShort},
		{"112", "", wantNoShort},
		{"112", "GB", wantNoShort},
		{"116123", "GB", wantNoShort},
		{"+1 900 234 5678", "", wantNoPremium},
		{"0909 879 0000", "GB", wantNoPremium},
	} {
		p, want := ReadPhone(tt.text, tt.region)
		if got := p.Digits() + want; got != tt.want {
			t.Errorf("ReadPhone(%q, %q) = %q, want %q", tt.text, tt.region, got, tt.want)
		}
	}
}

func FuzzReadDraft(f *testing.F) {
	f.Add(`{"courier":"+12222222222","client":"0912222","expires_in":5}`, "US")
	f.Fuzz(func(t *testing.T, raw, region string) {
		d, err := ReadDraft([]byte(raw), region, noon)
		var p *controlplane.Problem
		switch {
		case err != nil && !errors.As(err, &p):
			t.Fatalf("not a problem: %v", err)
		case err == nil && (d.Courier.IsZero() || d.Client.IsZero() || !d.ExpiresAt.After(noon) || d.ExpiresAt.After(noon.Add(MaxLife))):
			t.Fatalf("accepted %q as %+v", raw, d)
		}
	})
}

// The example on the page of RF7002 is an order.
func TestTheExampleIsAccepted(t *testing.T) {
	_, body, _ := strings.Cut(controlplane.CodeFields.Kind().Right, "\n")
	if _, err := ReadDraft([]byte(body), "", noon); err != nil {
		t.Errorf("%s: %v", body, err)
	}
}
