// Command zones writes data/zones.txt: the offsets of every time zone, from the
// zone database that comes with Go. A line is one table and the zones that have
// it: the offset in minutes at the start, then MINUTE:OFFSET for each change,
// with the minute counted from 1970.
package main

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

func main() {
	in := flag.String("zip", "", "lib/time/zoneinfo.zip of a Go installation")
	out := flag.String("o", "", "the file to write")
	flag.Parse()
	text, err := tables(*in)
	if err == nil {
		err = os.WriteFile(*out, text, 0o644) //nolint:gosec // a source file
	}
	if err != nil {
		log.Fatal(err)
	}
}

func tables(name string) ([]byte, error) {
	archive, err := zip.OpenReader(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = archive.Close() }()
	zones := map[string][]string{}
	for _, f := range archive.File {
		if (!strings.Contains(f.Name, "/") && f.Name != "UTC") || strings.HasPrefix(f.Name, "Etc/") || f.FileInfo().IsDir() {
			continue // old names that are no place: EST, Cuba
		}
		table, err := read(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		zones[table] = append(zones[table], f.Name)
	}
	var lines []string
	for table, names := range zones {
		slices.Sort(names)
		lines = append(lines, table+"\t"+strings.Join(names, " ")+"\n")
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, "")), nil
}

func read(f *zip.File) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer func() { _ = r.Close() }()
	var data bytes.Buffer
	if _, err := io.Copy(&data, r); err != nil { //nolint:gosec // it comes with Go
		return "", err
	}
	zone, err := time.LoadLocationFromTZData(f.Name, data.Bytes())
	if err != nil {
		return "", err
	}
	at := minute(facts.FirstZoneYear)
	out := fmt.Sprint(offset(zone, at))
	for end := minute(facts.LastZoneYear + 1); at < end; at += step {
		if offset(zone, at) == offset(zone, at+step) {
			continue
		}
		change := at + 1 + sort.Search(step-1, func(n int) bool { return offset(zone, at+1+n) != offset(zone, at) })
		out += fmt.Sprintf(" %d:%d", change, offset(zone, change))
	}
	return out, nil
}

// step is shorter than any two changes of a zone are apart, in minutes.
const step = 12 * 60

func minute(year int) int {
	return int(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Unix() / 60)
}

func offset(zone *time.Location, minute int) int {
	_, seconds := time.Unix(int64(minute)*60, 0).In(zone).Zone()
	return seconds / 60
}
