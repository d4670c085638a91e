package facts

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// DefaultVoice is what Call.say speaks with when no voice is given (type
// declarations of the platform).
const DefaultVoice = "Amazon.en_US_Joanna"

// VoiceFact is one voice of the platform's catalogue.
type VoiceFact struct {
	Path     string // path below VoiceList, such as "Google.en_US_Neural2_C"
	Provider string // first part of the path, such as "Google"
	Lang     string // language tag such as "en-US"; empty for voices that speak many
}

// Voice returns the voice with a path (without "VoiceList.").
func Voice(path string) (VoiceFact, bool) {
	voice, ok := voices()[path]
	return voice, ok
}

// Voices returns the paths of all voices, sorted.
func Voices() []string { return slices.Sorted(maps.Keys(voices())) }

var voices = sync.OnceValue(func() map[string]VoiceFact {
	table := rows("voices.tsv")
	out := make(map[string]VoiceFact, len(table))
	for _, row := range table {
		provider, _, _ := strings.Cut(row[0], ".")
		out[row[0]] = VoiceFact{Path: row[0], Provider: provider, Lang: row[1]}
	}
	return out
})

// VoiceGroup reports whether a path below VoiceList leads to voices, such as
// "Amazon" or "Amazon.Neural".
func VoiceGroup(path string) bool { return voiceGroups()[path] }

var voiceGroups = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for path := range voices() {
		for dot := strings.LastIndexByte(path, '.'); dot > 0; dot = strings.LastIndexByte(path, '.') {
			path = path[:dot]
			out[path] = true
		}
	}
	return out
})
