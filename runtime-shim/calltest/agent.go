package calltest

import (
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// queueFields and agentFields are the fields of one queue and of one agent.
func queueFields() []spec.Field {
	return []spec.Field{{Name: "name", Required: true, Kind: spec.Text, Doc: "Its name."}, {Name: "id"}, {Name: "size"}, {Name: "longest"}, {Name: "service"}, {Name: "ahead"}, {Name: "hold"}}
}

func agentFields() []spec.Field {
	return []spec.Field{{Name: "name", Required: true, Kind: spec.Text, Doc: "The user who is called."}, {Name: "id"}, {Name: "queues", Required: true, Kind: spec.Items, Doc: "Names of queues."},
		{Name: "offline"}, {Name: "comes"}, {Name: "busy"}, {Name: "wrap"}, {Name: "returns"}, {Name: "does"}}
}

func (r *reader) queue(n *source.Node) phone.Queue {
	var q phone.Queue
	r.Entries(n, queueFields(), "a queue", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "name":
			text, _ := r.Text(e.Value, "a name")
			q.Name = r.value(text).Value
		case "id":
			q.ID = int64(r.number(e.Value, "id"))
		case "size":
			q.Size, _ = r.Count(e.Value, "size", "1")
		case "ahead":
			q.Ahead, _ = r.Count(e.Value, "ahead", "1")
		case "longest":
			q.Longest = *r.duration(e)
		case "service":
			q.Service = *r.duration(e)
		case "hold":
			q.Hold, _ = r.Flag(e.Value, "hold")
		}
	})
	return q
}

func (r *reader) agent(n *source.Node) phone.Agent {
	var a phone.Agent
	r.Entries(n, agentFields(), "an agent", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "name":
			text, _ := r.Text(e.Value, "a name")
			a.Name = r.value(text).Value
		case "id":
			a.ID = int64(r.number(e.Value, "id"))
		case "queues":
			if r.Want(e.Value, source.List, "a list of names") {
				for _, item := range e.Value.Items {
					text, _ := r.Text(item, "a name")
					a.Queues = append(a.Queues, r.value(text).Value)
				}
			}
		case "offline":
			a.Offline, _ = r.Flag(e.Value, "offline")
		case "does":
			a.Does = r.dialled(e.Value)
		default: // a time
			*map[string]*phone.Duration{"comes": &a.Comes, "busy": &a.Busy, "wrap": &a.Wrap, "returns": &a.Returns}[f.Name] = *r.duration(e)
		}
	})
	return a
}
