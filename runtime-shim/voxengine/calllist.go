package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// callListFuncs is the namespace CallList, which older scripts find in
// VoxEngine. Its functions are requests of the platform to itself; that they
// count as HTTP requests of the session is assumed.
var callListFuncs = map[string]hostFunc{
	"reportResult":            report("reportResult", ReportResult),
	"reportResultAsync":       reportAsync("reportResultAsync", ReportResult),
	"reportError":             report("reportError", ReportError),
	"reportErrorAsync":        reportAsync("reportErrorAsync", ReportError),
	"reportProgress":          report("reportProgress", ReportProgress),
	"reportProgressAsync":     reportAsync("reportProgressAsync", ReportProgress),
	"requestNextAttempt":      report("requestNextAttempt", ReportNext),
	"requestNextAttemptAsync": reportAsync("requestNextAttemptAsync", ReportNext),
}

// noCampaign is a session that no call list started. What the platform answers
// then is not documented; that the task is not found is assumed.
type noCampaign struct{}

func (noCampaign) Report(Report) Response {
	return Response{Code: 404, Body: "no call list started this session"}
}

// report is CallList.reportResult(data, callback) and its like.
func report(name, of string) hostFunc {
	return func(s *Session, call goja.FunctionCall) goja.Value {
		callback := s.callback("CallList."+name, "second", call.Argument(1))
		r := s.readReport(name, of, call.Argument(0))
		if s.net.full() {
			panic(s.newError(overHTTPLimit))
		}
		s.report(r, func(response Response) {
			if callback != nil {
				s.call("callback of CallList.", name, callback, s.responseValue(response, false))
			}
		})
		return goja.Undefined()
	}
}

// reportAsync is CallList.reportResultAsync(data) and its like.
func reportAsync(name, of string) hostFunc {
	return func(s *Session, call goja.FunctionCall) goja.Value {
		r := s.readReport(name, of, call.Argument(0))
		p := s.promise()
		if s.net.full() {
			must(p.reject(s.newError(overHTTPLimit)))
			return p.value
		}
		s.report(r, func(response Response) {
			s.turn(func() error { return p.resolve(s.responseValue(response, false)) })
		})
		return p.value
	}
}

// callback returns a function that may be left out, nil then.
func (s *Session) callback(owner, place string, v goja.Value) goja.Value {
	if goja.IsUndefined(v) || goja.IsNull(v) {
		return nil
	}
	if _, ok := goja.AssertFunction(v); !ok {
		panic(s.newTypeError("%s needs a function as its %s argument, it got %s", owner, place, describe(v)))
	}
	return v
}

func (s *Session) readReport(name, of string, data goja.Value) Report {
	o, ok := data.(*goja.Object)
	switch {
	case ok:
		encoded, err := o.MarshalJSON()
		if err != nil {
			panic(s.newTypeError("CallList.%s: the object cannot be written as JSON", name))
		}
		return Report{Of: of, Data: string(encoded)}
	case of == ReportNext:
		panic(s.newTypeError("CallList.%s needs an object with start_at or attempts_left and so on, it got %s", name, describe(data)))
	}
	return Report{Of: of, Data: text(data)}
}

func (s *Session) report(r Report, done func(Response)) {
	told := func(response Response) Event {
		return Event{Kind: KindCallList, Outcome: r.Of, Body: r.Data, Code: response.Code, Ms: response.Latency, Error: response.Err}
	}
	s.send(&exchange{func() Response { return s.opts.Campaign.Report(r) }, told, facts.HTTPTimeout, done})
}
