package platform

import (
	"net/http"
	"strconv"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// callRequest is a call to place: who calls whom, and what the people do then.
// From, To and Display stand for those of the story when they are given.
type callRequest struct {
	From    string      `json:"from"`
	To      string      `json:"to"`
	Display string      `json:"display"`
	Story   phone.Story `json:"story"`
}

// placeCall lets a call come in. It answers with the trace as it goes, or at
// once with the session's id when the query has detach.
func (p *Platform) placeCall(w http.ResponseWriter, r *http.Request) {
	var c callRequest
	if err := read(r, &c); err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	overwrite(&c.Story.From, c.From)
	overwrite(&c.Story.To, c.To)
	overwrite(&c.Story.Display, c.Display)
	s, err := p.Call(c.Story)
	if err != nil {
		refuse(w, http.StatusUnprocessableEntity, err.Error())
		return
	}
	if r.URL.Query().Has("detach") {
		respond(w, http.StatusAccepted, s.head())
		return
	}
	stream(w, r, s)
}

func overwrite(field *string, value string) {
	if value != "" {
		*field = value
	}
}

const ndjson = "application/x-ndjson"

// stream sends the trace of a running session, each line as soon as it is known.
func stream(w http.ResponseWriter, r *http.Request, s *Session) {
	w.Header().Set("Content-Type", ndjson)
	lines, flush := traceEncoder(w), http.NewResponseController(w).Flush
	if lines.Encode(s.head()) != nil {
		return
	}
	ending, err := s.Follow(r.Context(), func(e voxengine.Event) error {
		if err := lines.Encode(e); err != nil {
			return err
		}
		return flush()
	})
	if err == nil {
		_ = lines.Encode(traceTail{ending}) // the client has gone; nothing to do about it
	}
}

// sessionInfo is a session in a list.
type sessionInfo struct {
	ID          int64      `json:"session"`
	Application string     `json:"application"`
	Rule        string     `json:"rule"`
	Started     time.Time  `json:"started"`
	Ended       *time.Time `json:"ended,omitempty"` // not while it runs
	Reason      string     `json:"reason,omitempty"`
}

// maxSessions is how many of the latest sessions are listed.
const maxSessions = 100

func (p *Platform) serveSessions(w http.ResponseWriter, _ *http.Request) {
	var latest []store.Session
	if err := p.store.Do(func(tx *store.Tx) bool { latest = tx.Sessions(maxSessions); return false }); err != nil {
		refuse(w, http.StatusInternalServerError, err.Error())
		return
	}
	respond(w, http.StatusOK, each(latest, func(s store.Session) sessionInfo {
		info := sessionInfo{ID: s.ID, Application: s.Application, Rule: s.Rule, Started: time.UnixMilli(s.Started).UTC(), Reason: s.Reason}
		if s.Ended != 0 {
			ended := time.UnixMilli(s.Ended).UTC()
			info.Ended = &ended
		}
		return info
	}))
}

// serveTrace sends the trace of a session: what is stored of one that ended,
// and of one that runs what there is and what is still to come.
func (p *Platform) serveTrace(w http.ResponseWriter, r *http.Request) {
	id, _ := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if s := p.live.get(id); s != nil {
		stream(w, r, s)
		return
	}
	var trace string
	var known bool
	err := p.store.Do(func(tx *store.Tx) bool {
		_, known = tx.Session(id)
		trace = tx.Trace(id)
		return false
	})
	switch {
	case err != nil:
		refuse(w, http.StatusInternalServerError, err.Error())
	case !known:
		refuse(w, http.StatusNotFound, codeNoRecord+": there is no session of this number")
	default:
		w.Header().Set("Content-Type", ndjson)
		_, _ = w.Write([]byte(trace))
	}
}
