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

// plainSteps are steps that are right, one a verb that has fields.
var plainSteps = map[string]string{
	"play":     "  - play: hello",
	"gather":   "  - gather: hello\n    as: got\n    digits: 4\n    on: {otherwise: hangup}",
	"menu":     "  - menu: hello\n    on: {key \"1\": hangup, otherwise: hangup}",
	"listen":   "  - listen: hello\n    as: got\n    on: {otherwise: hangup}",
	"if":       "  - if: 1 < 2\n    then: hangup",
	"run":      "  - run: other\n    with: {a: hello}",
	"lookup":   "  - lookup: shop\n    key: {id: \"'1'\"}\n    as: got\n    on: {otherwise: hangup}",
	"store":    "  - store: shop\n    key: {id: \"'1'\"}\n    value: {day: 2026-11-24}\n    keep: 1h\n    on: {otherwise: hangup}",
	"forget":   "  - forget: shop\n    key: {id: \"'1'\"}\n    on: {otherwise: hangup}",
	"http":     "  - http: \"{config.base}/x\"\n    gives: {a: text}\n    as: got\n    on: {otherwise: hangup}",
	"script":   "  - script: \"return {a: 1}\"\n    gives: {a: number}\n    as: got\n    on: {otherwise: hangup}",
	"connect":  "  - connect: config.office\n    show: config.office\n    on: {otherwise: hangup}",
	"dial":     "  - dial: config.office\n    show: config.office\n    on: {otherwise: hangup}",
	"hours":    "  - hours: office\n    on: {otherwise: hangup}",
	"language": "  - language: de-DE",
	"record":   "  - record: {channels: split}",
	"log":      "  - log: here",
	"note":     "  - note: {why: here}",
	"hangup":   "  - hangup: hello",
}

// withField is a step with a field, in place of that of the same name.
func withField(step, field, value string) string {
	var out []string
	for _, line := range strings.Split(step, "\n") {
		if !strings.HasPrefix(line, "    "+field+":") {
			out = append(out, line)
		}
	}
	return strings.Join(append(out, "    "+field+": "+value), "\n")
}

const oddFlow = `ringflow: 1
flow: odd
starts: %s
language: en-US
languages: [de-DE]
config: {office: phone, key: secret, base: url}
stores: {shop: {key: "{id: text}", value: {owner: optional private phone, day: optional date}}}
calendars: {office: {zone: Europe/Berlin, open: {mon: 09:00-17:00}}}
prompts: {en-US: {hello: Hello., line: "{key} {label}"}, de-DE: {hello: Hallo., line: "{key} {label}"}}
main:
%s%s
blocks:
  other: {needs: {a: prompt, n: {type: number, default: 1}}, gives: {b: number}, do: [{set: {b: n}}]}
result: [why]
`

// TestOddSteps: whatever stands in a field of a step, the step is checked without
// a panic, and what the checker lets through is built.
func TestOddSteps(t *testing.T) {
	built := 0
	for _, v := range spec.Verbs() {
		var steps []string
		for _, odd := range oddValues {
			steps = append(steps, fmt.Sprintf("  - %s: %s", v.Name, odd))
		}
		steps = append(steps, "  - "+v.Name)
		plain := plainSteps[v.Name]
		for _, f := range v.Fields {
			for _, odd := range oddValues {
				if plain != "" {
					steps = append(steps, withField(plain, f.Name, odd))
				}
			}
		}
		for _, o := range v.Outcomes {
			for _, odd := range oddValues {
				if plain == "" {
					continue
				}
				steps = append(steps, withField(plain, "on", fmt.Sprintf("{%s: %s, otherwise: hangup}", o.Name, odd)))
			}
		}
		starts, before, after := "incoming", "  - answer\n", "\n  - hangup"
		switch v.Name {
		case "menu", "connect", "hangup":
			after = "" // no call comes there
		case "dial":
			starts, before = "api", ""
		case "answer", "reject":
			before = ""
		}
		if plain != "" && !oddStep(t, fmt.Sprintf(oddFlow, starts, before, plain+after)) {
			t.Errorf("%s: the plain step is wrong", v.Name)
		}
		for _, step := range steps {
			if oddStep(t, fmt.Sprintf(oddFlow, starts, before, step+after)) {
				built++
			}
		}
	}
	if built < 150 {
		t.Errorf("%d flows were built: what stands around the steps is wrong", built)
	}
}

// oddStep reports whether a flow was built.
func oddStep(t *testing.T, text string) bool {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%v\n%s", r, text)
		}
	}()
	var report diag.List
	flow := parse.Flow(fstest.MapFS{"odd.flow.yaml": {Data: []byte(text)}}, "odd.flow.yaml", &report)
	if flow == nil {
		return false
	}
	p := check.Flow(flow, &report)
	if report.Failed() {
		return false
	}
	if _, err := compiler.Build(p, &report); err != nil {
		t.Errorf("the checker let it through: %v\n%s", err, text)
	}
	return true
}
