package phone_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func second(n int64) *phone.Duration {
	d := phone.Duration(n) * phone.Second
	return &d
}

func company(t *testing.T, rules ...phone.Rule) phone.Company {
	t.Helper()
	return phone.Company{Rules: rules, Start: 1_775_995_200_000, World: func(n int, _ phone.Rule) voxengine.Options {
		return voxengine.Options{Seed: uint64(n), Info: voxengine.Info{SessionID: int64(n)}}
	}}
}

// TestCompany: two callers with a story each, ten seconds apart, meet in a
// conference; a third session is theirs together.
func TestCompany(t *testing.T) {
	c := company(t, rule(t, "room-.*", room), rule(t, ".*", gateway))
	stays := func(from string, talk int64) phone.Story {
		return phone.Story{From: from, To: "10000000000", Steps: []phone.Step{{Joined: true}, {Talk: second(talk)}, {HangsUp: phone.Caller}}}
	}
	var traces [2]string
	for i := range traces {
		g, err := c.Run(
			phone.Arrival{Story: stays("12222222222", 30)},
			phone.Arrival{At: 10 * phone.Second, Story: stays("13333333333", 60)},
		)
		if err != nil {
			t.Fatal(err)
		}
		for n, result := range g.Results {
			if len(result.Failures) > 0 || result.Reason != voxengine.EndedByScript {
				t.Errorf("story %d ended by %s: %v", n+1, result.Reason, result.Failures)
			}
		}
		if len(g.Traces) != 3 || len(g.Exchange.Sessions()) != 3 {
			t.Fatalf("%d sessions", len(g.Traces))
		}
		var out strings.Builder
		for _, trace := range g.Traces {
			if err := voxengine.WriteText(&out, trace); err != nil {
				t.Fatal(err)
			}
		}
		traces[i] = out.String()
	}
	if traces[0] != traces[1] {
		t.Error("two runs are not the same")
	}
	if want := "join              legs=conference-1,caller-2"; !strings.Contains(traces[0], want) {
		t.Errorf("no %q in\n%s", want, traces[0])
	}
}

// TestCompanyStorage: the sessions of an application share its storage.
func TestCompanyStorage(t *testing.T) {
	counts := `
		require(Modules.ApplicationStorage);
		VoxEngine.addEventListener(AppEvents.CallAlerting, async ({ call }) => {
			const before = await ApplicationStorage.get("calls");
			await ApplicationStorage.put("calls", String(1 + Number(before ? before.value : 0)), 3600);
			call.reject(before ? 486 : 603);
		});`
	once := phone.Story{From: "12222222222", To: "10000000000", Lenient: true, Steps: []phone.Step{{After: second(1)}}}
	g, err := company(t, rule(t, ".*", counts)).Run(phone.Arrival{Story: once}, phone.Arrival{At: phone.Second, Story: once})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{603, 486} {
		rejected := 0
		for _, e := range g.Traces[i] {
			if e.Kind == voxengine.KindReject {
				rejected = e.Code
			}
		}
		if rejected != want {
			t.Errorf("call %d was rejected with %d, want %d", i+1, rejected, want)
		}
	}
}

func TestCompanyRefuses(t *testing.T) {
	c := company(t, rule(t, "1", gateway))
	if _, err := c.Run(phone.Arrival{Story: phone.Story{From: "1", To: "2"}}); err == nil {
		t.Error("a destination without a rule is taken")
	}
	if _, err := c.Run(phone.Arrival{Story: phone.Story{To: "1", Steps: []phone.Step{{}}}}); err == nil {
		t.Error("a story that is not one is taken")
	}
}
