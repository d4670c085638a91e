// Command typings writes voxengine.d.ts: the part of the platform's interface
// that scenarios use, as TypeScript declarations, from the facts about it. What
// is not listed below cannot be used by accident, and what the platform does
// not declare cannot be listed.
//
//	go run ./internal/typings -api ../facts/data/voxengine-api.json -o voxengine.d.ts
package main

import (
	"flag"
	"fmt"
	"os"
)

// wanted lists what scenarios use, symbol by symbol, in the order of the file.
var wanted = []want{
	{"(global)", []string{"setTimeout", "clearTimeout", "base64_encode", "hex2bytes"}},
	{"VoxEngine", []string{"addEventListener", "callPSTN", "callSIP", "callUser", "createASR", "customData", "sendMediaBetween", "terminate"}},
	{"AppEvents", []string{"Started", "CallAlerting", "Terminating"}},
	{"Call", []string{"addEventListener", "answer", "handleTones", "hangup", "record", "reject", "say", "sendMediaTo", "startPlayback", "state", "stopMediaTo", "stopPlayback"}},
	{"CallEvents", []string{"Connected", "Disconnected", "Failed", "PlaybackFinished", "PlaybackStarted", "RecordError", "RecordStarted", "RecordStopped", "ToneReceived"}},
	{"CallSayParameters", []string{"voice"}},
	{"StartPlaybackParameters", []string{"loop"}},
	{"CallRecordParameters", []string{"stereo"}},
	{"CallPSTNParameters", []string{"amd"}},
	{"CallUserParameters", []string{"username", "callerid", "amd"}},
	{"CallSIPParameters", []string{"callerid", "displayName", "amd"}},
	{"AMD", []string{"create"}},
	{"AMD.AMDParameters", []string{"model"}},
	{"AMD.AnsweringMachineDetector", []string{"addEventListener"}},
	{"AMD.Events", []string{"DetectionComplete", "DetectionError"}},
	{"AMD.Model", []string{"BR", "CL", "CO", "EU_GENERAL", "KZ", "MX", "PE", "PH", "RU", "US"}},
	{"AMD.ResultClass", []string{"CALL_ENDED", "HUMAN", "TIMEOUT", "VOICEMAIL"}},
	{"AMD.ResultSubtype", []string{"MIMIC", "NONE"}},
	{"Voice", nil},
	{"VoxMediaUnit", nil},
	{"ASR", []string{"addEventListener", "stop"}},
	{"ASREvents", []string{"ASRError", "CaptureStarted", "Result", "SpeechCaptured"}},
	{"ASRParameters", []string{"profile", "singleUtterance", "phraseHints"}},
	{"ASRProfileList.Amazon", nil},
	{"ASRProfileList.Deepgram", nil},
	{"ASRProfileList.Google", nil},
	{"ASRProfileList.Microsoft", nil},
	{"ASRProfileList.SaluteSpeech", nil},
	{"ASRProfileList.TBank", nil},
	{"ASRProfileList.Yandex", nil},
	{"ASRProfileList.YandexV3", nil},
	{"ApplicationStorage", []string{"get", "put", "remove"}},
	{"StorageKey", []string{"key", "value", "expireAt"}},
	{"Net", []string{"httpRequest"}},
	{"Net.HttpRequestOptions", []string{"method", "headers", "postData", "timeout"}},
	{"Net.HttpRequestResult", []string{"code", "text", "error"}},
	{"Crypto", []string{"hmac_sha256"}},
	{"Logger", []string{"hideTones", "write"}},
}

// newer is what the platform documents and its declarations do not have yet.
const newer = `
// Newer than the declarations, so it may be missing: the application's secrets.
declare namespace VoxEngine {
  function getSecretValue(name: string): string | undefined;
}
`

func main() {
	path := flag.String("api", "../facts/data/voxengine-api.json", "facts about the platform's interface")
	out := flag.String("o", "voxengine.d.ts", "file to write")
	flag.Parse()
	if err := run(*path, *out); err != nil {
		fmt.Fprintln(os.Stderr, "typings:", err)
		os.Exit(1)
	}
}

func run(path, out string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	declarations, err := Declarations(text)
	if err != nil {
		return err
	}
	return os.WriteFile(out, declarations, 0o644)
}
