package order

import (
	"fmt"
	"time"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/body"
)

// How long an order may live. The longest life is the platform's limit for a
// storage key, the default is the one that the storage's users are used to.
const (
	DefaultLife = 864000 * time.Second
	MaxLife     = 7776000 * time.Second
)

// repeated is the slack of an order that asked for a length of life: a retry of
// "expires in an hour" ends a little later each time and is the same request.
const repeated = time.Minute

// ReadDraft reads the JSON body of an order: {courier, client} and at most one
// of expires_in (seconds) and expires_at (RFC 3339). National numbers are read
// as in region. It fails with a Problem that lists all that is wrong.
func ReadDraft(raw []byte, region string, now time.Time) (controlplane.Draft, error) {
	o, err := body.Parse(raw)
	if err != nil {
		return controlplane.Draft{}, err
	}
	var d controlplane.Draft
	d.Courier = readPhone(o, "courier", region)
	d.Client = readPhone(o, "client", region)
	if !d.Client.IsZero() && d.Client == d.Courier {
		o.Want("client", wantTwoPersons)
	}
	d.ExpiresAt, d.Slack = readEnd(o, now)
	return d, o.Done()
}

func readPhone(o *body.Object, name, region string) controlplane.Phone {
	text := o.Text(name, wanted(region))
	if text == "" {
		return controlplane.Phone{}
	}
	p, want := ReadPhone(text, region)
	if want != "" {
		o.Want(name, want)
	}
	return p
}

func readEnd(o *body.Object, now time.Time) (end time.Time, slack time.Duration) {
	seconds, moment := o.Int("expires_in", ""), o.Time("expires_at", "")
	switch {
	case o.Has("expires_in") && o.Has("expires_at"):
		o.Want("expires_at", "expires_in or expires_at, not both")
	case o.Has("expires_at"):
		moment = moment.Truncate(time.Second).UTC()
		if !moment.IsZero() && !moment.After(now) || moment.After(now.Add(MaxLife)) {
			o.Want("expires_at", fmt.Sprintf("a moment such as 2030-01-31T12:00:00Z, in the future and at most %d days ahead", MaxLife/(24*time.Hour)))
		}
		return moment, 0
	case o.Has("expires_in"):
		if seconds < 1 || seconds > int64(MaxLife/time.Second) {
			o.Want("expires_in", fmt.Sprintf("a whole number of seconds from 1 to %d", MaxLife/time.Second))
			return end, 0
		}
		return now.Add(time.Duration(seconds) * time.Second).Truncate(time.Second).UTC(), repeated
	}
	return now.Add(DefaultLife).Truncate(time.Second).UTC(), repeated
}
