package wire

import (
	"fmt"
	"strings"
)

// Error is one problem with a request, as the platform tells it. The texts are
// the emulator's own (those of the platform are not documented); they name the
// parameter and what it may be, never its value.
type Error struct {
	Code Code   `json:"code"`
	Msg  string `json:"msg"`
}

// Fail makes an Error.
func Fail(code Code, format string, args ...any) *Error {
	return &Error{code, fmt.Sprintf(format, args...)}
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s (%d): %s", e.Code.Name(), e.Code, e.Msg)
}

// Errors is every problem of one request, in the order of finding; never empty.
type Errors []*Error

func (e Errors) Error() string {
	var lines []string
	for _, one := range e {
		lines = append(lines, one.Error())
	}
	return strings.Join(lines, "; ")
}
