package check_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// TestWhatRestsIsKnown: what the registry says that a field rests on is a switch.
func TestWhatRestsIsKnown(t *testing.T) {
	known := func(what string, ids []string) int {
		for _, id := range ids {
			if _, ok := facts.LookupSwitch(id); !ok {
				t.Errorf("%s rests on %s, which is no switch", what, id)
			}
		}
		return len(ids)
	}
	var field func(owner string, f spec.Field) int
	field = func(owner string, f spec.Field) int {
		n := known(owner+" "+f.Name, f.Rests)
		for _, inner := range f.Fields {
			n += field(owner+" "+f.Name, inner)
		}
		return n
	}
	declared := 0
	for _, v := range spec.Verbs() {
		declared += field(v.Name, v.Head)
		for _, f := range v.Fields {
			declared += field(v.Name, f)
		}
	}
	for _, f := range expr.Functions() {
		declared += known(f.Name, f.Rests)
	}
	if declared == 0 {
		t.Error("nothing rests on anything")
	}
}

// TestRests: a flow lists the facts of what it uses, sorted and each once.
func TestRests(t *testing.T) {
	const listens = "\n    as: a\n    phrases: {yes: \"yes\", no: \"no\"}\n    on: {otherwise: hangup}"
	for steps, want := range map[string]string{
		"- log: hello":                      "[]",
		"- listen: {text: Well?}" + listens: "[confidence-scale]",
		"- listen: {text: Well?}" + listens + "\n    confidence: 0":                                                                 "[]",
		"- listen: {text: Well?}" + listens + "\n    profile: Deepgram.en_US":                                                       "[confidence-scale continuous-results]",
		"- connect: [config.a, config.b]\n    show: config.a\n    on: {otherwise: {log: no}, ended: {log: no}}":                     "[]",
		"- connect: [config.a, config.b]\n    show: config.a\n    ring: in_turn\n    on: {otherwise: {log: no}, ended: {log: no}}":  "[]",
		"- connect: [config.a, config.b]\n    show: config.a\n    ring: at_once\n    on: {otherwise: {log: no}, ended: {log: no}}":  "[event-order]",
		"- connect: [config.a, {user: b}]\n    show: config.a\n    ring: at_once\n    on: {otherwise: {log: no}, ended: {log: no}}": "[event-order missing-require]",
		"- http: https://a.example/\n    headers: {A: \"{config.a}\"}\n    on: {otherwise: hangup}":                                 "[]",
		"- http: https://a.example/\n    headers: {A: \"{config.k}\"}\n    on: {otherwise: hangup}":                                 "[secret-reader]",
		"- set: {who: \"pseudonym(config.a, config.k)\", again: \"pseudonym(config.a, config.k)\"}":                                 "[secret-reader]",
	} {
		text := "ringflow: 1\nflow: demo\nstarts: incoming\nlanguage: en-US\nconfig: {a: phone, b: phone, k: secret}\nmain:\n  - answer\n  " + steps + "\n  - hangup\n"
		var report diag.List
		f := parse.Flow(fstest.MapFS{"demo.flow.yaml": {Data: []byte(text)}}, "demo.flow.yaml", &report)
		if f == nil {
			t.Fatal(steps, report.Sorted())
		}
		if p := check.Flow(f, &report); report.Failed() || fmt.Sprint(p.Rests) != want {
			t.Errorf("%s\nwant %s, got %s", steps, want, p.Rests)
		}
	}
}
