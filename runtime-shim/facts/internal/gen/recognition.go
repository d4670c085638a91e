package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// recognition is the extract of what speech recognition can be told: lists of
// constants beside a record about the whole.
type recognition map[string]json.RawMessage

type recognitionConstant struct {
	Path  string  `json:"path"`
	Value *string `json:"value"`
}

// lines renders one constant a line, list by list: path, value if it is declared.
func (r recognition) lines() ([]byte, error) {
	var about meta
	if err := json.Unmarshal(r["meta"], &about); err != nil {
		return nil, fmt.Errorf("meta: %w", err)
	}
	var lines []string
	for _, list := range slices.Sorted(maps.Keys(r)) {
		if list == "meta" {
			continue
		}
		var constants []recognitionConstant
		if err := json.Unmarshal(r[list], &constants); err != nil {
			return nil, fmt.Errorf("%s: %w", list, err)
		}
		for _, c := range constants {
			value := ""
			if c.Value != nil {
				value = *c.Value
			}
			lines = append(lines, c.Path+"\t"+value+"\n")
		}
	}
	slices.Sort(lines)
	var out bytes.Buffer
	out.WriteString(about.line("constants of speech recognition: path, value"))
	for _, line := range slices.Compact(lines) {
		out.WriteString(line)
	}
	return out.Bytes(), nil
}
