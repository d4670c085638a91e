package voxengine

import (
	"math"
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// capture is a speech that recognition collects.
type capture struct {
	voice  *voice
	since  int64  // when it was heard first
	before string // what was said just before, and is in no result yet
	done   int    // words that are in results already
	next   *task  // the next interim result, or the result of a minute
	Recognised
}

// listen begins to collect what it hears, and ends that when it hears it no longer.
func (a *asr) listen() {
	now := a.s.voiceTo(a)
	if a.capture != nil && a.capture.voice != now {
		a.captured()
	}
	if a.capture == nil && now != nil {
		a.collect(now)
	}
}

func (a *asr) collect(v *voice) {
	c := &capture{voice: v, since: a.s.now}
	c.Recognised = a.s.opts.Recogniser.Recognise(Utterance{Speech: v.Speech, Leg: v.leg, Profile: a.profile, Hints: a.hints})
	c.done = c.heardUntil(a.s.now) // what was said before it listened
	if a.goesOn() {
		a.s.queue.cancel(a.waiting)
		a.waiting = nil
		c.before, c.Confidence = a.recognised.Text, min(c.Confidence, a.recognised.Confidence)
	}
	if a.flush(); a.broken {
		return
	}
	a.capture, a.speaker = c, v.leg.name
	a.send("ASR.CaptureStarted", nil)
	a.plan()
}

// goesOn reports whether the speech belongs to the one before: recognition of
// single utterances never joins them.
func (a *asr) goesOn() bool {
	return a.waiting != nil && a.recognised.Err == "" && !a.single && !a.s.obey.resultsEach
}

// heardUntil returns how many words were said by a time.
func (c *capture) heardUntil(now int64) int {
	words := int64(len(strings.Fields(c.Text)))
	if now >= c.voice.from+c.voice.Length {
		return int(words)
	}
	return int(words * (now - c.voice.from) / c.voice.Length)
}

// part is what is in no result yet, as far as it was said.
func (c *capture) part(now int64) string {
	words := strings.Fields(c.Text)[c.done:max(c.done, c.heardUntil(now))]
	return strings.TrimSpace(c.before + " " + strings.Join(words, " "))
}

// plan puts into the queue what comes while somebody speaks: the next word of
// an interim result, or the result that continuous recognition has each minute.
func (a *asr) plan() {
	c, s := a.capture, a.s
	minute := c.since + facts.RecognitionSpan
	end := c.voice.from + c.voice.Length
	if c.Err != "" {
		return
	}
	if words := int64(len(strings.Fields(c.Text))); a.interim && words > 0 {
		said := int64(c.heardUntil(s.now))
		next := c.voice.from + ((said+1)*c.voice.Length+words-1)/words
		if next < end && (a.single || next < minute) {
			c.next = s.queue.add(next, a.owner, func() { a.interimResult(); a.plan() })
			return
		}
	}
	if !a.single && minute < end {
		c.next = s.queue.add(minute, a.owner, func() {
			a.deliver(c.part(s.now), c.Confidence)
			c.before, c.done, c.since = "", c.heardUntil(s.now), s.now
			a.plan()
		})
	}
}

func (a *asr) interimResult() {
	if words := a.capture.part(a.s.now); words != "" {
		a.send("ASR.InterimResult", func(e *goja.Object) { a.s.set(e, "text", words) })
	}
}

// captured is the end of a speech, or of hearing it. The result follows.
func (a *asr) captured() {
	c, s := a.capture, a.s
	a.capture = nil
	s.queue.cancel(c.next)
	words := c.part(s.now)
	if a.interim && c.Err == "" && words != "" {
		a.send("ASR.InterimResult", func(e *goja.Object) { s.set(e, "text", words) })
	}
	a.send("ASR.SpeechCaptured", nil)
	a.recognised = Recognised{Text: words, Confidence: c.Confidence, Err: c.Err}
	wait := c.After
	if !a.single {
		wait += facts.RecognitionPause
	}
	a.waiting = s.queue.add(s.now+wait, a.owner, a.flush)
}

// flush delivers the result that is on its way.
func (a *asr) flush() {
	if a.waiting == nil {
		return
	}
	a.s.queue.cancel(a.waiting)
	a.waiting = nil
	if a.recognised.Err != "" {
		a.fail(a.recognised.Err)
		return
	}
	a.deliver(a.recognised.Text, a.recognised.Confidence)
}

// deliver sends a result; one without text was not understood and has no confidence.
func (a *asr) deliver(words string, confidence float64) {
	if words == "" {
		confidence = 0
	}
	if !a.s.obey.confidenceFraction {
		confidence = math.Round(confidence * 100)
	}
	a.s.trace(Event{Kind: KindHeard, Leg: a.speaker, ID: a.name, Text: words})
	a.send("ASR.Result", func(e *goja.Object) {
		a.s.set(e, "text", words)
		a.s.set(e, "confidence", confidence)
	})
}

// fail ends recognition; what it hears counts no longer.
func (a *asr) fail(err string) {
	a.quit()
	a.broken = true
	a.s.trace(Event{Kind: KindHeard, Leg: a.speaker, ID: a.name, Error: err})
	a.send("ASR.Error", func(e *goja.Object) { a.s.set(e, "error", err) })
	a.s.refreshJoins()
}

// stop ends it for good; no result follows.
func (a *asr) stop() {
	if a.stopped || a.s.phase != phaseRunning {
		a.s.note("ASR.stop has no effect, %s was stopped", a.called())
		return
	}
	a.quit()
	a.stopped = true
	a.s.refreshJoins()
	a.send("ASR.Stopped", func(e *goja.Object) {
		a.s.set(e, "cost", "0")
		a.s.set(e, "duration", (a.s.now-a.began)/1000)
	})
}

// quit forgets what was heard.
func (a *asr) quit() {
	if a.capture != nil {
		a.s.queue.cancel(a.capture.next)
		a.capture = nil
	}
	a.s.queue.cancel(a.waiting)
	a.waiting = nil
}

func (a *asr) send(event string, fill func(*goja.Object)) { a.emit(event, "asr", fill) }

func (a *asr) ignores(option, provider string) {
	a.s.note("VoxEngine.createASR: %s has no effect, %s does not have it", option, provider)
}
