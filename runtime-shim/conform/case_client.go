package conform

import (
	"encoding/json"
	"fmt"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/phone"
)

const aiGuides = "documentation, guides of voice AI"

// clientCases go over all methods and events of the clients of services, as the
// facts list them, a case for each class.
func clientCases() []Case {
	says := func(name string) string {
		return "the client of " + name + " sends its methods to the service, has the service's events, and is heard and hears"
	}
	connector := func(name, class, events string) Case {
		return Case{Name: "client-" + name, Says: says(class), Known: Declaration, Where: typings, Client: true, Calls: true,
			Given: service(class, []string{events}, talkFor("Good morning.", 2), later(8*phone.Second, talkFor("A long story.", 30))),
			People: []phone.Step{hears("Good morning."), expects("say", "text", "A long story."), after(500*phone.Millisecond, phone.Step{Expect: &phone.Expect{Kind: "stop"}}),
				expects("unjoin", "legs", kindOf(name)+"-1,caller"), wait(10 * phone.Second)}}
	}
	players := func(name string) string {
		return "a player of " + name + " is given more to say while it speaks and after, its buffer is cleared, and else it is a player as others"
	}
	spoken := []phone.Step{hears("Good morning."), after(0, hears("How can I help?")), expects("say", "text", "A long story."), expects("stop"), expects("stop", "reason", "paused"),
		expects("say"), expects("stop"), expects("say", "text", "Goodbye, and thank you for calling."), expects("stop"), expects("say", "text", "Goodbye, and thank you for calling."), expects("stop"), wait(10 * phone.Second)}
	return []Case{
		connector("openai", "OpenAI.RealtimeAPIClient", "OpenAI.RealtimeAPIEvents"),
		connector("openai-beta", "OpenAI.Beta.RealtimeAPIClient", "OpenAI.Beta.RealtimeAPIEvents"),
		connector("gemini", "Gemini.LiveAPIClient", "Gemini.LiveAPIEvents"),
		connector("elevenlabs", "ElevenLabs.AgentsClient", "ElevenLabs.AgentsEvents"),
		connector("ultravox", "Ultravox.WebSocketAPIClient", "Ultravox.WebSocketAPIEvents"),
		connector("yandex", "Yandex.RealtimeAPIClient", "Yandex.RealtimeAPIEvents"),
		{Name: "client-dialogflow", Says: says("Dialogflow"), Known: Declaration, Where: typings, Client: true, Calls: true,
			Given:  service("AI.DialogflowInstance", []string{"AI.Events"}, talkFor("Good morning.", 2)),
			People: []phone.Step{hears("Good morning."), expects("unjoin", "legs", "dialogflow-1,caller"), wait(10 * phone.Second)}},
		{Name: "player-elevenlabs", Says: players("ElevenLabs"), Known: Assumption, Where: typings + " for the methods", Client: true, Calls: true, People: spoken},
		{Name: "player-cartesia", Says: players("Cartesia"), Known: Assumption, Where: typings + " for the methods", Client: true, Calls: true, People: spoken},
		{Name: "client-streaming", Says: "a StreamingAgent connects, has a track for what is sent to it, and disconnects when it is stopped", Known: Declaration, Where: typings, Client: true, Calls: true,
			Given: service("StreamingAgent", []string{"StreamingAgentEvents"}), People: []phone.Step{wait(10 * phone.Second)}},
		{Name: "client-avatar", Says: "an Avatar is loaded, sends its methods, whose promises are answered, and has the service's events", Known: Declaration, Where: typings, Client: true,
			Given: service("VoximplantAvatar.Avatar", []string{"VoximplantAvatar.Events"})},
		{Name: "client-ccai-agent", Says: "a CCAI agent starts, answers what it is asked, and stops when it is destroyed", Known: Declaration, Where: typings, Client: true,
			Given: service("CCAI.Agent", []string{"CCAI.Events.Agent"})},
		{Name: "client-ccai-conversation", Says: "a CCAI conversation has participants, which are heard in a call", Known: Declaration, Where: typings, Client: true, Calls: true,
			Given: phone.Given{Peers: append(service("CCAI.Conversation", []string{"CCAI.Events.Conversation"}).Peers,
				service("CCAI.Participant", []string{"CCAI.Events.Participant"}, talkFor("Good morning.", 2)).Peers...)},
			People: []phone.Step{hears("Good morning."), expects("unjoin", "legs", "participant-1,caller"), expects("socket", "id", "participant-1", "outcome", "closed"), wait(10 * phone.Second)}},
	}
}

// kindOf is how traces name the client of a case.
func kindOf(name string) string {
	if name == "openai-beta" {
		return "openai"
	}
	return name
}

func talkFor(text string, seconds int) phone.Act {
	return phone.Act{Talks: &phone.Talks{Text: text, For: span(phone.Duration(seconds) * phone.Second)}}
}

// service is the far end of a class: it sends all events, says something, and
// answers all methods.
func service(class string, enums []string, says ...phone.Act) phone.Given {
	var acts []phone.Act
	var first string
	for _, list := range enums {
		symbol, _ := facts.Lookup(list)
		for _, member := range symbol.Members {
			if first == "" {
				first = member.Name
			}
			acts = append(acts, phone.Act{Event: member.Name, Data: sent(member.Name)})
		}
	}
	acts[0].After = 500 * phone.Millisecond
	does := []phone.Reaction{onOpen(append(acts, says...)...)}
	symbol, _ := facts.Lookup(class)
	for _, member := range symbol.Members {
		reaction := onCalled(member.Name, phone.Act{After: phone.Second, Event: first, Data: sent(member.Name)})
		if class == "CCAI.Agent" || class == "VoximplantAvatar.Avatar" {
			reaction.Acts = append(reaction.Acts, phone.Act{Answers: sent(member.Name)})
		}
		does = append(does, reaction)
	}
	return peers(phone.Peer{To: class, Does: does})
}

func sent(name string) json.RawMessage { return json.RawMessage(fmt.Sprintf(`{"sent":%q}`, name)) }
