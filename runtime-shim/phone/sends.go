package phone

import (
	"errors"
	"fmt"
)

// send lets a person's device send something during its call.
func (c *Cast) send(s *Step) bool {
	c.cursor += s.after()
	leg := c.legOf(s.Sends.By)
	switch {
	case leg == nil:
		return c.fail(s.Sends.want(), "nobody was called")
	case !s.Sends.by(leg):
		return c.fail(s.Sends.want(), "its call is "+string(leg.State())+", or nothing was asked of it")
	}
	return true
}

// device is what of a leg sends.
type device interface {
	Message(text string) bool
	Info(mime, body string) bool
	Mic(active bool) bool
	Transfer(to string) bool
	Transferred(code int) bool
	Hold(on bool) bool
	Media(on bool) bool
	Tone() bool
}

func (s *Sends) by(d device) bool {
	switch {
	case s.Message != "":
		return d.Message(s.Message)
	case s.Info != nil:
		return d.Info(s.Info.Mime, s.Info.Body)
	case s.Mic != nil:
		return d.Mic(*s.Mic)
	case s.Transfer != "":
		return d.Transfer(s.Transfer)
	case s.Hold != nil:
		return d.Hold(*s.Hold)
	case s.Media != nil:
		return d.Media(*s.Media)
	case s.Tone:
		return d.Tone()
	}
	return d.Transferred(s.Transferred)
}

func (s *Sends) want() string {
	who := s.By
	if who == "" {
		who = Caller
	}
	switch {
	case s.Message != "":
		return fmt.Sprintf("the %s to send the message %s", who, short(s.Message))
	case s.Info != nil:
		return fmt.Sprintf("the %s to send an INFO of %s", who, s.Info.Mime)
	case s.Mic != nil:
		return "the " + who + " to use the microphone's switch"
	case s.Transfer != "":
		return "the " + who + " to ask for a transfer to " + s.Transfer
	case s.Hold != nil:
		return "the " + who + " to put the call on hold or take it off"
	case s.Media != nil:
		return "the sound of the " + who + " to break down or come back"
	case s.Tone:
		return "the network of the " + who + " to play a tone"
	}
	return "the " + who + " to answer a transfer"
}

func (s *Sends) check() error {
	set := 0
	for _, is := range []bool{s.Message != "", s.Info != nil, s.Mic != nil, s.Transfer != "", s.Transferred != 0, s.Hold != nil, s.Media != nil, s.Tone} {
		if is {
			set++
		}
	}
	switch {
	case set != 1:
		return fmt.Errorf("sends has %d of message, info, mic, transfer, transferred, hold, media and tone, it needs one", set)
	case s.By != "" && s.By != Caller && s.By != Callee:
		return fmt.Errorf("sends is by %q, it can be caller or callee", s.By)
	case s.Transferred != 0 && (s.Transferred < 200 || s.Transferred > 699):
		return errors.New("transferred takes a SIP code from 200 to 699")
	}
	return nil
}
