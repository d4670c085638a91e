package voxengine

import (
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

// step reads the line by which a compiled scenario logs that a step is over:
// rf:step ID OUTCOME MSms.
func step(line string) (id, outcome string, ms int64, ok bool) {
	words := strings.Split(line, " ")
	if len(words) != 4 || words[0] != "rf:step" || words[1] == "" || words[2] == "" {
		return "", "", 0, false
	}
	number, ok := strings.CutSuffix(words[3], "ms")
	n, err := strconv.ParseUint(number, 10, 63)
	return words[1], words[2], int64(n), ok && err == nil
}

// log writes a line of the script's log into the trace.
func (s *Session) log(line string) {
	if strings.HasPrefix(line, "rf:step ") {
		if id, outcome, ms, ok := step(line); ok {
			s.trace(Event{Kind: KindStep, ID: id, Outcome: outcome, Ms: ms})
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
