package store

// Session is a run of a rule's scenarios. It names application and rule as they
// were called then, since it outlives them.
type Session struct {
	ID          int64
	Application string
	Rule        string
	Started     int64  // ms since 1970
	Ended       int64  // ms since 1970, 0 while it runs
	Reason      string // why it ended, "" while it runs
}

const sessionColumns = "SELECT id, application, rule, started, coalesce(ended, 0), reason FROM session"

func scanSession(row scanner, s *Session) error {
	return row.Scan(&s.ID, &s.Application, &s.Rule, &s.Started, &s.Ended, &s.Reason)
}

// AddSession stores a session that begins and gives its id. Ids grow with the
// clock, so that those of a new store do not repeat those of an older one.
func (t *Tx) AddSession(s Session) int64 {
	return t.exec(`INSERT INTO session (id, application, rule, started, reason, trace)
		VALUES ((SELECT max(?1, coalesce(max(id), 0) + 1) FROM session), ?2, ?3, ?1, '', '')`,
		s.Started, s.Application, s.Rule)
}

// EndSession stores how a session ended, and its trace.
func (t *Tx) EndSession(id, ended int64, reason, trace string) {
	t.exec("UPDATE session SET ended = ?, reason = ?, trace = ? WHERE id = ?", ended, reason, trace, id)
}

// EndLostSessions gives sessions an end that were running when an earlier
// process stopped without ending them.
func (t *Tx) EndLostSessions(reason string) {
	t.exec("UPDATE session SET ended = started, reason = ? WHERE ended IS NULL", reason)
}

// Session finds one by its id.
func (t *Tx) Session(id int64) (Session, bool) {
	return first(t, scanSession, sessionColumns+" WHERE id = ?", id)
}

// Sessions lists the latest sessions, the newest first.
func (t *Tx) Sessions(count int) []Session {
	return list(t, scanSession, sessionColumns+" ORDER BY id DESC LIMIT ?", count)
}

// Trace gives the trace of a session that ended.
func (t *Tx) Trace(id int64) string {
	text, _ := first(t, func(row scanner, s *string) error { return row.Scan(s) },
		"SELECT trace FROM session WHERE id = ?", id)
	return text
}
