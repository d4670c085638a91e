package spec

func useField() Field {
	return Field{Name: "use", Kind: Group, Doc: "Libraries: their names with their files, beside this one or elsewhere in the project."}
}

// LibraryFields are the fields of a library's file, in the order of the reference.
func LibraryFields() []Field {
	return []Field{
		{Name: "ringflow", Kind: Count, Required: true, Doc: "The version of the language: 1."},
		{Name: "library", Kind: Name, Of: "library", Required: true, Doc: "The library's name, which stands in front of the names of what it declares: `support.to_operator`."},
		useField(),
		{Name: "config", Kind: Group, Doc: "Settings that it reads, with their types: a flow that uses it declares them too."},
		{Name: "types", Kind: Group, Doc: "Enumerations and records."},
		{Name: "stores", Kind: Group, Doc: "Key-value stores."},
		{Name: "calendars", Kind: Group, Doc: "Opening hours by name."},
		{Name: "prompts", Kind: Group, Doc: "Texts by name, or the file or the list of files that have them."},
		{Name: "blocks", Kind: Group, Required: true, Doc: "Steps by name, with what they need: `needs:` and `do:`, or a list of steps."},
		{Name: "result", Kind: Group, Doc: "The fields of the call result that it notes, a list: a flow that uses it declares them too."},
	}
}

// DeclFields are the fields of a setting or a need in its long form.
func DeclFields() []Field {
	return []Field{
		{Name: "type", Kind: Name, Of: "type", Required: true, Doc: "The type."},
		{Name: "default", Kind: Expr, Required: true, Doc: "The value that it has when none is given."},
	}
}
