package compiler_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/compiler"
)

// oddValues are what people write by mistake, or half way through a line.
var oddValues = []string{"", "null", "[]", "{}", "[[]]", "x", "\"\"", "\"{}\"", "-1", "0", "99999999999", "1s", "\"#\"", "12", "yes", "hello", "[hello]", "{hello: {}}", "{text: \"{\"}",
	"config.office", "caller.number", "result", "{x: 1}", "{\"1\": hangup}", "[{when: true, do: hangup}]", "[{otherwise: hangup}]", "{number: caller.number}", "{numbers: null}", "{ask: hello}", "\"'\"", "args.x", "call.language", "-"}

const oddFlow = `ringflow: 1
flow: odd
starts: %s
args: {who: private phone}
language: en-US
languages: [de-DE]
config: {office: phone, key: secret, base: url}
stores: {shop: {key: "{id: text}", value: {owner: private phone, day: optional date}}}
calendars: {office: {zone: Europe/Berlin, open: {mon: 09:00-17:00}}}
prompts: {en-US: {hello: Hello., line: "{key} {label}"}, de-DE: {hello: Hallo., line: "{key} {label}"}}
main:
%s
blocks:
  other: {needs: {a: prompt, n: {type: number, default: 1}}, gives: {b: number}, do: [{set: {b: n}}]}
result: [why]
`

// TestOddSteps: whatever stands in a field of a step, the step is checked without
// a panic, and what the checker lets through is built.
func TestOddSteps(t *testing.T) {
	for _, v := range spec.Verbs() {
		var steps []string
		for _, odd := range oddValues {
			steps = append(steps, fmt.Sprintf("  - %s: %s", v.Name, odd))
		}
		steps = append(steps, "  - "+v.Name)
		example := strings.TrimRight("  "+strings.ReplaceAll(strings.TrimSpace(v.Example), "\n", "\n  "), " ")
		for _, f := range v.Fields {
			for _, odd := range oddValues {
				steps = append(steps, example+"\n"+fmt.Sprintf("    %s: %s", f.Name, odd))
			}
		}
		for _, o := range v.Outcomes {
			for _, odd := range oddValues {
				steps = append(steps, fmt.Sprintf("  - %s: hello\n    on: {%s: %s}", v.Name, o.Name, odd))
			}
		}
		for _, starts := range []string{"incoming", "api"} {
			for _, step := range steps {
				oddStep(t, fmt.Sprintf(oddFlow, starts, step))
			}
		}
	}
}

func oddStep(t *testing.T, text string) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%v\n%s", r, text)
		}
	}()
	var report diag.List
	flow := parse.Flow(fstest.MapFS{"odd.flow.yaml": {Data: []byte(text)}}, "odd.flow.yaml", &report)
	if flow == nil {
		return
	}
	p := check.Flow(flow, &report)
	if report.Failed() {
		return
	}
	if _, err := compiler.Build(p, &report); err != nil {
		t.Errorf("the checker let it through: %v\n%s", err, text)
	}
}
