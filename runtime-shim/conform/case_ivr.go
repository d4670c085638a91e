package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

// ivrCases is voice menus by IVRState.
func ivrCases() []Case {
	declared := "comments of IVRState and IVRSettings"
	stays := wait(60 * phone.Second)
	return []Case{
		{Name: "ivr-class", Says: "IVRState is a class that comes with require(Modules.IVR), and keeps its settings", Known: Declaration, Where: typings},
		{Name: "ivr-wrong-settings", Says: "an IVRState that could never be complete throws when it is made", Known: Assumption, Where: "what is needed is declared, what happens without is not"},
		{Name: "ivr-select", Says: "a key of nextStates leads to its state, any other one to onInputComplete", Known: Declaration, Where: declared, Calls: true,
			People: []phone.Step{hears("Main menu."), after(phone.Second, press("2")), hears("Second menu."), after(phone.Second, press("9")), stays}},
		{Name: "ivr-select-same-state", Says: "a state can lead back to itself, and is heard again", Known: PublicCode, Where: seen, Calls: true,
			People: []phone.Step{hears("Main menu."), after(phone.Second, press("0")), hears("Main menu."), after(phone.Second, press("1")), stays}},
		{Name: "ivr-fixed", Says: "inputfixed is complete after inputLength keys; the state then has them as its input", Known: Declaration, Where: declared, Calls: true,
			People: []phone.Step{hears("Type three digits."), after(phone.Second, press("12#4")), stays}},
		{Name: "ivr-terminated", Says: "inputunknown is complete at the key of terminateOn, which is no part of the input", Known: Assumption, Where: declared + "; that the key is left out is assumed", Calls: true,
			People: []phone.Step{hears("Type the order."), after(phone.Second, press("1234#5")), stays}},
		{Name: "ivr-validated", Says: "inputunknown is complete when inputValidator says so", Known: Declaration, Where: declared, Calls: true,
			People: []phone.Step{hears("Type the order."), after(phone.Second, press("71")), stays}},
		{Name: "ivr-no-input", Says: "noinput goes on to nextState after its prompt, without one to onInputComplete", Known: Declaration, Where: declared, Calls: true,
			People: []phone.Step{hears("Welcome."), hears("Goodbye."), stays}},
		{Name: "ivr-no-input-deaf", Says: "noinput takes no keys", Known: Declaration, Where: declared, Calls: true,
			People: []phone.Step{after(phone.Second, press("5")), stays}},
		{Name: "ivr-play", Says: "a prompt can be a sound behind an address", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{{Hears: &phone.Hears{URL: "https://sounds.example/menu.mp3"}}, after(phone.Second, press("1")), stays}},
		{Name: "ivr-timeout", Says: "onInputTimeout comes with the keys so far when none comes for timeout ms, counted from the end of the prompt", Known: Assumption, Where: declared + "; from when it counts is assumed", Calls: true,
			People: []phone.Step{hears("Type three digits."), after(phone.Second, press("1")), stays}},
		{Name: "ivr-timeout-usual", Says: "the timeout is 5 s unless the state says otherwise", Known: Declaration, Where: declared, Calls: true,
			People: []phone.Step{hears("Main menu."), stays}},
		{Name: "ivr-timeout-enters-again", Says: "a state can be entered again from its own onInputTimeout", Known: PublicCode, Where: seen, Calls: true,
			People: []phone.Step{hears("Main menu."), hears("Main menu."), after(phone.Second, press("1")), stays}},
		{Name: "ivr-timeout-each-key", Says: "the timeout begins again with each key", Known: Assumption, Where: nowhere, Switch: "menu-timeout", Calls: true,
			People: []phone.Step{hears("Type three digits."), after(3*phone.Second, press("1")), after(3*phone.Second, press("2")), after(3*phone.Second, press("3")), stays}},
		{Name: "ivr-needs-tones", Says: "a state hears no keys before handleTones(true)", Known: Assumption, Where: nowhere, Switch: "menu-tones", Calls: true,
			People: []phone.Step{hears("Main menu."), after(phone.Second, press("1")), stays}},
		{Name: "ivr-prompt-interrupted", Says: "a key during the prompt stops it and counts", Known: Assumption, Where: nowhere, Switch: "menu-prompt", Calls: true,
			People: []phone.Step{after(3*phone.Second, press("12")), stays}},
		{Name: "ivr-reset", Says: "IVR.reset() makes all states forget their calls: none of their callbacks comes", Known: Assumption, Where: "the declarations say that all states are reset", Calls: true,
			People: []phone.Step{hears("Main menu."), after(3*phone.Second, press("1")), stays}},
		{Name: "ivr-call-ends", Says: "a state whose call ends calls nothing any more", Known: Assumption, Where: nowhere, Calls: true,
			People: []phone.Step{hears("Main menu."), after(phone.Second, leaves())}},
	}
}
