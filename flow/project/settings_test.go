package project_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/project"
)

const flowWithSettings = `ringflow: 1
flow: a
starts: incoming
language: en-US
config:
  line: phone
  hook: url
  key: secret
  ring: {type: duration, default: 30s}
  tries: number
main:
  - reject: busy
`

const environments = `ringflow: 1
project: p
application: p
scenarios: [a.flow.yaml]
environments:
  good:
    credentials: c.json
    config: {line: "+1 (800) 555-0100", hook: https://example.com/hook, tries: "3"}
    secrets: {key: {env: KEY}}
  wrong:
    credentials: c.json
    config: {line: soon, hook: example.com, ring: "30", tries: "2", key: abc}
  missing:
    credentials: c.json
    config: {lines: "18005550100", hook: https://example.com/hook}
    secrets: {tries: {env: TRIES}, other: {env: OTHER}}
`

// TestSettings shows what is said of environments whose values do not fit the flows.
func TestSettings(t *testing.T) {
	files := fstest.MapFS{"a.flow.yaml": {Data: []byte(flowWithSettings)}, "ringflow.yaml": {Data: []byte(environments)}}
	var report, ignored diag.List
	p := project.Read(files, "ringflow.yaml", &report)
	p.Settings([]*check.Program{check.Flow(parse.Flow(files, "a.flow.yaml", &ignored), &ignored)}, &report)
	var w strings.Builder
	if err := diag.WriteText(&w, report.Sorted(), nil); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "testdata/settings.txt", w.String())
}
