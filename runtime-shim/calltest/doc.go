// Package calltest runs the calls of *.test.yaml files: it reads a file, builds
// the flow or loads the scripts that it names, turns every case into a story of
// package phone, plays it in virtual time, and holds what happened against what
// the case expects and against what must hold in every call of a flow.
//
//	format.go     the fields of a test file, declared once
//	read.go       a file into cases; begin.go given.go how a call begins, and the world before
//	api.go        a session that a backend starts with arguments
//	step.go       the script of a case; hears.go dialled.go device.go its larger steps
//	peer.go       far ends of connections; peerformat.go their fields
//	expect.go     what a case expects; service.go of mails and a call list
//	subject.go    what is called: a built flow, or hand-written scripts
//	run.go        one case played and judged
//	invariant.go  what holds in every call
//	coverage.go   which outcomes of the flow some call has taken
//	junit.go      results for build servers
package calltest
