package conform_test

import (
	"os"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// naive plays the first try at number masking: order 12345 of courier
// 12222222222 and client 13333333333.
func naive(t *testing.T, from string, switches facts.Settings, faults []phone.Fault, steps ...phone.Step) phone.Result {
	t.Helper()
	source, err := os.ReadFile("testdata/naive-masking.js")
	if err != nil {
		t.Fatal(err)
	}
	code, err := voxengine.Compile(voxengine.Script{Name: "naive-masking.js", Text: string(source)})
	if err != nil {
		t.Fatal(err)
	}
	result, err := phone.Run(voxengine.Options{Code: code, Start: 1_775_995_200_000, Switches: switches}, phone.Story{
		From: from, To: "10000000000", Steps: steps, Lenient: true,
		Given: phone.Given{
			Storage: map[string]string{"12345": `{"courier": "12222222222", "client": "13333333333"}`},
			Faults:  faults,
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func after(d phone.Duration, step phone.Step) phone.Step {
	step.After = &d
	return step
}

func press(keys string) phone.Step { return phone.Step{Press: &phone.Press{Keys: keys}} }

func answers(d phone.Duration) phone.Step {
	return phone.Step{Dialled: &phone.Dialled{Answers: &d}}
}

var (
	leaves   = phone.Step{HangsUp: phone.Caller}
	greeting = phone.Step{Hears: &phone.Hears{Text: "Welcome to the delivery line. Type the five digits of your order."}}
)

// faults looks for events in order; each is a part of a line of the trace.
func faults(t *testing.T, result phone.Result, lines ...string) {
	t.Helper()
	at := 0
	for _, e := range result.Events {
		if at < len(lines) && strings.Contains(strings.Join(strings.Fields(e.String()), " "), lines[at]) {
			at++
		}
	}
	if at < len(lines) {
		t.Errorf("the trace does not show %q after the %d before it\n%s", lines[at], at, text(result.Events))
	}
}

// count counts the events of a kind.
func count(result phone.Result, kind voxengine.Kind) int {
	n := 0
	for _, e := range result.Events {
		if e.Kind == kind {
			n++
		}
	}
	return n
}

// TestNaiveWorks is the call for which the script was written.
func TestNaiveWorks(t *testing.T) {
	result := naive(t, "12222222222", nil, nil, greeting, after(phone.Second, press("12345")), answers(3*phone.Second),
		phone.Step{Joined: true}, after(20*phone.Second, leaves))
	if len(result.Failures) > 0 || len(result.Requests) != 1 || count(result, voxengine.KindDial) != 1 {
		t.Errorf("failures %v, %d requests\n%s", result.Failures, len(result.Requests), text(result.Events))
	}
}

// TestNaiveDialsTwice: digits typed while the greeting plays. The continuation
// of the greeting is woken by the end of another text and starts the timers of
// the menu, which look the order up again while the other side's phone rings.
func TestNaiveDialsTwice(t *testing.T) {
	result := naive(t, "12222222222", nil, nil, after(phone.Second, press("12345")), answers(15*phone.Second), after(40*phone.Second, leaves))
	faults(t, result, `kv_get key="12345"`, `dial leg-1 to="13333333333"`, "timer", `kv_get key="12345"`,
		`say caller text="One moment, we are calling the other side."`, `dial leg-2 to="13333333333"`)
}

// TestNaiveTalksIntoTheOperator: # while the greeting plays. The menu goes on
// inside the conversation with the operator.
func TestNaiveTalksIntoTheOperator(t *testing.T) {
	result := naive(t, "12222222222", nil, nil, after(phone.Second, press("#")), answers(4*phone.Second), after(20*phone.Second, leaves))
	faults(t, result, `dial leg-1 to="15550000000"`, `stop caller reason="replaced"`, `say caller text="For an operator, press pound."`,
		"join legs=caller,leg-1", `kv_get key="#" found=false`, `say caller text="There is no such order.`, "unjoin legs=caller,leg-1")
	if body := result.Requests[0].Body; !strings.Contains(body, `"order_number":"#"`) {
		t.Errorf("the result is %s", body)
	}
}

// TestNaiveWhispersNoNumber: texts are built when the script loads, so the
// order's number in them is empty for ever.
func TestNaiveWhispersNoNumber(t *testing.T) {
	result := naive(t, "13333333333", nil, nil, greeting, after(phone.Second, press("12345")), answers(phone.Second), after(20*phone.Second, leaves))
	faults(t, result, `say leg-1 text="The customer of your order is on the line: "`)
}

// TestNaiveForgetsToCount: after "not your order" five digits are not enough any
// more; what was typed is looked up 8 s after the last key, whatever its length.
func TestNaiveForgetsToCount(t *testing.T) {
	result := naive(t, "15555555555", nil, nil, greeting, after(phone.Second, press("12345")),
		phone.Step{Hears: &phone.Hears{Matches: "^This order belongs"}}, after(2*phone.Second, press("123456")), after(20*phone.Second, leaves))
	faults(t, result, `kv_get key="12345" found=true`, "This order belongs to other phones", `tone caller digit="6"`, "timer", `kv_get key="123456" found=false`)
	if count(result, voxengine.KindGet) != 2 {
		t.Errorf("five digits were looked up\n%s", text(result.Events))
	}
}

// TestNaiveGoesSilent: the storage fails. The caller is cut off, or, where an
// unhandled rejection is only logged, hears nothing for ever.
func TestNaiveGoesSilent(t *testing.T) {
	down := []phone.Fault{{On: phone.OnStorage, Error: "internal error"}}
	cut := naive(t, "12222222222", nil, down, greeting, after(phone.Second, press("12345")), after(10*phone.Second, leaves))
	faults(t, cut, `kv_get key="12345" found=false error="internal error"`, "error text=\"unhandled rejection: Error: ApplicationStorage: internal error\"",
		`hangup caller by="platform"`, `terminated error="system error"`)
	if len(cut.Requests) != 0 {
		t.Errorf("a result was sent: %v", cut.Requests)
	}

	dead := naive(t, "12222222222", facts.Settings{facts.UnhandledRejection: "logged"}, down, greeting, after(phone.Second, press("12345")), after(5*phone.Minute, leaves))
	faults(t, dead, `kv_get key="12345"`, "error text=", `hangup caller by="caller"`)
	silence := false
	for _, e := range dead.Events {
		switch {
		case e.Kind == voxengine.KindError:
			silence = true
		case e.Kind == voxengine.KindHangup:
			silence = false
		case silence:
			t.Errorf("there was something in the dead air: %v", e)
		}
	}
}

// TestNaiveComparesText: the caller's number comes with a plus sign, the stored
// one has none.
func TestNaiveComparesText(t *testing.T) {
	result := naive(t, "+12222222222", nil, nil, greeting, after(phone.Second, press("12345")), after(10*phone.Second, leaves))
	faults(t, result, `kv_get key="12345" found=true`, `say caller text="This order belongs to other phones.`)
	if count(result, voxengine.KindDial) != 0 {
		t.Errorf("somebody was called\n%s", text(result.Events))
	}
}
