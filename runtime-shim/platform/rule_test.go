package platform

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// TestRuleOrder holds the order of rules under adding, deleting and reordering
// against a plain list.
func TestRuleOrder(t *testing.T) {
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	apps := 0
	rapid.Check(t, func(rt *rapid.T) {
		apps++
		app := fmt.Sprintf("app-%d", apps)
		invoke(rt, p, "AddApplication", "application_name", app)
		var model []int64
		added := 0
		rt.Repeat(map[string]func(*rapid.T){
			"add": func(rt *rapid.T) {
				added++
				reply := invoke(rt, p, "AddRule", "application_name", app, "rule_name", fmt.Sprintf("rule %d", added), "rule_pattern", ".*")
				model = append(model, reply.(ruleReply).ID)
			},
			"delete": func(rt *rapid.T) {
				if len(model) == 0 {
					rt.Skip("nothing to delete")
				}
				i := rapid.IntRange(0, len(model)-1).Draw(rt, "index")
				invoke(rt, p, "DelRule", "rule_id", fmt.Sprint(model[i]))
				model = slices.Delete(model, i, i+1)
			},
			"reorder some": func(rt *rapid.T) {
				if len(model) == 0 {
					rt.Skip("nothing to reorder")
				}
				front := rapid.Permutation(model).Draw(rt, "order")
				front = front[:rapid.IntRange(1, len(front)).Draw(rt, "listed")]
				invoke(rt, p, "ReorderRules", "rule_id", joined(front))
				rest := slices.DeleteFunc(slices.Clone(model), func(id int64) bool { return slices.Contains(front, id) })
				model = append(slices.Clone(front), rest...)
			},
			"": func(rt *rapid.T) {
				rules := invoke(rt, p, "GetRules", "application_name", app, "count", "1000").(list[ruleInfo])
				got := each(rules.Result, func(r ruleInfo) int64 { return r.ID })
				if !slices.Equal(got, model) {
					rt.Fatalf("order %v, want %v", got, model)
				}
			},
		})
	})
}

func joined(ids []int64) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(ids), " ", ";"), "[]")
}

// invoke runs a method that must succeed, without the way over HTTP.
func invoke(t rapid.TB, p *Platform, name string, pairs ...string) (reply any) {
	t.Helper()
	fields := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		fields.Set(pairs[i], pairs[i+1])
	}
	params := wire.NewParams(fields)
	err := p.store.Do(func(tx *store.Tx) bool {
		reply = p.methods[name].serve(&request{Params: params, tx: tx, account: p.account, now: time.Unix(0, 0)})
		return !params.Failed()
	})
	if err != nil || params.Failed() {
		t.Fatalf("%s: %v, %v", name, err, params.Errors())
	}
	if _, err := json.Marshal(reply); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return reply
}
