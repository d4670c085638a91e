package platform_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestRuleOrder holds the order of rules under adding, deleting and reordering
// against a plain list.
func TestRuleOrder(t *testing.T) {
	w := newWorld(t)
	apps := 0
	rapid.Check(t, func(rt *rapid.T) {
		apps++
		app := fmt.Sprintf("app-%d", apps)
		w.do(t, "AddApplication", "application_name", app)
		var model []int64
		added := 0
		rt.Repeat(map[string]func(*rapid.T){
			"add": func(*rapid.T) {
				added++
				text := w.do(t, "AddRule", "application_name", app, "rule_name", fmt.Sprintf("rule %d", added), "rule_pattern", ".*")
				model = append(model, int64(decode(t, text)["rule_id"].(float64)))
			},
			"delete": func(rt *rapid.T) {
				if len(model) == 0 {
					rt.Skip("nothing to delete")
				}
				i := rapid.IntRange(0, len(model)-1).Draw(rt, "index")
				w.do(t, "DelRule", "rule_id", fmt.Sprint(model[i]))
				model = slices.Delete(model, i, i+1)
			},
			"reorder some": func(rt *rapid.T) {
				if len(model) == 0 {
					rt.Skip("nothing to reorder")
				}
				front := rapid.Permutation(model).Draw(rt, "order")
				front = front[:rapid.IntRange(1, len(front)).Draw(rt, "listed")]
				w.do(t, "ReorderRules", "rule_id", joined(front))
				rest := slices.DeleteFunc(slices.Clone(model), func(id int64) bool { return slices.Contains(front, id) })
				model = append(slices.Clone(front), rest...)
			},
			"": func(rt *rapid.T) {
				if got := ruleIDs(t, w, app); !slices.Equal(got, model) {
					rt.Fatalf("order %v, want %v", got, model)
				}
			},
		})
	})
}

func joined(ids []int64) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(ids), " ", ";"), "[]")
}

func ruleIDs(t *testing.T, w *world, app string) []int64 {
	t.Helper()
	var answer struct {
		Result []struct {
			ID int64 `json:"rule_id"`
		}
	}
	must(t, json.Unmarshal([]byte(w.do(t, "GetRules", "application_name", app, "count", "1000")), &answer))
	var ids []int64
	for _, rule := range answer.Result {
		ids = append(ids, rule.ID)
	}
	return ids
}
