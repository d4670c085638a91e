// Package conform is what the platform does, statement by statement: each Case
// is a script that judges itself, so that it can run in the emulated engine and
// on a real account alike, with the people around it as a story.
//
//	case.go          a case, how its statement is known, running it
//	case_*.go        the table of cases, one file a subject
//	cases/NAME.js    the scripts
//	judge.js         what all of them judge with, run before each
//	depth.go         the part of the platform that is to be emulated in depth
//
// No member of the platform counts as emulated unless a case fails without it,
// which a test proves by muting each in turn.
//
// A case that rests on a switch (facts.Switches) describes the switch's first
// setting and fails under the others.
package conform
