package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

const ownSource = "the platform's own source of easyProcess"

// dialUserCases are calls to users and to SIP addresses.
func dialUserCases() []Case {
	order := map[string]string{"X-Order": "7"}
	alice := phone.Dialled{To: "alice", Shows: "10000000000", Display: "Desk", Answers: span(phone.Second)}
	user, desk := alice, phone.Dialled{To: "desk@example.com", Shows: "ring", Display: "Desk", Answers: span(phone.Second), Headers: order}
	user.Headers = order
	silent := dialled(phone.Dialled{NoAnswer: true})
	late := []phone.Step{silent, wait(2 * phone.Minute)}
	return []Case{
		{Name: "dial-user", Says: "callUser({username, ...}) calls a user of the application, with name and X- headers", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{dialled(user), wait(phone.Second)}},
		{Name: "dial-user-positional", Says: "callUser(username, callerid, displayName, headers) does the same", Known: PublicCode, Where: seen, Calls: true, People: []phone.Step{dialled(user), wait(phone.Second)}},
		{Name: "dial-user-offline", Says: "a user who is not there is Failed 480", Known: Documentation, Where: "reference of CallEvents.Failed", Calls: true, People: []phone.Step{fails(480), wait(phone.Second)}},
		{Name: "dial-user-timeout", Says: "the header VI-CallTimeout, a number or a text, says after how many seconds a call to a user is Failed 408", Known: Declaration, Where: "comment of CallUserParameters.extraHeaders; public scenarios for the text", Calls: true,
			People: []phone.Step{silent, silent, silent, wait(2 * phone.Minute)}},
		{Name: "dial-user-timeout-range", Says: "a VI-CallTimeout outside of 10 to 400 s has no effect", Known: Assumption, Where: "the range is in the declarations, what happens is not", Switch: "call-timeout-range", Calls: true, People: late},
		{Name: "dial-user-limit", Says: "calls to numbers, users and SIP addresses count together for the ten that are not answered yet", Known: Documentation, Where: limits, Calls: true, People: []phone.Step{wait(5 * phone.Second)}},
		{Name: "dial-sip", Says: "callSIP(to, {callerid, ...}) calls a SIP address, with name and X- headers", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{dialled(desk), wait(phone.Second)}},
		{Name: "dial-sip-positional", Says: "callSIP(to, callerid, displayName, password, authUser, headers) does the same", Known: PublicCode, Where: seen + "; the declarations confirm the caller id", Calls: true, People: []phone.Step{dialled(desk), wait(phone.Second)}},
		{Name: "dial-sip-invalid", Says: "what is no SIP address is Failed 404", Known: Documentation, Where: "reference of CallEvents.Failed", Calls: true, People: []phone.Step{wait(phone.Second)}},
		{Name: "dial-sip-timeout", Says: "a call over SIP that is not answered is Failed 408 after 60 s, VI-CallTimeout is not for it", Known: Documentation, Where: limits + "; the header is only declared for callUser", Calls: true, People: late},
		{Name: "dial-user-direct", Says: "callUserDirect and answerDirect connect two sides peer to peer, without AudioStarted", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{dialled(alice), joined(), talks(10 * phone.Second), leaves()}},
		{Name: "dial-user-direct-media", Says: "speech, keys and recording do nothing in a peer-to-peer call", Known: Declaration, Where: "comment of VoxEngine.callUserDirect; that they throw is assumed", Calls: true,
			People: []phone.Step{dialled(alice), joined(), talks(10 * phone.Second), leaves()}},
		{Name: "forward-user", Says: "forwardCallToUser calls the user who was dialled", Known: PublicCode, Where: ownSource, Calls: true,
			People: []phone.Step{dialled(phone.Dialled{To: "10000000000", Shows: "12222222222", Answers: span(phone.Second)}), joined(), leaves()}},
		{Name: "forward-user-direct", Says: "forwardCallToUserDirect calls the user who was dialled, peer to peer", Known: PublicCode, Where: ownSource, Calls: true,
			People: []phone.Step{dialled(phone.Dialled{To: "10000000000", Shows: "12222222222", Answers: span(phone.Second)}), joined(), leaves()}},
		{Name: "forward-sip", Says: "forwardCallToSIP calls the SIP address that was dialled", Known: PublicCode, Where: ownSource, Calls: true,
			People: []phone.Step{dialled(phone.Dialled{Shows: "12222222222", Answers: span(phone.Second)}), joined(), leaves()}},
	}
}
