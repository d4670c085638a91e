package spec

func speak() Verb {
	return Verb{Name: "language", Place: Silent, Before: true,
		Head: Field{Kind: Name, Of: "language", Required: true, Doc: "One of the flow's languages: that of `language:`, or one of `languages:`."},
		Doc:  "From here on the call is in this language: prompts in its texts and by its voice, also those that a called side hears. `call.language` is the language at any time.", Cost: "none",
		Example: "language: es-ES"}
}

// PromptFields are the fields of a prompt that is no plain text.
func PromptFields() []Field {
	fields := []Field{
		{Name: "file", Kind: Text, Doc: "The address of a sound file; it may have holes."},
		{Name: "ssml", Kind: Text, Doc: "A text with SSML markup; a text that begins with `<speak` is one too. What fills its holes is never markup."},
		{Name: "plural", Kind: Expr, Type: numberT, Doc: "The number that chooses one of several texts. Beside it stands a text for each plural form of the language, and no other."},
	}
	return append(fields, pluralFields()...)
}

// pluralFields are the plural forms of all languages together (Unicode CLDR).
func pluralFields() []Field {
	return []Field{
		{Name: "zero", Kind: Text, Doc: "The text for none, in Arabic, Latvian or Welsh."},
		{Name: "one", Kind: Text, Doc: "The text for one, and for what counts like one: 21 in Russian."},
		{Name: "two", Kind: Text, Doc: "The text for two, in Arabic, Hebrew, Irish, Slovenian or Welsh."},
		{Name: "few", Kind: Text, Doc: "The text for a few, as in Polish or Czech."},
		{Name: "many", Kind: Text, Doc: "The text for many, as in Russian or Arabic."},
		{Name: "other", Kind: Text, Doc: "The text for all other numbers; every language has it."},
	}
}

// PluralPromptFields are the fields of a prompt in plural forms.
func PluralPromptFields() []Field {
	return append([]Field{{Name: "plural", Kind: Expr, Type: numberT, Required: true, Doc: "The number that chooses one of the texts."}}, pluralFields()...)
}
