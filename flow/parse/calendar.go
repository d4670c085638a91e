package parse

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

func (p *parser) calendars(n *source.Node) []*ast.Calendar {
	if !p.Want(n, source.Map, "a mapping of calendars") {
		return nil
	}
	var out []*ast.Calendar
	for _, e := range n.Entries {
		c := &ast.Calendar{Ident: p.name(e.Key, "a calendar")}
		if p.Want(e.Value, source.Map, "a mapping with `zone` and `open`") {
			p.Entries(e.Value, spec.CalendarFields(), "the calendar `"+c.Name+"`", e.Key.Span, func(field spec.Field, e source.Entry) {
				switch field.Name {
				case "zone":
					c.Zone = p.bare(e.Value, "a time zone such as Europe/Berlin")
				case "open":
					c.Open = p.openHours(e.Value)
				case "holidays":
					if p.Want(e.Value, source.List, "a list of days") {
						c.Holidays = p.several(e.Value, "a day such as 2026-12-24 or 12-25")
					}
				}
			})
		}
		out = append(out, c)
	}
	return out
}

func (p *parser) openHours(n *source.Node) []ast.OpenHours {
	if !p.Want(n, source.Map, "a mapping of days to hours") {
		return nil
	}
	var out []ast.OpenHours
	for _, e := range n.Entries {
		days := p.bare(e.Key, "a day such as mon, or mon-fri")
		out = append(out, ast.OpenHours{Days: days, Hours: p.several(e.Value, "hours such as 09:00-17:30")})
	}
	return out
}

// several reads one text, or a list of them.
func (p *parser) several(n *source.Node, what string) []source.Text {
	nodes := []*source.Node{n}
	if n.Kind == source.List {
		nodes = n.Items
	}
	var out []source.Text
	for _, item := range nodes {
		if text, ok := p.Text(item, what); ok {
			out = append(out, text)
		}
	}
	return out
}
