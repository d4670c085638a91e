package voxengine

import (
	"github.com/dop251/goja"
)

// realtimePlayers are players of services that speak text as it comes: a player
// that is given more to say, and is never done for good.
var realtimePlayers = map[string]map[string]func(*player, goja.FunctionCall){
	"ElevenLabs": {
		"append":      func(p *player, call goja.FunctionCall) { p.append(text(call.Argument(0))) },
		"sendText":    func(p *player, call goja.FunctionCall) { p.append(text(option(call.Argument(0), "text"))) },
		"clearBuffer": func(p *player, _ goja.FunctionCall) { p.clear() },
	},
	"Cartesia": {
		"generationRequest":    func(p *player, call goja.FunctionCall) { p.append(text(option(call.Argument(0), "transcript"))) },
		"cancelContextRequest": func(p *player, _ goja.FunctionCall) { p.drop() },
		"clearBuffer":          func(p *player, _ goja.FunctionCall) { p.clear() },
	},
}

// realtimeLibrary adds them to the library.
func realtimeLibrary(out map[string]namespace) {
	for space, own := range realtimePlayers {
		class := space + ".RealtimeTTSPlayer"
		funcs := playerFuncs(class)
		delete(funcs, "addMarker") // which they do not have
		acts := map[string]func(*player, goja.FunctionCall) goja.Value{}
		for name, act := range own {
			acts[name] = using(name, act)
		}
		all := methodsOf(class, acts)
		for name := range acts {
			funcs[name] = all[name]
		}
		out[class] = namespace{funcs: funcs}
		out[space] = out[space].with("createRealtimeTTSPlayer", func(s *Session, call goja.FunctionCall) goja.Value {
			return s.newPlayer(space+".createRealtimeTTSPlayer", class, []*segment{s.streamed(text(call.Argument(0)))})
		})
	}
}

// streamed is a segment of speech that a service speaks with a voice of its own.
func (s *Session) streamed(words string) *segment {
	return &segment{event: Event{Kind: KindSay, Text: words, By: "player"}, sound: s.speech(words, "")}
}

// append gives the player more to say. One that has said all begins anew.
func (p *player) append(words string) {
	if words == "" {
		return
	}
	more := p.s.streamed(words)
	more.player = p
	p.segments = append(p.segments, more)
	if p.state == playerFinished {
		p.at, p.pos, p.started = len(p.segments)-1, 0, false
		p.run()
	}
}

// drop forgets what is still to be said after the segment that sounds.
func (p *player) drop() {
	if p.state != playerFinished {
		p.segments = p.segments[:p.at+1]
	}
}

// clear forgets that segment as well; the player is silent until it gets more.
func (p *player) clear() {
	if p.state == playerFinished {
		return
	}
	p.drop()
	p.state = playerFinished
	p.s.queue.cancel(p.task)
	p.s.refreshJoins()
	p.emit("Player.PlaybackFinished", nil)
}
