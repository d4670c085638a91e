package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

// Addresses of sockets in cases.
const (
	socket       = "wss://agent.example/call"
	otherSocket  = "wss://agent.example/other"
	mediaFormats = "documentation, media stream format"
	ownAgents    = "public scenarios with agents of their own"
)

// socketCases are WebSockets that scripts open.
func socketCases() []Case {
	quiet := peers(phone.Peer{To: socket})
	refuses := peers(phone.Peer{To: socket, Refuses: "no such host"})
	breaks := peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(later(phone.Second, phone.Act{Breaks: true}))}})
	echoes := peers(phone.Peer{To: socket, Does: []phone.Reaction{onGet("^ping$", phone.Act{Sends: "pong"})}})
	closes := peers(phone.Peer{To: socket, Does: []phone.Reaction{onGet("^bye$", phone.Act{Closes: &phone.Closes{Code: 1001, Reason: "done"}})}})
	return []Case{
		{Name: "socket-open", Says: "createWebSocket connects: CREATED, then OPEN; readyState goes from connecting to open, and url is the address", Known: Declaration, Where: typings + "; the order is assumed", Given: quiet},
		{Name: "socket-constructed", Says: "new WebSocket(url) connects as createWebSocket does", Known: Declaration, Where: typings, Given: quiet},
		{Name: "socket-statistics", Says: "with statistics, CREATED says where they will be; without, it does not", Known: Declaration, Where: typings, Given: quiet},
		{Name: "socket-trace", Says: "with trace, the platform keeps the traffic", Known: Declaration, Where: typings, Given: quiet,
			People: []phone.Step{expects("socket", "outcome", "connect", "text", "traced")}},
		{Name: "socket-handlers", Says: "the functions in the on fields are called before the listeners", Known: Declaration, Where: "comments of WebSocket", Calls: true,
			Given: peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(phone.Act{Sends: "hello"}, talk("Good morning."), later(5*phone.Second, phone.Act{Breaks: true}))}}), People: []phone.Step{wait(20 * phone.Second)}},
		{Name: "socket-message", Says: "send(text) reaches the server, whose messages are MESSAGE with text", Known: Declaration, Where: typings, Given: echoes,
			People: []phone.Step{expects("socket", "outcome", "sent", "text", "ping"), expects("socket", "outcome", "received", "text", "pong")}},
		{Name: "socket-listener-removed", Says: "a listener of a WebSocket can be removed", Known: Declaration, Where: typings, Given: echoes},
		{Name: "socket-closed-by-server", Says: "a server that closes is CLOSE with its code and reason, and wasClean", Known: Declaration, Where: typings, Given: closes},
		{Name: "socket-close", Says: "close() leads over closing to CLOSE 1000; a second close() does nothing", Known: Assumption, Where: "the states are declared", Given: quiet},
		{Name: "socket-refused", Says: "a WebSocket that cannot connect sends ERROR, then CLOSE 1006 that was not clean", Known: Assumption, Where: "as in browsers", Switch: "refused-socket", Given: refuses},
		{Name: "socket-broken", Says: "so does one whose connection breaks", Known: Assumption, Where: "as in browsers", Switch: "refused-socket", Given: breaks},
		{Name: "socket-not-open", Says: "send() throws before OPEN and after CLOSE", Known: Assumption, Where: nowhere, Switch: "socket-not-open", Given: closes},
		{Name: "socket-address", Says: "an address with wss needs a domain name, what is neither ws nor wss is none; createWebSocket throws", Known: Assumption, Where: typings + " for the addresses", Switch: "socket-address"},
		{Name: "socket-address-ip", Says: "with ws an IP address is taken", Known: Declaration, Where: "comment of createWebSocket"},
		{Name: "socket-after-call", Says: "a WebSocket outlives the call, and does not keep the session alive", Known: Documentation, Where: guides, Calls: true, Given: quiet,
			People: []phone.Step{after(10*phone.Second, leaves()), expects("socket", "outcome", "closed", "by", "platform")}},
		{Name: "socket-terminate", Says: "after terminate() a WebSocket is closed, and sends no event", Known: Declaration, Where: "comment of VoxEngine.terminate", Given: quiet,
			People: []phone.Step{expects("socket", "outcome", "closed", "by", "platform")}},
	}
}

// socketMediaCases are media in both directions.
func socketMediaCases() []Case {
	greets := peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(later(phone.Second, phone.Act{Talks: &phone.Talks{Text: "Good morning.", For: span(2 * phone.Second),
		Tag: "voice", Encoding: "PCM16", Parameters: map[string]string{"turn": "1"}}}))}})
	long := phone.Act{Talks: &phone.Talks{Text: "A long story.", For: span(30 * phone.Second)}}
	burst := phone.Act{Talks: &phone.Talks{Text: "A long story.", For: span(30 * phone.Second), AtOnce: true}}
	return []Case{
		{Name: "socket-frames", Says: "sendMediaTo a WebSocket sends a start with tag, format and parameters as JSON text, stopMediaTo a stop with what was sent", Known: Documentation, Where: mediaFormats, Calls: true, Given: peers(phone.Peer{To: socket}),
			People: []phone.Step{
				expects("socket", "by", "platform", "text", `{"event":"start","sequenceNumber":0,"start":{"tag":"caller","mediaFormat":{"encoding":"PCM16","sampleRate":16000},"customParameters":"{\"turn\":1}"}}`),
				expects("socket", "by", "platform", "text", `{"event":"stop","sequenceNumber":101,"stop":{"tag":"caller","mediaInfo":{"bytesSent":64000,"duration":2000}}}`)}},
		{Name: "socket-frames-plain", Says: "without an encoding the format is PCM with 8 kHz", Known: Documentation, Where: guides, Calls: true, Given: peers(phone.Peer{To: socket}),
			People: []phone.Step{expects("socket", "by", "platform", "text", `{"event":"start","sequenceNumber":0,"start":{"mediaFormat":{"encoding":"PCM16","sampleRate":8000}}}`)}},
		{Name: "socket-frames-wait", Says: "media flow once the call is connected and the WebSocket open, and end with the call", Known: Assumption, Where: "the target of sendMediaTo has to be connected", Calls: true, Given: peers(phone.Peer{To: socket, Accepts: span(3 * phone.Second)}),
			People: []phone.Step{after(8*phone.Second, leaves()), expects("socket", "by", "platform", "text", `{"event":"stop","sequenceNumber":251,"stop":{"mediaInfo":{"bytesSent":80000,"duration":5000}}}`)}},
		{Name: "socket-encoding", Says: "an encoding that does not exist throws", Known: Assumption, Where: "the encodings are declared", Calls: true, Given: peers(phone.Peer{To: socket}), People: []phone.Step{wait(5 * phone.Second)}},
		{Name: "socket-heard", Says: "what the server sends is MEDIA_STARTED with its tag, encoding and parameters, is heard, and is MEDIA_ENDED with its length after a second of silence", Known: Declaration, Where: "comments of WebSocketEvents", Calls: true, Given: greets,
			People: []phone.Step{hears("Good morning."), wait(5 * phone.Second)}},
		{Name: "socket-heard-between", Says: "sendMediaBetween joins a call and a WebSocket", Known: Declaration, Where: typings, Calls: true,
			Given:  peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(talk("Good morning."))}}),
			People: []phone.Step{expects("join", "legs", "caller,websocket-1"), hears("Good morning.")}},
		{Name: "socket-conference", Says: "who is in a conference hears what a WebSocket sends into it, and is heard there", Known: Documentation, Where: mediaFormats, Calls: true,
			Given:  peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(later(phone.Second, talk("Good morning."))), {Hears: "morning", Acts: []phone.Act{talk("And how are you?")}}}}),
			People: []phone.Step{hears("Good morning."), {Says: "Good morning to you."}, hears("And how are you?")}},
		{Name: "socket-tags", Says: "a tag leads one of several streams to a unit", Known: Declaration, Where: "comment of SendMediaParameters.tag", Calls: true,
			Given:  peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(later(4*phone.Second, phone.Act{Talks: &phone.Talks{Text: "For the caller.", Tag: "a"}}), phone.Act{Talks: &phone.Talks{Text: "For the called.", Tag: "b"}})}}),
			People: []phone.Step{dialled(phone.Dialled{Answers: span(phone.Second)}), expects("say", "leg", "caller", "text", "For the caller."), expects("say", "leg", "leg-1", "text", "For the called.")}},
		{Name: "socket-detached", Says: "stopMediaTo ends the hearing, the stream goes on", Known: Declaration, Where: typings, Calls: true, Given: peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(long)}}),
			People: []phone.Step{expects("say", "text", "A long story."), expects("stop", "leg", "caller"), expects("unjoin", "legs", "websocket-1,caller"), wait(40 * phone.Second)}},
		{Name: "socket-cleared", Says: "clearMediaBuffer silences what the server has sent; MEDIA_ENDED follows after a second", Known: Assumption, Where: "a second of silence ends a stream (type declarations)", Switch: "cleared-media", Calls: true, Given: peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(long)}}),
			People: []phone.Step{expects("say", "text", "A long story."), after(2*phone.Second, phone.Step{Expect: &phone.Expect{Kind: "stop"}}), wait(10 * phone.Second)}},
		{Name: "socket-cleared-tag", Says: "clearMediaBuffer({tag}) leaves other streams alone", Known: Declaration, Where: "ClearMediaBufferParameters", Calls: true,
			Given:  peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(phone.Act{Talks: &phone.Talks{Text: "A long story.", Tag: "a", For: span(10 * phone.Second)}})}}),
			People: []phone.Step{hears("A long story."), wait(5 * phone.Second)}},
		{Name: "socket-buffer", Says: "of audio that comes at once ten seconds are kept", Known: Documentation, Where: mediaFormats, Calls: true, Given: peers(phone.Peer{To: socket, Does: []phone.Reaction{onOpen(burst)}}), People: []phone.Step{wait(20 * phone.Second)}},
		{Name: "socket-agent", Says: "an agent at the other end hears the caller, answers in text and in speech", Known: PublicCode, Where: ownAgents, Calls: true,
			Given: peers(phone.Peer{To: socket, Does: []phone.Reaction{
				onGet(`"start"`, talk("How can I help?")),
				{Hears: "parcel", Acts: []phone.Act{{Sends: `{"type":"transcript","text":"where is my parcel"}`}, later(500*phone.Millisecond, talk("It comes today."))}},
				onGet("goodbye", phone.Act{Closes: &phone.Closes{}})}}),
			People: []phone.Step{hears("How can I help?"), {Says: "Where is my parcel?"}, hears("It comes today."), wait(10 * phone.Second)}},
		{Name: "socket-barge-in", Says: "a caller who speaks into the agent's speech is noticed at once, and the scenario clears the buffer", Known: PublicCode, Where: ownAgents, Calls: true,
			Given: peers(phone.Peer{To: socket, Does: []phone.Reaction{
				onGet(`"start"`, long), {Voice: true, Acts: []phone.Act{{Sends: `{"type":"interrupted"}`}}},
				{Hears: "Stop", Acts: []phone.Act{talk("All right.")}}}}),
			People: []phone.Step{expects("say", "text", "A long story."), after(3*phone.Second, phone.Step{Says: "Stop, please."}), expects("say", "text", "All right."), wait(10 * phone.Second)}},
	}
}

// inboundCases are WebSockets from outside.
func inboundCases() []Case {
	enters := func(x phone.Connects) phone.Step { return after(phone.Second, phone.Step{Connects: &x}) }
	plain := enters(phone.Connects{})
	return []Case{
		{Name: "inbound-socket", Says: "a connection to the session's address is AppEvents.WebSocket with an open WebSocket", Known: Declaration, Where: typings,
			People: []phone.Step{enters(phone.Connects{Suffix: "/media?turn=1", Headers: map[string]string{"X-Token": "7"}, Does: []phone.Reaction{onGet("^hello$", phone.Act{Sends: "good morning"})}}), wait(5 * phone.Second)}},
		{Name: "inbound-not-allowed", Says: "without allowWebSocketConnections() there is none", Known: Declaration, Where: "comment of allowWebSocketConnections; that nothing is told is assumed",
			People: []phone.Step{enters(phone.Connects{Refused: true}), wait(5 * phone.Second)}},
		{Name: "inbound-limit", Says: "a session takes three connections more than it has calls; a further one is NewWebSocketFailed with a reason", Known: Documentation, Where: limits, Calls: true,
			People: []phone.Step{plain, plain, plain, plain, enters(phone.Connects{Suffix: "/fifth", Headers: map[string]string{"X-Token": "7"}, Refused: true}), wait(5 * phone.Second)}},
		{Name: "inbound-statistics", Says: "statistics of such connections are switched on and off for those that follow", Known: Declaration, Where: typings, People: []phone.Step{plain, plain, wait(5 * phone.Second)}},
		{Name: "inbound-trace", Says: "so are their traces", Known: Declaration, Where: typings,
			People: []phone.Step{plain, expects("socket", "outcome", "open", "text", "traced"), plain, expects("socket", "outcome", "open", "text", ""), wait(5 * phone.Second)}},
	}
}

// Short forms of what peers do.

func peers(list ...phone.Peer) phone.Given { return phone.Given{Peers: list} }

func onOpen(acts ...phone.Act) phone.Reaction { return phone.Reaction{Opens: true, Acts: acts} }

func onGet(pattern string, acts ...phone.Act) phone.Reaction {
	return phone.Reaction{Gets: &phone.Gets{Matches: pattern}, Acts: acts}
}

func onCalled(method string, acts ...phone.Act) phone.Reaction {
	return phone.Reaction{Gets: &phone.Gets{Method: method}, Acts: acts}
}

func later(d phone.Duration, act phone.Act) phone.Act {
	act.After = d
	return act
}

func talk(text string) phone.Act { return phone.Act{Talks: &phone.Talks{Text: text}} }
