package diag

import (
	"embed"
	"io/fs"
	"strings"
)

// Code is the stable name of one kind of finding: RF1 the shape of a file, RF2
// its meaning, RF3 advice, RF4 building. Codes are never reused.
type Code string

// The codes of the language. Each has a page in pages/, which a test runs.
const (
	YAMLSyntax     Code = "RF1001" // the file is not YAML
	YAMLEncoding   Code = "RF1002" // not UTF-8, or too large to be a flow
	YAMLTab        Code = "RF1003" // a tab indents a line
	YAMLReference  Code = "RF1004" // anchor, alias, merge key or tag
	YAMLDuplicate  Code = "RF1005" // one key twice
	YAMLHash       Code = "RF1006" // a # that starts a comment
	FileEmpty      Code = "RF1007" // nothing, or more than one document
	WrongShape     Code = "RF1010" // a list where a mapping was expected, and so on
	UnknownKey     Code = "RF1011" // no such field
	MissingKey     Code = "RF1012" // a required field is not there
	NotAStep       Code = "RF1013" // no verb, two verbs
	BadValue       Code = "RF1014" // a word, duration or number that cannot be read
	BadName        Code = "RF1015" // a name with other characters, or a reserved one
	BadExpression  Code = "RF1016" // an expression or template that cannot be read
	BadOutcome     Code = "RF1017" // an outcome that cannot be read
	BadVersion     Code = "RF1018" // `ringflow:` missing or of another version
	UnknownName    Code = "RF2001" // a name that nothing declares
	UnknownPrompt  Code = "RF2002" // no such prompt
	UnknownBlock   Code = "RF2003" // no such block
	UnknownStore   Code = "RF2004" // no such store
	UnknownOutcome Code = "RF2005" // the verb has no such outcome
	UnknownVoice   Code = "RF2006" // no such voice
	UnknownFile    Code = "RF2007" // a file that is not there
	DeclaredTwice  Code = "RF2008" // two things of one name
	WrongType      Code = "RF2010" // an expression of another type
	MaybeNull      Code = "RF2011" // a value that may be null
	NotOnAllPaths  Code = "RF2012" // a name that some path does not bind
	MissingOutcome Code = "RF2020" // an outcome that nobody handles
	OutcomeTwice   Code = "RF2021" // an outcome handled twice
	Unreachable    Code = "RF2022" // a step that can never run
	NotAllowedHere Code = "RF2023" // a verb in a place that cannot have it
	Recursion      Code = "RF2024" // a block that runs itself
	NotAnswered    Code = "RF2025" // media before the call is answered
	NeverEnds      Code = "RF2026" // the flow falls off its end
	PromptHole     Code = "RF2030" // a hole of a prompt without a value
	WrongArgument  Code = "RF2031" // a value for a hole or need that does not exist, or none
	PrivateLeak    Code = "RF2040" // a private value reaches somebody
	Undeclassified Code = "RF2041" // a branch that lets out a private value
	OverLimit      Code = "RF2050" // more than the platform allows
	OutOfRange     Code = "RF2051" // a number outside its range
	KeyConflict    Code = "RF2052" // a key with two meanings in one step
	BadMarkup      Code = "RF2070" // SSML that is not well-formed, or that has no such element
	PluralForms    Code = "RF2071" // plural forms that a language does not have, or misses
	NotTranslated  Code = "RF2072" // a prompt that is used and has no text in some language
	OtherHoles     Code = "RF2073" // a prompt whose holes differ between languages
	UnknownSpeech  Code = "RF2074" // a value that cannot be read aloud in some language
	UnknownProfile Code = "RF2090" // no such profile of speech recognition
	FieldsApart    Code = "RF2091" // fields of a step that do not go together
	ScriptSyntax   Code = "RF2100" // a script that cannot be read
	ScriptReach    Code = "RF2101" // a script that uses what is not its own
	OtherStart     Code = "RF2110" // what belongs to another way to start a flow
	LibraryCycle   Code = "RF2120" // libraries that use each other in a circle
	OutsideProject Code = "RF2121" // a library that lies outside of the project
	LibraryNeeds   Code = "RF2122" // a setting or result field that a library needs and nobody declares
	LibraryName    Code = "RF2123" // a library that is used by another name than its own
	Unused         Code = "RF3001" // declared and never used
	OtherLanguage  Code = "RF3002" // a voice of another language
	HintTooLate    Code = "RF3003" // a hint that can never be heard
	OneLanguage    Code = "RF3020" // a text in place in a flow of several languages
	KeySaid        Code = "RF3101" // a key that is said and not taken, or taken and not said
	ManyOptions    Code = "RF3102" // a menu with too many keys
	NoGoodbye      Code = "RF3103" // the call ends without a word
	SilentWait     Code = "RF3104" // the caller waits and hears nothing
	Recorded       Code = "RF3105" // a recording that the caller is not told of
	Guessable      Code = "RF3106" // a code that is guessed
	ScriptTooLarge Code = "RF4001" // the script is over the platform's limit
)

// Severity follows from the code's group.
func (c Code) Severity() Severity {
	if strings.HasPrefix(string(c), "RF3") {
		return Advice
	}
	return Error
}

//go:embed pages/*.md
var pages embed.FS

// Pages returns the folder of all pages, CODE.md each.
func Pages() fs.FS {
	sub, err := fs.Sub(pages, "pages")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return sub
}

// Page returns the long text of a code: what it means, a wrong and a right flow.
func Page(code Code) (string, bool) {
	text, err := pages.ReadFile("pages/" + string(code) + ".md")
	return string(text), err == nil
}

// Title returns the headline of a code's page, without the code.
func Title(code Code) string {
	text, _ := Page(code)
	first, _, _ := strings.Cut(text, "\n")
	_, title, _ := strings.Cut(first, ": ")
	return title
}

// Codes lists every code that has a page, sorted.
func Codes() []Code {
	entries, err := pages.ReadDir("pages")
	if err != nil {
		return nil
	}
	var out []Code
	for _, e := range entries {
		out = append(out, Code(strings.TrimSuffix(e.Name(), ".md")))
	}
	return out
}
