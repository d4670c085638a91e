package voxengine

import "slices"

// voice is a speech that is under way.
type voice struct {
	Speech
	leg  *Leg
	from int64 // when it began
	end  *task
}

// ear is a unit that listens to what people say. It is told whenever what it
// hears may have changed.
type ear interface {
	unit
	listen()
}

// Speak lets the other side of the call say something, instead of what it says
// at this moment.
func (l *Leg) Speak(speech Speech) bool {
	if l.state == Ended || l.direct {
		return false
	}
	l.hushVoice()
	v := &voice{Speech: speech, leg: l, from: l.s.now}
	v.end = l.s.queue.add(l.s.now+speech.Length, l.owner, l.hushVoice)
	l.voice = v
	l.s.listen()
	return true
}

// hushVoice is the end of what the other side says.
func (l *Leg) hushVoice() {
	if l.voice != nil {
		l.s.queue.cancel(l.voice.end)
		l.voice = nil
		l.s.listen()
	}
}

// listen tells all that listen that people begin or cease to speak, or that
// media go another way.
func (s *Session) listen() {
	if s.phase != phaseRunning {
		return
	}
	for _, u := range s.units {
		if e, ok := u.(ear); ok {
			e.listen()
		}
	}
}

// voiceTo is the first voice that reaches a unit, directly or through a
// conference; nil if it hears nobody speak.
func (s *Session) voiceTo(u unit) *voice {
	for _, l := range s.legs {
		if l.voice != nil && l.sounds() && s.reaches(l, u, nil) {
			return l.voice
		}
	}
	return nil
}

// reaches reports whether a leg is heard by a unit, through others that mix.
func (s *Session) reaches(l *Leg, u unit, by []unit) bool {
	if u.hears(l) {
		return true
	}
	for _, mixer := range s.units {
		_, isLeg := mixer.(*Leg)
		_, isRemote := mixer.(*Remote) // which answers, and does not mix
		if !isLeg && !isRemote && mixer.sounds() && u.hears(mixer) && !slices.Contains(by, mixer) && s.reaches(l, mixer, append(by, u)) {
			return true
		}
	}
	return false
}
