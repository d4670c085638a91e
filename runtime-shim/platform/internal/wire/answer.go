package wire

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"time"
)

// Write sends the answer of a method: status 200 for success and for errors of
// the platform alike. A failed request carries both error, which is the first
// problem, and errors, which is all of them; a successful one neither key,
// since clients test for the presence of the key.
func Write(w http.ResponseWriter, reply any, errs Errors) {
	text := Encode(reply, errs)
	// Some clients compare the type with application/json and allow no parameter.
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	_, _ = w.Write(text)
}

// Encode is the body of such an answer.
func Encode(reply any, errs Errors) []byte {
	if len(errs) > 0 {
		reply = failure{errs[0], errs}
	}
	var text bytes.Buffer
	if err := json.NewEncoder(&text).Encode(reply); err != nil {
		text.Reset()
		internal := Fail(InternalError, "the answer could not be encoded")
		_ = json.NewEncoder(&text).Encode(failure{internal, Errors{internal}})
	}
	return text.Bytes()
}

type failure struct {
	Error  *Error `json:"error"`
	Errors Errors `json:"errors"`
}

// Time is a moment as answers print it, 2026-01-31 23:59:59 in UTC. Clients
// parse it strictly, so a zero Time must be left out by a nil pointer.
type Time time.Time

// Unix makes a Time of seconds since 1970.
func Unix(seconds int64) Time { return Time(time.Unix(seconds, 0).UTC()) }

// MarshalJSON prints the moment.
func (t Time) MarshalJSON() ([]byte, error) {
	return []byte(time.Time(t).UTC().Format(`"` + time.DateTime + `"`)), nil
}

// Date is a day as answers print it, 2026-01-31.
type Date time.Time

// MarshalJSON prints the day.
func (d Date) MarshalJSON() ([]byte, error) {
	return []byte(time.Time(d).UTC().Format(`"` + time.DateOnly + `"`)), nil
}
