package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

// deviceCases are what devices and scripts send each other during a call.
func deviceCases() []Case {
	off, on := false, true
	sends := func(s phone.Sends) phone.Step { return after(phone.Second, phone.Step{Sends: &s}) }
	asks := sends(phone.Sends{Transfer: "sip:bob@example.com"})
	end := after(5*phone.Second, leaves())
	saw := func(kind string, with map[string]string) phone.Step {
		return phone.Step{Expect: &phone.Expect{Kind: kind, With: with}}
	}
	return []Case{
		{Name: "message-received", Says: "a message from the person's device is MessageReceived, with its text", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{sends(phone.Sends{Message: `{"ping":1}`}), end}},
		{Name: "device-message", Says: "sendMessage and sendInfo go to the person's device, no listener hears of them", Known: Declaration, Where: "comments of Call.sendMessage and Call.sendInfo", Calls: true,
			People: []phone.Step{answers(), saw("message", map[string]string{"leg": "leg-1", "text": "hello"}),
				saw("info", map[string]string{"leg": "leg-1", "mime": "application/json", "body": "{}"}), end, {HangsUp: phone.Callee}}},
		{Name: "message-limit", Says: "a message or INFO of more than 8192 bytes throws", Known: Declaration, Where: "comments of Call.sendMessage and Call.sendInfo; that it throws is assumed", Calls: true, People: []phone.Step{end}},
		{Name: "message-easy-process", Says: "easyProcess relays messages and INFO both ways", Known: PublicCode, Where: ownSource, Calls: true,
			People: []phone.Step{answers(), joined(),
				sends(phone.Sends{Message: "hello"}), saw("message", map[string]string{"leg": "leg-1", "text": "hello", "by": ""}),
				sends(phone.Sends{By: phone.Callee, Info: &phone.Info{Mime: "text/plain", Body: "hi"}}), saw("info", map[string]string{"leg": "caller", "body": "hi", "by": ""}), end}},
		{Name: "info-received", Says: "a SIP INFO from the person's device is InfoReceived, with type and body", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{sends(phone.Sends{Info: &phone.Info{Mime: "application/json", Body: "{}"}}), end}},
		{Name: "mic-status", Says: "MicStatusChange tells of the microphone, after handleMicStatus(true) only", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{sends(phone.Sends{Mic: &on}), wait(5 * phone.Second), sends(phone.Sends{Mic: &off}), sends(phone.Sends{Mic: &on}), end}},
		{Name: "transfer-requested", Says: "a blind transfer is BlindTransferRequested after handleBlindTransfer(true), and the call goes on", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{asks, end}},
		{Name: "transfer-not-handled", Says: "without handleBlindTransfer(true) the script is not told of a blind transfer", Known: Declaration, Where: "comment of Call.handleBlindTransfer", Calls: true,
			People: []phone.Step{asks, wait(5 * phone.Second), end}},
		{Name: "transfer-told", Says: "notifyBlindTransferSuccess and notifyBlindTransferFailed answer the device that asked", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{asks, saw("transfer", map[string]string{"outcome": "failed", "code": "486", "reason": "Busy Here"}),
				asks, saw("transfer", map[string]string{"outcome": "done"}), end}},
		{Name: "transfer-to", Says: "transferTo asks the device to call somebody else, which ends in TransferComplete", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{sends(phone.Sends{Transferred: 200}), end}},
		{Name: "transfer-to-failed", Says: "or in TransferFailed with code and reason, and the call goes on", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{sends(phone.Sends{Transferred: 486}), end}},
		{Name: "transfer-to-timeout", Says: "a transfer without an answer fails after 60 s, or what VI-CallTimeout says", Known: Declaration, Where: "comment of TransferToParameters.headers", Calls: true,
			People: []phone.Step{wait(2 * phone.Minute), end}},
	}
}
