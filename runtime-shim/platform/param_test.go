package platform

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// ignored lists declared parameters that mean nothing here, and why.
var ignored = map[string]string{
	"GetPhoneNumbers child_account_id":           "there are no child accounts",
	"GetPhoneNumbers children_phones_only":       "there are no child accounts",
	"GetPhoneNumbers verification_name":          "no number needs verification",
	"GetPhoneNumbers verification_status":        "no number needs verification",
	"GetPhoneNumbers from_unverified_hold_until": "no number needs verification",
	"GetPhoneNumbers to_unverified_hold_until":   "no number needs verification",
	"GetPhoneNumbers order_by":                   "numbers come in the order of renting",
	"GetPhoneNumbers sandbox":                    "there are no sandbox numbers",
	"AttachPhoneNumber regulation_address_id":    "no number needs verification",
	"AttachPhoneNumber force_verification":       "no number needs verification",
	"StartScenarios user_id":                     "users have no sessions of their own",
	"StartScenarios user_name":                   "users have no sessions of their own",
	"StartScenarios reference_ip":                "there is one server",
	"StartScenarios server_location":             "there is one server",
	"StartScenarios with_check_url":              "a session is watched under /emulator/v1/sessions",
}

// Every method reads every parameter that the official client declares for it,
// and none that is not declared.
func TestDeclaredParametersAreRead(t *testing.T) {
	for name, m := range methods() {
		read := readBy(t, m)
		declared, known := wire.Known(name)
		if !known {
			t.Errorf("%s is not a method of the platform", name)
		}
		var names []string
		for _, p := range declared {
			names = append(names, p.Name)
			_, excused := ignored[name+" "+p.Name]
			if slices.Contains(read, p.Name) == excused {
				t.Errorf("%s: parameter %s is read: %v, excused: %v", name, p.Name, !excused, excused)
			}
		}
		for _, p := range read {
			if !slices.Contains(names, p) {
				t.Errorf("%s reads %s, which is not declared", name, p)
			}
		}
	}
}

// readBy runs a method in a small world, with parameters that lead to its end.
func readBy(t *testing.T, m method) []string {
	t.Helper()
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	params := wire.NewParams(url.Values{
		"application_id": {"10001"}, "scenario_id": {"20001"}, "rule_id": {"30001"}, "secret_id": {"50001"}, "key": {"k"},
	})
	err = p.store.Do(func(tx *store.Tx) bool {
		app := tx.AddApplication(store.Application{Name: "demo"})
		tx.AddScenario(store.Scenario{Name: "one"})
		tx.AddRule(store.Rule{Application: app, Name: "main", Pattern: ".*"})
		tx.Bind(30001, []int64{20001})
		tx.AddSecret(app, store.Secret{Name: "s"})
		m.serve(&request{Params: params, tx: tx, account: p.account, now: time.Unix(0, 0)})
		return false
	})
	if err != nil {
		t.Fatalf("%s: %v", m.name, err)
	}
	if errs := params.Errors(); len(errs) > 0 && !strings.Contains(errs.Error(), "is required") && !strings.Contains(errs.Error(), "no such 'key'") {
		t.Errorf("%s: %v", m.name, errs)
	}
	return params.Read()
}
