package voxengine

import (
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// callPSTN dials a number: callPSTN(number, callerid, {amd, followDiversion}).
func callPSTN(s *Session, call goja.FunctionCall) goja.Value {
	return outgoing{
		function: "VoxEngine.callPSTN", via: ViaPSTN,
		to: text(call.Argument(0)), callerid: text(call.Argument(1)), amd: option(call.Argument(2), "amd"),
	}.call(s)
}

// callUser calls a user of the application: callUser({username, callerid,
// displayName, extraHeaders}), or the same four as arguments.
func callUser(s *Session, call goja.FunctionCall) goja.Value {
	o := outgoing{function: "VoxEngine.callUser", via: ViaUser, pushWait: facts.PushTimeout}
	if options, ok := call.Argument(0).(*goja.Object); ok {
		o.to, o.callerid = text(option(options, "username")), text(option(options, "callerid"))
		o.display, o.headers = text(option(options, "displayName")), option(options, "extraHeaders")
		o.amd = option(options, "amd")
		o.pushWait = s.pushTimeout(option(options, "pushNotificationTimeout"))
	} else {
		o.to, o.callerid = text(call.Argument(0)), text(call.Argument(1))
		o.display, o.headers = text(call.Argument(2)), call.Argument(3)
	}
	o.ring = s.callTimeout(o.headers)
	return o.call(s)
}

// pushTimeout reads pushNotificationTimeout, in ms.
func (s *Session) pushTimeout(given goja.Value) int64 {
	if given == nil {
		return facts.PushTimeout
	}
	wait := given.ToInteger()
	if wait < facts.MinPushTimeout || wait > facts.MaxPushTimeout {
		s.note("pushNotificationTimeout has no effect, the platform takes %d to %d ms", facts.MinPushTimeout, facts.MaxPushTimeout)
		return facts.PushTimeout
	}
	return wait
}

// callUserDirect calls a user peer to peer: callUserDirect(incoming, username,
// {callerid, displayName, extraHeaders}), or the last three as arguments.
func callUserDirect(s *Session, call goja.FunctionCall) goja.Value {
	o := outgoing{function: "VoxEngine.callUserDirect", via: ViaUser, to: text(call.Argument(1))}
	o.peer = s.legOf(o.function, call.Argument(0))
	if !o.peer.incoming {
		panic(s.newError("%s got %s, a call that the script made; its first argument is the incoming call", o.function, o.peer.name))
	}
	if options, ok := call.Argument(2).(*goja.Object); ok {
		o.callerid, o.display = text(option(options, "callerid")), text(option(options, "displayName"))
		o.headers = option(options, "extraHeaders")
	} else {
		o.callerid, o.display, o.headers = text(call.Argument(2)), text(call.Argument(3)), call.Argument(4)
	}
	return o.call(s)
}

// callSIP calls a SIP address: callSIP(to, {callerid, displayName, headers}), or
// callSIP(to, callerid, displayName, password, authUser, extraHeaders). What
// registers the call with its provider has no effect here.
func callSIP(s *Session, call goja.FunctionCall) goja.Value {
	o := outgoing{function: "VoxEngine.callSIP", via: ViaSIP, to: text(call.Argument(0))}
	if options, ok := call.Argument(1).(*goja.Object); ok {
		o.callerid, o.display = text(option(options, "callerid")), text(option(options, "displayName"))
		o.headers, o.amd = option(options, "headers"), option(options, "amd")
	} else {
		o.callerid, o.display, o.headers = text(call.Argument(1)), text(call.Argument(2)), call.Argument(5)
	}
	return o.call(s)
}

// callConference calls a conference, which the application's rules find by its
// id: callConference(id, callerid, displayName, headers).
func callConference(s *Session, call goja.FunctionCall) goja.Value {
	return outgoing{
		function: "VoxEngine.callConference", via: ViaConference,
		to: text(call.Argument(0)), callerid: text(call.Argument(1)), display: text(call.Argument(2)), headers: call.Argument(3),
	}.call(s)
}

// callTimeout reads the header VI-CallTimeout, a number or a text of 10 to 400 s
// (type declarations, for callUser), in ms; 0 if there is none. What another
// value does is not said, see facts.CallTimeoutRange.
func (s *Session) callTimeout(headers goja.Value) int64 {
	o, ok := headers.(*goja.Object)
	if !ok {
		return 0
	}
	var given goja.Value
	for _, key := range o.Keys() {
		if strings.EqualFold(key, "VI-CallTimeout") {
			given = o.Get(key)
		}
	}
	if given == nil {
		return 0
	}
	seconds := given.ToFloat()
	if seconds >= facts.MinCallTimeout && seconds <= facts.MaxCallTimeout {
		return int64(seconds * 1000)
	}
	if s.obey.timeoutClamped && seconds == seconds {
		return int64(1000 * min(max(seconds, facts.MinCallTimeout), facts.MaxCallTimeout))
	}
	s.note("VI-CallTimeout has no effect, the platform takes %d to %d s", facts.MinCallTimeout, facts.MaxCallTimeout)
	return 0
}
