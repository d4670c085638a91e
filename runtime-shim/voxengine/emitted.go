package voxengine

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// emitted is the events that a session sends, by their values. A test holds it
// to the event names in the code, and package conform has a case for each.
var emitted = []string{
	"Application.Started", "Application.CallAlerting", "Application.Terminating", "Application.Terminated",
	"Application.HttpRequest",
	"Call.Ringing", "Call.AudioStarted", "Call.Connected", "Call.Failed", "Call.Disconnected", "Call.StateChanged",
	"Call.ToneReceived", "Call.MessageReceived", "Call.InfoReceived", "Call.MicStatusChange",
	"Call.BlindTransferRequested", "Call.TransferComplete", "Call.TransferFailed",
	"Call.PlaybackReady", "Call.PlaybackStarted", "Call.PlaybackFinished",
	"Call.RecordStarted", "Call.RecordStopped", "Call.RecordError",
	"Player.Created", "Player.PlaybackReady", "Player.Started", "Player.Stopped", "Player.PlaybackFinished", "Player.Error",
	"Player.PlaybackMarkerReached", "Player.Buffering",
	"Call.FirstAudioPacketReceived", "Call.AudioQualityDetected", "Call.OnHold", "Call.OffHold", "Call.ReInviteReceived",
	"Call.RtpStopped", "Call.RtpResumed", "Call.ToneDetected", "Call.PushSent", "Call.Forwarding",
	"Call.BeepDetectionComplete", "Call.BeepDetectionError",
	"Call.AudioIdentificationStarted", "Call.AudioIdentificationResult", "Call.AudioIdentificationStopped", "Call.AudioIdentificationError",
	"AMD.Events.DetectionComplete", "AMD.Events.DetectionError", "AI.Events.VoicemailDetected", "AI.Events.VoicemailNotDetected",
	"ASR.Started", "ASR.CaptureStarted", "ASR.InterimResult", "ASR.SpeechCaptured", "ASR.Result", "ASR.Stopped", "ASR.Error",
	"WebSocket.Open", "WebSocket.Message", "WebSocket.Close", "WebSocket.Error", "WebSocket.Created",
	"WebSocket.MediaEventStarted", "WebSocket.MediaEventEnded",
	"AppEvents.NewWebSocketConnection", "Application.OnNewWebSocketFailed",
	"ACD.Queued", "ACD.Waiting", "ACD.OperatorCallAttempt", "ACD.OperatorReached", "ACD.OperatorFailed", "ACD.Offline", "ACD.QueueFull", "ACD.Error",
	"SmartQueue.EnqueueSuccess", "SmartQueue.Waiting", "SmartQueue.DistributeTask", "SmartQueue.OperatorReached", "SmartQueue.ClientDisconnected",
	"SmartQueue.TaskCanceled", "SmartQueue.Error",
	"Conference.Started", "Conference.Stopped", "Conference.Error", "Conference.EndpointAdded", "Conference.EndpointUpdated",
	"Conference.EndpointRemoved", "Conference.EndpointManaged",
	"Recorder.Started", "Recorder.Stopped", "Recorder.Error",
}

// sends reports whether a session sends events of this value. A sequence of
// players has the events of a player, under its own name.
func sends(value string) bool {
	return slices.Contains(emitted, strings.TrimPrefix(value, "Sequence")) || serviceEvents()[value]
}

// Emitted returns the constants of the events that a session sends, such as
// "CallEvents.Connected", sorted.
func Emitted() []string {
	var out []string
	for _, name := range facts.Events() {
		if event, _ := facts.Event(name); sends(event.Value) {
			out = append(out, name)
		}
	}
	return out
}
