package conform

import "github.com/ringflow/ringflow/runtime-shim/voxengine"

// depth is the symbols that scenarios of telephony live on, in the order in
// which the documentation lists them. (Pushes to phones have no symbol of their
// own, only the event CallEvents.PushSent.)
var depth = []string{
	"(global)", "VoxEngine", "AppEvents", "Call", "CallEvents",
	"BasePlayer", "Player", "PlayerEvents", "SequencePlayer", "SequencePlayerEvents",
	"Recorder", "ConferenceRecorder", "RecorderEvents",
	"ASR", "ASREvents", "AMD", "AMD.AnsweringMachineDetector", "AMD.Events",
	"Conference", "Endpoint", "ConferenceEvents",
	"ACDRequest", "ACDEvents", "SmartQueueTask", "SmartQueueEvents", "IVR", "IVRState",
	"ApplicationStorage", "Net", "Crypto", "PhoneNumber", "Logger", "CallList",
	"WebSocket", "WebSocketEvents",
}

// Depth returns the symbols of the platform that are to be emulated in depth,
// with what is.
func Depth() []voxengine.Part {
	byName := map[string]voxengine.Part{}
	for _, part := range voxengine.Surface() {
		byName[part.Name] = part
	}
	out := make([]voxengine.Part, 0, len(depth))
	for _, name := range depth {
		out = append(out, byName[name])
	}
	return out
}
