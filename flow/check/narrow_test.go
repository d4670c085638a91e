package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
)

// narrowing is a flow with an order whose note, number left and tags may be null.
const narrowing = `ringflow: 1
flow: narrowing
starts: incoming
language: en-US
stores:
  orders:
    key: "{number: text}"
    value: {note: optional text, left: optional number}
prompts: {ask: Which order?, sorry: That did not work., goodbye: Goodbye.}
main:
  - answer
  - gather: ask
    as: number
    digits: 5
    again: {wrong: sorry}
    accept: {lookup: orders, key: {number: number}, as: order}
    on: {gave_up | malformed | failed: {hangup: goodbye}}
  - set: {tags: "['a', 'b']"}
STEPS
  - hangup: goodbye
`

// TestNarrowing: a test of a value is known to what follows it, and only there.
func TestNarrowing(t *testing.T) {
	for _, c := range []struct{ name, null, steps string }{
		{"no test", "order.note", `
- play: {text: "{order.note}"}`},
		{"then", "", `
- if: order.note != null
  then: {play: {text: "{order.note}"}}`},
		{"else of null", "", `
- if: order.note == null
  then: {play: {text: "No note."}}
  else: {play: {text: "{order.note}"}}`},
		{"then of null", "order.note", `
- if: order.note == null
  then: {play: {text: "{order.note}"}}`},
		{"a branch that ends", "", `
- if: order.note == null
  then: {hangup: goodbye}
- play: {text: "{order.note}"}`},
		{"a branch that goes on", "order.note", `
- if: order.note == null
  then: {play: {text: "No note."}}
- play: {text: "{order.note}"}`},
		{"case of choose", "", `
- choose:
    - when: order.note == null
      do: {play: {text: "No note."}}
    - when: length(order.note) > 100
      do: {play: {text: "A long note."}}
    - otherwise: {play: {text: "{order.note}"}}`},
		{"cases that end", "", `
- choose:
    - when: order.note == null
      do: {hangup: goodbye}
    - when: order.left == null
      do: {hangup: goodbye}
    - otherwise: {play: {text: "{order.left} left."}}
- play: {text: "{order.note}, {order.left}"}`},
		{"both of two", "", `
- if: order.note != null && order.left != null
  then: {play: {text: "{order.note}, {order.left}"}}`},
		{"one of two", "order.note", `
- if: order.note != null || order.left != null
  then: {play: {text: "{order.note}"}}`},
		{"neither of two", "", `
- if: order.note == null || order.left == null
  then: {hangup: goodbye}
- play: {text: "{order.note}, {order.left}"}`},
		{"equal to a value", "", `
- if: order.note == 'urgent'
  then: {play: {text: "{order.note}"}}`},
		{"not equal to a value", "order.note", `
- if: order.note != 'urgent'
  then: {play: {text: "{order.note}"}}`},
		{"an item of a list", "", `
- if: tags[0] != null
  then: {play: {text: "{tags[0]}"}}`},
		{"another item of a list", "tags[1]", `
- if: tags[0] != null
  then: {play: {text: "{tags[1]}"}}`},
		{"a place that is computed", "tags[length(number)]", `
- if: tags[length(number)] != null
  then: {play: {text: "{tags[length(number)]}"}}`},
		{"an item that was bound anew", "first[0]", `
- set: {first: "tags"}
- if: first[0] == null
  then: {hangup: goodbye}
- set: {first: "tags"}
- play: {text: "{first[0]}"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			steps := strings.ReplaceAll(strings.TrimPrefix(c.steps, "\n"), "\n", "\n  ")
			text := strings.Replace(narrowing, "STEPS", "  "+steps, 1)
			var report diag.List
			f := parse.Flow(fstest.MapFS{"narrowing.flow.yaml": {Data: []byte(text)}}, "narrowing.flow.yaml", &report)
			if f != nil {
				check.Flow(f, &report)
			}
			var nulls []string
			for _, d := range report.Sorted() {
				if d.Code != diag.MaybeNull {
					t.Errorf("%s: %s", d.Code, d.Message)
					continue
				}
				nulls = append(nulls, d.At.Text())
			}
			if got := strings.Join(nulls, ", "); got != c.null {
				t.Errorf("may be null: %q, want %q", got, c.null)
			}
		})
	}
}
