// Package scenario holds the TypeScript that is linked into every compiled
// scenario: the effects of the flow language on top of the platform's events.
// It is what a caller experiences.
//
// The compiler's bundler takes the files from here and links what an emitted
// flow imports. Every file is one part, in the order of who uses whom:
//
//	flow.ts       the contract with the emitter: what it writes, what effects read
//	log.ts        lines in the platform's log
//	leg.ts        a call and what is known about its end
//	session.ts    what is known about the caller's call
//	state.ts      the machine: turns, states, the ways out
//	timer.ts      timers of the current state
//	speech.ts     texts as the platform can speak them
//	playback.ts   what a leg hears
//	language.ts   the language of the call
//	aloud.ts      dates, times and amounts as a voice reads them
//	plural.ts     which plural form goes with a number
//	markup.ts     values inside of markup
//	keys.ts       what the caller types, and when nobody reads it
//	functions.ts  the functions of expressions
//	values.ts     money, dates and times
//	phone.ts      spellings of telephone numbers
//	secret.ts     secrets of the platform
//	pseudonym.ts  keys that stand for numbers
//	caller.ts     answer, reject, hangup, facts about the caller
//	collect.ts    gather and menu
//	listen.ts     what the caller says, or types instead
//	phrases.ts    which phrase a caller said
//	again.ts      steps that are entered again, with what is left of their budgets
//	pick.ts       a menu that offers the items of a list
//	lookup.ts     a key of the application's storage
//	hours.ts      opening hours
//	connect.ts    a second call, joined with the caller's
//	detect.ts     whether a machine answered
//	dial.ts       the first call of a flow that nobody calls
//	recording.ts  the recording and its address
//	report.ts     the result, by signed web hook
//	shape.ts      what comes from outside, by declared types
//	http.ts       a request to a server
//	store.ts      an entry of the application's storage, written or deleted
//	script.ts     the flow's own JavaScript
//	scenario.ts   a flow that listens to the platform
//	outbound.ts   a flow that the API starts, and what it is given
//	index.ts      what can be imported
//
// The platform's own names are declared in voxengine.d.ts, which is written from
// the facts about it. What each effect does, rule by rule, is docs/ir.md.
package scenario

import "embed"

//go:generate go run ./internal/typings -api ../facts/data/voxengine-api.json -o voxengine.d.ts

// Entry is the file that the name "ringflow" stands for in an emitted module.
const Entry = "index.ts"

// Files are the sources, without tests and declarations.
//
//go:embed detect.ts dial.ts outbound.ts
//go:embed caller.ts collect.ts connect.ts flow.ts functions.ts index.ts keys.ts leg.ts log.ts lookup.ts
//go:embed aloud.ts language.ts markup.ts plural.ts
//go:embed phone.ts playback.ts recording.ts report.ts scenario.ts session.ts speech.ts state.ts timer.ts
//go:embed again.ts listen.ts phrases.ts pick.ts
//go:embed reach.ts screen.ts
//go:embed http.ts script.ts shape.ts store.ts
//go:embed hours.ts pseudonym.ts secret.ts values.ts
var Files embed.FS
