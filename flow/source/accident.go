package source

// Accident is something in a file that keeps it from being read, or that would
// be read by other YAML parsers as something else than it looks like.
type Accident struct {
	Kind   AccidentKind
	At     Span
	Other  Span   // the other place of a duplicate, the start of what was not closed
	Detail string // the key, the anchor, the tag or the library's words
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
)
