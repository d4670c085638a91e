package voxengine

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// TraceVersion is the first line of a trace as text. It changes with the format.
const TraceVersion = "ringflow trace 1"

// field is one field of an event as it is written. An optional field is left
// out when it is empty, false or zero.
type field struct {
	name     string
	value    any // string, int64, bool or []string
	optional bool
}

// fields returns what is written of an event besides its time, number, kind and
// leg, in order. This is the definition of each kind.
func (e *Event) fields() []field {
	switch e.Kind {
	case KindIncoming:
		return []field{{"from", e.From, false}, {"to", e.To, false}, {"display", e.Display, true}}
	case KindReject:
		return []field{{"code", int64(e.Code), false}}
	case KindSay:
		return []field{{"text", e.Text, false}, {"voice", e.Voice, false}, {"by", e.By, true}}
	case KindPlay:
		return []field{{"url", e.URL, false}, {"loop", e.Loop, true}, {"by", e.By, true}}
	case KindStop:
		return []field{{"reason", e.Reason, true}}
	case KindFinished, KindTerminating, KindTerminated:
		return []field{{"error", e.Error, true}}
	case KindTone:
		return []field{{"digit", e.Digit, false}, {"by", e.By, true}, {"ignored", e.Ignored, true}, {"hidden", e.Hidden, true}}
	case KindDial:
		return []field{{"to", e.To, false}, {"callerid", e.CallerID, false}, {"display", e.Display, true}, {"via", e.Via, false}}
	case KindFailed:
		return []field{{"code", int64(e.Code), false}, {"reason", e.Reason, false}}
	case KindJoin, KindUnjoin:
		return []field{{"legs", e.Legs, false}, {"one_way", e.OneWay, true}}
	case KindRecord:
		return []field{{"url", e.URL, true}, {"error", e.Error, true}}
	case KindGet, KindRemove:
		return []field{{"key", e.Key, false}, {"found", e.Found, false}, {"ms", e.Ms, true}, {"error", e.Error, true}}
	case KindPut:
		return []field{{"key", e.Key, false}, {"ms", e.Ms, true}, {"error", e.Error, true}}
	case KindHTTP:
		return []field{{"method", e.Method, false}, {"url", e.URL, false}, {"body", e.Body, true},
			{"code", int64(e.Code), false}, {"ms", e.Ms, true}, {"error", e.Error, true}}
	case KindCallList:
		return []field{{"outcome", e.Outcome, false}, {"body", e.Body, true},
			{"code", int64(e.Code), false}, {"ms", e.Ms, true}, {"error", e.Error, true}}
	case KindQueue:
		return []field{{"to", e.To, false}, {"id", e.ID, false}, {"outcome", e.Outcome, false}, {"code", int64(e.Code), true}}
	case KindMail:
		return []field{{"count", e.Count, false}, {"code", int64(e.Code), false}, {"ms", e.Ms, true}, {"error", e.Error, true}}
	case KindRequest:
		return []field{{"method", e.Method, false}, {"url", e.URL, false}, {"body", e.Body, true}, {"code", int64(e.Code), false}}
	case KindMessage:
		return []field{{"text", e.Text, false}, {"by", e.By, true}}
	case KindInfo:
		return []field{{"mime", e.Mime, false}, {"body", e.Body, false}, {"by", e.By, true}}
	case KindMic:
		return []field{{"active", e.Active, false}, {"ignored", e.Ignored, true}}
	case KindTransfer:
		return []field{{"to", e.To, false}, {"outcome", e.Outcome, false}, {"code", int64(e.Code), true},
			{"reason", e.Reason, true}, {"by", e.By, true}, {"ignored", e.Ignored, true}}
	case KindSocket:
		return []field{{"id", e.ID, true}, {"outcome", e.Outcome, false}, {"text", e.Text, true}, {"method", e.Method, true}, {"url", e.URL, true},
			{"by", e.By, true}, {"code", int64(e.Code), true}, {"reason", e.Reason, true}, {"ms", e.Ms, true}}
	case KindDevice:
		return []field{{"outcome", e.Outcome, false}, {"by", e.By, true}, {"ignored", e.Ignored, true}}
	case KindHeard:
		return []field{{"id", e.ID, false}, {"text", e.Text, true}, {"outcome", e.Outcome, true}, {"error", e.Error, true}}
	case KindLog, KindNote:
		return []field{{"text", e.Text, false}}
	case KindHangup:
		return []field{{"by", e.By, false}}
	case KindDisconnected:
		return []field{{"code", int64(e.Code), false}, {"duration", e.Duration, false}}
	case KindStep:
		return []field{{"id", e.ID, false}, {"outcome", e.Outcome, false}, {"ms", e.Ms, false}}
	case KindTimer:
		return []field{{"id", e.ID, false}}
	case KindError:
		return []field{{"text", e.Text, false}, {"at", e.At, true}}
	}
	return nil // answer, ringing, early_media, connected
}

func (f field) empty() bool {
	switch v := f.value.(type) {
	case string:
		return v == ""
	case int64:
		return v == 0
	case bool:
		return !v
	}
	return false
}

// written returns the fields that are written, by name.
func (e *Event) written() []field {
	return slices.DeleteFunc(e.fields(), func(f field) bool { return f.optional && f.empty() })
}

// Fields returns the names of the fields that events of a kind can have besides
// their time, number and leg.
func (k Kind) Fields() []string {
	var names []string
	for _, f := range (&Event{Kind: k}).fields() {
		names = append(names, f.name)
	}
	return names
}

// Field returns a field as text, as stories name it; "" if the event has none.
func (e *Event) Field(name string) string {
	if name == "leg" {
		return e.Leg
	}
	for _, f := range e.fields() {
		if f.name != name {
			continue
		}
		if legs, ok := f.value.([]string); ok {
			return strings.Join(legs, ",")
		}
		return fmt.Sprint(f.value)
	}
	return ""
}

// String renders the event as one line of text, without its number, so that
// traces can be compared line by line.
func (e Event) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%9.3f  %-17s", float64(e.T)/1000, e.Kind)
	if e.Leg != "" {
		out.WriteString(" " + e.Leg)
	}
	for _, f := range e.written() {
		out.WriteString(" " + f.name + "=")
		switch v := f.value.(type) {
		case string:
			out.WriteString(quote(v))
		case []string:
			out.WriteString(strings.Join(v, ","))
		default:
			fmt.Fprint(&out, v)
		}
	}
	return strings.TrimRight(out.String(), " ")
}

// quote writes a string as JSON does, with its characters left readable.
func quote(s string) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(s); err != nil {
		return strconv.Quote(s)
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// MarshalJSON writes the event as one line of NDJSON, in the order in which
// text has the fields; schema.json describes it.
func (e Event) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	fmt.Fprintf(&out, `{"t":%d,"seq":%d,"kind":%q`, e.T, e.Seq, string(e.Kind))
	if e.Leg != "" {
		fmt.Fprintf(&out, `,"leg":%q`, e.Leg)
	}
	for _, f := range e.written() {
		out.WriteString(`,"` + f.name + `":`)
		switch v := f.value.(type) {
		case string:
			out.WriteString(quote(v))
		case []string:
			out.WriteString(`["` + strings.Join(v, `","`) + `"]`)
		default:
			fmt.Fprint(&out, v)
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// WriteText writes a trace as text: a line with the version, then one event a line.
func WriteText(w io.Writer, events []Event) error {
	out := bufio.NewWriter(w) // whose errors stay until Flush
	_, _ = out.WriteString(TraceVersion + "\n")
	for _, e := range events {
		_, _ = out.WriteString(e.String() + "\n")
	}
	return out.Flush()
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
