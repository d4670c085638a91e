// Package voxengine runs VoxEngine scripts: one Session is one call into the
// platform, from its first event to its last, on a clock of its own.
//
//	code, err := voxengine.Compile(voxengine.Script{Name: "a.js", Text: text})
//	session, err := voxengine.New(voxengine.Options{Code: code, Start: now})
//	caller := session.Incoming(voxengine.Incoming{From: "12222222222", To: "10000000000"})
//	session.At(5000, func() { caller.Press("1") })
//	session.Run()
//
// A session has no goroutines and reads no wall clock, but for the safety net of
// Budget.Turn; it must be used from one goroutine at a time. Everything that happens, happens in an event of its
// queue, ordered by time and arrival; one event enters JavaScript at most once
// per listener, and promise jobs run before that entry returns. The same
// options, people and seed give the same trace, byte for byte.
//
// How time passes is the host's choice: Run jumps from event to event, a paced
// host waits until Next is due and calls Step. While a request of the script is
// outside (Storage, HTTP) the session's clock stands still; the latency that
// comes back with the answer passes afterwards.
//
// What the outside is to a session stands in api.go. The files behind it:
//
//	session.go life.go queue.go       the session, its end phase, its events
//	turn.go watchdog.go budget.go     entering JavaScript; what a session may use up
//	code.go error.go errorkind.go explain.go   scripts, lowering, source maps; errors with a place and a way out
//	leg.go hangup.go                  a call as people see it, and its ends
//	call.go answer.go engine.go       a call and VoxEngine as scripts see them
//	dial.go dial_user.go              calls out: to numbers, users and SIP addresses
//	contact.go transfer.go            messages, SIP INFO, microphones; transfers
//	control.go                        requests to the session's address
//	speech.go recogniser.go           what the other side says, and who makes what of it
//	asr.go hearing.go                 speech recognition: its class, what it collects
//	amd.go detection.go beep.go       answering machines and their beeps
//	device.go                         hold, lost media, forwarding, pushes
//	playback.go media.go record.go    speech and sound, who hears whom, recording
//	player.go segment.go playerclass.go tonescript.go   players, what they play, how scripts make and use them
//	audible.go                        which legs hear them, directly or in a conference
//	conference.go endpoint.go conferenceclass.go   conferences and the calls in them
//	recorder.go recorderclass.go      recorders of calls and conferences
//	instance.go                       what objects of all these classes have
//	host.go declared.go library.go    how the platform's objects appear in JavaScript
//	surface.go emitted.go mute.go     what of the declarations is emulated, and switching it off
//	emitter.go promise.go value.go    listeners, promises, values
//	storage.go network.go http.go response.go   ApplicationStorage and Net
//	remote.go remoteend.go stream.go frame.go   connections and their far ends: messages, media
//	socket.go incoming.go             WebSockets that scripts open, and those from outside
//	servicetable.go service.go serviceclass.go realtimeplayer.go   clients of speech and AI, by the facts
//	management.go json.go             the Management API in scripts
//	ivr.go calllist.go mail.go        menus by IVRState; reports to a call list; mails
//	center.go patron.go acd.go smartqueue.go smartqueueclass.go   queues, agents, and who waits for one
//	global.go timer.go module.go logger.go crypto.go number.go voice.go date.go guard.go
//	forwarding.js ivr.js date.js      what is JavaScript itself
//	event.go trace.go schema.json     the trace
//	peer.go                           scripts in another engine, their platform here
//
// Facts about the platform come from package facts; where the documentation is
// silent a named switch decides (facts.Switches, behaviour.go).
package voxengine
