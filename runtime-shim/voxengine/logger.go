package voxengine

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// loggerFuncs is the namespace Logger.
var loggerFuncs = map[string]hostFunc{
	"write": logWrite,
	"hideTones": func(s *Session, call goja.FunctionCall) goja.Value {
		s.hideTones = call.Argument(0).ToBoolean()
		return goja.Undefined()
	},
}

// consoleFuncs is the console that some scripts use; whether the platform has
// it is not documented.
var consoleFuncs = map[string]hostFunc{
	"log": consoleLog, "info": consoleLog, "debug": consoleLog, "warn": consoleLog, "error": consoleLog,
}

func logWrite(s *Session, call goja.FunctionCall) goja.Value {
	s.log(call.Argument(0).String())
	return goja.Undefined()
}

func consoleLog(s *Session, call goja.FunctionCall) goja.Value {
	words := make([]string, len(call.Arguments))
	for i, v := range call.Arguments {
		words[i] = v.String()
	}
	s.log(strings.Join(words, " "))
	return goja.Undefined()
}

// stepLine is how compiled scenarios log that a step is over.
var stepLine = regexp.MustCompile(`^rf:step (\S+) (\S+) (\d+)ms$`)

// log writes a line of the script's log into the trace.
func (s *Session) log(line string) {
	if strings.HasPrefix(line, "rf:step ") {
		if m := stepLine.FindStringSubmatch(line); m != nil {
			ms, _ := strconv.ParseInt(m[3], 10, 64)
			s.trace(Event{Kind: KindStep, ID: m[1], Outcome: m[2], Ms: ms})
			return
		}
	}
	if len(line) > facts.LogChars {
		if runes := []rune(line); len(runes) > facts.LogChars {
			s.note("the next line of the log has %d characters, the platform keeps %d", len(runes), facts.LogChars)
			line = string(runes[:facts.LogChars])
		}
	}
	s.trace(Event{Kind: KindLog, Text: line})
}
