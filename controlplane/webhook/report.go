package webhook

import (
	"crypto/sha256"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/body"
)

// MaxBody is the largest body of a call result, in bytes.
const MaxBody = 64 << 10

// headerCall carries the object ringflow when the body has the flow's own fields alone.
const headerCall = "Ringflow-Call"

// factsVersion is the version of the object ringflow that is understood.
const factsVersion = 1

// longestValue is the longest text of a field, in characters.
const longestValue = 2000

// orderNumber is the field that names the order a caller asked for.
const orderNumber = "order_number"

// Reader turns a signed request into a call result.
type Reader struct {
	Verifier
	Fields []string // what the flow's result declares, in its order
}

// Read checks the signature and reads the result. Errors are *Problem. The
// header Ringflow-Call is not covered by the signature; what it says has to
// belong to the session of the signed id.
func (r *Reader) Read(h http.Header, raw []byte) (controlplane.Call, error) {
	if kind, _, err := mime.ParseMediaType(h.Get("Content-Type")); err != nil || kind != "application/json" {
		return controlplane.Call{}, &controlplane.Problem{Code: controlplane.CodeContentType}
	}
	id, err := r.Verify(h, raw)
	if err != nil {
		return controlplane.Call{}, err
	}
	o, err := body.Parse(raw)
	if err != nil {
		return controlplane.Call{}, err
	}
	c := controlplane.Call{ID: id, Tenant: controlplane.DefaultTenant, BodySHA256: sha256.Sum256(raw), ReceivedAt: r.Now()}
	c.Fields = r.fields(o)
	c.Number = c.Field(orderNumber)
	if inside := o.Child("ringflow"); inside != nil {
		c.Facts = facts(inside, id)
		return c, o.Done()
	}
	if err := o.Done(); err != nil || h.Get(headerCall) == "" {
		return c, err
	}
	c.Facts, err = outside(h.Get(headerCall), id)
	return c, err
}

// fields reads the fields of the flow: all of them, and all texts.
func (r *Reader) fields(o *body.Object) (list []controlplane.Field) {
	for _, name := range r.Fields {
		value := o.Text(name, "")
		switch {
		case !o.Has(name):
			o.Want(name, `a text, "" when it is not known`)
		case utf8.RuneCountInString(value) > longestValue:
			o.Want(name, "at most "+strconv.Itoa(longestValue)+" characters")
		}
		list = append(list, controlplane.Field{Name: name, Value: value})
	}
	return list
}

// outside reads the object from the header.
func outside(text, id string) (controlplane.Facts, error) {
	o, err := body.Parse([]byte(text))
	if err != nil {
		return controlplane.Facts{}, controlplane.Problemf(controlplane.CodeNotJSON, "wanted a JSON object in the header %s", headerCall)
	}
	f := facts(o, id)
	return f, o.Done()
}

// facts reads the object ringflow, version 1.
func facts(o *body.Object, id string) controlplane.Facts {
	const version = "1: the version of this object"
	if v := o.Int("v", version); v != factsVersion && v != 0 {
		o.Want("v", version)
	}
	f := controlplane.Facts{
		Session: o.Text("session", "the id of the session"), Flow: o.Text("flow", "the name of the flow"), Starts: o.Text("starts", ""),
		Release: o.Text("release", ""), OrderGeneration: o.Int("order_generation", ""),
		StartedAt: moment(o, "started_at"), EndedAt: moment(o, "ended_at"),
		EndedBy: o.Text("ended_by", ""), Path: o.Texts("path", ""),
	}
	if f.Session != "" && !strings.HasPrefix(id, f.Session+"-") {
		o.Want("session", "the session that webhook-id begins with")
	}
	for _, leg := range o.Children("legs") {
		f.Legs = append(f.Legs, controlplane.Leg{
			Role: leg.Text("role", "the role of the leg"), Outcome: leg.Text("outcome", "the outcome of the leg"),
			Code: int(leg.Int("code", "")), RingingMS: leg.Int("ringing_ms", ""), TalkMS: leg.Int("talk_ms", ""),
		})
	}
	return f
}

func moment(o *body.Object, name string) time.Time {
	if ms := o.Int(name, "Unix milliseconds"); ms != 0 {
		return time.UnixMilli(ms).UTC()
	}
	return time.Time{}
}
