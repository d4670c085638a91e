package phone

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// control sends a request to the session's address and waits for the answer.
func (c *Cast) control(s *Step) bool {
	if !c.controls {
		c.controls = true
		request := voxengine.Request{Method: s.Control.method(), URL: c.session.AccessURL() + s.Control.Suffix, Body: s.Control.Body}
		for _, key := range sorted(s.Control.Headers) {
			request.Headers = append(request.Headers, voxengine.Header{Key: key, Value: s.Control.Headers[key]})
		}
		c.session.Request(request, func(response voxengine.Response) {
			c.answer = &response
			c.wake()
		})
	}
	if c.answer == nil {
		return false
	}
	if got := s.Control.differs(c.answer); got != "" {
		return c.fail(s.Control.want(), got)
	}
	c.cursor += s.after()
	return true
}

func (x *Control) method() string {
	if x.Method == "" {
		return "GET"
	}
	return x.Method
}

func (x *Control) code() int {
	if x.Code == 0 {
		return 200
	}
	return x.Code
}

// differs says in what an answer is not the expected one, "" if it is.
func (x *Control) differs(answer *voxengine.Response) string {
	switch {
	case answer.Code != x.code():
		return fmt.Sprintf("the code was %d", answer.Code)
	case x.Answer != nil && answer.Body != *x.Answer:
		return "the answer was " + short(answer.Body)
	}
	return ""
}

func (x *Control) want() string {
	want := fmt.Sprintf("the session to answer %s with %d", strings.TrimSpace(x.method()+" "+x.Suffix), x.code())
	if x.Answer != nil {
		want += " and " + short(*x.Answer)
	}
	return want
}
