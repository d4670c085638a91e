package check_test

import (
	"fmt"
	"testing"
)

// TestPseudonymsAreCertified: the certificate says whose number becomes a key,
// the flow rests on secrets that scripts can read, and the store has keys of one form.
func TestPseudonymsAreCertified(t *testing.T) {
	p, said := checkFile(t, "testdata/good", "known_by_pseudonym.flow.yaml")
	if said != "" {
		t.Fatal(said)
	}
	want := "[pseudonym for who knows the secret: allowed: a keyed hash of what belongs to caller]"
	var got []string
	for _, s := range p.Sinks {
		if s.Sink == "pseudonym" {
			got = append(got, s.Sink+" for "+s.Audience+": "+s.Verdict)
		}
	}
	if fmt.Sprint(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if fmt.Sprint(p.Rests) != "[secret-reader]" {
		t.Error(p.Rests)
	}
	if k := p.Stores["visits"].Keys; k.Min != 64 || k.Max != 64 || !k.Exact || k.Chars != "0123456789abcdef" {
		t.Errorf("%+v", k)
	}
}
