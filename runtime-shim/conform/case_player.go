package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

func playerCases() []Case {
	const slow = "https://sounds.example/slow.mp3"
	const music = "https://sounds.example/music.mp3"
	greeted := []phone.Step{hears("Good morning.")}
	loops := func(url string) phone.Dialled {
		return phone.Dialled{Answers: span(2 * phone.Second), Hears: []phone.Hears{{URL: url, Loop: true}}}
	}
	return []Case{
		{Name: "player-order", Says: "a player sends Created, PlaybackReady, Started with the duration and PlaybackFinished, and needs nobody to hear it", Known: Assumption, Where: "the events are declared, that it starts without a listener is not said"},
		{Name: "player-constants", Says: "PlayerEvents are strings such as Player.Started, and each player has an id of its own", Known: Declaration, Where: typings},
		{Name: "player-heard", Says: "a call hears the player that sends to it, and has no events of its own by that", Known: Declaration, Where: typings, Calls: true, People: greeted},
		{Name: "player-legacy-voice", Says: "createTTSPlayer takes a constant of Language as its second argument", Known: PublicCode, Where: seen, Calls: true, People: greeted},
		{Name: "player-url-text", Says: "createURLPlayer takes a plain address", Known: PublicCode, Where: "the platform's own older samples", Calls: true, People: []phone.Step{hearsSound(music)}},
		{Name: "player-url-looped", Says: "a looped player does not finish by itself; sendMediaBetween connects it as well", Known: Assumption, Where: "that players can be looped is in the declarations", Calls: true, People: []phone.Step{hearsSound(music), wait(11 * phone.Minute)}},
		{Name: "player-on-pause", Says: "with onPause, Started comes only after resume()", Known: Declaration, Where: typings + ", TTSPlayerParameters.onPause"},
		{Name: "player-pause", Says: "after pause() and resume() a player goes on where it was, without another Started", Known: Assumption, Where: "the methods are declared"},
		{Name: "player-stop", Says: "stop() sends Stopped and no PlaybackFinished", Known: Assumption, Where: "that Stopped follows stop() is in the declarations", Switch: "player-stop"},
		{Name: "player-stopped", Says: "what acts on a player throws after stop(), a second stop() does not", Known: Assumption, Where: "that stop() destroys it is in the declarations", Switch: "stopped-player"},
		{Name: "player-limit", Says: "the eleventh player throws, unless one was stopped", Known: Assumption, Where: limits + ", which does not say what happens", Switch: "player-limit"},
		{Name: "player-too-long", Says: "a text of more than 1500 characters sends Error and then PlaybackFinished with an error", Known: Assumption, Where: "both events have the error in the declarations, their order is not said"},
		{Name: "player-marker", Says: "markers are reached in the order of time, negative offsets count from the end", Known: Declaration, Where: typings + ", Player.addMarker"},
		{Name: "player-many-hear", Says: "several calls hear one player, each from where it is", Known: Assumption, Where: "that a unit sends to many is in the declarations", Calls: true, People: []phone.Step{dialled(loops(music)), hearsSound(music), {Expect: &phone.Expect{Kind: "terminated"}}}},
		{Name: "player-replaced", Says: "a new source replaces a player, which plays on", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{answers(), hearsSound(music), joined(), talks(2 * phone.Second), leaves()}},
		{Name: "player-detached", Says: "stopMediaTo() ends the hearing, not the player", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{{Expect: &phone.Expect{Kind: "stop"}}, wait(20 * phone.Second)}},
		{Name: "player-tones", Says: "a tone script is a player like others", Known: Declaration, Where: typings, Calls: true, People: []phone.Step{hearsSound("tonescript:425@-15;10(*/0/1)")}},
		{Name: "playback-duration", Says: "the duration of PlaybackStarted and of Started is in ms", Known: PublicCode, Where: "published logs", Calls: true, People: []phone.Step{hears("Good morning.")}},
		{Name: "player-tone-length", Says: "a tone script lasts as long as its sections; what is none is Error", Known: PublicCode, Where: "published logs and the description of ToneScript; the error is assumed"},
		{Name: "player-buffering", Says: "with progressivePlayback a sound begins while it is loaded, and PlaybackBuffering comes when it plays faster than that", Known: Declaration, Where: typings + ", PlayerEvents",
			Given: phone.Given{Lengths: map[string]phone.Duration{slow: 10 * phone.Second}, Faults: []phone.Fault{{On: phone.OnSpeech, Match: slow, Slow: 20300 * phone.Millisecond}}}},
		{Name: "player-sequence", Says: "a sequence plays its segments in order and sends each event once", Known: Declaration, Where: typings + ", SequencePlayerEvents", Calls: true, People: []phone.Step{hears("Good morning."), hears("Good evening.")}},
		{Name: "player-sequence-marker", Says: "a marker of a sequence belongs to the segment that is given with it", Known: Declaration, Where: typings},
		{Name: "player-sequence-acts", Says: "a sequence is paused, goes on, is taken from a call and stopped as a player is", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{{Expect: &phone.Expect{Kind: "playback_finished"}}, {Expect: &phone.Expect{Kind: "play"}}, after(1700*phone.Millisecond, phone.Step{Expect: &phone.Expect{Kind: "stop"}}), wait(10 * phone.Second)}},
		{Name: "player-sequence-too-long", Says: "a text of more than 1500 characters in a sequence sends Error", Known: Assumption, Where: "the event is declared"},
		{Name: "player-listener-removed", Says: "a listener of a player can be removed", Known: Declaration, Where: typings},
	}
}
