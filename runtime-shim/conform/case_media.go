package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

func playbackCases() []Case {
	stays := []phone.Step{wait(30 * phone.Second)}
	return []Case{
		{Name: "playback-order", Says: "speech sends PlaybackReady, PlaybackStarted and PlaybackFinished, none of them at once", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{hears("Good morning.")}},
		{Name: "playback-stopped", Says: "stopPlayback() sends no PlaybackFinished", Known: Declaration, Where: "comment of CallEvents.PlaybackFinished", Calls: true, People: stays},
		{Name: "playback-replaced", Says: "a playback that another one replaces sends no PlaybackFinished", Known: Assumption, Where: "that it is replaced at once is documented", Switch: "replaced-playback", Calls: true, People: stays},
		{Name: "playback-cut", Says: "a playback that the end of the call cuts off sends no PlaybackFinished", Known: Assumption, Where: nowhere, Switch: "cut-playback", Calls: true, People: stays},
		{Name: "playback-too-long", Says: "a text of more than 1500 characters ends in PlaybackFinished with an error", Known: Declaration, Where: "comment of Call.say", Calls: true, People: []phone.Step{wait(phone.Second)}},
		{Name: "playback-before-connected", Says: "speech before Connected is not heard", Known: Assumption, Where: "public scenarios disagree", Switch: "say-before-connected", Calls: true, People: stays},
		{Name: "playback-early-media", Says: "early media let a call hear before it is answered", Known: Declaration, Where: "comment of Call.startEarlyMedia", Calls: true, People: []phone.Step{hears("Good morning.")}},
		{Name: "playback-looped", Says: "looped sound does not end by itself", Known: Declaration, Where: "comment of Call.startPlayback", Calls: true, People: []phone.Step{hearsSound("https://sounds.example/music.mp3"), wait(11 * phone.Minute)}},
		{Name: "playback-legacy-language", Says: "constants of Language are taken for voices", Known: PublicCode, Where: seen, Calls: true, People: []phone.Step{hears("Good morning.")}},
	}
}

func mediaCases() []Case {
	return []Case{
		{Name: "media-both-ways", Says: "sendMediaBetween may come before the answers, and joins when both have answered", Known: PublicCode, Where: seen, Calls: true,
			People: []phone.Step{answers(), joined(), talks(10 * phone.Second), leaves()}},
		{Name: "media-after-speech", Says: "two joined calls do not hear each other again after speech into one of them", Known: Assumption, Where: "that a new source replaces the old one is in the declarations", Switch: "bridge-after-speech", Calls: true,
			People: []phone.Step{answers(), joined(), hears("One minute left."), after(2*phone.Second, joined()), leaves()}},
		{Name: "media-one-way", Says: "sendMediaTo lets one side hear the other until stopMediaTo", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{answers(), expects("join", "legs", "caller,leg-1", "one_way", "true"), after(5*phone.Second, expects("unjoin", "legs", "caller,leg-1")), leaves()}},
		{Name: "media-stopped", Says: "stopMediaBetween ends that two calls hear each other", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{answers(), joined(), after(5*phone.Second, expects("unjoin", "legs", "caller,leg-1")), leaves()}},
		{Name: "media-sound-and-hangup", Says: "playSoundAndHangup answers, plays once and ends the session", Known: Declaration, Where: "comment of VoxEngine.playSoundAndHangup", Calls: true,
			People: []phone.Step{{Hears: &phone.Hears{URL: "https://sounds.example/closed.mp3"}}, expects("terminated")}},
		{Name: "media-easy-process", Says: "easyProcess answers when the called side does, and joins", Known: PublicCode, Where: "the platform's own source of easyProcess", Calls: true,
			People: []phone.Step{answers(), joined(), talks(10 * phone.Second), leaves()}},
		{Name: "media-easy-process-ends", Says: "easyProcess ends the session with either call", Known: PublicCode, Where: "the platform's own source of easyProcess", Calls: true,
			People: []phone.Step{answers(), joined(), talks(phone.Second), {HangsUp: phone.Callee}, {After: span(0), Expect: &phone.Expect{Kind: "terminated"}}}},
		{Name: "media-forward", Says: "forwardCallToPSTN calls the number that its transformation gives", Known: PublicCode, Where: "the platform's own source of easyProcess", Calls: true,
			People: []phone.Step{dialled(phone.Dialled{To: "110000000000", Shows: "12222222222", Answers: span(phone.Second)}), joined(), leaves()}},
	}
}
