package voxengine

import (
	"strings"
	"sync"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// service is one class of the platform whose objects talk to a service outside.
// Its methods and events are those of the declarations: a method that is not
// listed in serviceMethods sends its name and arguments to the far end, and the
// far end sends the events.
type service struct {
	class  string   // of the client
	kind   string   // the first part of its objects' names in traces
	field  string   // by which its events carry the object
	maker  string   // the function that makes one, "" for a class that is constructed
	later  bool     // the function returns a promise
	events []string // enumerations of its events

	// wrapped clients carry what the service sends as data of an event, see
	// facts.ServiceData; others have it as fields of their own.
	wrapped bool

	// Members of events that the platform itself sends, "" if there is none.
	opened, refused, failed, closed string
	started, ended, marker          string // of what the service says
	why                             string // the field of the reason in the first four
	promises                        string // methods that return a promise, which the far end answers
	media                           bool   // units can be connected with it, as facts say
}

// connector is a service of realtime AI: a WebSocket that the platform speaks.
func connector(class, kind, maker, events, failed string) service {
	space := class[:strings.LastIndexByte(class, '.')]
	return service{
		class: class, kind: kind, field: "client", maker: space + "." + maker, later: true,
		events: []string{space + "." + events, space + ".Events"}, wrapped: true, failed: failed,
		started: "WebSocketMediaStarted", ended: "WebSocketMediaEnded",
	}
}

// services is the table of classes. A test holds it to the facts.
var services = []service{
	connector("OpenAI.RealtimeAPIClient", "openai", "createRealtimeAPIClient", "RealtimeAPIEvents", "WebSocketError"),
	connector("OpenAI.Beta.RealtimeAPIClient", "openai", "createRealtimeAPIClient", "RealtimeAPIEvents", ""),
	connector("Gemini.LiveAPIClient", "gemini", "createLiveAPIClient", "LiveAPIEvents", ""),
	connector("ElevenLabs.AgentsClient", "elevenlabs", "createAgentsClient", "AgentsEvents", "WebSocketError"),
	connector("Ultravox.WebSocketAPIClient", "ultravox", "createWebSocketAPIClient", "WebSocketAPIEvents", "WebSocketError"),
	connector("Yandex.RealtimeAPIClient", "yandex", "createRealtimeAPIClient", "RealtimeAPIEvents", "WebSocketError"),
	{class: "AI.DialogflowInstance", kind: "dialogflow", field: "dialogflow", maker: "AI.createDialogflow", events: []string{"AI.Events"},
		failed: "DialogflowError", closed: "DialogflowStopped", why: "cause", refused: "DialogflowError",
		started: "DialogflowPlaybackStarted", ended: "DialogflowPlaybackFinished", marker: "DialogflowPlaybackMarkerReached"},
	{class: "StreamingAgent", kind: "streaming", field: "streamingAgent", maker: "VoxEngine.createStreamingAgent", events: []string{"StreamingAgentEvents"},
		opened: "Connected", refused: "ConnectionFailed", failed: "Error", closed: "Disconnected", why: "reason"},
	{class: "VoximplantAvatar.Avatar", kind: "avatar", field: "avatar", maker: "VoximplantAvatar.createAvatar", events: []string{"VoximplantAvatar.Events"},
		opened: "Loaded", refused: "Error", failed: "Error", why: "reason", promises: "goToState handleUtterance handleTimeout"},
	{class: "CCAI.Agent", kind: "ccai", field: "ccaiAgent", events: []string{"CCAI.Events.Agent"},
		opened: "Started", closed: "Stopped", promises: "getProfilesList getConversationProfile updateConversationProfile"},
	{class: "CCAI.Conversation", kind: "conversation", field: "ccaiConversation", events: []string{"CCAI.Events.Conversation"},
		opened: "Created", refused: "Error", failed: "Error", closed: "Completed"},
	{class: "CCAI.Participant", kind: "participant", field: "ccaiParticipant", events: []string{"CCAI.Events.Participant"},
		opened: "Created", started: "PlaybackStarted", ended: "PlaybackFinished", marker: "MarkerReached"},
}

// speaks reports whether units hear the far end; a plain socket can be heard.
func (v *service) speaks() bool { return v == nil || v.started != "" }

// connects reports whether media come as streams with a beginning and an end, as
// on a WebSocket.
func (v *service) connects() bool { return v == nil || v.wrapped }

// keeps reports whether what a script asks before the connection stands is sent
// once it does: a script cannot know when that is.
func (v *service) keeps() bool { return !v.later && v.opened == "" }

// constant is the value of an event by the name of its member, "" if none has it.
func (v *service) constant(member string) string {
	for _, list := range v.events {
		if event, ok := facts.Event(list + "." + member); ok {
			return event.Value
		}
	}
	return ""
}

// serviceEvents is the values of the events that services send, made once.
var serviceEvents = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, name := range ServiceEvents() {
		event, _ := facts.Event(name)
		out[event.Value] = true
	}
	return out
})

// ServiceEvents returns the constants of the events that the far ends of
// services send, and the platform for them.
func ServiceEvents() []string {
	var out []string
	for i := range services {
		for _, list := range services[i].events {
			symbol, _ := facts.Lookup(list)
			for _, member := range symbol.Members {
				if !strings.HasPrefix(member.Name, "Voicemail") { // which calls send
					out = append(out, list+"."+member.Name)
				}
			}
		}
	}
	return out
}

func serviceOf(class string) *service {
	for i := range services {
		if services[i].class == class {
			return &services[i]
		}
	}
	return nil
}
