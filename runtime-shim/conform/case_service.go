package conform

import (
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// reporter is a call list that says what it was told.
type reporter struct{}

// Report implements voxengine.Campaign.
func (reporter) Report(r voxengine.Report) voxengine.Response {
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

// postman answers with what it read, so that a case can see it.
type postman struct{}

// Send implements voxengine.MailServers.
func (postman) Send(m voxengine.Mail) voxengine.Sent {
	read := []string{m.Server, strconv.Itoa(m.Port), m.Login, m.From, strings.Join(m.To, ","), strings.Join(m.Cc, ","), strings.Join(m.Bcc, ","), m.Title, m.Body, m.HTML}
	return voxengine.Sent{Code: 250, Err: strings.Join(read, "|"), Latency: int64(phone.Second)}
}

// mailCases is mails.
func mailCases() []Case {
	return []Case{
		{Name: "mail-callback", Says: "sendMail takes its callback before its options, and calls it with code and error", Known: Declaration, Where: typings, Mails: true},
		{Name: "mail-async", Says: "sendMailAsync gives a promise of the same; one address or a list are taken", Known: Declaration, Where: typings, Mails: true},
		{Name: "mail-two-at-once", Says: "two mails are out at once, others queue in order", Known: Documentation, Where: limits + "; the order is assumed", Mails: true},
		{Name: "mail-too-many", Says: "a mail beyond 10 throws, or rejects", Known: Documentation, Where: limits + "; that the promise rejects is assumed", Mails: true},
		{Name: "mail-drained", Says: "mails that are out call back after terminate(), queued ones are dropped silently", Known: Documentation, Where: limits, Mails: true, Switch: "drain-callbacks"},
		{Name: "mail-none", Says: "a mail that no server takes has a code below zero and an error", Known: Assumption, Where: "as for HTTP requests",
			Given: phone.Given{Faults: []phone.Fault{{On: phone.OnMail, Error: "nobody takes it"}}}},
	}
}

// pushCases is the module PushService.
func pushCases() []Case {
	return []Case{
		{Name: "push-require", Says: "the module PushService can be required, and PushSent is an event of calls", Known: Declaration, Where: typings},
	}
}
