package facts

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:generate sh -c "go run ./internal/zones -zip $(go env GOROOT)/lib/time/zoneinfo.zip -o data/zones.txt"

// Years, both included, in which the changes of a time zone are known. Later
// times have the offset at the end of the last one.
const (
	FirstZoneYear = 2025
	LastZoneYear  = 2044
)

// Zone is the offset of a time zone in minutes east of UTC, and how it changes.
type Zone struct {
	Offset  int // before the first change
	Changes []ZoneChange
}

// ZoneChange is one change of the offset.
type ZoneChange struct {
	Minute int // since 1970, UTC
	Offset int // from then on
}

// At returns the offset at a minute since 1970.
func (z Zone) At(minute int) int {
	offset := z.Offset
	for _, c := range z.Changes {
		if minute >= c.Minute {
			offset = c.Offset
		}
	}
	return offset
}

//go:embed data/zones.txt
var zoneData string

// zones are the tables by the names of zones.
var zones = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(zoneData) {
		table, names, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for _, name := range strings.Fields(names) {
			out[name] = table
		}
	}
	return out
})

// TimeZone returns a zone of the IANA database: Europe/Berlin.
func TimeZone(name string) (Zone, bool) {
	table, known := zones()[name]
	if !known {
		return Zone{}, false
	}
	fields := strings.Fields(table)
	z := Zone{Offset: minutes(fields[0])}
	for _, f := range fields[1:] {
		at, offset, _ := strings.Cut(f, ":")
		z.Changes = append(z.Changes, ZoneChange{minutes(at), minutes(offset)})
	}
	return z, true
}

func minutes(s string) int {
	n, _ := strconv.Atoi(s) // the file is ours
	return n
}

// TimeZones returns the names of all zones, sorted.
func TimeZones() []string {
	names := make([]string, 0, len(zones()))
	for n := range zones() {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}
