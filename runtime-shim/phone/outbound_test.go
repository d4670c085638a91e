package phone_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// pair dials two numbers one after the other, and a third once somebody has answered.
const pair = `
const dial = (number, failed) => {
	const call = VoxEngine.callPSTN(number, "10000000000");
	call.addEventListener(CallEvents.Connected, () => { call.say("hello"); other(call); });
	call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
	call.addEventListener(CallEvents.Failed, failed);
};
const other = first => {
	const call = VoxEngine.callPSTN("13333333333", "10000000000");
	call.addEventListener(CallEvents.Connected, () => VoxEngine.sendMediaBetween(first, call));
};
VoxEngine.addEventListener(AppEvents.Started, () => dial("11111111111", () => dial("12222222222", VoxEngine.terminate)));`

func outbound(t *testing.T, steps string) phone.Result {
	t.Helper()
	code, err := voxengine.Compile(voxengine.Script{Name: "pair.js", Text: pair})
	if err != nil {
		t.Fatal(err)
	}
	s := story(t, "", steps)
	s.To, s.Outbound = "", true
	result, err := phone.Run(voxengine.Options{Code: code, Start: 1_775_995_200_000}, s)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// Who answers first is the caller of the steps, whoever is dialled behind them.
func TestWhoAnswersFirstIsTheCaller(t *testing.T) {
	r := outbound(t, `{"dialled": {"to": "11111111111", "busy": "1s"}}, {"dialled": {"to": "12222222222", "answers": "1s"}},
		{"hears": {"text": "hello", "for": "100ms"}}, {"dialled": {"to": "13333333333", "answers": "2s"}}, {"joined": true}, {"talk": "3s"}, {"hangs_up": "caller"}`)
	if len(r.Failures) > 0 || r.Err != nil {
		t.Error(r.Failures, r.Err)
	}
	i := slices.IndexFunc(r.Events, func(e voxengine.Event) bool { return e.Kind == voxengine.KindHangup })
	if i < 0 || r.Events[i].Leg != "leg-2" {
		t.Error("not the second leg hung up first")
	}
}

func TestNobodyAnsweredYet(t *testing.T) {
	r := outbound(t, `{"dialled": {"no_answer": true}}, {"after": "1s", "press": {"keys": "1"}}`)
	if len(r.Failures) != 1 || !strings.Contains(r.Failures[0].Got, "nobody was called") {
		t.Error(r.Failures)
	}
}
