package phone

import "github.com/ringflow/ringflow/runtime-shim/voxengine"

// Mail is one mail of the script, with when it was sent and the code of the answer.
type Mail struct {
	voxengine.Mail
	T    int64 `json:"t"`
	Code int   `json:"code"`
}

// Report is what the script reported to its call list, as Mail.
type Report struct {
	voxengine.Report
	T    int64 `json:"t"`
	Code int   `json:"code"`
}

// mailServers take every mail.
type mailServers struct{}

const mailTaken = 250 // of a mail server (RFC 5321)

// Send implements voxengine.MailServers.
func (mailServers) Send(voxengine.Mail) voxengine.Sent {
	return voxengine.Sent{Code: mailTaken, Latency: int64(usualLatency)}
}

// postOffice is mail servers that fail as told, and remembers the mails.
type postOffice struct {
	voxengine.MailServers
	*trouble
	seen func(voxengine.Mail, voxengine.Sent)
}

// Send implements voxengine.MailServers.
func (o postOffice) Send(mail voxengine.Mail) voxengine.Sent {
	answer := o.respond(OnMail, mail.Server, func() voxengine.Response {
		sent := o.MailServers.Send(mail)
		return voxengine.Response{Code: sent.Code, Err: sent.Err, Latency: sent.Latency}
	})
	sent := voxengine.Sent{Code: answer.Code, Err: answer.Err, Latency: answer.Latency}
	o.seen(mail, sent)
	return sent
}

// callList takes every report.
type callList struct{}

// Report implements voxengine.Campaign.
func (callList) Report(voxengine.Report) voxengine.Response {
	return voxengine.Response{Code: 200, Latency: int64(usualLatency)}
}

// campaign is a call list that fails as told, and remembers the reports.
type campaign struct {
	voxengine.Campaign
	*trouble
	seen func(voxengine.Report, voxengine.Response)
}

// Report implements voxengine.Campaign.
func (c campaign) Report(report voxengine.Report) voxengine.Response {
	response := c.respond(OnCallList, report.Of, func() voxengine.Response { return c.Campaign.Report(report) })
	c.seen(report, response)
	return response
}
