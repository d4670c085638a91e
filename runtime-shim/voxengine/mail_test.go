package voxengine_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// unwilling is a mail server that refuses and says whom.
type unwilling struct{}

func (unwilling) Send(m voxengine.Mail) voxengine.Sent {
	return voxengine.Sent{Code: 550, Err: "<" + m.To[0] + ">: no such user", Latency: 20}
}

// TestMailIsPrivate: the script learns what the server says, the trace not to whom.
func TestMailIsPrivate(t *testing.T) {
	p := open(t, voxengine.Options{Mail: unwilling{}}, `
		Net.sendMail("smtp.mail.example", "desk@mail.example", ["client@mail.example"], "Title", "Body", (r) => {
		  Logger.write(String(r.code) + r.error.includes("client@mail.example"));
		});`)
	p.Run()
	if got := p.logged(); got != "550true" {
		t.Errorf("logged %q", got)
	}
	trace := p.trace()
	if !strings.Contains(trace, `mail              count=1 code=550 ms=20 error="<...@...>: no such user"`) {
		t.Errorf("the mail is not told as it must be\n%s", trace)
	}
	for _, private := range []string{"client", "desk", "Title", "Body"} {
		if strings.Contains(trace, private) {
			t.Errorf("the trace shows %s\n%s", private, trace)
		}
	}
}

// TestMailWithoutServers: a session whose host gives no mail servers tells the
// script so, as it does without a network.
func TestMailWithoutServers(t *testing.T) {
	p := open(t, voxengine.Options{}, `
		Net.sendMail("smtp.mail.example", "a@mail.example", "b@mail.example", "Title", "Body", (r) => Logger.write(r.code + " " + typeof r.error));`)
	p.Run()
	if got := p.logged(); got != "-3 string" {
		t.Errorf("logged %q", got)
	}
}
