package facts

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// RecognitionProfile returns the constant that has a value, such as
// "ASRProfileList.Google.en_US"; false if it is neither a profile nor, as older
// scripts give it, a language of speech recognition.
func RecognitionProfile(value string) (path string, ok bool) {
	path, ok = recognitionProfiles()[value]
	return path, ok
}

// RecognitionProfiles returns the values of all of them, sorted.
func RecognitionProfiles() []string { return slices.Sorted(maps.Keys(recognitionProfiles())) }

var recognitionProfiles = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, row := range rows("recognition.tsv") {
		path, value := row[0], row[1]
		if value == "" {
			value = path
		}
		if strings.HasPrefix(path, "ASRProfileList.") || strings.HasPrefix(path, "ASRLanguage.") {
			out[value] = path
		}
	}
	return out
})
