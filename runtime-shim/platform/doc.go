// Package platform is the Voximplant platform, here: its Management API, so
// that official clients work against it unmodified, and its routing of calls to
// scenarios, which the engine in package voxengine runs.
//
// New opens a Platform, Handler and Serve answer requests, Call lets a call come
// in. The state is in an embedded store (internal/store), in a folder or in
// memory.
//
//	platform.go options.go serve.go    New, Handler, Close; its world; Serve
//	request.go method.go         one request: decoded, authenticated, served in a
//	                             transaction; the list of methods with their roles
//	auth.go keyring.go role.go   tokens of service accounts and legacy API keys
//	credentials.go               the file that a client signs with
//	account.go application.go scenario.go rule.go keyvalue.go
//	phone_number.go phone_stock.go secret.go    the methods, one file a resource
//	selection.go list.go pattern.go    what methods share: objects that a request
//	                             lists, lists that an answer shows, rules' patterns
//	fault.go                     failures on request, for the tests of clients
//	errorkind.go                 codes of the emulator's own errors
//
//	route.go                     a call's way: number, application, rule, scenarios
//	session.go live.go trace.go  the session of a call, and what it did
//	family.go                    the sessions of conferences that it calls
//	pace.go code.go              how its clock runs; its scripts, compiled
//	storage.go network.go management.go   what a script reaches: its application's
//	                             storage, the real network, the Management API
//	admin.go admin_session.go    what the platform does not have, under
//	                             /emulator/v1/: calls to place, traces, faults
//
// How a request travels on the wire, and every code and method that the
// platform knows, is in internal/wire. What the documentation leaves open, and
// what is done here then, is listed in docs/emulator.md.
package platform
