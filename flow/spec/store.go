package spec

// entryKey are the fields that say which entry of a store is meant.
func entryKey() Field {
	return Field{Name: "key", Kind: Args, Required: true, Sink: "storage key", Audience: "application storage", Doc: "A value for each hole of the store's key."}
}

// writeOutcomes are the outcomes of what changes a store.
func writeOutcomes() []Outcome {
	return []Outcome{
		{Name: "done", Default: Continue, Doc: "the storage has taken it"},
		{Name: "failed", Doc: "the storage refused, or did not answer within 5 s"},
	}
}

func store() Verb {
	return Verb{Name: "store", Place: Working, Waits: true, Before: true,
		Head: Field{Kind: Name, Of: "store", Required: true, Doc: "The store."},
		Fields: []Field{
			entryKey(),
			{Name: "value", Kind: Args, Required: true, Private: true, Sink: "stored value", Audience: "application storage", Doc: "A value for each field of the store; optional ones may be left out. A private value may only go back into the field that it came from."},
			{Name: "keep", Kind: Duration, Required: true, Min: 1000, Max: 7_776_000_000, Doc: "How long the entry lives, in whole seconds."},
		},
		Outcomes: writeOutcomes(),
		Doc:      "Write an entry of a key-value store, in place of what was under its key.", Cost: "one request to the application's storage",
		Example: "store: visits\nkey: {visitor: visitor_id}\nvalue: {count: 1}\nkeep: 24h\non:\n  failed: {log: the visit was not kept}"}
}

func forget() Verb {
	return Verb{Name: "forget", Place: Working, Waits: true, Before: true,
		Head:     Field{Kind: Name, Of: "store", Required: true, Doc: "The store."},
		Fields:   []Field{entryKey()},
		Outcomes: writeOutcomes(),
		Doc:      "Delete an entry of a key-value store; one that is not there is deleted already.", Cost: "one request to the application's storage",
		Example: "forget: visits\nkey: {visitor: visitor_id}\non:\n  failed: {log: the visit is still there}"}
}
