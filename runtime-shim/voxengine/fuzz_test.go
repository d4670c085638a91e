package voxengine_test

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// instances says by which expression a script comes to an object of a class, or
// to a promise of one. Classes that are not emulated yet are passed over.
var instances = map[string]string{
	"Call":                          `call`,
	"Player":                        `VoxEngine.createTTSPlayer("Hello", { language: VoiceList.Google.en_US_Neural2_C })`,
	"SequencePlayer":                `VoxEngine.createSequencePlayer({ segments: [{ type: "url", url: "http://a.example/a.mp3" }] })`,
	"IVRState":                      `new IVRState("state", { type: "noinput", prompt: { say: "Hello" } })`,
	"Conference":                    `VoxEngine.createConference({ hdAudio: true })`,
	"Endpoint":                      `VoxEngine.createConference({ hdAudio: true }).add({ call, mode: "MIX", direction: "BOTH", scheme: "a" })`,
	"Recorder":                      `VoxEngine.createRecorder()`,
	"ConferenceRecorder":            `VoxEngine.createRecorder({ video: true })`,
	"ASR":                           `VoxEngine.createASR({ profile: ASRProfileList.Google.en_US })`,
	"AMD.AnsweringMachineDetector":  `AMD.create({ model: "us", call })`,
	"ACDRequest":                    `VoxEngine.enqueueACDRequest("sales", "12222222222")`,
	"SmartQueueTask":                `VoxEngine.enqueueTask({ call, queue: { name: "sales" } })`,
	"VoximplantAPI.Client":          `new VoximplantAPI.Client()`,
	"WebSocket":                     `VoxEngine.createWebSocket("wss://a.example/")`,
	"StreamingAgent":                `VoxEngine.createStreamingAgent({ protocol: "RTMP", serverUrl: "rtmp://a.example/" })`,
	"AI.DialogflowInstance":         `AI.createDialogflow({ lang: DialogflowLanguage.ENGLISH_US })`,
	"CCAI.Agent":                    `new CCAI.Agent("agent", "eu")`,
	"CCAI.Conversation":             `new CCAI.Conversation({ agent: kept["CCAI.Agent"], profile: { name: "name" }, project: "project" })`,
	"CCAI.Participant":              `kept["CCAI.Conversation"].addParticipant({ call, options: { role: "END_USER" } })`,
	"Cartesia.RealtimeTTSPlayer":    `Cartesia.createRealtimeTTSPlayer("Hello")`,
	"ElevenLabs.RealtimeTTSPlayer":  `ElevenLabs.createRealtimeTTSPlayer("Hello")`,
	"ElevenLabs.AgentsClient":       `ElevenLabs.createAgentsClient({ xiApiKey: "key", agentId: "agent" })`,
	"Gemini.LiveAPIClient":          `Gemini.createLiveAPIClient({ apiKey: "key", model: "model" })`,
	"OpenAI.RealtimeAPIClient":      `OpenAI.createRealtimeAPIClient({ apiKey: "key", model: "model" })`,
	"OpenAI.Beta.RealtimeAPIClient": `OpenAI.Beta.createRealtimeAPIClient({ apiKey: "key", model: "model" })`,
	"Ultravox.WebSocketAPIClient":   `Ultravox.createWebSocketAPIClient({ endpoint: Ultravox.HTTPEndpoint.CREATE_CALL, authorizations: {} })`,
	"Yandex.RealtimeAPIClient":      `Yandex.createRealtimeAPIClient({ apiKey: "key", folderId: "folder" })`,
	"VoximplantAvatar.Avatar":       `VoximplantAvatar.createAvatar({ avatarId: "avatar" })`,
	"VoximplantAvatar.VoiceAvatar":  `VoximplantAvatar.createVoiceAvatar({ avatarConfig: { avatarId: "avatar" }, call })`,
}

// notMade says why scripts have no object of a class.
var notMade = map[string]string{}

//go:embed testdata/hostcalls.js
var hostCalls string

// surface is the emulated members by owner, and makers those of instances that
// are classes among the owners, as JavaScript.
func surface(t testing.TB) string {
	members := voxengine.Members()
	text, err := json.Marshal(members) // sorted
	if err != nil {
		t.Fatal(err)
	}
	var makers strings.Builder
	for _, owner := range slices.Sorted(maps.Keys(members)) {
		if isClass(owner) {
			fmt.Fprintf(&makers, "%q: () => %s,\n", owner, instances[owner])
		}
	}
	return fmt.Sprintf("const surface = %s;\nconst makers = {\n%s};\n", text, makers.String())
}

func isClass(owner string) bool {
	symbol, ok := facts.Lookup(owner)
	return ok && symbol.Kind == facts.Class && notMade[owner] == ""
}

// TestEveryClassIsMade holds instances to the emulated classes: each is made in
// the session that FuzzHostCalls runs.
func TestEveryClassIsMade(t *testing.T) {
	for owner := range voxengine.Members() {
		if isClass(owner) && instances[owner] == "" {
			t.Fatalf("say in instances how a script makes a %s, or in notMade why it does not", owner)
		}
	}
	for _, line := range hostCall(t, surface(t), nil) {
		if line.Kind == voxengine.KindLog && strings.HasPrefix(line.Text, "no ") {
			t.Errorf("%s; correct instances, or what the session is given", line.Text)
		}
	}
}

// FuzzHostCalls uses every emulated member with values that make no sense, in
// every phase of a session, see testdata/hostcalls.js. Each use may throw, but
// the engine itself must neither panic nor hang, and the trace must close.
func FuzzHostCalls(f *testing.F) {
	members := voxengine.Members()
	for i, owner := range slices.Sorted(maps.Keys(members)) {
		for j := range members[owner] {
			var plan []byte
			for n := range 24 { // uses, three in each phase
				plan = append(plan, byte(i), byte(j), byte(n), 3, byte(i*7+j+n*11), byte(j*5+n), byte(n*3))
			}
			f.Add(plan)
		}
	}
	before := surface(f)
	f.Fuzz(func(t *testing.T, plan []byte) {
		events := hostCall(t, before, plan[:min(len(plan), 400)])
		last := events[len(events)-1]
		if last.Kind != voxengine.KindTerminated || last.Seq != len(events) {
			t.Errorf("the last of %d events is %v", len(events), last)
		}
	})
}

// hostCall runs a session that does what plan says, and returns its trace.
func hostCall(t *testing.T, surface string, plan []byte) []voxengine.Event {
	numbers := make([]int, len(plan))
	for i, b := range plan {
		numbers[i] = int(b)
	}
	bytes, err := json.Marshal(numbers)
	if err != nil {
		t.Fatal(err)
	}
	center, err := voxengine.NewCallCenter(0, []voxengine.Queue{{Name: "sales", Size: 9}},
		[]voxengine.Agent{{Name: "anna", Queues: []string{"sales"}}, {Name: "bert", Queues: []string{"sales"}, Comes: 4000}})
	if err != nil {
		t.Fatal(err)
	}
	p, caller := dialIn(t, voxengine.Options{
		Center: center, Carrier: answering(10), Services: chatter{}, HTTP: &web{response: voxengine.Response{Code: 200}}, Storage: &shelf{items: map[string]voxengine.Item{}}, Info: voxengine.Info{Video: true},
		Budget: voxengine.Budget{Events: 2000, Turn: 2 * time.Second},
	}, fmt.Sprintf("const bytes = %s;", bytes), surface, hostCalls)
	p.At(5000, func() { caller.Press("1") })
	p.At(6000, func() { caller.Message("text") })
	p.At(6500, func() { caller.Info("text/plain", "text") })
	p.At(7000, func() { caller.Transfer("13333333333") })
	p.At(8000, func() { caller.Hangup() })
	p.At(9000, p.Stop)
	p.Run()
	if _, ended := p.Ended(); !ended {
		t.Error("the session did not end")
	}
	return p.events
}

// chatter is a far end that sends whatever there is to send.
type chatter struct{}

func (chatter) Connect(r *voxengine.Remote) { r.Accept() }

func (chatter) Told(r *voxengine.Remote, n voxengine.News) {
	r.Send(n.Text)
	r.Event("SessionCreated", n.Text)
	r.Answer(n.Text)
	r.Speak(voxengine.Talk{Text: n.Text, AtOnce: true})
	if n.Text == "a" {
		r.Close(1000, n.Text)
	}
}
