package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// countries renders one region a line: ISO code, calling code, national prefix,
// lengths that a national number may have.
func countries() ([]byte, error) {
	all, err := phonenumbers.MetadataCollection()
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, region := range all.GetMetadata() {
		if region.GetId() == "001" { // services that belong to no country
			continue
		}
		lines = append(lines, fmt.Sprintf("%s\t%d\t%s\t%s\n", region.GetId(), region.GetCountryCode(),
			region.GetNationalPrefix(), join(region.GetGeneralDesc().GetPossibleLength())))
	}
	slices.Sort(lines)
	var out bytes.Buffer
	out.WriteString("# countries: region, calling code, national prefix, lengths, from libphonenumber; written by internal/gen\n")
	for _, line := range lines {
		out.WriteString(line)
	}
	return out.Bytes(), nil
}

func join(lengths []int32) string {
	var parts []string
	for _, length := range lengths {
		parts = append(parts, fmt.Sprint(length))
	}
	return strings.Join(parts, ",")
}
