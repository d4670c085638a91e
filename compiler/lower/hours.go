package lower

import (
	"slices"

	"github.com/ringflow/ringflow/flow/ast"

	"github.com/ringflow/ringflow/compiler/ir"
)

// hours lowers a step that goes by a calendar, which the program then has.
func (l *lowerer) hours(s *ast.Step, next string) string {
	name := s.Head.Text.Value
	if !slices.ContainsFunc(l.out.Calendars, func(c ir.Calendar) bool { return c.Name == name }) {
		l.out.Calendars = append(l.out.Calendars, ir.Calendar{Name: name, Calendar: l.Calendars[name]})
	}
	return l.state(s, &ir.Hours{Calendar: name}, l.edges(s, next)...)
}
