package platform

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// traceHead is the first line of a trace as lines of JSON; events follow, one a
// line, and at last traceTail.
type traceHead struct {
	Trace   string    `json:"trace"` // the format's version
	Session int64     `json:"session"`
	Started time.Time `json:"started"`
}

// traceTail is the last line of a trace: its session has ended.
type traceTail struct {
	Ended Ending `json:"ended"`
}

// traceEncoder writes events just as the engine does.
func traceEncoder(w io.Writer) *json.Encoder {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	return lines
}

func (s *Session) head() traceHead {
	return traceHead{voxengine.TraceVersion, s.id, s.started.UTC()}
}

// lines is the whole trace as it is kept and sent.
func (s *Session) lines(ending Ending) (string, error) {
	var out strings.Builder
	lines := traceEncoder(&out)
	err := lines.Encode(s.head())
	for _, e := range s.events {
		if err == nil {
			err = lines.Encode(e)
		}
	}
	if err == nil {
		err = lines.Encode(traceTail{ending})
	}
	return out.String(), err
}
