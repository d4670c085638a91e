// Package phone plays the people around a session: the caller, the called, the
// carriers between them, and what goes wrong on request.
//
// A Story is what happens, step by step; each step is a stimulus (a key, a
// hang-up) or an expectation (a prompt, a dialled number), so a story is a test
// and its own stimulus. Stories are data: test files are translated to them,
// and the emulated platform takes them as JSON.
//
// Time is a cursor on the session's clock. It starts at the incoming call and
// each step moves it:
//
//	hears    waits for the next speech that starts at or after the cursor,
//	         and moves the cursor to its end; with For to For after its start,
//	         with looped sound to its start
//	press    presses keys from the cursor on, and moves it to the last one
//	after D  before an action: D passes first; before an expectation: what is
//	         expected must start exactly D after the cursor; alone: D passes
//	dialled  waits for the next call out; the called side then acts by itself
//	joined   waits until caller and called side hear each other
//	talk D   D passes and the two stay joined
//	says     somebody speaks from the cursor on, and moves it to the end; what
//	         recognition makes of it stands in spoken
//	hangs_up ends a leg at the cursor
//	expect   waits for an event of the trace
//	control  a request to the session's address at the cursor, and its answer
//	connects somebody opens a WebSocket to the session's address at the cursor
//	sends    a device sends a message, a SIP INFO and the like at the cursor
//
// The first expectation that fails ends the story: the caller hangs up and the
// session runs to its end, so that one cause gives one failure.
//
//	story.go check.go duration.go     the story as data, and what makes it valid
//	cast.go witness.go hearing.go     the people on a session's clock, what they notice, who hears whom
//	step.go action.go expectation.go  going through the steps
//	sound.go callee.go sends.go       what is heard, the called side, what devices send
//	control.go speech.go              requests to the session; people and machines that speak
//	control.go                        requests to the session
//	peer.go peerplay.go               far ends of connections: servers of WebSockets, services of AI
//	agent.go                          queues, and the agents who serve them
//	judge.go failure.go               what was expected and what happened
//	fault.go store.go network.go      things that fail on request, a storage, a network
//	service.go                        mail servers and a call list
//	run.go                            one story from beginning to end, in no time
//	exchange.go route.go trunk.go company.go   several sessions of one application, the calls between
//	                                  them, and several stories at once
package phone
