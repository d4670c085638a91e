package platform

import "github.com/ringflow/ringflow/runtime-shim/voxengine"

// Codes of this package's errors; ErrorKinds says what each of them means.
const (
	codeInUse    = "RF6401"
	codeData     = "RF6402"
	codeBody     = "RF6405"
	codeFar      = "RF6406"
	codeToken    = "RF6407"
	codeFault    = "RF6408"
	codeNumber   = "RF6410"
	codeUnbound  = "RF6411"
	codeNoRule   = "RF6412"
	codeEmpty    = "RF6413"
	codeScripts  = "RF6414"
	codeNoRecord = "RF6415"
)

// ErrorKinds returns the table of what the emulator itself can object to, in
// the order of the codes. Methods of the Management API answer with the
// platform's own codes.
func ErrorKinds() []voxengine.ErrorKind {
	return []voxengine.ErrorKind{
		{
			Code: codeInUse, Title: "the data folder is in use by another process",
			Means: "Two emulators in one folder would overwrite each other, so the second one does not start.",
			Todo:  "Stop the other one, or choose another folder with `--data`.",
		}, {
			Code: codeData, Title: "the data cannot be opened, or was written by a newer version",
			Means: "The folder cannot be made or read, or what is in it is not the state of an emulator of this version.",
			Todo:  "Move the folder away, and the emulator starts anew with an empty account; or use the version of ringflow that wrote it.",
		}, {
			Code: codeBody, Title: "the body of a request to /emulator/ is not as expected, or a story is not one",
			Means: "The body is not JSON, has a field that does not exist, or describes people who cannot act like that. The message says what is wrong.",
			Todo:  "Correct it. A story needs the caller's number and the dialled one; its steps are those of test files, as JSON.",
			Right: `{"from": "12222222222", "to": "10000000000",
 "story": {"lenient": true, "steps": [{"hears": {"any": true}}, {"press": {"keys": "12345"}}, {"hangs_up": "caller"}]}}`,
		}, {
			Code: codeFar, Title: "/emulator/ was asked from another machine",
			Means: "Under /emulator/ anybody could let calls come in and make requests fail, so it is answered on the emulator's own machine alone. The Management API is not meant.",
			Todo:  "Send the request from the machine that the emulator runs on.",
		}, {
			Code: codeToken, Title: "the admin token is missing or wrong",
			Means: "Requests to /emulator/ carry the token that the emulator wrote beside its credentials file. A service account's token is another thing.",
			Todo:  "Send it as a bearer token.",
			Right: `curl -H "Authorization: Bearer $(cat .ringflow/emulator/admin.token)" http://127.0.0.1:8580/emulator/v1/sessions`,
		}, {
			Code: codeFault, Title: "a fault is not one",
			Means: "The list of faults was not taken, and those before it are still in force. The message has the position in the list, counted from 0, and everything that is wrong.",
			Todo:  "Name a method of the platform, and at most one way to fail: `status`, `code`, `drop` or `hang`.",
			Right: `[{"method": "SetKeyValueItem", "count": 3, "status": 429}, {"method": "DelKeyValueItem", "hang": true, "apply": true}]`,
		}, {
			Code: codeNumber, Title: "the dialled number is not rented",
			Means: "A call came for a number that the account does not have. The number itself is not repeated.",
			Todo:  "Dial one that `ringflow emulator` prints, or rent it with AttachPhoneNumber.",
		}, {
			Code: codeUnbound, Title: "the dialled number is bound to no application",
			Means: "The number is rented, and nobody said which application takes its calls.",
			Todo:  "Deploy a project that has the number (`ringflow apply`), or bind it with BindPhoneNumberToApplication.",
		}, {
			Code: codeNoRule, Title: "no rule matches the dialled number",
			Means: "The application has no rule whose pattern takes the whole number, or those that do exclude it.",
			Todo:  "Correct the rule's `pattern` and `exclude`; the number is matched in digits, without `+`.",
		}, {
			Code: codeEmpty, Title: "the rule has no scenario",
			Means: "The rule that took the call runs nothing.",
			Todo:  "Deploy the project again, or bind a scenario with BindScenario.",
		}, {
			Code: codeScripts, Title: "a scenario does not parse",
			Means: "A scenario of the rule is no JavaScript, so no session starts. Every place follows, each with RF5001.",
			Todo:  "Correct the scenario and deploy it again.",
		}, {
			Code: codeNoRecord, Title: "there is no such session",
			Means: "No session has this number. Traces of sessions are kept in the data folder; one in memory forgets them at its end.",
			Todo:  "List the latest sessions with `GET /emulator/v1/sessions`.",
		},
	}
}
