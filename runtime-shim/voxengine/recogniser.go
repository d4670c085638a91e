package voxengine

// Recogniser makes of what people say what the platform's services would.
type Recogniser interface {
	Recognise(Utterance) Recognised // speech recognition
	Classify(Utterance) Classified  // detection of answering machines
}

// Speech is what somebody says at the other end of a call.
type Speech struct {
	Text    string
	Length  int64 // ms
	Machine bool  // the greeting of an answering machine
}

// Utterance is one speech and who listens to it.
type Utterance struct {
	Speech
	Leg     *Leg
	Profile string   // of recognition, or the model of a detector
	Hints   []string // words that are likely
}

// Recognised is what recognition makes of a speech. With Err it fails instead.
type Recognised struct {
	Text       string  // empty is speech that was not understood
	Confidence float64 // 0 to 1
	After      int64   // ms after the end of the speech
	Err        string
}

// Classified is what a detector makes of whoever speaks. With Err it fails instead.
type Classified struct {
	Class      string // Human or Voicemail
	Subtype    string // of facts' AMD.ResultSubtype; empty is NONE
	Confidence float64
	Err        string
}

// What a detector can find.
const (
	Human     = "HUMAN"
	Voicemail = "VOICEMAIL"
)

// PlainRecogniser understands everybody, within 300 ms.
type PlainRecogniser struct{}

// Recognise returns what was said.
func (PlainRecogniser) Recognise(u Utterance) Recognised {
	return Recognised{Text: u.Text, Confidence: 0.95, After: 300}
}

// Classify returns what is true.
func (PlainRecogniser) Classify(u Utterance) Classified {
	if u.Machine {
		return Classified{Class: Voicemail, Confidence: 0.95}
	}
	return Classified{Class: Human, Confidence: 0.95}
}
