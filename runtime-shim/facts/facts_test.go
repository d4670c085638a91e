package facts_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

func TestVoice(t *testing.T) {
	voice, ok := facts.Voice("Google.en_US_Neural2_C")
	if !ok || voice.Provider != "Google" || voice.Lang != "en-US" {
		t.Errorf("Google.en_US_Neural2_C is %+v, %v", voice, ok)
	}
	if _, ok := facts.Voice("Yandex.Neural.en_US_alyss"); ok {
		t.Error("a voice that left the catalogue is still in it")
	}
	if _, ok := facts.Voice(facts.DefaultVoice); !ok {
		t.Error("the default voice is not in the catalogue")
	}
	if !facts.VoiceGroup("Amazon.Neural") || facts.VoiceGroup("Amazon.Loud") {
		t.Error("groups of voices are wrong")
	}
	// The declarations hold this many constants.
	if all := facts.Voices(); len(all) != 2223 || !slices.IsSorted(all) {
		t.Errorf("%d voices, sorted %v, want 2223 sorted", len(all), slices.IsSorted(all))
	}
}

func TestEvent(t *testing.T) {
	connected, ok := facts.Event("CallEvents.Connected")
	if !ok || connected.Value != "Call.Connected" || !slices.Contains(connected.Fields, "headers") {
		t.Errorf("CallEvents.Connected is %+v, %v", connected, ok)
	}
	if n := len(facts.Events()); n != 298 {
		t.Errorf("%d events, the declarations hold 298", n)
	}
	for _, name := range facts.Events() {
		event, _ := facts.Event(name)
		owner := name[:strings.LastIndexByte(name, '.')]
		symbol, ok := facts.Lookup(owner)
		if !ok {
			t.Errorf("%s belongs to no symbol", name)
			continue
		}
		if member, ok := symbol.Member(name[len(owner)+1:]); !ok || member.Value != event.Value {
			t.Errorf("%s is %q as an event and %v as a member", name, event.Value, member.Value)
		}
	}
}

func TestSymbol(t *testing.T) {
	engine, ok := facts.Lookup("VoxEngine")
	if !ok || engine.Kind != facts.Namespace || len(engine.Members) != 35 {
		t.Errorf("VoxEngine is %+v, %v; the declarations hold 35 functions", engine, ok)
	}
	if asr, _ := engine.Member("createASR"); !asr.Called || asr.Module != "ASR" {
		t.Errorf("VoxEngine.createASR is %+v", asr)
	}
	if storage, _ := facts.Lookup("ApplicationStorage"); storage.Module != "ApplicationStorage" {
		t.Errorf("ApplicationStorage needs %q", storage.Module)
	}
	tones, _ := facts.Lookup("DTMFType")
	if info, _ := tones.Member("SIP_INFO"); info.Value != float64(3) {
		t.Errorf("DTMFType.SIP_INFO is %v", info.Value)
	}
	languages, _ := facts.Lookup("ASRLanguage")
	if german, _ := languages.Member("GERMAN_DE"); len(languages.Members) != 119 || german.Value != "de-DE" {
		t.Errorf("%d languages of speech recognition, German is %v", len(languages.Members), german.Value)
	}
	if _, ok := engine.Member("callPTSN"); ok {
		t.Error("a misspelt member exists")
	}
}

func TestCountry(t *testing.T) {
	for region, want := range map[string]facts.CountryFact{
		"US": {Region: "US", Code: "1", Trunk: "1", Lengths: []int{10}},
		"AF": {Region: "AF", Code: "93", Trunk: "0", Lengths: []int{9}},
		"GB": {Region: "GB", Code: "44", Trunk: "0", Lengths: []int{7, 9, 10}},
	} {
		got, ok := facts.Country(region)
		if !ok || got.Code != want.Code || got.Trunk != want.Trunk || !slices.Equal(got.Lengths, want.Lengths) {
			t.Errorf("%s is %+v, want %+v", region, got, want)
		}
	}
	if _, ok := facts.Country("us"); ok {
		t.Error("a region in lower case is known")
	}
	if n := len(facts.Countries()); n < 240 {
		t.Errorf("only %d regions", n)
	}
}

func TestSwitches(t *testing.T) {
	seen := map[string]bool{}
	for _, sw := range facts.Switches() {
		if seen[sw.ID] || len(sw.Settings) < 2 || sw.Says == "" || sw.Probe == "" {
			t.Errorf("switch %+v is incomplete or not unique", sw)
		}
		seen[sw.ID] = true
	}
	table := facts.Switches()
	table[0].ID = "changed"
	if facts.Switches()[0].ID == "changed" {
		t.Error("the table of switches can be changed from outside")
	}
}

func TestSettings(t *testing.T) {
	if got := facts.Settings(nil).Get(facts.ReplacedPlayback); got != "silent" {
		t.Errorf("default of replaced-playback is %q", got)
	}
	chosen := facts.Settings{facts.ReplacedPlayback: "finishes"}
	if got := chosen.Get(facts.ReplacedPlayback); got != "finishes" || chosen.Validate() != nil {
		t.Errorf("replaced-playback is %q, %v", got, chosen.Validate())
	}
	err := facts.Settings{"replaced-playback": "loud", "moon": "full"}.Validate()
	if err == nil {
		t.Fatal("unknown switch and setting were accepted")
	}
	for _, want := range []string{`switch "moon" is not known`, "ended-call", `has no setting "loud"`, "silent, finishes"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error misses %q:\n%v", want, err)
		}
	}
}

func TestParseSetting(t *testing.T) {
	if id, setting, err := facts.ParseSetting("ended-call=warns"); id != "ended-call" || setting != "warns" || err != nil {
		t.Errorf("got %q %q %v", id, setting, err)
	}
	for _, bad := range []string{"", "ended-call", "=warns", "ended-call="} {
		if _, _, err := facts.ParseSetting(bad); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}
