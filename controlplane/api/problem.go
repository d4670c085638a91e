package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/ringflow/ringflow/controlplane"
)

// Problem is what every failed request gets (RFC 9457).
type Problem struct {
	Type   string         `json:"type" doc:"urn:ringflow: and the code" example:"urn:ringflow:RF7002"`
	Code   string         `json:"code" doc:"stable, one for each kind of problem" example:"RF7002"`
	Title  string         `json:"title" doc:"the same for every problem of the code"`
	Status int            `json:"status"`
	Detail string         `json:"detail,omitempty" doc:"what is wrong with this request, and the way out"`
	Errors []ProblemField `json:"errors,omitempty" doc:"everything that is wrong, at once"`
}

// ProblemField is one thing that is wrong with a request.
type ProblemField struct {
	Pointer string `json:"pointer" doc:"JSON pointer into the body, or the name of a parameter" example:"/client"`
	Want    string `json:"want" doc:"what is wanted there; what was sent is never repeated"`
}

const problemType = "application/problem+json"

func problem(code controlplane.Code) *Problem {
	k := code.Kind()
	return &Problem{Type: "urn:ringflow:" + string(code), Code: string(code), Title: k.Title, Status: k.Status}
}

// Error implements error, for the framework.
func (p *Problem) Error() string { return p.Code + ": " + p.Title }

// GetStatus implements huma.StatusError.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType implements huma.ContentTypeFilter.
func (p *Problem) ContentType(string) string { return problemType }

// fail turns an error of a service into the answer. What the caller cannot do
// anything about goes to the log, with its cause.
func (a *api) fail(err error) error {
	var p *controlplane.Problem
	if !errors.As(err, &p) {
		a.Log.Error("a request failed", "err", controlplane.Scrub(err.Error()))
		return problem(controlplane.CodeInternal)
	}
	out := problem(p.Code)
	out.Detail = p.Detail
	for _, f := range p.Fields {
		out.Errors = append(out.Errors, ProblemField(f))
	}
	if p.Cause != nil {
		a.Log.Error("a request failed", "code", p.Code, "err", controlplane.Scrub(p.Cause.Error()))
	}
	return out
}

// translate turns the framework's own errors into problems. They would repeat
// the value that was sent.
func translate(_ huma.Context, _ string, v any) (any, error) {
	m, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	p := problem(codeOf(m.Status))
	p.Status = m.Status
	for _, e := range m.Errors {
		where := strings.TrimPrefix(strings.TrimPrefix(e.Location, "query."), "path.")
		p.Errors = append(p.Errors, ProblemField{controlplane.Scrub(where), controlplane.Scrub(e.Message)})
	}
	return p, nil
}

// codeOf is the code of a problem that the framework found.
func codeOf(status int) controlplane.Code {
	switch status {
	case http.StatusRequestEntityTooLarge:
		return controlplane.CodeTooLarge
	case http.StatusBadRequest, http.StatusRequestTimeout:
		return controlplane.CodeNotJSON
	case http.StatusUnprocessableEntity:
		return controlplane.CodeQuery
	case http.StatusUnsupportedMediaType, http.StatusNotAcceptable:
		return controlplane.CodeContentType
	default:
		return controlplane.CodeInternal
	}
}

func write(w http.ResponseWriter, p *Problem) { writeJSON(w, p.Status, problemType, p) }

func writeJSON(w http.ResponseWriter, status int, contentType string, v any) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // nobody is left to tell when the client went away
}

// problems documents the problems that an operation can answer with.
func problems(h huma.API, codes ...controlplane.Code) map[string]*huma.Response {
	schema := h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[Problem](), true, "Problem")
	out := map[string]*huma.Response{}
	for _, code := range append(codes, controlplane.CodeQuery, controlplane.CodeStore, controlplane.CodeInternal) {
		k := code.Kind()
		status := strconv.Itoa(k.Status)
		if r, ok := out[status]; ok {
			r.Description += "; " + string(code) + " " + k.Title
			continue
		}
		out[status] = &huma.Response{
			Description: string(code) + " " + k.Title,
			Content:     map[string]*huma.MediaType{problemType: {Schema: schema}},
		}
	}
	return out
}
