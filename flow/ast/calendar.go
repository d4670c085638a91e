package ast

import "github.com/ringflow/ringflow/flow/source"

// Calendar is opening hours of the flow.
type Calendar struct {
	Ident
	Zone     Ident // Name "" when it could not be read, which was reported
	Open     []OpenHours
	Holidays []source.Text
}

// OpenHours are the hours of some days of the week: `mon-fri: 09:00-17:00`.
type OpenHours struct {
	Days  Ident
	Hours []source.Text
}
