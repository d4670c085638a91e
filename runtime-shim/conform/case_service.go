package conform

import (
	"strconv"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// campaign is a call list that says what it was told.
type campaign struct{}

// Report implements voxengine.Campaign.
func (campaign) Report(r voxengine.Report) voxengine.Response {
	body := `{"of":` + strconv.Quote(r.Of) + `,"data":` + strconv.Quote(r.Data) + `}`
	return voxengine.Response{Code: 200, Body: body, Latency: int64(phone.Second)}
}

// callListCases is reports to the call list that started a session.
func callListCases() []Case {
	return []Case{
		{Name: "call-list-callback", Says: "reports of a result, an error and progress, and the wish for another attempt, call back with the result of an HTTP request", Known: Declaration, Where: typings, Listed: true},
		{Name: "call-list-async", Says: "the functions in Async give a promise of the same", Known: Declaration, Where: typings, Listed: true},
		{Name: "call-list-object", Says: "an object is reported as JSON, a text as it is", Known: Assumption, Where: "the declarations take both", Listed: true},
		{Name: "call-list-next-attempt", Says: "the wish for another attempt is an object, what is none throws", Known: Assumption, Where: typings + "; that it throws is assumed", Listed: true},
		{Name: "call-list-row", Says: "the row of a call list is JSON in VoxEngine.customData(), without require", Known: PublicCode, Where: seen, Listed: true, Info: voxengine.Info{CustomData: `{"phone":"13333333333","name":"Client"}`}},
		{Name: "call-list-older-name", Says: "CallList is VoxEngine.CallList as well", Known: PublicCode, Where: seen, Listed: true},
		{Name: "call-list-then-terminate", Says: "VoxEngine.terminate can be the callback of a report", Known: PublicCode, Where: seen, Listed: true},
		{Name: "call-list-counts", Says: "reports count among the 35 HTTP requests", Known: Assumption, Where: "they are HTTP requests by their result", Listed: true},
		{Name: "call-list-none", Says: "without a call list a report has the code 404", Known: Assumption, Where: nowhere},
	}
}
