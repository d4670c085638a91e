package voxengine_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// hostCalls are expressions that reach every host function; $ stands for an
// argument.
var hostCalls = []string{
	"VoxEngine.addEventListener($, $)", "VoxEngine.removeEventListener($, $)", "VoxEngine.customData($)", "VoxEngine.getSecretValue($)",
	"VoxEngine.callPSTN($, $, $)", "VoxEngine.sendMediaBetween($, $)", "VoxEngine.stopMediaBetween($, $)", "VoxEngine.easyProcess($, $, $, $)",
	"VoxEngine.forwardCallToPSTN($, $, $)", "VoxEngine.playSoundAndHangup($)", "VoxEngine.terminate($)", "VoxEngine.callUser($)",
	"call.addEventListener($, $)", "call.removeEventListener($, $)", "call.answer($, $)", "call.reject($)", "call.ring($)", "call.startEarlyMedia($)",
	"call.hangup($)", "call.say($, $)", "call.startPlayback($, $)", "call.stopPlayback($)", "call.record($)", "call.handleTones($, $)",
	"call.sendDigits($)", "call.sendMessage($)", "call.sendMediaTo($, $)", "call.stopMediaTo($)", "call.customData($)", "call.state.call($)", "call.say.call($, $)",
	"VoxEngine.callConference($, $, $, $)", "VoxEngine.createConference($)", "VoxEngine.destroyConference($)", "VoxEngine.createRecorder($, $)",
	"conference.add($)", "conference.add({ call, mode: $, direction: $ })", "conference.get($)", "conference.getList($)", "conference.sendMediaTo($)", "conference.stopMediaTo($)",
	"conference.stop($)", "conference.add({ call }).setDisplayName($)", "conference.add({ call }).manageEndpoint($)", "call.sendMediaTo(conference)", "call.sendMediaTo(recorder)",
	"recorder.setConference($)", "recorder.setConference(conference)", "recorder.setPriority($)", "recorder.getPriority($)", "recorder.update($)", "recorder.mute($)", "recorder.stop($)",
	"ApplicationStorage.get($)", "ApplicationStorage.put($, $, $)", "ApplicationStorage.remove($)", "ApplicationStorage.keys($, $)",
	"Net.httpRequest($, $, $)", "Net.httpRequestAsync($, $)", "new Net.HttpRequestOptions($)", "Net.httpRequestAsync('http://a.example/', { headers: $, params: $, postData: $, timeout: $, method: $ })",
	"Logger.write($)", "Logger.hideTones($)", "console.log($, $)", "Crypto.md5($)", "Crypto.hmac_sha256($, $)", "PhoneNumber.getInfo($, $)",
	"require($)", "setTimeout($, $)", "setInterval($, $)", "clearTimeout($)", "base64_encode($)", "base64_decode($)", "str2bytes($, $)", "bytes2str($, $)",
	"hex2bytes($)", "bytes2hex($, $)", "levenshtein_distance($, $)", "uuidgen($)", "VoiceList[$]", "VoiceList.Google[$]", "Language[$]", "CallEvents[$]",
	"Object.assign(VoxEngine, { [$]: $ })", "Object.defineProperty(call, $, { value: $ })", "Object.setPrototypeOf(call, $)", "delete VoxEngine[$]", "$ in VoxEngine",
	"VoxEngine.createWebSocket($, $)", "new WebSocket('wss://a.example/', $)", "VoxEngine.createWebSocket('wss://a.example/', { headers: $, protocols: $, trace: $ })",
	"ws.send($)", "ws.close($)", "ws.sendMediaTo($, $)", "call.sendMediaTo(ws, { tag: $, encoding: $, customParameters: $ })", "ws.stopMediaTo($)", "ws.clearMediaBuffer($)", "ws.onmessage = $",
	"ws.addEventListener($, $)", "ws.send.call($, $)", "OpenAI.createRealtimeAPIClient($).catch(() => {})", "ai.sessionUpdate($, $)", "ai.sendMediaTo($, $)", "ai.clearMediaBuffer($)", "ai.webSocketId.call($)",
	"AI.createDialogflow($).addMarker($)", "AI.createDialogflow($).sendQuery($)", "VoxEngine.createStreamingAgent($).setActiveTrack($)", "call.sendMediaTo(VoxEngine.createStreamingAgent($))",
	"new CCAI.Agent($).getProfilesList($)", "new CCAI.Conversation($).addParticipant($).analyzeContent($)", "new CCAI.Conversation($).removeParticipant($)", "new VoximplantAvatar.Avatar($).goToState($)",
	"ElevenLabs.createRealtimeTTSPlayer($, $).sendText($)", "Cartesia.createRealtimeTTSPlayer($).generationRequest($)", "VoxEngine.sendMediaBetween(ws, $)", "VoxEngine.sendMediaBetween(ai, ws)",
	"new VoximplantAPI.Client($).Users.getUsers($).catch(() => {})", "new VoximplantAPI.Client().Users.getUsers({ a: $, b: [$] }).catch(() => {})", "VoxEngine.allowWebSocketConnections($)",
	"JSON.stringify([VoxEngine, CallEvents, call, $])", "new Date($, $)", "$.repeat($)", "$.padEnd($, $)",
	"VoxEngine.createASR($, $)", "VoxEngine.createASR({ profile: $, phraseHints: $, interimResults: $ })", "call.sendMediaTo(VoxEngine.createASR('en-US', $))",
	"AMD.create($)", "AMD.create({ model: 'us', timeout: $, call: $ })", "AMD.create({ model: 'us', call }).detect($)", "AI.detectVoicemail($, $)",
	"VoxEngine.callPSTN('13333333333', '', { amd: $ })", "VoxEngine.callUser({ username: 'a', pushNotificationTimeout: $ })",
	"call.enableBeepDetection($)", "call.enableBeepDetection({ frequencies: $, timeout: $ })", "call.disableBeepDetection($)", "call.playProgressTone($)", "call.detectProgressTone($)",
	"VoxEngine.createToneScriptPlayer($, $)", "VoxEngine.createURLPlayer('http://a.example/', { progressivePlayback: $ })",
	"VoxEngine.enqueueACDRequest($, $, $)", "VoxEngine.enqueueACDRequest('sales', $, { priority: $, headers: $, customData: $ })", "request.getStatus($)", "request.cancel($)",
	"request.id.call($)", "request.cancel.call($)", "request.addEventListener($, $)", "VoxEngine.enqueueTask($)", "task.end($, $)", "task.addEventListener($, $)",
	"VoxEngine.enqueueTask({ queue: { name: 'sales' }, call: $, timeout: $, priority: $, skills: $, extraHeaders: $, operatorSettings: { operatorId: 1, timeout: $, mode: $ } })",
	"VoxEngine.enqueueTask({ queue: { id: $ }, operatorSettings: $ })", "JSON.stringify([task, request, task.settings])",
}

// arguments are values that scripts pass by mistake or on purpose.
var arguments = []string{
	"undefined", "null", "true", "0", "-1", "1e21", "NaN", "Infinity", "5n", `""`, `"a"`, `"13333333333"`, `"\ud800"`, `"x".repeat(3000)`, "[]", "[1, 2]", `["a: b"]`, "[[]]", "{}",
	"{ length: 3 }", "{ length: -1 }", "{ loop: true, voice: 5 }", "() => {}", "() => { throw 1; }", "function () { return this; }", "async () => { throw 1; }", "class {}", "Symbol()", "call", "VoxEngine",
	"VoiceList.Google.en_US_Neural2_C", "new Proxy({}, { get() { throw 2; } })", "{ toString() { throw 3; } }", "{ get headers() { return call; } }",
	"Promise.resolve(1)", "new Uint8Array(3)", "conference", "recorder", "conference.getList()", "globalThis", "arguments", "call.say", "CallEvents.Connected", "CallEvents", "Object.create(null)",
	"ws", "ai", "WebSocketEvents.OPEN", "WebSocketAudioEncoding.ULAW", "(() => { const o = {}; o.o = o; return o; })()", "{ toJSON() { throw 4; } }",
}

// FuzzHostCalls calls host functions with arguments that make no sense. Each may
// throw, but the engine itself must neither panic nor hang.
func FuzzHostCalls(f *testing.F) {
	for i := range hostCalls {
		f.Add([]byte{byte(i), byte(i), byte(i * 7), byte(i * 3), byte(i + 1), byte(i + 2), byte(i + 3)})
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		session(t, script(choices))
	})
}

// script makes calls out of numbers.
func script(choices []byte) string {
	next := func() int {
		if len(choices) == 0 {
			return 0
		}
		n := int(choices[0])
		choices = choices[1:]
		return n
	}
	var out strings.Builder
	for len(choices) > 0 && out.Len() < 5000 {
		call := hostCalls[next()%len(hostCalls)]
		for strings.Contains(call, "$") {
			call = strings.Replace(call, "$", "("+arguments[next()%len(arguments)]+")", 1)
		}
		fmt.Fprintf(&out, "try { %s } catch (e) {}\n", call)
	}
	return out.String()
}

func session(t *testing.T, script string) {
	code, err := voxengine.Compile(voxengine.Script{Name: "a.js", Text: `
		for (const name of Object.keys(Modules)) require(Modules[name]);
		let ai;
		const ws = VoxEngine.createWebSocket("wss://agent.example/call");
		OpenAI.createRealtimeAPIClient({}).then((client) => (ai = client));
		const conference = VoxEngine.createConference();
		const recorder = VoxEngine.createRecorder({ video: true });
		VoxEngine.addEventListener(AppEvents.CallAlerting, function ({ call }) {
		  call.answer();
		  const request = VoxEngine.enqueueACDRequest("sales", "1"), task = VoxEngine.enqueueTask({ call, queue: { name: "sales" } });
		  call.addEventListener(CallEvents.Connected, function () {` + script + `});
		  ` + script + `
		});`})
	if err != nil {
		t.Fatalf("%v\n%s", err, script)
	}
	center, err := voxengine.NewCallCenter(0, []voxengine.Queue{{Name: "sales", Size: 9}}, []voxengine.Agent{{Name: "anna", Queues: []string{"sales"}}, {Name: "bert", Queues: []string{"sales"}, Comes: 4000}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := voxengine.New(voxengine.Options{
		Code: code, Center: center, Carrier: answering(10), Services: chatter{}, HTTP: &web{response: voxengine.Response{Code: 200}}, Storage: &shelf{items: map[string]voxengine.Item{}}, Info: voxengine.Info{Video: true},
		Budget: voxengine.Budget{Events: 2000, Turn: 2 * time.Second},
	})
	if err != nil {
		t.Fatal(err)
	}
	caller := s.Incoming(voxengine.Incoming{From: "12222222222", To: "10000000000"})
	s.At(5000, func() { caller.Press("1") })
	s.At(9000, s.Stop)
	s.Run()
	if _, ended := s.Ended(); !ended {
		t.Errorf("the session did not end\n%s", script)
	}
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
