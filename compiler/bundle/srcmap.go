package bundle

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// sourceMap is a source map of version 3, in the field order in which it is written.
type sourceMap struct {
	Version        int      `json:"version"`
	File           string   `json:"file,omitempty"`
	Sources        []string `json:"sources"`
	SourcesContent []string `json:"sourcesContent,omitempty"`
	Names          []string `json:"names"`
	Mappings       string   `json:"mappings"`
}

// moveMap returns a map for code that stands a number of lines further down. In
// mappings a semicolon ends a line, so lines without code are semicolons in front.
// The shim's sources are named "ringflow/FILE".
func moveMap(text []byte, lines int) ([]byte, error) {
	var m sourceMap
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, fmt.Errorf("source map: %w", err)
	}
	m.Mappings = strings.Repeat(";", lines) + m.Mappings
	for i, source := range m.Sources {
		if file, ok := strings.CutPrefix(source, module+":"); ok {
			m.Sources[i] = module + "/" + file
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(m); err != nil {
		return nil, fmt.Errorf("source map: %w", err)
	}
	return out.Bytes(), nil
}
