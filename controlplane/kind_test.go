package controlplane

import (
	"strings"
	"testing"
)

func TestKindsAreOneTable(t *testing.T) {
	seen := map[Code]bool{}
	last := Code("")
	for _, k := range Kinds() {
		if seen[k.Code] || k.Code <= last || !strings.HasPrefix(string(k.Code), "RF7") {
			t.Errorf("%s stands twice, out of order or outside its range", k.Code)
		}
		if k.Status != 0 && (k.Status < 400 || k.Status > 599) || k.Title == "" || k.Code.Kind() != k {
			t.Errorf("%s: %+v", k.Code, k)
		}
		if strings.ToLower(k.Title[:1]) != k.Title[:1] || strings.HasSuffix(k.Title, ".") {
			t.Errorf("%s: the title %q is not in the project's tone", k.Code, k.Title)
		}
		seen[k.Code], last = true, k.Code
	}
	if got := Code("RF7999").Kind().Code; got != CodeInternal {
		t.Errorf("an unknown code is %s", got)
	}
}
