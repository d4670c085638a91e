// Package facts is what is known about the platform: its limits, voices,
// events, members and languages, the numbering of countries, and the list of
// what is not known.
//
// It is a leaf: the checker reads the voices and limits that a flow may use,
// the emitter the names, the emulated engine all of it. Nothing here behaves.
//
//	limits.go    limits as constants, each with its unit and source
//	voice.go     voices that the platform speaks with
//	event.go     event constants, their values and payload fields
//	symbol.go    enumerations, classes and namespaces of the platform's API
//	management.go   the Management API as scripts have it
//	country.go   calling codes, national prefixes and lengths of numbers
//	switch.go    what the documentation leaves open, as named switches
//	settings.go  a choice of settings for those switches
//
// Tables lie in data/ and are read on first use. They are written by
// internal/gen from the platform's published declarations (names and types)
// and from the metadata of libphonenumber; the first line of each file says
// from which edition.
package facts

//go:generate go run ./internal/gen -api data/voxengine-api.json -out data
