package facts

import (
	"slices"
	"strings"
	"sync"
)

// ListeningProfiles returns the paths of all profiles of speech recognition
// below ASRProfileList, such as "Google.en_US", sorted.
func ListeningProfiles() []string { return listeningProfiles() }

var listeningProfiles = sync.OnceValue(func() []string {
	var out []string
	for _, row := range rows("recognition.tsv") {
		if path, ok := strings.CutPrefix(row[0], "ASRProfileList."); ok {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
})
