package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

func says(text string) phone.Step { return phone.Step{Says: text} }

func spoken(text string, s phone.Spoken) phone.Step { return phone.Step{Says: text, Spoken: &s} }

// recognitionCases are what speech recognition makes of what people say.
func recognitionCases() []Case {
	const (
		events = "comments of ASREvents"
		given  = "comments of ASRParameters"
	)
	nothing, other, unsure := "", "a table for ten", 0.4
	second := wait(phone.Second)
	yes := []phone.Step{second, says("Yes, please."), wait(3 * phone.Second)}
	two := []phone.Step{second, says("Yes."), wait(300 * phone.Millisecond), says("Please."), wait(3 * phone.Second)}
	long := []phone.Step{second, spoken("one two three four five six", phone.Spoken{For: span(2 * phone.Minute)}), wait(3 * phone.Second)}
	slow := []phone.Step{second, spoken("one two three four", phone.Spoken{For: span(4 * phone.Second)}), wait(3 * phone.Second)}
	heard := func(with ...string) phone.Step { return expects("heard", with...) }
	return []Case{
		{Name: "asr-order", Says: "a call that sends media to ASR causes CaptureStarted, SpeechCaptured and Result with what was said; Started comes by itself", Known: Declaration, Where: events, Calls: true, People: yes},
		{Name: "asr-requires", Says: "createASR exists after require(Modules.ASR) only", Known: Assumption, Where: "that it has to be required is in the declarations", Switch: "missing-require"},
		{Name: "asr-members", Says: "ASR has an id, a language and a dictionary; events are strings such as ASR.Result", Known: Declaration, Where: typings},
		{Name: "asr-legacy", Says: "createASR(language, dictionary) and createASR({lang, dict}) are taken as well", Known: PublicCode, Where: "the platform's own older samples", Calls: true, People: yes},
		{Name: "asr-profile", Says: "createASR without a profile that exists throws", Known: Assumption, Where: "that it is required is in the declarations", Switch: "recognition-profile"},
		{Name: "asr-confidence", Says: "confidence of a result is 0 to 100", Known: Assumption, Where: "the declarations say that it depends on the provider; public scenarios compare it with 50", Switch: "confidence-scale", Calls: true, People: yes},
		{Name: "asr-misheard", Says: "a result is what was understood, with the confidence in it", Known: Declaration, Where: events, Calls: true,
			People: []phone.Step{second, spoken("a table for two", phone.Spoken{Heard: &other, Confidence: &unsure}), wait(3 * phone.Second)}},
		{Name: "asr-not-understood", Says: "speech that is not understood is a result with confidence 0", Known: Documentation, Where: guides, Calls: true,
			People: []phone.Step{second, spoken("hm", phone.Spoken{Heard: &nothing}), wait(3 * phone.Second)}},
		{Name: "asr-silence", Says: "silence causes no event, however long", Known: Declaration, Where: given, Calls: true, People: []phone.Step{wait(2 * phone.Minute)}},
		{Name: "asr-error", Says: "recognition that fails is ASRError and no result", Known: Declaration, Where: events + "; that nothing follows is assumed", Calls: true, People: yes,
			Given: phone.Given{Faults: []phone.Fault{{On: phone.OnRecognition, Error: "quota exceeded"}}}},
		{Name: "asr-single", Says: "with singleUtterance each utterance is a result", Known: Declaration, Where: given, Calls: true, People: two},
		{Name: "asr-continuous", Says: "without it, what is said within a second is one result", Known: Assumption, Where: "the declarations say that it comes at an unpredictable time", Switch: "continuous-results", Calls: true, People: two},
		{Name: "asr-minute", Says: "without it, a speech of more than 60 s is a result each 60 s", Known: Declaration, Where: given, Calls: true, People: long},
		{Name: "asr-interim", Says: "with interimResults, InterimResult comes while somebody speaks", Known: Declaration, Where: given, Calls: true, People: slow},
		{Name: "asr-no-interim", Says: "without interimResults, or at a provider that has none, it does not", Known: Declaration, Where: given, Calls: true, People: slow},
		{Name: "asr-stop", Says: "stop() sends Stopped with cost and duration, and nothing after it", Known: Declaration, Where: events, Calls: true, People: yes},
		{Name: "asr-stopped", Says: "a stopped ASR cannot be used, a second stop() does nothing", Known: Assumption, Where: "that nothing may be called after stop() is in the declarations", Calls: true, People: []phone.Step{wait(3 * phone.Second)}},
		{Name: "asr-attached", Says: "one ASR is attached again for each turn; what is said in between is not heard", Known: PublicCode, Where: seen, Calls: true,
			People: []phone.Step{second, says("Yes."), wait(3 * phone.Second), says("Maybe."), wait(3 * phone.Second), says("No."), wait(3 * phone.Second)}},
		{Name: "asr-detached", Says: "stopMediaTo() while somebody speaks ends the capture, and the result is what was heard", Known: Assumption, Where: "the declarations advise to mute the microphone for a result", Calls: true, People: slow},
		{Name: "asr-late", Says: "an ASR that is attached while somebody speaks hears the rest", Known: Assumption, Calls: true, People: slow},
		{Name: "asr-barge-in", Says: "a call is heard while it hears speech itself", Known: PublicCode, Where: seen, Calls: true,
			People: []phone.Step{expects("say"), second, says("Stop."), heard("leg", "caller", "id", "asr-1", "text", "Stop."), wait(3 * phone.Second)}},
		{Name: "asr-both-sides", Says: "each side of a conversation can have an ASR of its own", Known: Declaration, Where: "comment of the class ASR", Calls: true,
			People: []phone.Step{answers(), joined(), says("Hello?"), spoken("This is Bob.", phone.Spoken{By: phone.Callee}), wait(3 * phone.Second), leaves()}},
		{Name: "asr-hung-up", Says: "the end of a call ends the capture of what was being said", Known: Assumption, Calls: true,
			People: []phone.Step{dialled(phone.Dialled{Answers: span(phone.Second), HangsUp: span(2 * phone.Second), Says: "Wrong number, good bye and have a nice day."}), wait(10 * phone.Second)}},
		{Name: "asr-listener-removed", Says: "a listener of an ASR can be removed", Known: Declaration, Where: typings, Calls: true, People: yes},
	}
}
