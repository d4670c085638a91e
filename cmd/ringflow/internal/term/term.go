// Package term is the only package that knows a terminal: whether the output is
// one, and how text is coloured there.
package term

import (
	"io"
	"os"
)

// Style prints plain text unless Colour is set. The zero value is plain.
type Style struct {
	Colour      bool // escape codes are welcome
	Interactive bool // a person is watching: progress may be shown
}

// Detect decides once how to print to w. Colour is for terminals only and gives
// way to NO_COLOR, CI and TERM=dumb.
func Detect(w io.Writer, getenv func(string) string) Style {
	f, ok := w.(*os.File)
	if !ok {
		return Style{}
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 || getenv("CI") != "" || getenv("TERM") == "dumb" {
		return Style{}
	}
	return Style{Colour: getenv("NO_COLOR") == "", Interactive: true}
}

func (s Style) wrap(code, text string) string {
	if !s.Colour || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// Bold returns text that stands out.
func (s Style) Bold(text string) string { return s.wrap("1", text) }

// Dim returns text that steps back.
func (s Style) Dim(text string) string { return s.wrap("2", text) }

// Red returns text of a failure.
func (s Style) Red(text string) string { return s.wrap("31;1", text) }

// Green returns text of a success.
func (s Style) Green(text string) string { return s.wrap("32", text) }

// Yellow returns text of advice.
func (s Style) Yellow(text string) string { return s.wrap("33", text) }

// Blue returns text of the frame around something.
func (s Style) Blue(text string) string { return s.wrap("34", text) }
