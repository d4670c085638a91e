package deploy

import (
	"bytes"
	"encoding/json"

	"github.com/ringflow/ringflow/compiler/artifact"
)

// headerStart begins the first line of every script that Ringflow deploys,
// as package artifact writes it into scripts of flows.
const headerStart = "// ringflow "

// withHeader puts a first line before a script that somebody wrote.
func withHeader(h artifact.Header, script []byte) []byte {
	raw, err := json.Marshal(h)
	if err != nil {
		panic("deploy: a header is always marshalable: " + err.Error())
	}
	return append(append([]byte(headerStart), raw...), append([]byte("\n"), script...)...)
}

// splitHeader takes a script apart. It reports false for a script that has no
// header of ours.
func splitHeader(script []byte) (h artifact.Header, rest []byte, ok bool) {
	first, rest, _ := bytes.Cut(script, []byte("\n"))
	text, ours := bytes.CutPrefix(first, []byte(headerStart))
	if !ours || json.Unmarshal(text, &h) != nil || h.Version != 1 {
		return artifact.Header{}, script, false
	}
	return h, rest, true
}
