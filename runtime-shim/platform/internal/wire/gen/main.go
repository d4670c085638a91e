// Command gen makes errors.txt and methods.txt from a machine-readable extract
// of the typings of the official client: go run ./gen EXTRACT.json, in the
// folder of package wire.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
)

// origin is the first line of what this program writes.
const origin = "# made by gen from the typings of @voximplant/apiclient-nodejs 4.11.0 (and apiclient-go 2.7.0)\n"

type extract struct {
	Methods []struct {
		Name, Group string
		Params      []struct {
			Name     string
			Type     string
			Required bool
		}
	}
	Errors []struct {
		Code int
		Name string
	}
	GoOnly []string `json:"go_only_methods"`
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: go run ./gen EXTRACT.json")
	}
	text, err := os.ReadFile(os.Args[1])
	check(err)
	var x extract
	check(json.Unmarshal(text, &x))
	check(os.WriteFile("errors.txt", []byte(x.errors()), 0o644))
	check(os.WriteFile("methods.txt", []byte(x.methods()), 0o644))
}

func (x extract) errors() string {
	var lines []string
	for _, e := range x.Errors {
		lines = append(lines, fmt.Sprintf("%3d %s\n", e.Code, e.Name))
	}
	slices.Sort(lines)
	return origin + "# code name\n" + strings.Join(lines, "")
}

func (x extract) methods() string {
	var lines []string
	for _, m := range x.Methods {
		words := []string{m.Name, m.Group}
		for _, p := range m.Params {
			words = append(words, param(p.Name, p.Type, p.Required))
		}
		lines = append(lines, strings.Join(words, " ")+"\n")
	}
	for _, name := range x.GoOnly {
		lines = append(lines, name+" -\n")
	}
	slices.Sort(lines)
	return origin + "# method group parameter:type, ! after a required one\n" + strings.Join(lines, "")
}

func param(name, kind string, required bool) string {
	if kind == "" {
		kind = "any"
	}
	if required {
		kind += "!"
	}
	return name + ":" + kind
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
