package conform_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/conform"
	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestNothingIsIdle mutes each emulated member and each event in turn: some
// case has to notice. What no case notices is not known to work and must not be
// counted as emulated; add a case for it.
func TestNothingIsIdle(t *testing.T) {
	names := voxengine.Emitted()
	for owner, members := range voxengine.Members() {
		for _, member := range members {
			names = append(names, strings.TrimPrefix(owner+"."+member, "."))
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if !noticed(t, name) {
			t.Errorf("no case notices that %s does nothing", name)
		}
	}
}

// fields is what the events of a session and its calls carry, but for fields
// that the declarations call optional and no case looks at.
var fields = map[string]string{
	"AppEvents.Started":           "accessURL accessSecureURL accountId applicationId logURL sessionId conference_name",
	"AppEvents.CallAlerting":      "call name callerid destination toURI fromURI displayName headers",
	"AppEvents.Terminating":       "systemError",
	"AppEvents.Terminated":        "systemError",
	"CallEvents.AudioStarted":     "call name id",
	"CallEvents.Ringing":          "call name id",
	"CallEvents.Connected":        "call name id headers",
	"CallEvents.StateChanged":     "call name id oldState newState",
	"CallEvents.ToneReceived":     "call name id tone type",
	"CallEvents.PlaybackReady":    "call name id",
	"CallEvents.PlaybackStarted":  "call name id duration",
	"CallEvents.PlaybackFinished": "call name id error",
	"CallEvents.RecordStarted":    "call name id url",
	"CallEvents.RecordError":      "call name id error",
	"CallEvents.RecordStopped":    "call name id url cost duration",
	"CallEvents.Disconnected":     "call name id headers internalCode reason duration cost direction",
	"CallEvents.Failed":           "call name id code reason",

	"AppEvents.WebSocket":           "method path content headers websocket",
	"AppEvents.NewWebSocketFailed":  "method path content headers reason",
	"WebSocketEvents.CREATED":       "websocket statisticsUrl",
	"WebSocketEvents.OPEN":          "websocket",
	"WebSocketEvents.MESSAGE":       "websocket text",
	"WebSocketEvents.ERROR":         "websocket",
	"WebSocketEvents.CLOSE":         "websocket code reason wasClean",
	"WebSocketEvents.MEDIA_STARTED": "websocket tag encoding customParameters",
	"WebSocketEvents.MEDIA_ENDED":   "websocket tag mediaInfo",

	"AI.Events.DialogflowPlaybackStarted":       "duration",
	"AI.Events.DialogflowPlaybackMarkerReached": "offset",
	"AI.Events.DialogflowStopped":               "cause",
	"StreamingAgentEvents.AudioStreamCreated":   "trackId",
	"StreamingAgentEvents.AudioSwitched":        "trackId reason",
	"StreamingAgentEvents.Connected":            "reason",
	"StreamingAgentEvents.Disconnected":         "reason",

	"CallEvents.FirstAudioPacketReceived":   "call name id",
	"CallEvents.AudioQualityDetected":       "call name id quality",
	"CallEvents.OnHold":                     "call name id",
	"CallEvents.OffHold":                    "call name id",
	"CallEvents.ReInviteReceived":           "call name id mimeType body",
	"CallEvents.RtpStopped":                 "call name id",
	"CallEvents.RtpResumed":                 "call name id",
	"CallEvents.ToneDetected":               "call name id ProgressTone VoicemailTone",
	"CallEvents.PushSent":                   "call name id result",
	"CallEvents.Forwarding":                 "call name id",
	"CallEvents.BeepDetectionComplete":      "call name id frequencies timeout",
	"CallEvents.BeepDetectionError":         "call name id reason",
	"CallEvents.AudioIdentificationStarted": "call name id",
	"CallEvents.AudioIdentificationResult":  "call name id audioType audioSubType confidence",
	"CallEvents.AudioIdentificationStopped": "call name id",
	"CallEvents.AudioIdentificationError":   "call name id",

	"PlayerEvents.PlaybackBuffering": "player",

	"ASREvents.CaptureStarted": "asr",
	"ASREvents.SpeechCaptured": "asr",
	"ASREvents.Started":        "asr",
	"ASREvents.InterimResult":  "asr text",
	"ASREvents.Result":         "asr text confidence",
	"ASREvents.Stopped":        "asr cost duration",
	"ASREvents.ASRError":       "asr error",

	"AMD.Events.DetectionComplete":   "amd call callId resultClass resultSubtype confidence",
	"AMD.Events.DetectionError":      "amd callId message",
	"AI.Events.VoicemailDetected":    "call confidence",
	"AI.Events.VoicemailNotDetected": "call",
	"ACDEvents.Queued":               "request",
	"ACDEvents.Waiting":              "request ewt position",
	"ACDEvents.OperatorCallAttempt":  "request operatorCall",
	"ACDEvents.OperatorReached":      "request operatorCall",
	"ACDEvents.OperatorFailed":       "request operatorUserName statusCode",
	"ACDEvents.Offline":              "request",
	"ACDEvents.QueueFull":            "request",
	"ACDEvents.Error":                "request error",

	"SmartQueueEvents.EnqueueSuccess":     "task",
	"SmartQueueEvents.Waiting":            "task ewt position code message",
	"SmartQueueEvents.TaskDistributed":    "task operatorId operatorName",
	"SmartQueueEvents.OperatorReached":    "task agentCall",
	"SmartQueueEvents.ClientDisconnected": "task cancel",
	"SmartQueueEvents.TaskCanceled":       "task status description",
	"SmartQueueEvents.Error":              "task type description",
	"ConferenceEvents.Started":            "conference",
	"ConferenceEvents.Stopped":            "conference",
	"ConferenceEvents.ConferenceError":    "conference code error endpointId",
	"ConferenceEvents.EndpointAdded":      "conference mode direction endpointId endpoint",
	"ConferenceEvents.EndpointUpdated":    "conference mode direction endpointId endpoint",
	"ConferenceEvents.EndpointRemoved":    "conference mode direction endpointId endpoint",
	"ConferenceEvents.EndpointManaged":    "conference mode direction endpointId endpoint",

	"RecorderEvents.Started":       "recorder url",
	"RecorderEvents.Stopped":       "recorder cost duration",
	"RecorderEvents.RecorderError": "recorder error",
}

// carriers are the fields by which events of services carry their client.
var carriers = []string{"client", "dialogflow", "streamingAgent", "avatar", "ccaiAgent", "ccaiConversation", "ccaiParticipant"}

// checked is fields, and of the events that services send the client, by the facts.
func checked() map[string]string {
	all := maps.Clone(fields)
	for _, name := range voxengine.ServiceEvents() {
		event, _ := facts.Event(name)
		for _, field := range event.Fields {
			if slices.Contains(carriers, field) {
				all[name] += " " + field
			}
		}
	}
	return all
}

// TestNoFieldIsIdle leaves each field of these events out in turn.
func TestNoFieldIsIdle(t *testing.T) {
	all := checked()
	for _, event := range slices.Sorted(maps.Keys(all)) {
		for _, field := range strings.Fields(all[event]) {
			if !noticed(t, event+"."+field) {
				t.Errorf("no case notices that %s carries no %s", event, field)
			}
		}
	}
}

// TestDepth: the symbols to emulate in depth are symbols of the platform.
func TestDepth(t *testing.T) {
	for i, part := range conform.Depth() {
		if part.Name == "" || len(part.Members) == 0 {
			t.Errorf("entry %d of the list is no symbol, or one without members", i)
		}
	}
}

// noticed reports whether a case is red without a member, an event or a field.
// Those whose script has most of its name are tried first.
func noticed(t *testing.T, name string) bool {
	t.Helper()
	cases := conform.Cases()
	rank := map[string]int{}
	for _, c := range cases {
		scripts, err := c.Scripts()
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(name, ".") {
			if strings.Contains(scripts[len(scripts)-1].Text, part) {
				rank[c.Name]++
			}
		}
	}
	slices.SortStableFunc(cases, func(a, b conform.Case) int { return rank[b.Name] - rank[a.Name] })
	for _, c := range cases {
		verdict, err := c.RunMuted(name)
		if err != nil {
			t.Fatal(err)
		}
		if !verdict.Pass {
			return true
		}
	}
	return false
}
