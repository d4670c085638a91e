// Package platform is the Voximplant platform, here: its Management API, so
// that official clients work against it unmodified, and its routing of calls to
// scenarios, which the engine in package voxengine runs.
//
// New opens a Platform, Handler serves it; a program adds a listener. The state
// is in an embedded store (internal/store), in a folder or in memory.
//
//	platform.go    Options, New, Handler, Close
//	method.go      the list of emulated methods with the roles that may call them
//	request.go     one request: decoded, authenticated, served in a transaction
//	auth.go        service-account tokens and legacy API keys; credentials.go makes them
//	account.go application.go scenario.go rule.go keyvalue.go
//	phone_number.go secret.go    the methods, one file a resource
//	fault.go       failures on request, for the tests of clients
//	admin.go       what the platform does not have: calls to place, traces, faults
//	route.go session.go          an incoming call: number, application, rule, scenarios
//
// How a request travels on the wire, and every code and method that the
// platform knows, is in internal/wire.
package platform
