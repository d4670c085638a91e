package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

// detectionCases are about who or what picks up: answering machines and their beeps.
func detectionCases() []Case {
	const (
		events = "comments of AMD.Events"
		given  = "comments of AMD.AMDParameters"
	)
	greeting := &phone.Machine{Greeting: "You have reached the office. Please leave a message after the tone.", Beep: span(500 * phone.Millisecond)}
	tuned := *greeting
	tuned.Hz = 440
	soon, later := span(2*phone.Second), span(25*phone.Second)
	picksUp := func(m *phone.Machine) []phone.Step {
		return []phone.Step{dialled(phone.Dialled{Answers: soon, HangsUp: later, Machine: m}), wait(30 * phone.Second)}
	}
	machine := picksUp(greeting)
	early := []phone.Step{dialled(phone.Dialled{Early: span(phone.Second), Answers: span(20 * phone.Second), HangsUp: soon, Machine: greeting}), wait(30 * phone.Second)}
	person := []phone.Step{dialled(phone.Dialled{Answers: soon, HangsUp: later, Says: "Hello?"}), wait(30 * phone.Second)}
	silent := []phone.Step{dialled(phone.Dialled{Answers: soon, HangsUp: later}), wait(30 * phone.Second)}
	broken := phone.Given{Faults: []phone.Fault{{On: phone.OnDetection, Error: "no server"}}}
	return []Case{
		{Name: "amd-machine", Says: "a detector that is given to a call sends DetectionComplete, VOICEMAIL for an answering machine", Known: Declaration, Where: events, Calls: true, People: machine},
		{Name: "amd-human", Says: "and HUMAN for a person who answers", Known: Declaration, Where: events, Calls: true, People: person},
		{Name: "amd-timeout", Says: "silence is TIMEOUT, 6500 ms after Connected", Known: Declaration, Where: given, Calls: true, People: silent},
		{Name: "amd-timeout-given", Says: "or after the timeout that is given, which takes 0 to 20000 ms", Known: Declaration, Where: given + "; that others throw is assumed", Calls: true, People: silent},
		{Name: "amd-ended", Says: "a call that ends before is CALL_ENDED", Known: Declaration, Where: "comments of AMD.ResultClass", Calls: true, People: []phone.Step{fails(486), wait(30 * phone.Second)}},
		{Name: "amd-error", Says: "a detection that fails is DetectionError with a message, and AudioIdentificationError of the call", Known: Declaration, Where: events, Calls: true, People: person, Given: broken},
		{Name: "amd-detect", Says: "detect() promises the event, for a call that sends media to the detector", Known: PublicCode, Where: seen, Calls: true, People: machine},
		{Name: "amd-detect-call", Says: "or for the call that AMD.create got", Known: PublicCode, Where: seen, Calls: true, People: person},
		{Name: "amd-detect-fails", Says: "detect() without a call, or one that fails, rejects and sends DetectionError", Known: Assumption, Where: "the event is declared", Calls: true, People: person, Given: broken},
		{Name: "amd-detached", Says: "stopMediaTo(detector) ends its hearing", Known: Declaration, Where: "comment of AMD.create", Calls: true, People: machine},
		{Name: "amd-early", Says: "a machine is detected before it answers, if it is heard early", Known: Documentation, Where: guides, Calls: true, People: early},
		{Name: "amd-identified", Says: "the call tells of it: AudioIdentificationStarted, Result and Stopped", Known: Declaration, Where: "comments of CallEvents", Calls: true, People: machine},
		{Name: "amd-members", Says: "a detector has an id, a model and a timeout, and its call once it has one; a model that does not exist throws", Known: Declaration, Where: typings + "; that it throws is assumed", Calls: true, People: silent},
		{Name: "amd-ways", Says: "callUser and callSIP take a detector too", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{dialled(phone.Dialled{Answers: soon, HangsUp: later, Machine: greeting}), dialled(phone.Dialled{Answers: soon, HangsUp: later, Says: "Hello?"}), wait(30 * phone.Second)}},
		{Name: "amd-no-detector", Says: "what is no detector throws as amd", Known: Assumption, Calls: true},
		{Name: "amd-listener-removed", Says: "a listener of a detector can be removed", Known: Declaration, Where: typings, Calls: true, People: person},
		{Name: "voicemail-detected", Says: "AI.detectVoicemail(call) promises {confidence}, and the call sends VoicemailDetected", Known: PublicCode, Where: seen, Calls: true, People: machine},
		{Name: "voicemail-not-detected", Says: "without a machine it rejects, which nobody has to handle, and the call sends VoicemailNotDetected", Known: PublicCode, Where: seen, Calls: true, People: person},
		{Name: "voicemail-fails", Says: "a detection that fails is not detected as well, also for a machine", Known: Assumption, Where: "the older detection has no event for it", Calls: true, People: machine, Given: broken},
		{Name: "beep-heard", Says: "after enableBeepDetection() a beep is BeepDetectionComplete with its frequency, once", Known: Documentation, Where: guides, Calls: true, People: machine},
		{Name: "beep-frequencies", Says: "frequencies limit it to beeps of these", Known: Declaration, Where: "comment of CallEnableBeepDetectionParameters", Calls: true, People: picksUp(&tuned)},
		{Name: "beep-timeout", Says: "its timeout is BeepDetectionComplete with timeout true", Known: Documentation, Where: guides, Calls: true, People: silent},
		{Name: "beep-disabled", Says: "disableBeepDetection() is BeepDetectionComplete with timeout false", Known: Documentation, Where: guides, Calls: true, People: machine},
		{Name: "beep-error", Says: "what is no frequency is BeepDetectionError with a reason", Known: Assumption, Where: "the event is declared", Calls: true, People: silent},
		{Name: "tone-detected", Says: "after detectProgressTone(true) the first tone in a connected call is ToneDetected, once", Known: Declaration, Where: "comment of CallEvents.ToneDetected", Calls: true, People: machine},
		{Name: "tone-progress", Says: "ToneDetected tells tones of the network from those of machines", Known: Declaration, Where: "comment of CallEvents.ToneDetected", Calls: true,
			People: []phone.Step{silent[0], after(5*phone.Second, phone.Step{Sends: &phone.Sends{By: phone.Callee, Tone: true}}), wait(30 * phone.Second)}},
		{Name: "machine-message", Says: "a scenario can speak after the beep of a machine that ASR has heard", Known: Documentation, Where: guides, Calls: true, People: machine},
	}
}

// lineCases are what happens to a call on its way, and what its devices do to it.
func lineCases() []Case {
	off, on := false, true
	const comments = "comments of CallEvents"
	sends := func(s phone.Sends) phone.Step { return after(2*phone.Second, phone.Step{Sends: &s}) }
	end := after(10*phone.Second, leaves())
	short := dialled(phone.Dialled{Answers: span(2 * phone.Second), HangsUp: span(2 * phone.Second)})
	push := func(answers phone.Duration) phone.Step {
		return dialled(phone.Dialled{To: "alice", Offline: true, Answers: span(answers), HangsUp: span(phone.Second)})
	}
	return []Case{
		{Name: "first-audio", Says: "FirstAudioPacketReceived comes once in a call, before Connected", Known: PublicCode, Where: "logs of sessions that people published", Calls: true, People: []phone.Step{short, wait(10 * phone.Second)}},
		{Name: "audio-quality", Says: "AudioQualityDetected comes after Connected: Standard for numbers, HD for users", Known: Assumption, Where: "published logs for numbers", Calls: true,
			People: []phone.Step{short, short, wait(10 * phone.Second)}},
		{Name: "audio-started", Says: "a side that answers without being heard before is AudioStarted, then Connected", Known: Declaration, Where: comments, Calls: true, People: []phone.Step{short, wait(10 * phone.Second)}},
		{Name: "hold", Says: "a call that is put on hold, and taken off, is ReInviteReceived with OnHold and OffHold", Known: Declaration, Where: comments, Calls: true,
			People: []phone.Step{sends(phone.Sends{Hold: &on}), sends(phone.Sends{Hold: &off}), end}},
		{Name: "hold-silence", Says: "who has put a call on hold is not heard", Known: Assumption, Calls: true,
			People: []phone.Step{sends(phone.Sends{Hold: &on}), says("Somebody else?"), sends(phone.Sends{Hold: &off}), says("Here I am."), end}},
		{Name: "rtp-stopped", Says: "media that break down are RtpStopped 7 s later, and RtpResumed when they come back", Known: Declaration, Where: comments, Calls: true,
			People: []phone.Step{sends(phone.Sends{Media: &off}), after(9*phone.Second, phone.Step{Sends: &phone.Sends{Media: &on}}), end}},
		{Name: "rtp-short", Says: "media that come back before are neither", Known: Assumption, Where: "RtpStopped comes within 7 s, says its comment", Calls: true,
			People: []phone.Step{sends(phone.Sends{Media: &off}), sends(phone.Sends{Media: &on}), end}},
		{Name: "forwarding", Says: "a called side that passes the call on is Forwarding, and the call goes on", Known: Declaration, Where: comments, Calls: true,
			People: []phone.Step{dialled(phone.Dialled{Forwards: span(phone.Second), Answers: span(3 * phone.Second), HangsUp: span(phone.Second)}), wait(10 * phone.Second)}},
		{Name: "push-answered", Says: "after require(Modules.PushService) a user who is offline is PushSent, and can answer", Known: Declaration, Where: comments, Calls: true, People: []phone.Step{push(8 * phone.Second), wait(15 * phone.Second)}},
		{Name: "push-timeout", Says: "without an answer within pushNotificationTimeout, 20 s by default, the call is Failed 480", Known: Declaration, Where: "comment of CallUserParameters.pushNotificationTimeout", Calls: true,
			People: []phone.Step{push(phone.Minute), push(phone.Minute), wait(50 * phone.Second)}},
		{Name: "push-not-required", Says: "without the module there is no push", Known: Declaration, Where: "comment of Modules.PushService", Calls: true, People: []phone.Step{push(8 * phone.Second), wait(15 * phone.Second)}},
		{Name: "progress-tone", Says: "playProgressTone plays the tones of US or RU until something else is heard, without events", Known: Declaration, Where: "comment of Call.playProgressTone; that others throw is assumed", Calls: true,
			People: []phone.Step{hearsSound("tone:US"), wait(5 * phone.Second), hears("Good morning.")}},
	}
}
