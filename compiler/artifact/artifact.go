// Package artifact says what a build of a flow is: the script, its source
// map and the manifest that everything below the compiler works from.
//
// The package is a leaf on the standard library. The compiler makes artifacts,
// the deploy tool binds and uploads them, the control plane reads the manifest
// as its contract, the emulated platform recognises the header of a script.
//
// The text of a script has three parts:
//
//	line 1   a comment with what a person or a deploy tool wants to know (Header)
//	line 2   the values of one environment as a call: (function (run) { run({...}); })(
//	rest     the body, one function expression, the same for every environment
//
// The release of a flow is the SHA-256 of the body, so the values of an
// environment never change it.
package artifact

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// MaxScriptBytes is the largest script that the Management API takes
// (AddScenario and SetScenarioInfo document "less than 128 KB").
const MaxScriptBytes = 128*1024 - 1

// Artifact is one build of one flow: pure data, the same bytes for the same input.
type Artifact struct {
	Manifest Manifest
	Body     []byte // the script from its third line on; its SHA-256 is Manifest.Release
	Map      []byte // source map (version 3, JSON) of the unbound script, lines counted from its first
}

// Header is what the first line of a script carries, as JSON behind "// ringflow ".
// All fields but Flow and Release are optional.
type Header struct {
	Version int    `json:"v"`                 // 1
	Flow    string `json:"flow"`              // name of the flow
	Release string `json:"release"`           // SHA-256 of the body, 64 hex digits
	Tool    string `json:"tool,omitempty"`    // version of ringflow that bound the script
	Project string `json:"project,omitempty"` // name of the project that owns the scenario
	Env     string `json:"env,omitempty"`     // environment that the values belong to
	Commit  string `json:"commit,omitempty"`  // version control id of the sources
}

const (
	headerPrefix  = "// ringflow "
	bindingPrefix = "(function (run) { run("
	bindingSuffix = "); })("
)

// Release returns the release of a body: its SHA-256 as 64 hex digits.
func Release(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// Script returns the unbound script: the text that `ringflow build` writes. It
// parses and loads everywhere, and ends a call at once when it is run without values.
func (a *Artifact) Script() []byte {
	return a.assemble(Header{}, binding{Release: a.Manifest.Release, Config: map[string]any{}})
}

// binding is the argument of the script's function: what the body knows about its environment.
type binding struct {
	Release string         `json:"release"`
	Config  map[string]any `json:"config"`
}

func (a *Artifact) assemble(h Header, b binding) []byte {
	h.Version, h.Flow, h.Release = 1, a.Manifest.Flow, a.Manifest.Release
	var out strings.Builder
	out.WriteString(headerPrefix)
	out.Write(asciiJSON(h))
	out.WriteString("\n" + bindingPrefix)
	out.Write(asciiJSON(b))
	out.WriteString(bindingSuffix + "\n")
	out.Write(a.Body)
	return []byte(out.String())
}

// asciiJSON marshals v with every character outside ASCII escaped, so that a
// value can never end a comment, a line or a string of the script early.
func asciiJSON(v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("artifact: a header or binding is always marshalable: %v", err))
	}
	var out strings.Builder
	for _, r := range string(raw) {
		switch {
		case r < 0x80:
			out.WriteRune(r)
		case r > 0xFFFF:
			r -= 0x10000
			fmt.Fprintf(&out, `\u%04x\u%04x`, 0xD800+(r>>10), 0xDC00+(r&0x3FF))
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return []byte(out.String())
}

// Split takes a script apart into its header and its body. It reports false for
// a text that this tool did not write; a body that was edited by hand is found
// by comparing Release(body) with the header's release.
func Split(script []byte) (h Header, body []byte, ok bool) {
	text := string(script)
	first, rest, ok1 := strings.Cut(text, "\n")
	second, third, ok2 := strings.Cut(rest, "\n")
	if !ok1 || !ok2 || !strings.HasPrefix(first, headerPrefix) ||
		!strings.HasPrefix(second, bindingPrefix) || !strings.HasSuffix(second, bindingSuffix) {
		return Header{}, nil, false
	}
	if json.Unmarshal([]byte(strings.TrimPrefix(first, headerPrefix)), &h) != nil || h.Version != 1 {
		return Header{}, nil, false
	}
	return h, []byte(third), true
}
