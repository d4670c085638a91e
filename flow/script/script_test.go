package script_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/script"
)

// TestPure: what computes and does nothing else is silent.
func TestPure(t *testing.T) {
	for _, code := range []string{
		"return {};",
		"const n = text.length; return {n};",
		"let out = []; for (const c of text) { out.push(c); } return {out: out.join('')};",
		"const {a, b: [c, d = 1], ...rest} = {a: text, b: [1]}; return {a, c, d, rest};",
		"function twice(x) { return x * 2; } return {n: twice(Math.max(1, 2))};",
		"const f = (x, ...more) => ({x, more}); return f(Number('1'), [1, 2].map(Number));",
		"try { JSON.parse(text); } catch (e) { return {why: e.message}; } return {why: ''};",
		"outer: for (var i = 0; i < 3; i++) { while (true) { break outer; } } return {i};",
		"switch (text) { case 'a': let x = 1; return {x}; default: return {x: undefined}; }",
		"const words = text.trim().split(/\\s+/); do { words.pop(); } while (words.length > 1); return {last: words[0]};",
		"return {t: `a ${text} b`, o: Object.keys({a: 1}), m: new Map([[1, 2]]).get(1)};",
		"if (text) { var late = 1; } return {late};",
		"const VoxEngine = 1; return {VoxEngine};", // its own
	} {
		if _, problems := script.Check(code, []string{"text"}); len(problems) > 0 {
			t.Errorf("%s: %+v", code, problems)
		}
	}
}

// TestRefused: each problem is at the text that is given.
func TestRefused(t *testing.T) {
	for code, at := range map[string]string{
		"VoxEngine.terminate();":                          "VoxEngine",
		"return {a: text2};":                              "text2",
		"setTimeout(() => 1, 1);":                         "setTimeout",
		"return {a: eval(text)};":                         "eval",
		"return {a: new Function(text)};":                 "Function",
		"return {a: text.constructor.constructor('1')()}": "constructor",
		"return {a: text['constructor']}":                 "'constr", // the text in its quotes
		"const {constructor: c} = text; return {c};":      "constructor",
		"return {a: Math.random()};":                      "Math.random",
		"return {a: Math['random']()};":                   "Math",
		"const O = Object; return {O};":                   "Object",
		"return {a: Object.getPrototypeOf(text)};":        "Object.getPrototypeOf",
		"return {a: Date.now()};":                         "Date",
		"return {a: this};":                               "this",
		"return {a: arguments};":                          "arguments",
		"return {a: globalThis};":                         "globalThis",
		"class A {} return {a: 1};":                       "class",
		"const f = async () => 1; return {};":             "async",
		"function* g() { yield 1; } return {};":           "funct",
		"while (true) text.length;":                       "whi",
		"Array.isArray = 1; return {};":                   "Array",
		"Math.x++; return {};":                            "Math",
		"{ let Net = 1; } Net.httpRequest('x');":          "Net",
		"const {a = Logger} = {}; return {a};":            "Logger",
		"const $mine = 1; return {};":                     "$mine",
		"a = 1; return {};":                               "a",
		"return {a: v.order};":                            "v",
	} {
		_, problems := script.Check(code, []string{"text"})
		if len(problems) == 0 {
			t.Errorf("%s: nothing was found", code)
			continue
		}
		if p := problems[0]; p.Syntax || !strings.HasPrefix(code[p.From:], at) {
			t.Errorf("%s: %+v, found at %q, want %q", code, p, code[p.From:], at)
		}
	}
}

// TestUnreadable: syntax has its place in the code, whatever the code closes or opens.
func TestUnreadable(t *testing.T) {
	for code, at := range map[string]string{
		"return {":                            "",
		"const a = 1;\nconst a = 2;":          "a = 2;",
		"const a == 1;":                       "== 1;",
		"const $turn = 1;":                    "$turn",
		"}); (function () {":                  "",
		"await text;":                         "",
		"import('x');":                        "",
		"return {a: 0777};":                   "",
		"with (text) {}":                      "",
		"}\nfunction other() {\nreturn 1;\n ": "",
	} {
		_, problems := script.Check(code, []string{"text"})
		if len(problems) == 0 {
			t.Errorf("%s: nothing was found", code)
			continue
		}
		if p := problems[0]; !p.Syntax || p.From < 0 || p.To > len(code) || !strings.HasPrefix(code[p.From:], at) {
			t.Errorf("%s: %+v", code, p)
		}
	}
}

// TestLoops: the turns of every loop can be counted.
func TestLoops(t *testing.T) {
	code := "for (;;) { while (1) {} } do {} while (0); for (const a in {}) {} for (const b of []) {} [1].forEach(x => { for (;;) { break; } });"
	loops, problems := script.Check(code, nil)
	if len(problems) > 0 || len(loops) != 6 {
		t.Fatal(loops, problems)
	}
	for _, i := range loops {
		if code[i-1] != '{' {
			t.Errorf("%d: %q", i, code[:i])
		}
	}
}
