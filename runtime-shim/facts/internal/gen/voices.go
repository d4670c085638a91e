package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

type voiceList struct {
	Meta   meta `json:"meta"`
	Voices []struct {
		Path string `json:"path"`
		Lang string `json:"lang"`
	} `json:"voices"`
}

// lines renders one voice a line, sorted: path without "VoiceList.", language tag.
func (l voiceList) lines() ([]byte, error) {
	var lines []string
	for _, voice := range l.Voices {
		lines = append(lines, fmt.Sprintf("%s\t%s\n", strings.TrimPrefix(voice.Path, "VoiceList."), voice.Lang))
	}
	slices.Sort(lines)
	var out bytes.Buffer
	out.WriteString(l.Meta.line("voices: path, language"))
	for _, line := range slices.Compact(lines) {
		out.WriteString(line)
	}
	return out.Bytes(), nil
}
