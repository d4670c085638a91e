package conform

import (
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

const conferencing = "the platform's guide to conferences"

func conferenceCases() []Case {
	video := voxengine.Info{Video: true}
	const events = "reference of ConferenceEvents"
	expectOneWay := func(from, to string) phone.Step { return expects("join", "legs", from+","+to, "one_way", "true") }
	stays := []phone.Step{wait(10 * phone.Second)}
	talkBoth := []phone.Step{answers(), joined(), talks(10 * phone.Second), leaves()}
	return []Case{
		{Name: "conference-order", Says: "a conference sends Started, and Stopped after stop(), whoever is in it", Known: Documentation, Where: events},
		{Name: "conference-constants", Says: "ConferenceEvents are strings such as Conference.Started, and each conference has an id of its own", Known: Declaration, Where: typings},
		{Name: "conference-without-parameters", Says: "createConference needs no parameters, and conferences have getId, the older name of id", Known: PublicCode, Where: "the platform's own older samples"},
		{Name: "conference-heard", Says: "calls that sendMediaBetween connects with a conference hear each other, and go on when one of them ends", Known: Documentation, Where: conferencing, Calls: true, People: talkBoth},
		{Name: "conference-by-parts", Says: "sendMediaTo and stopMediaTo say one by one who is heard in a conference and who hears it", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{answers(), joined(), expects("unjoin", "legs", "caller,conference-1"), expects("join", "legs", "conference-1,caller", "one_way", "true"),
				expects("join", "legs", "caller,conference-1"), joined(), expects("unjoin", "legs", "caller,conference-1"), expectOneWay("caller", "conference-1"), leaves()}},
		{Name: "conference-player", Says: "all who hear a conference hear the player that sends to it", Known: PublicCode, Where: seen, Calls: true, People: []phone.Step{answers(), expects("say", "leg", "leg-1", "text", "Welcome, both."), hears("Welcome, both."), leaves()}},
		{Name: "conference-after-speech", Says: "a call does not hear its conference again after speech into it", Known: Assumption, Where: "that a new source replaces the old one is in the declarations", Switch: "bridge-after-speech", Calls: true,
			People: []phone.Step{answers(), joined(), hears("You are welcome."), after(2*phone.Second, joined()), leaves()}},
		{Name: "conference-stopped", Says: "the calls of a conference that is stopped go on and hear nobody; it cannot be used again", Known: Assumption, Where: "that it sends Stopped is in the reference", Calls: true,
			People: []phone.Step{answers(), joined(), expects("unjoin", "legs", "caller,conference-1"), wait(5 * phone.Second), leaves()}},
		{Name: "conference-destroyed", Says: "destroyConference stops a conference", Known: Assumption, Where: "the function is declared"},
		{Name: "conference-listener-removed", Says: "a listener of a conference can be removed", Known: Declaration, Where: typings},
		{Name: "conference-not-video", Says: "adding an endpoint on a rule that is not for video conferences sends ConferenceError with code 102", Known: Declaration, Where: "comment of Conference.add; that it does not throw, public scenarios rely on", Calls: true, People: stays},
		{Name: "conference-name", Says: "Started of a conference's session has its name", Known: Declaration, Where: typings, Info: voxengine.Info{Conference: "room-1"}},
		{Name: "endpoint-added", Says: "an endpoint is in its conference at once, and EndpointAdded tells of it", Known: Declaration, Where: typings, Calls: true, Info: video, People: stays},
		{Name: "endpoint-heard", Says: "the calls of endpoints hear each other, also when one was added before it was answered", Known: PublicCode, Where: seen, Calls: true, Info: video, People: talkBoth},
		{Name: "endpoint-directions", Says: "SEND is only heard, RECEIVE only hears", Known: Documentation, Where: events, Calls: true, Info: video,
			People: []phone.Step{answers(), expectOneWay("conference-1", "leg-1"), leaves()}},
		{Name: "endpoint-removed", Says: "EndpointRemoved comes when the call ends", Known: PublicCode, Where: seen, Calls: true, Info: video, People: stays},
		{Name: "endpoint-display-name", Says: "setDisplayName sends EndpointUpdated", Known: Assumption, Where: "the event is declared, clients are told of names by one like it", Calls: true, Info: video, People: stays},
		{Name: "endpoint-managed", Says: "manageEndpoint resolves and sends EndpointManaged", Known: Declaration, Where: typings, Calls: true, Info: video, People: stays},
		{Name: "endpoint-limit", Says: "the endpoint after the hundredth is a ConferenceError", Known: Assumption, Where: "comment of Conference.add, which does not say what happens", Switch: "endpoint-limit", Calls: true, Info: video, People: stays},
		{Name: "endpoint-conference-stops", Says: "endpoints of a conference that is stopped send no EndpointRemoved", Known: Assumption, Where: nowhere, Switch: "stopped-conference", Calls: true, Info: video, People: stays},
		{Name: "dial-conference", Says: "callConference(id, callerid, displayName, headers) calls a conference of the application", Known: Declaration, Where: typings, Calls: true,
			People: []phone.Step{dialled(phone.Dialled{To: "room-1", Shows: "12222222222", Display: "Ann", Headers: map[string]string{"X-Order": "7"}, Answers: span(phone.Second)}), joined(), talks(phone.Second), leaves()}},
	}
}

func recorderCases() []Case {
	const voiced = "comments of RecorderEvents"
	broken := phone.Given{Faults: []phone.Fault{{On: phone.OnRecording, Match: "recorder-1", Error: "no space left"}}}
	taped := func(from string) phone.Step { return expects("join", "legs", from, "one_way", "true") }
	return []Case{
		{Name: "recorder-events", Says: "a recorder sends Started with the address, and Stopped with cost and duration, without the address, after stop()", Known: Declaration, Where: voiced, Calls: true, People: []phone.Step{wait(10 * phone.Second)}},
		{Name: "recorder-at-top-level", Says: "a recorder can be made before the session's own Started", Known: PublicCode, Where: seen},
		{Name: "recorder-positional", Says: "createRecorder(name, secure) makes a recorder of sound", Known: Documentation, Where: "reference of VoxEngine.createRecorder"},
		{Name: "recorder-hears", Says: "a recorder records all calls that send to it, and nothing while it is muted", Known: Declaration, Where: "comment of Recorder.mute", Calls: true,
			People: []phone.Step{answers(), taped("caller,recorder-1"), taped("leg-1,recorder-1"), expects("unjoin", "legs", "caller,recorder-1"), taped("caller,recorder-1"), leaves()}},
		{Name: "recorder-error", Says: "a recorder that cannot start sends RecorderError and nothing else", Known: Declaration, Where: voiced, Given: broken},
		{Name: "recorder-stopped", Says: "a recorder that was stopped cannot be used again", Known: Assumption, Where: nowhere, Calls: true, People: []phone.Step{wait(5 * phone.Second)}},
		{Name: "recorder-session-ends", Says: "terminate() sends no Stopped of a recorder", Known: Declaration, Where: "comment of VoxEngine.terminate"},
		{Name: "recorder-listener-removed", Says: "a listener of a recorder can be removed", Known: Declaration, Where: typings},
		{Name: "conference-recorder", Says: "createRecorder with video makes a ConferenceRecorder, which records the conference that setConference gives it", Known: Assumption, Where: "that there are two kinds is in the declarations", Calls: true,
			People: []phone.Step{taped("conference-1,recorder-1"), expects("unjoin", "legs", "conference-1,recorder-1"), taped("conference-1,recorder-1"), expects("unjoin", "legs", "conference-1,recorder-1"), after(phone.Second, leaves())}},
		{Name: "conference-recorder-priority", Says: "getPriority has newcomers first, then what setPriority gave; setPriority needs a conference and endpoints", Known: Documentation, Where: "the platform's guide to recording conferences; that it rejects is assumed", Calls: true, Info: voxengine.Info{Video: true}, People: []phone.Step{wait(5 * phone.Second)}},
		{Name: "conference-recorder-update", Says: "update takes a layout, of those that are declared", Known: Declaration, Where: typings + "; that it throws otherwise is assumed"},
	}
}
