package spec

// FlowFields are the fields of a flow's file, in the order of the reference.
func FlowFields() []Field {
	return []Field{
		{Name: "ringflow", Kind: Count, Required: true, Doc: "The version of the language: 1."},
		{Name: "flow", Kind: Name, Of: "flow", Required: true, Doc: "The flow's name; the scenario on the platform has the same."},
		{Name: "starts", Kind: Word, Words: []string{"incoming", "api"}, Required: true, Doc: "What starts a call: somebody dials the number, or a backend by the platform's API."},
		{Name: "args", Kind: Group, Doc: "What a flow that `starts: api` is given: names with types, read as `args.NAME`."},
		{Name: "language", Kind: Name, Of: "language", Required: true, Doc: "The language that is spoken, as a BCP 47 tag: en-US."},
		{Name: "country", Kind: Name, Of: "country", Doc: "The country whose national spellings of numbers are read, as two letters."},
		{Name: "voice", Kind: Name, Of: "voice", Doc: "The voice that reads texts: PROVIDER.NAME of the platform's list."},
		useField(),
		{Name: "languages", Kind: Group, Doc: "Further languages that a call can be in: a list of them, or a mapping of each to its voice."},
		{Name: "config", Kind: Group, Doc: "Values that differ between environments: names with types, or with `{type, default}`."},
		{Name: "types", Kind: Group, Doc: "Enumerations (a list of words) and records (a mapping of fields to types)."},
		{Name: "stores", Kind: Group, Doc: "Key-value stores of the application: `key:` with a hole, `value:` with fields."},
		{Name: "calendars", Kind: Group, Doc: "Opening hours by name: `zone:`, `open:` and `holidays:`."},
		{Name: "prompts", Kind: Group, Doc: "Texts by name, or the file that has them, or a list of files. With several languages: the file or files, or a mapping of each language to its texts or its file."},
		{Name: "allow", Kind: Reasons, Doc: "Advice that the flow does not follow: codes with reasons. Each is a line of the certificate."},
		{Name: "main", Kind: Steps, Required: true, Doc: "What happens, from the top."},
		{Name: "blocks", Kind: Group, Doc: "Steps by name, with what they need: `needs:` and `do:`, or a list of steps."},
		{Name: "result", Kind: Group, Doc: "The fields of the call result: a list of names, or names with the texts that they start with instead of \"\"."},
		{Name: "finally", Kind: Steps, Doc: "Silent steps that run exactly once, however the call ends."},
	}
}

// StoreFields are the fields of one store.
func StoreFields() []Field {
	return []Field{
		{Name: "key", Kind: Text, Required: true, Doc: "The key with one typed hole: \"{number: text}\" or \"order:{number: text}\"."},
		{Name: "value", Kind: Group, Required: true, Doc: "The fields of the entry's JSON value with their types."},
	}
}

// CaseFields are the fields of one case of `choose`.
func CaseFields() []Field {
	return []Field{
		{Name: "when", Kind: Expr, Type: boolT, Private: true, Doc: "The condition."},
		{Name: "do", Kind: Steps, Doc: "What is done when it holds."},
		{Name: "otherwise", Kind: Steps, Doc: "What is done when no case holds; the last case."},
	}
}

// BlockFields are the fields of a block in its long form.
func BlockFields() []Field {
	return []Field{
		{Name: "needs", Kind: Group, Doc: "What the block is given by `with:`: names with types, or with `{type, default}`. The type `prompt` takes the name of a prompt."},
		{Name: "gives", Kind: Group, Doc: "What the block gives back: names with types, each bound on every way that comes back."},
		{Name: "do", Kind: Steps, Required: true, Doc: "The block's steps."},
	}
}
