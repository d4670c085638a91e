package spec

// dial is the first leg of a flow that starts by the API.
func dial() Verb {
	return Verb{Name: "dial", Waits: true, Before: true,
		Head: Field{Kind: Expr, Type: phoneT, Private: true, Required: true, Sink: "dial", Audience: "carrier", Doc: "The number to dial."},
		Fields: []Field{
			{Name: "show", Kind: Expr, Type: phoneT, Required: true, Sink: "caller id", Audience: "callee", Doc: "The caller id that the called side sees: a number that you rent."},
			{Name: "ring_for", Kind: Duration, Default: "30s", Min: 5000, Max: 60_000, Doc: "How long it may ring."},
			detect("Whether a machine answered is found out before the flow goes on. Whoever answers hears nothing meanwhile, 6.5 s at most."),
			{Name: "leg", Kind: Name, Of: "leg", Default: "person", Doc: "What the call leg is called in reports."},
		},
		Outcomes: []Outcome{
			{Name: "answered", Default: Continue, Doc: "somebody answered and takes the caller's place"},
			{Name: "unsure", Needs: "detect", Doc: "somebody answered, and nothing tells a person from a machine"},
			{Name: "machine", Needs: "detect", Doc: "an answering machine answered, and hears what follows"},
			{Name: "busy", Doc: "busy"},
			{Name: "no_answer", Doc: "not answered in time, or not reachable"},
			{Name: "rejected", Doc: "the called side refused"},
			{Name: "failed", Doc: "the call could not be made"},
		},
		Doc:     "Call somebody in a flow that `starts: api`. Whoever answers takes the caller's place: prompts, keys and `connect` are theirs, and `caller_left` says that they hung up.",
		Cost:    "one call of 50 in a session; one timer, and one detection with `detect`",
		Example: "dial: args.customer\nshow: config.rented\non:\n  busy | no_answer | rejected | failed: hangup"}
}
