package controlplane

import (
	"fmt"
	"net/http"
	"strings"
)

// Code is the stable name of a kind of problem. A code never changes its
// meaning; docs/controlplane.md lists them.
type Code string

// The codes of the control plane.
const (
	CodeNotJSON         Code = "RF7001"
	CodeFields          Code = "RF7002"
	CodeTooLarge        Code = "RF7003"
	CodeContentType     Code = "RF7004"
	CodeNoRoute         Code = "RF7005"
	CodeMethod          Code = "RF7006"
	CodeQuery           Code = "RF7007"
	CodeKey             Code = "RF7010"
	CodeNoOrder         Code = "RF7020"
	CodeNumber          Code = "RF7021"
	CodeSignature       Code = "RF7030"
	CodeSignatureTime   Code = "RF7031"
	CodeSignatureHeader Code = "RF7032"
	CodeReportID        Code = "RF7033"
	CodeReportReused    Code = "RF7034"
	CodeConfig          Code = "RF7040"
	CodeStore           Code = "RF7050"
	CodeInternal        Code = "RF7051"
)

// Kind is what all problems of one code have in common.
type Kind struct {
	Code   Code
	Status int    // of the HTTP answer; 0 for a problem that no request can have
	Title  string // the same for every problem of the kind
}

// Kinds returns the table of all problems, in the order of their codes.
func Kinds() []Kind {
	return []Kind{
		{CodeNotJSON, http.StatusBadRequest, "the body is not a JSON object"},
		{CodeFields, http.StatusUnprocessableEntity, "some fields cannot be accepted"},
		{CodeTooLarge, http.StatusRequestEntityTooLarge, "the body is too large"},
		{CodeContentType, http.StatusUnsupportedMediaType, "the body has another content type than application/json"},
		{CodeNoRoute, http.StatusNotFound, "there is no such resource"},
		{CodeMethod, http.StatusMethodNotAllowed, "the resource does not have this method"},
		{CodeQuery, http.StatusUnprocessableEntity, "some parameters of the address cannot be accepted"},
		{CodeKey, http.StatusUnauthorized, "a valid API key is needed"},
		{CodeNoOrder, http.StatusNotFound, "no order has this number"},
		{CodeNumber, http.StatusUnprocessableEntity, "no caller could ever reach an order with this number"},
		{CodeSignature, http.StatusUnauthorized, "the signature does not match the body"},
		{CodeSignatureTime, http.StatusUnauthorized, "the signature is too old or from the future"},
		{CodeSignatureHeader, http.StatusUnauthorized, "the request is not signed"},
		{CodeReportID, http.StatusUnprocessableEntity, "the id of the call result cannot be accepted"},
		{CodeReportReused, http.StatusConflict, "this id was used for another call result"},
		{CodeConfig, 0, "the configuration of the service cannot be used"},
		{CodeStore, http.StatusServiceUnavailable, "the service cannot store anything at the moment"},
		{CodeInternal, http.StatusInternalServerError, "the service failed"},
	}
}

// Kind returns the row of the table for c. An unknown code counts as CodeInternal.
func (c Code) Kind() Kind {
	kinds := Kinds()
	for _, k := range kinds {
		if k.Code == c {
			return k
		}
	}
	return kinds[len(kinds)-1]
}

// Problem is an error that the caller can do something about. It never contains
// a value that was sent: only where it stands and what is wanted there.
type Problem struct {
	Code   Code
	Detail string // what is wrong with this request and the way out, "" when Title says it
	Fields []FieldProblem
	Cause  error // for the service's own log, never shown to a caller
}

// FieldProblem is one thing wrong with one part of a request.
type FieldProblem struct {
	Pointer string // JSON pointer (RFC 6901) into the body, or the name of a parameter
	Want    string // what is wanted there, in words
}

// Error returns title, detail and fields in one line, without the cause.
func (p *Problem) Error() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s: %s", p.Code, p.Code.Kind().Title)
	if p.Detail != "" {
		out.WriteString(": " + p.Detail)
	}
	for i, f := range p.Fields {
		sep := "; "
		if i == 0 {
			sep = ": "
		}
		fmt.Fprintf(&out, "%s%s: %s", sep, f.Pointer, f.Want)
	}
	return out.String()
}

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Cause }

// Problemf makes a problem of a code and a detail.
func Problemf(code Code, format string, args ...any) *Problem {
	return &Problem{Code: code, Detail: fmt.Sprintf(format, args...)}
}

// StoreProblem wraps an error of a store: the caller learns that nothing was
// kept and that repeating the request is safe.
func StoreProblem(cause error) *Problem {
	return &Problem{Code: CodeStore, Detail: "nothing was changed; repeat the request later", Cause: cause}
}
