package phone

import (
	"regexp"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// sound is one speech or playback that somebody hears.
type sound struct {
	leg        string
	speech     bool // spoken, not played from an address
	text, url  string
	loop       bool
	start, end int64 // end is -1 while it lasts
	cut        bool  // ended before its end
	err        string
	expected   bool // a step has asked for it
}

func newSound(e voxengine.Event) *sound {
	return &sound{leg: e.Leg, speech: e.Kind == voxengine.KindSay, text: e.Text, url: e.URL, loop: e.Loop, start: e.T, end: -1}
}

func (s *sound) over() bool { return s.end >= 0 }

// String names the sound as messages do.
func (s *sound) String() string {
	if s.speech {
		return short(s.text)
	}
	return "the sound " + s.url
}

// wants reports whether h asks for this kind of sound at all: who waits for an
// address does not mind other sounds, who waits for speech does not mind music.
func (h *Hears) wants(s *sound) bool { return s.speech || h.URL != "" }

func (h *Hears) fits(s *sound) bool {
	switch {
	case h.URL != "":
		return !s.speech && s.url == h.URL && (s.loop || !h.Loop)
	case h.Text != "":
		return s.speech && s.text == h.Text
	case h.Matches != "":
		found, err := regexp.MatchString(h.Matches, s.text)
		return s.speech && err == nil && found
	}
	return s.speech
}

// until returns when the step is over, once the sound has begun: false while
// that is not known. why says what is wrong with how it went.
func (h *Hears) until(s *sound, now int64) (at int64, why string, known bool) {
	if h.Loop {
		return s.start, "", true
	}
	if h.For != nil {
		at = s.start + int64(*h.For)
		if s.over() && s.end < at {
			return s.end, "it was over after " + Duration(s.end-s.start).String(), true
		}
		return at, "", now >= at || s.over()
	}
	switch {
	case !s.over():
		return 0, "", false
	case s.err != "":
		return s.end, "it failed: " + s.err, true
	case s.cut:
		return s.end, "it was cut off after " + Duration(s.end-s.start).String(), true
	}
	return s.end, "", true
}
