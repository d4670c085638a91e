package voxengine

import "github.com/ringflow/ringflow/runtime-shim/facts"

// emitted is the events that a session sends, by their values. A test holds it
// to the event names in the code, and package conform has a case for each.
var emitted = set(
	"Application.Started", "Application.CallAlerting", "Application.Terminating", "Application.Terminated",
	"Call.Ringing", "Call.AudioStarted", "Call.Connected", "Call.Failed", "Call.Disconnected", "Call.StateChanged",
	"Call.ToneReceived",
	"Call.PlaybackReady", "Call.PlaybackStarted", "Call.PlaybackFinished",
	"Call.RecordStarted", "Call.RecordStopped", "Call.RecordError",
)

func set(names ...string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, name := range names {
		out[name] = true
	}
	return out
}

// Emitted returns the constants of the events that a session sends, such as
// "CallEvents.Connected", sorted.
func Emitted() []string {
	var out []string
	for _, name := range facts.Events() {
		if event, _ := facts.Event(name); emitted[event.Value] {
			out = append(out, name)
		}
	}
	return out
}
