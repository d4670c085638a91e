package voxengine

import (
	"regexp"
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// noMail is a session without a way to mail servers.
type noMail struct{}

func (noMail) Send(Mail) Sent {
	return Sent{Code: facts.HTTPNoHost, Err: "the session has no way to mail servers"}
}

const overMailLimit = "Exceeded the SMTP connection count limit!" // the platform's own words

// mailAddress is an address in what a mail server says.
var mailAddress = regexp.MustCompile(`[^\s<>,;|"']+@[^\s<>,;|"']+`)

// letter is one mail and who waits for its result.
type letter struct {
	mail Mail
	done func(Sent)
}

// sendMail is Net.sendMail(server, from, to, title, body, callback, options).
func sendMail(s *Session, call goja.FunctionCall) goja.Value {
	callback := s.callback("Net.sendMail", "sixth", call.Argument(5))
	mail := s.readMail(call, call.Argument(6))
	if s.mail.full() {
		panic(s.newError(overMailLimit))
	}
	s.post(&letter{mail, func(sent Sent) {
		if callback != nil {
			s.call("callback of Net.sendMail", callback, s.sentValue(sent))
		}
	}})
	return goja.Undefined()
}

// sendMailAsync is Net.sendMailAsync(server, from, to, title, body, options).
func sendMailAsync(s *Session, call goja.FunctionCall) goja.Value {
	mail := s.readMail(call, call.Argument(5))
	p := s.promise()
	if s.mail.full() {
		must(p.reject(s.newError(overMailLimit)))
		return p.value
	}
	s.post(&letter{mail, func(sent Sent) {
		s.turn(func() error { return p.resolve(s.sentValue(sent)) })
	}})
	return p.value
}

// post sends a mail as soon as its lane lets it.
func (s *Session) post(l *letter) {
	if s.phase != phaseRunning {
		s.note("the mail is not sent, the session ends")
		return
	}
	s.mail.enter(func() { s.mailOut(l) })
}

// mailOut asks the mail server while the session's clock stands still. The trace
// says how many people the mail goes to, and neither who they are nor what it says.
func (s *Session) mailOut(l *letter) {
	var sent Sent
	s.watchdog.outside(func() { sent = s.opts.Mail.Send(l.mail) })
	if sent.Latency > facts.DrainTimeout {
		sent = Sent{Code: facts.HTTPTimedOut, Latency: facts.DrainTimeout, Err: "the mail server did not answer in time"}
	}
	people := int64(len(l.mail.To) + len(l.mail.Cc) + len(l.mail.Bcc))
	s.trace(Event{Kind: KindMail, Count: people, Code: sent.Code, Ms: sent.Latency, Error: mailAddress.ReplaceAllString(sent.Err, "...@...")})
	s.queue.add(s.now+sent.Latency, ownerHTTP, func() {
		was := s.phase
		s.mail.leave(was == phaseRunning)
		if s.phase != phaseDraining || !s.obey.drainDrops {
			l.done(sent)
		}
		if was == phaseDraining && s.out() == 0 {
			s.queue.add(s.now, ownerApp, s.drained)
		}
	})
}

// out counts what the end of the session waits for.
func (s *Session) out() int { return s.net.out + s.mail.out }

func (s *Session) readMail(call goja.FunctionCall, options goja.Value) Mail {
	mail := Mail{Server: text(call.Argument(0)), From: text(call.Argument(1)), To: s.addresses(call.Argument(2)),
		Title: text(call.Argument(3)), Body: text(call.Argument(4)),
		HTML: text(option(options, "html")), Cc: s.addresses(option(options, "cc")), Bcc: s.addresses(option(options, "bcc")),
		Login: text(option(options, "login")), Password: text(option(options, "password"))}
	if v := option(options, "port"); v != nil {
		mail.Port = int(v.ToInteger())
	}
	return mail
}

// addresses reads one address or a list of them.
func (s *Session) addresses(v goja.Value) []string {
	o, ok := v.(*goja.Object)
	if !ok || o.ClassName() != "Array" {
		if address := strings.TrimSpace(text(v)); address != "" {
			return []string{address}
		}
		return nil
	}
	var list []string
	s.vm.ForOf(o, func(item goja.Value) bool {
		list = append(list, text(item))
		return true
	})
	return list
}

func (s *Session) sentValue(sent Sent) goja.Value {
	o := s.vm.NewObject()
	s.set(o, "code", sent.Code)
	if sent.Err != "" {
		s.set(o, "error", sent.Err)
	}
	return o
}
