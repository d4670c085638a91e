package phone

import (
	"errors"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Spoken is how somebody says something, and what recognition makes of it.
type Spoken struct {
	By         string    `json:"by,omitempty"`         // Caller, also when empty, or Callee
	For        *Duration `json:"for,omitempty"`        // as long as the platform would speak it when nil
	Heard      *string   `json:"heard,omitempty"`      // what is understood when it is not what was said; empty is nothing
	Confidence *float64  `json:"confidence,omitempty"` // of recognition, 0 to 1
}

// Machine is an answering machine that picks up.
type Machine struct {
	Greeting string    `json:"greeting"`
	For      *Duration `json:"for,omitempty"`  // its length, as Spoken has it
	Beep     *Duration `json:"beep,omitempty"` // so long after the greeting; nil is none
	Hz       int       `json:"hz,omitempty"`   // of the beep; 1000 when 0
}

const usualBeep = 1000 // Hz

func (s *Spoken) check() error {
	switch {
	case s.By != "" && s.By != Caller && s.By != Callee:
		return errors.New("spoken is by " + s.By + ", it can be caller or callee")
	case s.Confidence != nil && (*s.Confidence < 0 || *s.Confidence > 1):
		return errors.New("confidence of spoken is 0 to 1")
	}
	return nil
}

// speak lets the step's person say something, which takes its time whether
// anybody hears it or not.
func (c *Cast) speak(s *Step) bool {
	length := speaking(s.Says)
	if s.Spoken != nil && s.Spoken.For != nil {
		length = int64(*s.Spoken.For)
	}
	if !c.speaks {
		if !c.reached(s.after()) {
			return false
		}
		c.speaks = true
		if leg := c.speaker(s.Spoken); leg != nil {
			leg.Speak(voxengine.Speech{Text: s.Says, Length: length})
		}
	}
	return c.passed(s.after() + length)
}

func (c *Cast) speaker(s *Spoken) *voxengine.Leg {
	if s == nil || s.By == "" {
		return c.person()
	}
	return c.legOf(s.By)
}

// speaking is how long a person speaks a text: as long as the platform would.
func speaking(text string) int64 {
	sound := voxengine.PlainMedia{}.Speech(text, "")
	return sound.Delay + sound.Length
}

func (m *Machine) length() int64 {
	if m.For != nil {
		return int64(*m.For)
	}
	return speaking(m.Greeting)
}

// greet lets a machine speak, and beep.
func (m *Machine) greet(s *voxengine.Session, leg *voxengine.Leg) {
	leg.Speak(voxengine.Speech{Text: m.Greeting, Length: m.length(), Machine: true})
	if m.Beep != nil {
		hz := m.Hz
		if hz == 0 {
			hz = usualBeep
		}
		s.After(m.length()+int64(*m.Beep), func() { leg.Beep(hz) })
	}
}

// recogniser hears as the story says: speech of the current step, with the
// story's faults.
type recogniser struct {
	voxengine.Recogniser
	cast *Cast
}

func (r recogniser) Recognise(u voxengine.Utterance) voxengine.Recognised {
	out := r.Recogniser.Recognise(u)
	if spoken := r.cast.spoken(); spoken != nil {
		if spoken.Heard != nil {
			out.Text = *spoken.Heard
		}
		if spoken.Confidence != nil {
			out.Confidence = *spoken.Confidence
		}
	}
	if fault, ok := r.cast.trouble.hit(OnRecognition, u.Text); ok {
		out.After += int64(fault.Slow)
		out.Err = fault.Error
	}
	return out
}

func (r recogniser) Classify(u voxengine.Utterance) voxengine.Classified {
	out := r.Recogniser.Classify(u)
	if fault, ok := r.cast.trouble.hit(OnDetection, u.Text); ok {
		out.Err = fault.Error
	}
	return out
}

// spoken is how the current step says something, nil if it does not say how.
func (c *Cast) spoken() *Spoken {
	if c.speaks && c.step < len(c.story.Steps) {
		return c.story.Steps[c.step].Spoken
	}
	return nil
}
