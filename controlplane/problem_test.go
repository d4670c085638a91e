package controlplane

import (
	"errors"
	"testing"
)

func TestProblemTextHasNoCause(t *testing.T) {
	cause := errors.New("value 12222222222")
	p := StoreProblem(cause)
	p.Fields = []FieldProblem{{"/a", "x"}, {"/b", "y"}}
	want := "RF7050: the service cannot store anything at the moment: nothing was changed; repeat the request later: /a: x; /b: y"
	if p.Error() != want || !errors.Is(p, cause) {
		t.Errorf("got %s", p.Error())
	}
}
