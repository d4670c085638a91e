package platform_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// TestManagementFromScript: a scenario calls the Management API with the roles
// of the key that its rule is bound to.
func TestManagementFromScript(t *testing.T) {
	w := newWorld(t, jumping)
	w.deploy(t, script(t, "management.js"))
	const story = `{"from": "12222222222", "to": "10000000000", "story": {"steps": [{"expect": {"kind": "terminated"}}]}}`
	call := func() string {
		status, trace := w.admin(t, "POST", "calls", story)
		if status != http.StatusOK {
			t.Fatalf("%d %s", status, trace)
		}
		return trace
	}
	if trace := call(); !strings.Contains(trace, `refused: the rule is bound to no service account key`) {
		t.Errorf("without a key\n%s", trace)
	}
	for _, bound := range []struct {
		role platform.Role
		want []string
	}{
		{platform.Owner, []string{`applications: demo`, `stored: two tomatoes`, `created: true`}},
		{platform.Payer, []string{`refused: no role of this key may call GetApplications`}},
	} {
		key, err := w.CreateKey(bound.role)
		must(t, err)
		w.do(t, "SetRuleInfo", "rule_id", "30001", "bind_key_id", key.KeyID)
		trace := call()
		for _, want := range bound.want {
			if !strings.Contains(trace, want) {
				t.Errorf("as %s the trace has no %q\n%s", bound.role, want, trace)
			}
		}
	}
	if got := decode(t, w.do(t, "GetKeyValueItem", "application_name", "demo", "key", "00123")); got["result"].(map[string]any)["value"] != "two tomatoes" {
		t.Errorf("what the script stored: %v", got)
	}
}
