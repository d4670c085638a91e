package source

// Accident is something in a file that keeps it from being read, or that would
// be read by other YAML parsers as something else than it looks like.
type Accident struct {
	Kind   AccidentKind
	At     Span
	Other  Span   // the other place of a duplicate, the start of what was not closed
	Detail string // the key, the anchor, the tag, what a kind says of it, or the library's words
}

// AccidentKind names what happened.
type AccidentKind int

// The accidents that have words of their own; all others are Syntax.
const (
	Syntax AccidentKind = iota
	Encoding
	TooLarge
	TooDeep
	Empty
	Tab
	Anchor
	Alias
	MergeKey
	Tag
	DuplicateKey
	BareHash
	KeyNotText
	SecondDocument
	NotClosed   // a bracket or quote; Detail is what opens
	NeedsQuotes // a text that starts with what starts none; Detail is that
	BehindText  // more text behind the end of a quoted text or of brackets; Detail is what closes it
	Escape      // a backslash in double quotes with a character that it has no meaning with
	ColonInText // a colon and a space in a text without quotes
	NoSpace     // no space behind the colon of a key; Detail is the line with one
	NoColon     // no colon behind a key
	GoesOn      // a line that goes on with the text of the line above
	Indentation // a line whose indentation fits nothing above
)
