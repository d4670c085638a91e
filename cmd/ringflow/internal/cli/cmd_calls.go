package cli

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

type callsCmd struct {
	List callsListCmd `cmd:"" help:"List call results, newest first."`
}

type callsListCmd struct {
	backendFlags
	Order string `placeholder:"NUMBER" help:"Calls that asked for this order alone."`
	Since string `placeholder:"TIME" help:"Calls whose result arrived at or after this moment, such as 2030-01-31T12:00:00Z."`
	Until string `placeholder:"TIME" help:"Calls whose result arrived before this moment."`
	Limit int    `default:"50" placeholder:"N" help:"How many at most (1 to 500)."`
}

// shownCall is the part of a call result that is printed.
type shownCall struct {
	ID         string            `json:"id"`
	ReceivedAt time.Time         `json:"received_at"`
	Result     map[string]string `json:"result"`
	Call       struct {
		EndedBy string `json:"ended_by"`
		Legs    []struct {
			Role    string `json:"role"`
			Outcome string `json:"outcome"`
		} `json:"legs"`
	} `json:"call"`
}

func (c *callsListCmd) Run(env *Env) error {
	query := url.Values{"limit": {strconv.Itoa(c.Limit)}}
	for name, value := range map[string]string{"order": c.Order, "since": c.Since, "until": c.Until} {
		if value != "" {
			query.Set(name, value)
		}
	}
	var page struct {
		Calls []shownCall `json:"calls"`
		Next  string      `json:"next"`
	}
	if err := c.call(env, http.MethodGet, "/v1/calls?"+query.Encode(), nil, &page); err != nil || c.JSON {
		return err
	}
	if page.Next != "" {
		defer fmt.Fprintln(env.Stderr, "there are more; --json prints the cursor of the next page")
	}
	return printCalls(env, page.Calls)
}

// printCalls leaves out the recording's address, which opens the recording.
func printCalls(env *Env, list []shownCall) error {
	w := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "RECEIVED\tORDER\tWHO\tREACHED\tENDED BY\tLEGS\tID")
	for _, c := range list {
		legs := make([]string, len(c.Call.Legs))
		for i, l := range c.Call.Legs {
			legs[i] = l.Role + " " + l.Outcome
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", c.ReceivedAt.Format(time.RFC3339), dash(c.Result["order_number"]),
			dash(c.Result["sub_status"]), dash(c.Result["sub_available"]), dash(c.Call.EndedBy), dash(strings.Join(legs, ", ")), c.ID)
	}
	return w.Flush()
}

// dash keeps a column from looking empty.
func dash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}
