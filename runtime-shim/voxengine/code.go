package voxengine

import (
	"encoding/base64"
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
	"github.com/evanw/esbuild/pkg/api"
	"github.com/go-sourcemap/sourcemap"
)

// Script is one source text of a rule.
type Script struct {
	Name string // shown in positions; one that ends in .ts is TypeScript
	Text string
	Map  []byte // source map of Text (JSON); nil if it has none, or holds it as a data URL
}

// Code is the scripts of a rule, ready to run. All of them run in one global
// lexical scope, in order, as sloppy scripts. A Code is immutable.
type Code struct {
	scripts  []Script // as they run: lowered where that was needed
	programs []*goja.Program
	maps     map[string]*sourcemap.Consumer // by script name; absent where lines are the script's own

	// What costs time to prepare in each session and few scripts need: it is
	// prepared when a script has these words in it.
	namesDate, growsStrings bool
}

// Compile parses scripts in rule order. Syntax newer than the engine's own is
// lowered to ES2017; types of TypeScript are taken out, not checked. Its error is a *SyntaxError with all problems of all scripts.
func Compile(scripts ...Script) (*Code, error) {
	boundExpressions()
	code := &Code{maps: map[string]*sourcemap.Consumer{}}
	var bad SyntaxError
	for _, script := range scripts {
		code.namesDate = code.namesDate || strings.Contains(script.Text, "Date")
		code.growsStrings = code.growsStrings || growth.MatchString(script.Text)
		program, err := code.compile(script)
		if err != nil {
			bad.Problems = append(bad.Problems, err.Problems...)
			continue
		}
		code.programs = append(code.programs, program)
	}
	if len(bad.Problems) > 0 {
		return nil, &bad
	}
	return code, nil
}

func (c *Code) compile(script Script) (*goja.Program, *SyntaxError) {
	if place, ok := script.readable(); !ok {
		return nil, &SyntaxError{[]Problem{{place, "the script is not UTF-8 here"}}}
	}
	if err := c.addMap(script.Name, script.sourceMap()); err != nil {
		return nil, oneProblem(script.Name, "source map: "+err.Error())
	}
	if !script.typed() {
		if program, err := parse(script.Name, script.Text); err == nil {
			c.scripts = append(c.scripts, script)
			return program, nil
		}
	}
	lowered, bad := lower(script)
	if bad != nil {
		return nil, bad
	}
	program, err := parse(script.Name, lowered.Text)
	if err == nil || script.typed() { // the parser's places are those of the lowered text
		if err := c.addMap(script.Name, lowered.Map); err != nil {
			return nil, oneProblem(script.Name, "source map: "+err.Error())
		}
	}
	if err != nil {
		bad := c.problems(script.Name, err)
		if script.typed() && module.MatchString(lowered.Text) {
			bad.Problems[0].Text = "import and export make a module, and the scripts of a rule are none: they share one scope; leave both out and list the scripts in order"
		}
		return nil, bad
	}
	c.scripts = append(c.scripts, Script{Name: script.Name, Text: lowered.Text})
	return program, nil
}

// module finds what makes a script a module once its types are out.
var module = regexp.MustCompile(`(?m)^(import|export)\b`)

// parse compiles without source maps: positions are mapped by locate, so that
// nothing in a script's text can make the parser read a file.
func parse(name, text string) (*goja.Program, error) {
	tree, err := parser.ParseFile(nil, name, text, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, err
	}
	return goja.CompileAST(tree, false)
}

// readable reports whether the text is UTF-8, and if not where it stops being so:
// what lowers scripts must not see other texts.
func (s Script) readable() (Place, bool) {
	if utf8.ValidString(s.Text) {
		return Place{}, true
	}
	valid := s.Text
	for i, r := range s.Text {
		if r == utf8.RuneError && !strings.HasPrefix(s.Text[i:], string(utf8.RuneError)) {
			valid = s.Text[:i]
			break
		}
	}
	line := valid[strings.LastIndexByte(valid, '\n')+1:]
	return Place{File: s.Name, Line: strings.Count(valid, "\n") + 1, Column: utf8.RuneCountInString(line) + 1}, false
}

const inlineMap = "//# sourceMappingURL=data:application/json"

// sourceMap returns the script's map: the given one, or that of a last line
// which holds it as a data URL.
func (s Script) sourceMap() []byte {
	if s.Map != nil {
		return s.Map
	}
	text := strings.TrimRight(s.Text, "\r\n\t ")
	line := text[strings.LastIndexByte(text, '\n')+1:]
	if !strings.HasPrefix(line, inlineMap) {
		return nil
	}
	_, encoded, _ := strings.Cut(line, "base64,")
	data, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return nil
	}
	return data
}

func (c *Code) addMap(name string, data []byte) error {
	if data == nil {
		return nil
	}
	consumer, err := sourcemap.Parse("", data)
	if err != nil {
		return err
	}
	c.maps[name] = consumer
	return nil
}

// locate translates a place in a script to the place in what it was made from.
// Columns count from 1 on both sides.
func (c *Code) locate(pos file.Position) Place {
	place := Place{File: pos.Filename, Line: pos.Line, Column: pos.Column}
	consumer, ok := c.maps[pos.Filename]
	if !ok {
		return place
	}
	if source, _, line, column, ok := consumer.Source(pos.Line, pos.Column-1); ok {
		return Place{File: source, Line: line, Column: column + 1}
	}
	return place
}

// typed reports whether a script is TypeScript.
func (s Script) typed() bool { return strings.HasSuffix(s.Name, ".ts") }

// lower rewrites a script to ES2017, from TypeScript if it is that. It stays a
// script: nothing is bundled, and its top-level names keep their scope. A map that the script has is composed into
// the map of the result.
func lower(script Script) (Script, *SyntaxError) {
	text := script.Text
	if script.Map != nil {
		text += "\n" + inlineMap + ";base64," + base64.StdEncoding.EncodeToString(script.Map)
	}
	loader := api.LoaderJS
	if script.typed() {
		loader = api.LoaderTS
	}
	result := api.Transform(text, api.TransformOptions{
		Loader:     loader,
		Target:     api.ES2017,
		Sourcefile: script.Name,
		Sourcemap:  api.SourceMapExternal,
		LogLevel:   api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		return Script{}, fromMessages(script.Name, result.Errors)
	}
	return Script{Name: script.Name, Text: string(result.Code), Map: result.Map}, nil
}

func fromMessages(name string, messages []api.Message) *SyntaxError {
	var out SyntaxError
	for _, message := range messages {
		problem := Problem{Place: Place{File: name}, Text: message.Text}
		if at := message.Location; at != nil {
			problem.Place = Place{File: at.File, Line: at.Line, Column: at.Column + 1}
		}
		out.Problems = append(out.Problems, problem)
	}
	return &out
}

// problems turns an error of the engine's own parser into a SyntaxError.
func (c *Code) problems(name string, err error) *SyntaxError {
	var list parser.ErrorList
	if !errors.As(err, &list) || len(list) == 0 {
		return oneProblem(name, err.Error())
	}
	first := list[0] // the others follow from it
	return &SyntaxError{[]Problem{{Place: c.locate(first.Position), Text: first.Message}}}
}

func oneProblem(name, text string) *SyntaxError {
	return &SyntaxError{[]Problem{{Place: Place{File: name}, Text: text}}}
}
