package cli

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"text/tabwriter"
	"time"
)

type ordersCmd struct {
	Put   ordersPutCmd   `cmd:"" help:"Say which two people a number connects."`
	Get   ordersGetCmd   `cmd:"" help:"Show the newest order under a number."`
	List  ordersListCmd  `cmd:"" help:"List orders, newest first."`
	Close ordersCloseCmd `cmd:"" help:"End an order."`
}

// shownOrder is the part of an order that commands print.
type shownOrder struct {
	Number     string    `json:"number"`
	State      string    `json:"state"`
	Generation int64     `json:"generation"`
	SyncState  string    `json:"sync_state"`
	LastError  string    `json:"last_error"`
	Courier    string    `json:"courier"`
	Client     string    `json:"client"`
	ExpiresAt  time.Time `json:"expires_at"`
}

func printOrders(env *Env, list ...shownOrder) error {
	w := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "NUMBER\tSTATE\tGENERATION\tSTORAGE\tCOURIER\tCLIENT\tEXPIRES")
	for _, o := range list {
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%s\t%s\t%s\n", o.Number, o.State, o.Generation, o.SyncState, o.Courier, o.Client, o.ExpiresAt.Format(time.RFC3339))
		if o.LastError != "" {
			fmt.Fprintf(w, "\t%s\n", o.LastError)
		}
	}
	return w.Flush()
}

// one sends a request whose answer is one order.
func (b *backendFlags) one(env *Env, method, path string, body any) error {
	var o shownOrder
	if err := b.call(env, method, path, body, &o); err != nil || b.JSON {
		return err
	}
	return printOrders(env, o)
}

func orderPath(number string, wait bool) string {
	path := "/v1/orders/" + url.PathEscape(number)
	if wait {
		path += "?wait=applied"
	}
	return path
}

type ordersPutCmd struct {
	backendFlags
	Number    string        `arg:"" help:"What a caller types."`
	Courier   string        `required:"" placeholder:"PHONE" help:"Number of the courier."`
	Client    string        `required:"" placeholder:"PHONE" help:"Number of the client."`
	ExpiresIn time.Duration `placeholder:"DURATION" help:"When the order ends by itself, such as 48h. Default: 240h."`
	Wait      bool          `help:"Wait until the platform holds the order, at most 10 s."`
}

func (c *ordersPutCmd) Run(env *Env) error {
	body := map[string]any{"courier": c.Courier, "client": c.Client}
	if c.ExpiresIn != 0 {
		body["expires_in"] = int64(c.ExpiresIn / time.Second)
	}
	return c.one(env, http.MethodPut, orderPath(c.Number, c.Wait), body)
}

type ordersGetCmd struct {
	backendFlags
	Number string `arg:"" help:"Order number."`
}

func (c *ordersGetCmd) Run(env *Env) error {
	return c.one(env, http.MethodGet, orderPath(c.Number, false), nil)
}

type ordersCloseCmd struct {
	backendFlags
	Number string `arg:"" help:"Order number."`
	Wait   bool   `help:"Wait until the platform was seen to hold the pair no more, at most 10 s."`
}

func (c *ordersCloseCmd) Run(env *Env) error {
	return c.one(env, http.MethodDelete, orderPath(c.Number, c.Wait), nil)
}

type ordersListCmd struct {
	backendFlags
	State string `placeholder:"STATE" help:"Orders in this state alone: active, closed or expired."`
	Limit int    `default:"50" placeholder:"N" help:"How many at most (1 to 500)."`
}

func (c *ordersListCmd) Run(env *Env) error {
	query := url.Values{"limit": {strconv.Itoa(c.Limit)}}
	if c.State != "" {
		query.Set("state", c.State)
	}
	var page struct {
		Orders []shownOrder `json:"orders"`
		Next   string       `json:"next"`
	}
	if err := c.call(env, http.MethodGet, "/v1/orders?"+query.Encode(), nil, &page); err != nil || c.JSON {
		return err
	}
	if page.Next != "" {
		defer fmt.Fprintln(env.Stderr, "there are more; --json prints the cursor of the next page")
	}
	return printOrders(env, page.Orders...)
}
