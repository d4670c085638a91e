package conform

import (
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// roomCases are calls to conferences that have a session of their own. One
// script is bound to all rules, as published scenarios do.
func roomCases() []Case {
	const rooms = "room-.*"
	stays := []phone.Step{wait(20 * phone.Second)}
	return []Case{
		{Name: "room-begins", Says: "the first call to a conference begins a session of the rule whose pattern matches its id, with caller id, name and X- headers", Known: Declaration, Where: "comment of VoxEngine.callConference", Rooms: rooms, Calls: true, People: stays},
		{Name: "room-joins", Says: "a later call to the same conference joins its session, one to another conference does not", Known: Documentation, Where: "guide to sessions", Rooms: rooms, Calls: true, People: stays},
		{Name: "room-no-rule", Says: "a call to a conference that no rule matches is Failed 404", Known: Assumption, Where: "that a rule must match is in the declarations, the code is that of an invalid number", Rooms: rooms, Calls: true, People: stays},
		{Name: "room-gateway", Says: "a scenario joins callers to a conference by easyProcess, which rings, answers and ends with the conference's side", Known: Documentation, Where: conferencing, Rooms: rooms, Calls: true,
			People: []phone.Step{after(0, expects("ringing", "leg", "leg-1")), after(3*phone.Second, joined()), talks(10 * phone.Second), leaves()}},
		{Name: "room-rejects", Says: "a conference's scenario can reject a call, which fails with that code", Known: Declaration, Where: typings, Rooms: rooms, Calls: true, People: stays},
		{Name: "room-ends", Says: "the end of a conference's session disconnects the calls to it, the next call begins another", Known: Assumption, Where: "that terminate() drops all calls is in the declarations", Rooms: rooms, Calls: true, People: stays},
		{Name: "room-talks", Says: "keys, messages and SIP INFO go both ways over a call to a conference", Known: PublicCode, Where: seen, Rooms: rooms, Calls: true, People: stays},
		{Name: "room-heard", Says: "who calls a conference hears what plays in it", Known: Documentation, Where: conferencing, Rooms: rooms, Calls: true, People: []phone.Step{hears("Welcome to the room."), leaves()}},
		{Name: "room-video", Says: "endpoints are for sessions of a rule for video conferences", Known: Declaration, Where: "comment of Conference.add", Rooms: rooms, Calls: true, Info: voxengine.Info{Video: true}, People: stays},
	}
}
