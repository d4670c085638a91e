package campaign_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/runtime-shim/campaign"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// noon is 2026-04-12T12:00:00Z.
const noon = 1_775_995_200_000

func compile(t testing.TB, text string) *voxengine.Code {
	t.Helper()
	code, err := voxengine.Compile(voxengine.Script{Name: "campaign.js", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return code
}

func reminder(t testing.TB) *voxengine.Code {
	t.Helper()
	text, err := os.ReadFile("testdata/reminder.js")
	if err != nil {
		t.Fatal(err)
	}
	return compile(t, string(text))
}

func rows(n int) []campaign.Row {
	var out []campaign.Row
	for i := range n {
		out = append(out, campaign.Row{Data: fmt.Sprintf(`{"phone":"1333333333%d","name":"N%d"}`, i, i)})
	}
	return out
}

func after(d phone.Duration) *phone.Duration { return &d }

// people is a world in which the sides that are called do the same in each
// attempt, row by row and attempt by attempt.
func people(code *voxengine.Code, does ...[]phone.Dialled) campaign.World {
	return func(row, attempt int) (voxengine.Options, phone.Story) {
		d := does[row][min(attempt, len(does[row]))-1]
		return voxengine.Options{Code: code}, phone.Story{Lenient: true, Steps: []phone.Step{{Dialled: &d}, {Expect: &phone.Expect{Kind: "terminated"}}}}
	}
}

var (
	answers = phone.Dialled{Answers: after(2 * phone.Second)}
	busy    = phone.Dialled{Busy: after(phone.Second)}
	silent  = phone.Dialled{NoAnswer: true}
	unknown = phone.Dialled{Fails: &phone.Fails{Code: 404, After: phone.Second}}
)

func run(t *testing.T, list campaign.List, world campaign.World) []campaign.Outcome {
	t.Helper()
	outcomes, err := campaign.Run(list, noon, world)
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range outcomes {
		for n, a := range o.Attempts {
			if a.Result.Err != nil || len(a.Result.Failures) > 0 {
				t.Errorf("row %d, attempt %d: %v %v", i+1, n+1, a.Result.Err, a.Result.Failures)
			}
		}
	}
	return outcomes
}

// summary is outcomes in short: status, attempts left, result, and the minutes
// after noon at which attempts began.
func summary(outcomes []campaign.Outcome) []string {
	var out []string
	for _, o := range outcomes {
		line := fmt.Sprintf("%s %d %s at", o.Status, o.AttemptsLeft, o.Result)
		for _, a := range o.Attempts {
			line += fmt.Sprintf(" %d", (a.Start-noon)/60_000)
		}
		out = append(out, line)
	}
	return out
}

func expect(t *testing.T, outcomes []campaign.Outcome, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, summary(outcomes)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestRows: a result ends a row, an error is tried again after the interval while
// attempts are left (type declarations of CallList, reference of CreateCallList).
func TestRows(t *testing.T) {
	list := campaign.List{Rows: rows(3), Attempts: 3, Simultaneous: 3, Interval: 10 * phone.Minute}
	outcomes := run(t, list, people(reminder(t), []phone.Dialled{answers}, []phone.Dialled{silent, answers}, []phone.Dialled{silent}))
	expect(t, outcomes,
		`Processed 2 {"result":true,"seconds":1} at 0`,
		`Processed 1 {"result":true,"seconds":1} at 0 11`,
		`Error 0 {"code":408} at 0 11 22`)
	spoken := 0
	for _, e := range outcomes[1].Attempts[1].Result.Events {
		if e.Kind == voxengine.KindSay && e.Text == "Hello N1." {
			spoken++
		}
	}
	if spoken != 1 {
		t.Errorf("the client of row 2 heard the text %d times", spoken)
	}
}

// TestNextAttempt: requestNextAttempt moves the next attempt and changes the row,
// and attempts_left 0 makes the attempt the last one (guide to editing call lists).
func TestNextAttempt(t *testing.T) {
	list := campaign.List{Rows: rows(2), Attempts: 3, Simultaneous: 2}
	outcomes := run(t, list, people(reminder(t), []phone.Dialled{busy, answers}, []phone.Dialled{unknown}))
	expect(t, outcomes, `Processed 1 {"result":true,"seconds":1} at 0 120`, `Error 0  at 0`)
	if want := `{"phone":"13333333330","name":"again"}`; outcomes[0].Data != want || outcomes[0].Attempts[1].Data != want {
		t.Errorf("the row is %s", outcomes[0].Data)
	}
}

// TestNoReport: a session that reports nothing counts as done (type declarations).
func TestNoReport(t *testing.T) {
	code := compile(t, `VoxEngine.addEventListener(AppEvents.Started, VoxEngine.terminate);`)
	list := campaign.List{Rows: rows(1), Attempts: 5, Simultaneous: 1}
	expect(t, run(t, list, func(int, int) (voxengine.Options, phone.Story) { return voxengine.Options{Code: code}, phone.Story{} }), `Processed 4  at 0`)
}

// TestWindow: attempts start inside of the daily window only, UTC, which may go
// over midnight (reference of CreateCallList).
func TestWindow(t *testing.T) {
	list := campaign.List{Rows: rows(4), Attempts: 2, Simultaneous: 9, Interval: 100 * phone.Minute}
	list.Rows[0].Window = campaign.Window{From: 9 * time.Hour, Until: 13 * time.Hour}
	list.Rows[1].Window = campaign.Window{From: 18 * time.Hour, Until: 20 * time.Hour}
	list.Rows[2].Window = campaign.Window{From: 22 * time.Hour, Until: 6 * time.Hour}
	list.Rows[3].StartAt = noon + 3*3600_000
	all := []phone.Dialled{silent}
	expect(t, run(t, list, people(reminder(t), all, all, all, all)),
		`Error 0 {"code":408} at 0 1260`, `Error 0 {"code":408} at 360 461`, `Error 0 {"code":408} at 600 701`, `Error 0 {"code":408} at 180 281`)
}

// TestOrder: as many sessions run at once as the list says; rows of a higher
// priority go first, then first or repeated attempts (reference of CreateCallList).
func TestOrder(t *testing.T) {
	all := []phone.Dialled{silent}
	for _, repeated := range []bool{false, true} {
		list := campaign.List{Rows: rows(3), Attempts: 2, Simultaneous: 1, Repeated: repeated}
		first := 0
		list.Rows[2].Priority = &first
		outcomes := run(t, list, people(reminder(t), all, all, all))
		want := []string{`Error 0 {"code":408} at 2 4`, `Error 0 {"code":408} at 3 5`, `Error 0 {"code":408} at 0 1`}
		if repeated {
			want = []string{`Error 0 {"code":408} at 2 3`, `Error 0 {"code":408} at 4 5`, `Error 0 {"code":408} at 0 1`}
		}
		expect(t, outcomes, want...)
	}
}

// TestShared: sessions that run at once share agents and a storage, and nothing else.
func TestShared(t *testing.T) {
	code := compile(t, `require(Modules.ACD);
require(Modules.ApplicationStorage);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  globalThis.count = (globalThis.count || 0) + 1;
  await ApplicationStorage.put(JSON.parse(VoxEngine.customData()).name, String(count), 3600);
  const request = VoxEngine.enqueueACDRequest("sales", "10000000000");
  request.addEventListener(ACDEvents.OperatorReached, (e) => e.operatorCall.addEventListener(CallEvents.Disconnected, async () => {
    const others = await Promise.all(["N0", "N1", "N2"].map((key) => ApplicationStorage.get(key)));
    CallList.reportResult(others.filter(Boolean).length + " " + count, VoxEngine.terminate);
  }));
});`)
	store := phone.NewStore()
	center, err := voxengine.NewCallCenter(noon, []voxengine.Queue{{Name: "sales"}}, []voxengine.Agent{{Name: "anna", Queues: []string{"sales"}}})
	if err != nil {
		t.Fatal(err)
	}
	given := phone.Given{Queues: []phone.Queue{{Name: "sales"}}, Agents: []phone.Agent{{Name: "anna", Queues: []string{"sales"}, Does: &phone.Dialled{Answers: after(phone.Second), HangsUp: after(59 * phone.Second)}}}}
	list := campaign.List{Rows: rows(3), Attempts: 1, Simultaneous: 3}
	outcomes := run(t, list, func(int, int) (voxengine.Options, phone.Story) {
		return voxengine.Options{Code: code, Storage: store, Center: center}, phone.Story{Lenient: true, Given: given, Steps: []phone.Step{{Expect: &phone.Expect{Kind: "terminated"}}}}
	})
	expect(t, outcomes, "Processed 0 3 1 at 0", "Processed 0 3 1 at 0", "Processed 0 3 1 at 0")
	for i, o := range outcomes {
		if minutes := (o.Attempts[0].End - noon) / 60_000; minutes != int64(i+1) {
			t.Errorf("the agent was done with row %d after %d min", i+1, minutes)
		}
	}
}

// TestSameAgain: a list is played the same way each time.
func TestSameAgain(t *testing.T) {
	list := campaign.List{Rows: rows(3), Attempts: 3, Simultaneous: 2, Interval: phone.Minute}
	world := people(reminder(t), []phone.Dialled{silent, answers}, []phone.Dialled{busy, answers}, []phone.Dialled{silent})
	if diff := cmp.Diff(run(t, list, world), run(t, list, world), cmpopts.EquateErrors()); diff != "" {
		t.Error(diff)
	}
}

// TestEndless: a row that asks for another attempt each time ends in an error.
func TestEndless(t *testing.T) {
	code := compile(t, `VoxEngine.addEventListener(AppEvents.Started, () => CallList.requestNextAttempt({ attempts_left: 5 }, VoxEngine.terminate));`)
	list := campaign.List{Rows: rows(1), Attempts: 1, Simultaneous: 1}
	_, err := campaign.Run(list, noon, func(int, int) (voxengine.Options, phone.Story) { return voxengine.Options{Code: code}, phone.Story{} })
	if err == nil || !strings.Contains(err.Error(), "row 1 was tried 100 times") {
		t.Errorf("the error is %v", err)
	}
}

// TestUnreadable: what the platform cannot read of a next attempt changes nothing.
func TestUnreadable(t *testing.T) {
	code := compile(t, `VoxEngine.addEventListener(AppEvents.Started, async () => {
  for (const wrong of [{ start_at: "soon" }, { start_execution_time: "9 am" }, { end_execution_time: "noon" }, { attempts_left: "many" }]) {
    const result = await CallList.requestNextAttemptAsync(wrong);
    Logger.write(result.code + " " + result.text);
  }
  VoxEngine.terminate();
});`)
	list := campaign.List{Rows: rows(1), Attempts: 2, Simultaneous: 1}
	outcomes := run(t, list, func(int, int) (voxengine.Options, phone.Story) { return voxengine.Options{Code: code}, phone.Story{} })
	expect(t, outcomes, "Processed 1  at 0")
	refused := 0
	for _, e := range outcomes[0].Attempts[0].Result.Events {
		if e.Kind == voxengine.KindLog && strings.HasPrefix(e.Text, "400 ") {
			refused++
		}
	}
	if refused != 4 {
		t.Errorf("%d of 4 were refused\n%v", refused, outcomes[0].Attempts[0].Result.Events)
	}
}
