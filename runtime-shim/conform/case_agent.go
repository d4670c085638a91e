package conform

import (
	"encoding/json"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// agentCases are conversations with services of realtime AI.
func agentCases() []Case {
	const openai, gemini, dialogflow = "OpenAI.RealtimeAPIClient", "Gemini.LiveAPIClient", "AI.DialogflowInstance"
	created := onOpen(event("SessionCreated", `{"type":"session.created","session":{"id":"s"}}`))
	greets := onCalled("responseCreate", event("ResponseCreated", `{"type":"response.created"}`), talkFor("How can I help?", 2),
		event("ResponseOutputAudioTranscriptDone", `{"transcript":"How can I help?"}`), event("ResponseDone", `{"response":{"output":[]}}`))
	updated := onCalled("sessionUpdate", event("SessionUpdated", `{"type":"session.updated"}`))
	to := func(class string, does ...phone.Reaction) phone.Given {
		return peers(phone.Peer{To: class, Does: does})
	}
	speaks := func(text string) phone.Step { return phone.Step{Says: text} }
	return []Case{
		{Name: "openai-data", Says: "what the service sends is data.payload of an event", Known: Documentation, Where: aiGuides, Switch: "service-data", Given: to(openai, created)},
		{Name: "openai-session", Says: "the promise is fulfilled once the connection stands; SessionCreated comes after that, and sessionUpdate is answered by SessionUpdated", Known: Documentation, Where: aiGuides, Given: to(openai, created, updated),
			People: []phone.Step{expects("socket", "method", "sessionUpdate", "text", `{"session":{"type":"realtime","instructions":"Be brief."}}`)}},
		{Name: "openai-greeting", Says: "responseCreate lets the agent speak first; once WebSocketMediaEnded has come, caller and agent are joined", Known: Documentation, Where: aiGuides, Calls: true, Given: to(openai, created, updated, greets),
			People: []phone.Step{hears("How can I help?"), expects("join", "legs", "caller,openai-1")}},
		{Name: "openai-conversation", Says: "the agent hears what the caller says, and answers", Known: Documentation, Where: aiGuides, Calls: true,
			Given: to(openai, created, phone.Reaction{Voice: true, Acts: []phone.Act{event("InputAudioBufferSpeechStarted", `{}`)}},
				phone.Reaction{Hears: "(?i)parcel", Acts: []phone.Act{event("InputAudioBufferSpeechStopped", `{}`), event("ConversationItemInputAudioTranscriptionCompleted", `{"transcript":"Where is my parcel?"}`),
					later(700*phone.Millisecond, talkFor("It comes today.", 2)), event("ResponseDone", `{"response":{"output":[]}}`)}}),
			People: []phone.Step{after(2*phone.Second, speaks("Where is my parcel?")), hears("It comes today."), wait(5 * phone.Second)}},
		{Name: "openai-function", Says: "a function call is answered by conversationItemCreate and responseCreate, and the agent goes on with its result", Known: Documentation, Where: aiGuides, Calls: true,
			Given: to(openai, created,
				phone.Reaction{Hears: "parcel", Acts: []phone.Act{event("ResponseFunctionCallArgumentsDone", `{"name":"find","call_id":"c1","arguments":"{\"parcel\":7}"}`)}},
				phone.Reaction{Gets: &phone.Gets{Method: "conversationItemCreate", Matches: `"call_id":"c1","output":"\{\\"day\\":\\"today\\"\}"`}, Acts: []phone.Act{event("ConversationItemDone", `{"item":{"type":"function_call_output"}}`)}},
				onCalled("responseCreate", talkFor("It comes today.", 2))),
			People: []phone.Step{after(2*phone.Second, speaks("Where is my parcel?")), hears("It comes today."), wait(5 * phone.Second)}},
		{Name: "openai-barge-in", Says: "a caller who interrupts is InputAudioBufferSpeechStarted, and clearMediaBuffer silences the agent", Known: Documentation, Where: aiGuides, Calls: true,
			Given: to(openai, created, onCalled("responseCreate", talkFor("A long story.", 30)), phone.Reaction{Voice: true, Acts: []phone.Act{event("InputAudioBufferSpeechStarted", `{}`)}},
				phone.Reaction{Hears: "Stop", Acts: []phone.Act{talkFor("All right.", 1)}}),
			People: []phone.Step{expects("say", "text", "A long story."), after(3*phone.Second, speaks("Stop, please.")), expects("say", "text", "All right."), wait(5 * phone.Second)}},
		{Name: "openai-refused", Says: "the promise is rejected when the service refuses", Known: Documentation, Where: aiGuides + " catch it; the message is assumed", Given: peers(phone.Peer{To: openai, Refuses: "401 Unauthorized"})},
		{Name: "openai-closed", Says: "a service that closes calls onWebSocketClose with code and reason; what is sent after that throws", Known: Declaration, Where: typings + "; that it throws is assumed", Switch: "socket-not-open",
			Given: to(openai, onOpen(later(phone.Second, phone.Act{Closes: &phone.Closes{Code: 1008, Reason: "session expired"}})))},
		{Name: "openai-broken", Says: "a connection that breaks is WebSocketError, and onWebSocketClose with 1006", Known: Assumption, Where: "both are declared", Given: to(openai, onOpen(later(phone.Second, phone.Act{Breaks: true})))},
		{Name: "openai-closed-early", Says: "the client does not outlive terminate(), and sends nothing afterwards", Known: Declaration, Where: "comment of VoxEngine.terminate", Given: to(openai, created),
			People: []phone.Step{expects("socket", "outcome", "closed", "by", "platform")}},
		{Name: "dialogflow-at-once", Says: "sendQuery right after createDialogflow reaches the agent once it is there: no event tells of that", Known: PublicCode, Where: "public scenarios with Dialogflow", Calls: true,
			Given:  to(dialogflow, phone.Reaction{Gets: &phone.Gets{Method: "sendQuery", Matches: "WELCOME"}, Acts: []phone.Act{event("DialogflowQueryResult", `{"result":{"action":"welcome"}}`), talkFor("Good morning.", 2)}}),
			People: []phone.Step{expects("socket", "method", "sendQuery", "text", `{"event":{"name":"WELCOME","language_code":"en"}}`), hears("Good morning."), wait(5 * phone.Second)}},
		{Name: "dialogflow-marker", Says: "a caller is listened to from a marker before the end of the agent's speech on", Known: PublicCode, Where: "public scenarios with Dialogflow", Calls: true,
			Given:  to(dialogflow, onCalled("sendQuery", talkFor("What would you like?", 3)), phone.Reaction{Hears: "pizzas", Acts: []phone.Act{event("DialogflowQueryResult", `{"result":{"queryText":"two pizzas"}}`)}}),
			People: []phone.Step{expects("say", "text", "What would you like?"), after(2800*phone.Millisecond, speaks("Two pizzas.")), wait(5 * phone.Second)}},
		{Name: "gemini-tool", Says: "ToolCall is answered by sendToolResponse, and the agent goes on", Known: Documentation, Where: aiGuides, Calls: true,
			Given: to(gemini, onCalled("sendRealtimeInput", talkFor("Good morning.", 2)),
				phone.Reaction{Hears: "parcel", Acts: []phone.Act{event("ToolCall", `{"functionCalls":[{"id":"c1","name":"find","args":{"parcel":7}}]}`)}},
				phone.Reaction{Gets: &phone.Gets{Method: "sendToolResponse", Matches: `"id":"c1"`}, Acts: []phone.Act{talkFor("It comes today.", 2)}}),
			People: []phone.Step{hears("Good morning."), speaks("Where is my parcel?"), hears("It comes today."), wait(5 * phone.Second)}},
		{Name: "gemini-interrupted", Says: "a caller who interrupts is ServerContent with interrupted, and clearMediaBuffer silences the agent", Known: Documentation, Where: aiGuides, Calls: true,
			Given:  to(gemini, onCalled("sendClientContent", talkFor("A long story.", 30)), phone.Reaction{Voice: true, Acts: []phone.Act{event("ServerContent", `{"interrupted":true}`)}}),
			People: []phone.Step{expects("say", "text", "A long story."), after(3*phone.Second, speaks("Stop, please.")), wait(5 * phone.Second)}},
	}
}

func event(name, data string) phone.Act { return phone.Act{Event: name, Data: json.RawMessage(data)} }
