package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// managementAPI is the declarations of the Management API as scripts have it.
type managementAPI struct {
	Meta    meta `json:"meta"`
	Symbols map[string]struct {
		Members []struct {
			Name string `json:"name"`
			Type string `json:"type"`
		} `json:"members"`
	} `json:"symbols"`
}

// lines renders one member of VoximplantAPI.Client a line with the methods of its
// interface, then the names of all fields that hold dates.
func (m managementAPI) lines() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(m.Meta.line("Management API in scripts: namespace, methods; Date, fields with dates"))
	for _, space := range m.Symbols["VoximplantAPI.Client"].Members {
		var methods []string
		for _, method := range m.Symbols["VoximplantAPI."+space.Type].Members {
			methods = append(methods, method.Name)
		}
		slices.Sort(methods)
		fmt.Fprintf(&out, "%s\t%s\n", space.Name, strings.Join(methods, "|"))
	}
	dates := map[string]bool{}
	for _, symbol := range m.Symbols {
		for _, field := range symbol.Members {
			if field.Type == "Date" {
				dates[field.Name] = true
			}
		}
	}
	fmt.Fprintf(&out, "Date\t%s\n", strings.Join(slices.Sorted(maps.Keys(dates)), "|"))
	return out.Bytes(), nil
}
