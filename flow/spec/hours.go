package spec

// CalendarFields are the fields of one calendar.
func CalendarFields() []Field {
	return []Field{
		{Name: "zone", Kind: Name, Of: "zone", Required: true, Doc: "The time zone whose local time the hours are: Europe/Berlin."},
		{Name: "open", Kind: Group, Required: true, Doc: "Days with hours: `mon-fri: 09:00-17:00`, `sat: [09:00-12:00, 13:00-16:00]`, `fri: 22:00-02:00` for hours that end on the next day. On other days it is closed."},
		{Name: "holidays", Kind: Items, Doc: "Days on which no hours start: 2026-12-24, or 12-25 for every year."},
	}
}

func hours() Verb {
	return Verb{Name: "hours", Before: true,
		Head: Field{Kind: Name, Of: "calendar", Required: true, Doc: "The calendar."},
		Outcomes: []Outcome{
			{Name: "open", Default: Continue, Doc: "its hours are on"},
			{Name: "closed", Doc: "its hours are not on"},
			{Name: "holiday", As: "closed", Doc: "the day is a holiday (handled as `closed` unless it stands here)"},
		},
		Doc: "Go different ways inside and outside of opening hours, by the local time of a calendar.", Cost: "none",
		Example: "hours: office\non:\n  closed: {hangup: we_are_closed}"}
}
