package voxengine

import (
	"encoding/json"

	"github.com/dop251/goja"
)

// sending is what a connection hears of one unit, as the frames that the
// platform sends for it tell: a start, media, a stop. Media are not written.
type sending struct {
	from       unit
	tag        string
	encoding   string
	parameters string // JSON
	started    bool
	since      int64
	number     int // of the next frame
}

// mediaFrame is a message of the platform's media format (documentation).
type mediaFrame struct {
	Event  string      `json:"event"`
	Number int         `json:"sequenceNumber"`
	Start  *frameStart `json:"start,omitempty"`
	Stop   *frameStop  `json:"stop,omitempty"`
}

type frameStart struct {
	Tag        string      `json:"tag,omitempty"`
	Format     frameFormat `json:"mediaFormat"`
	Parameters string      `json:"customParameters,omitempty"`
}

type frameFormat struct {
	Encoding string `json:"encoding"`
	Rate     int    `json:"sampleRate"`
}

type frameStop struct {
	Tag  string    `json:"tag,omitempty"`
	Info frameInfo `json:"mediaInfo"`
}

type frameInfo struct {
	Sent     int64 `json:"bytesSent"`
	Duration int64 `json:"duration"` // ms
}

const (
	frameSpan   = 20     // ms of audio in a frame
	usualFormat = "PCM8" // without an encoding (type declarations)
)

// formats is what WebSocketAudioEncoding is in a frame, and the bytes in a
// frame's audio.
var formats = map[string]struct {
	frameFormat
	bytes int64
}{
	"PCM8":  {frameFormat{"PCM16", 8000}, 320},
	"PCM16": {frameFormat{"PCM16", 16000}, 640},
	"ALAW":  {frameFormat{"ALAW", 8000}, 160},
	"ULAW":  {frameFormat{"ULAW", 8000}, 160},
	"OPUS":  {frameFormat{"OPUS", 48000}, 80},
}

// format reads how a script wants to send a unit's media to a connection:
// {tag, encoding, customParameters}.
func (r *Remote) format(name string, from unit, options goja.Value) {
	out := r.sendingOf(from)
	if out == nil {
		out = &sending{from: from}
		r.sendings = append(r.sendings, out)
	}
	if out.started {
		r.stopSending(out)
	}
	out.tag, out.encoding, out.parameters = text(option(options, "tag")), usualFormat, ""
	if given := option(options, "encoding"); given != nil {
		out.encoding = text(given)
	}
	if _, ok := formats[out.encoding]; !ok {
		panic(r.s.newError("%s: there is no encoding %q, see WebSocketAudioEncoding", name, out.encoding))
	}
	if given := option(options, "customParameters"); given != nil {
		out.parameters = r.s.asJSON(given)
	}
}

func (r *Remote) sendingOf(from unit) *sending {
	for _, out := range r.sendings {
		if out.from == from {
			return out
		}
	}
	return nil
}

// sendFrames tells sockets what they hear from now on, and what no longer.
// Clients of services hear in their own way.
func (s *Session) sendFrames() {
	for _, u := range s.units {
		r, ok := u.(*Remote)
		if !ok || r.service != nil {
			continue
		}
		for _, from := range r.sources {
			if r.sendingOf(from) == nil {
				r.sendings = append(r.sendings, &sending{from: from, encoding: usualFormat})
			}
		}
		for _, out := range r.sendings {
			heard := r.hears(out.from) && plays(out.from)
			switch {
			case heard && !out.started:
				r.startSending(out)
			case !heard && out.started:
				r.stopSending(out)
			}
		}
	}
}

// plays reports whether a unit's media go out.
func plays(from unit) bool {
	if p, ok := from.(*player); ok {
		return p.state == playerPlaying
	}
	return from.sounds()
}

func (r *Remote) startSending(out *sending) {
	out.started, out.since, out.number = true, r.s.now, 0
	format := formats[out.encoding]
	r.sendFrame(out, mediaFrame{Event: "start", Start: &frameStart{Tag: out.tag, Format: format.frameFormat, Parameters: out.parameters}})
}

func (r *Remote) stopSending(out *sending) {
	out.started = false
	span := r.s.now - out.since
	frames := span / frameSpan
	out.number += int(frames)
	if r.state != stateOpen {
		return
	}
	r.sendFrame(out, mediaFrame{Event: "stop", Stop: &frameStop{Tag: out.tag, Info: frameInfo{Sent: frames * formats[out.encoding].bytes, Duration: span}}})
}

func (r *Remote) sendFrame(out *sending, f mediaFrame) {
	f.Number = out.number
	out.number++
	raw, err := json.Marshal(f)
	must(err)
	r.deliver("platform", "", string(raw))
}
