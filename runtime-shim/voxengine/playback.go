package voxengine

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// playback is one speech or sound on a leg.
type playback struct {
	leg    *Leg
	event  Event // how the trace tells its start
	sound  Sound
	loop   bool
	silent bool  // it sends no events
	task   *task // what comes next: its start, or its end
	resume unit  // what the leg heard before, see facts.BridgeAfterSpeech
}

// PlainMedia is speech of 300 ms and 60 ms a character, sound of 30 s after
// 300 ms, tone scripts of their own length, and recordings that begin after 200 ms.
type PlainMedia struct{}

// Speech returns the length of a text.
func (PlainMedia) Speech(text, voice string) Sound {
	return Sound{Delay: 300, Length: 60 * int64(chars(text))}
}

// Audio returns the length of a sound, or of a tone script.
func (PlainMedia) Audio(url string) Sound {
	if script, ok := strings.CutPrefix(url, toneScheme); ok {
		length, _, _ := tones(script)
		return Sound{Length: length}
	}
	return Sound{Delay: 300, Length: 30_000}
}

// Record names a recording after the session and what is recorded.
func (PlainMedia) Record(session int64, name string) Recording {
	return Recording{URL: fmt.Sprintf("https://records.example/%d/%s.mp3", session, name), After: 200}
}

// chars counts as JavaScript does, in UTF-16 code units.
func chars(text string) int {
	n := 0
	for _, r := range text {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// say speaks a text to the leg.
func (l *Leg) say(text, voice string) {
	l.request(&playback{leg: l, sound: l.s.speech(text, voice), event: Event{Kind: KindSay, Text: text, Voice: voice}})
}

// speech is the sound of a text, or why there is none.
func (s *Session) speech(text, voice string) Sound {
	sound := s.opts.Media.Speech(text, voice)
	if n := chars(text); n > facts.SpeechChars {
		sound.Err = fmt.Sprintf("the text has %d characters, the platform speaks %d at once", n, facts.SpeechChars)
	}
	return sound
}

// playURL plays a sound to the leg.
func (l *Leg) playURL(url string, loop bool) {
	l.request(&playback{leg: l, sound: l.s.opts.Media.Audio(url), loop: loop,
		event: Event{Kind: KindPlay, URL: url, Loop: loop}})
}

// request plays at once where media flow, and otherwise as the switch says.
func (l *Leg) request(p *playback) {
	switch {
	case l.hearing():
		l.play(p)
	case l.answering && l.s.obey.sayWaits:
		l.waiting = p
	default:
		l.s.note("%s hears nothing: it is %s, speech and playback need a call that is connected or has early media", l.name, l.state)
	}
}

// hearing reports whether media reach the person on the leg.
func (l *Leg) hearing() bool {
	return l.state == Connected || l.incoming && l.earlyMedia && l.state != Ended
}

func (l *Leg) play(p *playback) {
	p.resume = l.source
	if l.playing != nil {
		p.resume = l.playing.resume
	}
	l.replacePlayback()
	l.hush("replaced")
	l.trace(p.event)
	l.playing = p
	l.source = nil
	l.s.refreshJoins()
	p.task = l.s.queue.add(l.s.now+p.sound.Delay, l.owner, p.start)
}

func (p *playback) start() {
	if p.sound.Err != "" {
		p.finish(p.sound.Err)
		return
	}
	p.task = nil
	if p.silent {
		return
	}
	p.leg.emit("Call.PlaybackReady", nil)
	p.leg.emit("Call.PlaybackStarted", func(e *goja.Object) {
		p.leg.s.set(e, "duration", p.sound.Length) // in ms, as logs of the platform have it
	})
	if !p.loop {
		s := p.leg.s
		p.task = s.queue.add(s.now+p.sound.Length, p.leg.owner, func() { p.finish("") })
	}
}

// finish is the playback's own end, by itself or by an error.
func (p *playback) finish(err string) {
	p.leg.playing = nil
	p.leg.trace(Event{Kind: KindFinished, Error: err})
	p.announceEnd(err)
	if p.leg.s.obey.bridgeResumes && p.resume != nil {
		p.leg.source = p.resume
		p.leg.s.refreshJoins()
	}
}

func (p *playback) announceEnd(err string) {
	if p.silent {
		return
	}
	p.leg.emit("Call.PlaybackFinished", func(e *goja.Object) {
		if err != "" {
			p.leg.s.set(e, "error", err)
		}
	})
}

// stopPlayback is the script's wish: no event follows.
func (l *Leg) stopPlayback() {
	l.waiting = nil
	if l.playing == nil {
		return
	}
	l.s.queue.cancel(l.playing.task)
	l.playing = nil
	l.trace(Event{Kind: KindStop})
}

// replacePlayback makes room for another sound.
func (l *Leg) replacePlayback() {
	p := l.playing
	if p == nil {
		return
	}
	l.s.queue.cancel(p.task)
	l.playing = nil
	l.trace(Event{Kind: KindStop, Reason: "replaced"})
	if l.s.obey.replacedFinishes {
		p.announceEnd("")
	}
}

// cutPlayback is the end of the call.
func (l *Leg) cutPlayback() {
	p := l.playing
	l.playing, l.waiting = nil, nil
	if p == nil {
		return
	}
	l.s.queue.cancel(p.task)
	if l.s.obey.cutFinishes {
		p.announceEnd("")
	}
}
