// Package campaign runs call lists: one session for each row of a list, and
// again while attempts fail and some are left, all on one clock.
//
// A List is what the Management API takes in CreateCallList, read by ReadCSV or
// made in Go. Run plays it in no time: each attempt is a session of its own
// with a phone.Story, several of them at once if the list says so, and all are
// driven in the order of the platform's clock, so that they can share a storage
// and a voxengine.CallCenter. Same list, same world, same outcomes.
//
//	list.go csv.go   a list as data, and as the platform's CSV
//	window.go        when a row may be called
//	task.go          a row on its way, and what is reported of it
//	run.go           the clock that drives all sessions
package campaign
