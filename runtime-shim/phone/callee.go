package phone

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// callee is one call that the script made, and the side that it called.
type callee struct {
	leg      *voxengine.Leg
	at       int64    // when it was dialled
	plan     *Dialled // nil until a step takes the call
	step     int
	heard    int // of plan.Hears
	answered bool
}

// differs says in what a call is not the expected one, "" if it is.
func (d *Dialled) differs(leg *voxengine.Leg) string {
	switch {
	case d.To != "" && address(d.To) != address(leg.To()):
		return "the call went to " + named(leg.To())
	case d.Shows != "" && digits(d.Shows) != digits(leg.CallerID()):
		return "the call shows " + named(leg.CallerID())
	case d.Display != "" && d.Display != leg.Display():
		return "the call shows the name " + short(leg.Display())
	}
	for _, name := range sorted(d.Headers) {
		if got, ok := header(leg.Headers(), name); !ok {
			return "the call has no header " + name
		} else if got != d.Headers[name] {
			return "the call has " + name + ": " + short(got)
		}
	}
	return ""
}

func named(number string) string {
	if number == "" {
		return "no number"
	}
	return number
}

// header finds a header by its name in any case.
func header(headers map[string]string, name string) (string, bool) {
	for _, key := range sorted(headers) {
		if strings.EqualFold(key, name) {
			return headers[key], true
		}
	}
	return "", false
}

// address makes spellings of one address equal: a number is its digits; of a
// user or a SIP address every character counts, besides the scheme "sip:".
func address(to string) string {
	if strings.ContainsFunc(to, unicode.IsLetter) {
		return strings.TrimPrefix(to, "sip:")
	}
	return digits(to)
}

// digits is a number without its plus sign and punctuation, so that spellings
// of one number are equal. A text without digits stays as it is.
func digits(number string) string {
	only := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
	if only == "" {
		return number
	}
	return only
}

// behave lets the called side act as the step says, counted from the dial.
func (c *callee) behave(s *voxengine.Session) {
	later := func(after Duration, act func()) { s.At(c.at+int64(after), act) }
	if c.plan.Early != nil {
		later(*c.plan.Early, func() {
			c.leg.EarlyMedia()
			c.greet(s)
		})
	}
	if c.plan.Forwards != nil {
		later(*c.plan.Forwards, func() { c.leg.Forward() })
	}
	if c.plan.Offline {
		c.leg.Fail(facts.CodeOffline, "Temporarily Unavailable")
	}
	switch plan := c.plan; {
	case plan.Busy != nil:
		later(*plan.Busy, func() { c.leg.Fail(facts.CodeBusy, "Busy Here") })
	case plan.Rejects != nil:
		later(*plan.Rejects, func() { c.leg.Fail(facts.CodeRejected, "Decline") })
	case plan.Fails != nil:
		later(plan.Fails.After, func() { c.leg.Fail(plan.Fails.Code, plan.Fails.reason()) })
	case plan.Answers != nil:
		c.leg.Ring()
		later(*plan.Answers, func() { c.answer(s) })
	default:
		c.leg.Ring()
	}
}

func (f *Fails) reason() string {
	if f.Reason != "" {
		return f.Reason
	}
	return fmt.Sprintf("Code %d", f.Code)
}

func (c *callee) answer(s *voxengine.Session) {
	c.answered = c.leg.Answer()
	if c.plan.Early == nil {
		c.greet(s)
	}
	if c.plan.Presses != nil {
		c.plan.Presses.press(s, c.leg)
	}
	if c.plan.HangsUp != nil {
		s.After(int64(*c.plan.HangsUp), func() { c.leg.Hangup() })
	}
}

// greet lets whoever picks up say what it has to say.
func (c *callee) greet(s *voxengine.Session) {
	switch {
	case c.plan.Machine != nil:
		c.plan.Machine.greet(s, c.leg)
	case c.plan.Says != "":
		c.leg.Speak(voxengine.Speech{Text: c.plan.Says, Length: speaking(c.plan.Says)})
	}
}
