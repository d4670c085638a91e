package api

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/ringflow/ringflow/controlplane"
)

// Call is a call result as the API shows it.
type Call struct {
	ID         string            `json:"id" doc:"of the report: the session and a number"`
	ReceivedAt time.Time         `json:"received_at" doc:"when the report arrived"`
	Result     map[string]string `json:"result" doc:"the fields that the flow reports"`
	Call       *Facts            `json:"call,omitempty" doc:"what the scenario knows beside them, when it said so"`
}

// Facts is what the scenario knows about a call.
type Facts struct {
	Session         string    `json:"session" doc:"id of the session on the platform"`
	Flow            string    `json:"flow" doc:"name of the flow"`
	Starts          string    `json:"starts,omitempty" doc:"api when the flow dialled first; not there when somebody called"`
	Release         string    `json:"release" doc:"SHA-256 of the script"`
	OrderGeneration int64     `json:"order_generation,omitempty" doc:"of the order that was found"`
	StartedAt       time.Time `json:"started_at" doc:"when the session began"`
	EndedAt         time.Time `json:"ended_at" doc:"when it ended"`
	EndedBy         string    `json:"ended_by" doc:"who or what ended the call"`
	Path            []string  `json:"path" doc:"steps and outcomes, oldest first"`
	Legs            []Leg     `json:"legs" doc:"calls of the session, in order of dialling"`
}

// Leg is one call inside a session.
type Leg struct {
	Role      string `json:"role" doc:"what the flow calls the leg"`
	Outcome   string `json:"outcome" doc:"how it came out"`
	Code      int    `json:"code,omitempty" doc:"failure code of the platform"`
	RingingMS int64  `json:"ringing_ms" doc:"how long it rang, in ms"`
	TalkMS    int64  `json:"talk_ms" doc:"how long it was connected, in ms"`
}

func showCall(c controlplane.CallRow) Call {
	out := Call{ID: c.ID, ReceivedAt: c.ReceivedAt, Result: map[string]string{}}
	for _, f := range c.Fields {
		out.Result[f.Name] = f.Value
	}
	if c.Facts.Session == "" {
		return out
	}
	out.Call = &Facts{
		Session: c.Facts.Session, Flow: c.Facts.Flow, Starts: c.Facts.Starts, Release: c.Facts.Release, OrderGeneration: c.Facts.OrderGeneration,
		StartedAt: c.Facts.StartedAt, EndedAt: c.Facts.EndedAt, EndedBy: c.Facts.EndedBy,
		Path: append([]string{}, c.Facts.Path...), Legs: []Leg{},
	}
	for _, l := range c.Facts.Legs {
		out.Call.Legs = append(out.Call.Legs, Leg(l))
	}
	return out
}

func (a *api) callRoutes(h huma.API) {
	huma.Register(h, huma.Operation{
		OperationID: "list-calls", Method: http.MethodGet, Path: "/v1/calls", Security: needsKey(),
		Summary:   "Call results, newest first",
		Responses: problems(h, controlplane.CodeKey),
	}, a.listCalls)
}

type listCallsInput struct {
	PageParams
	Order string `query:"order" doc:"order number that was looked up"`
	Since string `query:"since" format:"date-time" doc:"received at or after"`
	Until string `query:"until" format:"date-time" doc:"received before"`
}

type callsOutput struct {
	Body struct {
		Calls []Call `json:"calls" doc:"newest first"`
		Next  string `json:"next,omitempty" doc:"the cursor of the next page, when there is one"`
	}
}

// callQuery reads the parameters of a list of calls.
func callQuery(in *listCallsInput) (q controlplane.CallQuery, err error) {
	q.Number, q.Limit = in.Order, in.Limit+1
	last, err := in.after(callCursor)
	if err == nil && last != "" {
		if q.Before, err = strconv.ParseInt(last, 10, 64); err != nil {
			err = badCursor()
		}
	}
	if err == nil {
		q.Since, err = moment("since", in.Since)
	}
	if err == nil {
		q.Until, err = moment("until", in.Until)
	}
	return q, err
}

// moment reads a time of an address; "" is no bound.
func moment(name, text string) (t time.Time, err error) {
	if text == "" {
		return t, nil
	}
	if t, err = time.Parse(time.RFC3339, text); err != nil {
		return t, badQuery(name, "a moment such as 2030-01-31T12:00:00Z")
	}
	return t, nil
}

func (a *api) listCalls(ctx context.Context, in *listCallsInput) (*callsOutput, error) {
	q, err := callQuery(in)
	if err != nil {
		return nil, a.fail(err)
	}
	q.Tenant = tenantOf(ctx)
	rows, err := a.Calls.List(ctx, q)
	if err != nil {
		return nil, a.fail(err)
	}
	out := &callsOutput{}
	out.Body.Calls = []Call{}
	for _, c := range rows[:min(len(rows), in.Limit)] {
		out.Body.Calls = append(out.Body.Calls, showCall(c))
	}
	if len(rows) > in.Limit {
		out.Body.Next = cursor(callCursor, strconv.FormatInt(rows[in.Limit-1].Seq, 10))
	}
	return out, nil
}
