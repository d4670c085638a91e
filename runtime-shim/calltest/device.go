package calltest

import (
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// sends reads what a device sends.
func (r *reader) sends(n *source.Node) *phone.Sends {
	s := &phone.Sends{}
	if !r.Want(n, source.Map, "a mapping with `message` or the like") {
		return s
	}
	r.Entries(n, SendsFields(), "`sends`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "by":
			s.By, _ = r.Word(e.Value, f)
		case "info":
			s.Info = r.info(e.Value)
		case "mic":
			on, _ := r.Flag(e.Value, "mic")
			s.Mic = &on
		case "hold", "media":
			on, _ := r.Flag(e.Value, f.Name)
			*map[string]**bool{"hold": &s.Hold, "media": &s.Media}[f.Name] = &on
		case "tone":
			s.Tone, _ = r.Flag(e.Value, "tone")
		case "transferred":
			s.Transferred = r.number(e.Value, "transferred")
		default:
			text, _ := r.Text(e.Value, "a text")
			*map[string]*string{"message": &s.Message, "transfer": &s.Transfer}[f.Name] = r.value(text).Value
		}
	})
	return s
}

func (r *reader) info(n *source.Node) *phone.Info {
	x := &phone.Info{}
	if r.Want(n, source.Map, "a mapping with `mime` and `body`") {
		fields := []spec.Field{{Name: "mime", Required: true, Kind: spec.Text, Doc: "The type of the body."}, {Name: "body"}}
		r.Entries(n, fields, "`info`", n.Span.From0(), func(f spec.Field, e source.Entry) {
			text, _ := r.Text(e.Value, "a text")
			*map[string]*string{"mime": &x.Mime, "body": &x.Body}[f.Name] = text.Value
		})
	}
	return x
}

// control reads a request to the session's address.
func (r *reader) control(n *source.Node) *phone.Control {
	x := &phone.Control{}
	if !r.Want(n, source.Map, "a mapping with `body`, `suffix` and the like, `{}` for a plain GET,") {
		return x
	}
	r.Entries(n, ControlFields(), "`control`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "headers":
			x.Headers = r.headers(e.Value)
		case "code":
			x.Code = r.number(e.Value, "code")
		default:
			text, _ := r.Text(e.Value, "a text")
			value := r.value(text).Value
			if f.Name == "answer" {
				x.Answer = &value
				return
			}
			*map[string]*string{"method": &x.Method, "suffix": &x.Suffix, "body": &x.Body}[f.Name] = value
		}
	})
	return x
}
