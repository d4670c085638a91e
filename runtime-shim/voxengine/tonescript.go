package voxengine

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// toneScheme is how traces and Media name tone scripts among sounds.
const toneScheme = "tonescript:"

// A ToneScript is frequencies with their levels, then sections of a cadence:
// 350@-19,440@-19;10(*/0/1+2) is both tones without a pause for 10 s. The cadence
// in parentheses is how long the tones sound, how long they do not, and which.
var (
	toneFrequencies = regexp.MustCompile(`^\d+@-?\d+(\.\d+)?(,\d+@-?\d+(\.\d+)?)*$`)
	toneSection     = regexp.MustCompile(`^(\*|\d*\.?\d+)\((` + cadence + `(,` + cadence + `)*)\)+$`) // public scenarios close it twice
)

const cadence = `(\*|\d*\.?\d+)/(\*|\d*\.?\d+)/\d+(\+\d+)*`

// tones reads a tone script: how long it sounds in ms, and whether it never ends by
// itself; ok is false if it is none.
func tones(script string) (length int64, endless, ok bool) {
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(script), " ", ""), ";")
	if len(parts) < 2 || !toneFrequencies.MatchString(parts[0]) {
		return 0, false, false
	}
	for _, part := range parts[1:] {
		m := toneSection.FindStringSubmatch(part)
		if m == nil {
			return 0, false, false
		}
		seconds, err := strconv.ParseFloat(m[1], 64)
		endless = endless || err != nil // an asterisk
		length += int64(math.Round(seconds * 1000))
	}
	return length, endless, true
}
