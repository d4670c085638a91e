package controlplane

import "time"

// Call is the result of one call, as the scenario reported it. It holds no
// number of a party: scenarios cannot report one, and intake refuses unknown fields.
type Call struct {
	ID         string // of the report, SESSION-1; the same id counts once
	Tenant     string
	Number     string  // of the order that the caller asked for last, "" for none
	Fields     []Field // what the flow's result declares, in its order
	Facts      Facts
	BodySHA256 [32]byte // of the signed body, to tell a retry from a different result
	ReceivedAt time.Time
}

// Field is one field of a call result, a text.
type Field struct{ Name, Value string }

// Field returns the value of the field of that name, "" when there is none.
func (c Call) Field(name string) string {
	for _, f := range c.Fields {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// Facts is what the scenario knows about the call beside the flow's own fields.
// Its zero value means that the report came without them.
type Facts struct {
	Session         string // the platform's id of the session
	Flow            string // name of the flow
	Starts          string // "api" when the flow dialled first, "" when somebody called
	Release         string // SHA-256 of the script's body, see compiler/artifact
	OrderGeneration int64  // of the order that was found, 0 for none
	StartedAt       time.Time
	EndedAt         time.Time
	EndedBy         string   // who or what ended the call
	Path            []string // ids of the steps and outcomes, in order
	Legs            []Leg    // the calls of the session, in order of dialling
}

// Leg is one call inside a session.
type Leg struct {
	Role      string
	Outcome   string
	Code      int // failure code of the platform, 0 for none
	RingingMS int64
	TalkMS    int64
}

// CallQuery selects calls of a tenant, newest first.
type CallQuery struct {
	Tenant string
	Number string    // order number that was looked up; "" for all
	Since  time.Time // received at or after; zero for no bound
	Until  time.Time // received before; zero for no bound
	Before int64     // sequence number of the last call of the page before; 0 for the first page
	Limit  int       // at least 1
}

// CallRow is a stored call with its place in the order of arrival.
type CallRow struct {
	Seq int64 // from 1, grows with each accepted result
	Call
}
