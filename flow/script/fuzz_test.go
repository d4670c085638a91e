package script_test

import (
	"testing"

	"github.com/ringflow/ringflow/flow/script"
)

// FuzzCheck: whatever is written, it ends without a panic, and problems and loops are inside the code.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{
		"return {};", "for (const [a, ...b] of c) { d: while (1) { break d; } }", "const {a = `x${b}`} = c?.d ?? e; return {a, ...f};",
		"class A extends B { static #x = this; get y() { return super.y; } }", "async () => { for await (const x of y) {} };", "/[/]\\//u.test(a) ? b : c--",
		"switch (a) { case 1: let b; default: }", "try {} catch {} finally {}", "new.target; import.meta; yield; await 1;", "\ufeffreturn '\u05d0\U0001f600';", "}); (function () {",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, code string) {
		loops, problems := script.Check(code, []string{"a"})
		for _, p := range problems {
			if p.From < 0 || p.From > p.To || p.To > len(code) || p.Text == "" {
				t.Errorf("%+v in %q", p, code)
			}
		}
		for _, i := range loops {
			if i < 1 || i > len(code) || code[i-1] != '{' {
				t.Errorf("a loop at %d in %q", i, code)
			}
		}
	})
}
