package voximplant

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/controlplane"
)

// Error is why a call of the Management API failed. Its text has no parameter
// of the request, and what the platform wrote only with long runs of digits masked.
type Error struct {
	Kind   string // RF61xx, see Kinds
	Method string
	Code   int    // the platform's own code, 0 when it gave none
	Name   string // the constant of that code, such as INVALID_APPLICATION_ID
	Msg    string // what the platform said, or what went wrong on the way
	Advice string // the way out, "" when there is no general one
	Status int    // of the HTTP answer, 0 when there was none

	// Unclear: the request may have taken effect, or may do so yet.
	Unclear bool
	// Limited: the platform takes fewer requests at the moment and did not act.
	Limited bool
	// Unreached: no connection was made, so nothing happened.
	Unreached bool

	cause error
}

// Error says what was tried, what happened and what to do.
func (e *Error) Error() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s: %s: %s", e.Kind, e.Method, e.Msg)
	switch {
	case e.Code != 0:
		fmt.Fprintf(&out, " (code %d %s)", e.Code, e.Name)
	case e.Status != 0 && e.Status != http.StatusOK:
		fmt.Fprintf(&out, " (HTTP status %d)", e.Status)
	}
	if e.Advice != "" {
		out.WriteString("; " + e.Advice)
	}
	return out.String()
}

// Unwrap returns what caused the error, such as the end of a context.
func (e *Error) Unwrap() error { return e.cause }

// HasCode reports whether err is the platform's answer with one of the codes.
func HasCode(err error, codes ...int) bool {
	var e *Error
	if !errors.As(err, &e) {
		return false
	}
	for _, code := range codes {
		if e.Code == code {
			return true
		}
	}
	return false
}

type apiError struct {
	Code int    `json:"code"`
	Msg  string `json:"msg"`
}

// serverFaults is where the codes end that are the platform's own failures
// (FATAL_ERROR, DB_ERROR, ...): after one of them anything may have happened.
const serverFaults = 100

func refused(method string, status int, e apiError) *Error {
	return &Error{
		Kind: codeRefused, Method: method, Status: status, Code: e.Code, Name: Name(e.Code),
		Msg: controlplane.Scrub(e.Msg), Advice: advice(e.Code), Unclear: e.Code < serverFaults, Limited: isLimit(e.Code),
	}
}

// isLimit reports whether a code asks for fewer requests: TRY_LATER,
// RATE_LIMIT_EXCEED, RETRY_LATER, HTTP_REQUEST_REJECTED, SAME_OPERATION_LIMIT.
func isLimit(code int) bool {
	return code == 162 || code == 340 || code == 416 || code == 484 || code == 515
}

func badStatus(method string, status int) *Error {
	e := &Error{Kind: codeStatus, Method: method, Status: status, Msg: "the platform did not answer as an API does"}
	switch {
	case status == http.StatusTooManyRequests:
		e.Limited, e.Msg = true, "the platform takes fewer requests at the moment"
	case status >= 500:
		e.Unclear, e.Msg = true, "the platform failed"
	case status < 400:
		e.Advice = "check the address of the Management API"
	}
	return e
}

// notAnswered is a request whose answer did not arrive. The text of err is not
// used: it may hold an address with parameters in it.
func notAnswered(method string, err error) *Error {
	e := &Error{Kind: codeNotReached, Method: method, cause: err}
	var op *net.OpError
	var dns *net.DNSError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.As(err, &dns):
		e.Unreached, e.Msg, e.Advice = true, "the host of the Management API is not known to the name service", "check the address and the network"
	case errors.As(err, &op) && op.Op == "dial":
		e.Unreached, e.Msg, e.Advice = true, "no connection to the Management API", "check the address, the network and a proxy in between"
	case errors.Is(err, context.Canceled):
		e.Unclear, e.Msg = true, "the request was given up"
	case errors.As(err, &timeout) && timeout.Timeout():
		e.Unclear, e.Msg = true, "no answer in time"
	default:
		e.Unclear, e.Msg = true, "the connection was lost before the answer"
	}
	return e
}

// codes lists the platform's error codes, "CODE NAME" a line (the list that its
// Node client 4.11.0 comes with).
//
//go:embed codes.txt
var codes string

// Name returns the constant of a code of the platform, UNKNOWN when it has none.
func Name(code int) string {
	_, rest, found := strings.Cut("\n"+codes, "\n"+strconv.Itoa(code)+" ")
	if !found {
		return "UNKNOWN"
	}
	name, _, _ := strings.Cut(rest, "\n")
	return name
}

// advice returns the way out of an error, by the platform's code.
func advice(code int) string {
	switch code {
	case 100, 447, 454:
		return "the key was not accepted: check that the credentials belong to this account and were not revoked"
	case 455, 456:
		return "the token's time is wrong: set this machine's clock"
	case 104:
		return "the key's role may not do this: give the service account the role Developer or Admin"
	case 127:
		return "the account has no money left"
	case 131:
		return "the account is not activated yet"
	case 116, 558:
		return "check the application's name, and that the credentials belong to its account"
	case 130:
		return "the script is over the platform's 128 KB; move part of the flow into a flow of its own"
	case 133:
		return "scenario names are unique in the whole account"
	case 418, 108, 419:
		return "the account's plan allows no more; remove what is not used"
	case 335, 182:
		return "the number belongs to another application or account"
	case 148, 149:
		return "the rule's pattern must be a regular expression that the platform reads"
	case 162, 340, 416, 484, 515:
		return "too many requests; try again in a minute"
	default:
		return ""
	}
}
