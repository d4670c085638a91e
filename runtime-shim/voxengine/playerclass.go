package voxengine

import (
	"github.com/dop251/goja"
)

// playerFuncs is a class of players. What acts needs one that was not stopped,
// but for stop() itself.
func playerFuncs(class string) map[string]hostFunc {
	return methodsOf(class, map[string]func(*player, goja.FunctionCall) goja.Value{
		"stop": func(p *player, _ goja.FunctionCall) goja.Value {
			if p.s.phase == phaseRunning {
				p.stop()
			}
			return goja.Undefined()
		},
		"pause":     using("pause", func(p *player, _ goja.FunctionCall) { p.pause() }),
		"resume":    using("resume", func(p *player, _ goja.FunctionCall) { p.resume() }),
		"addMarker": using("addMarker", playerMarker),
		"sendMediaTo": using("sendMediaTo", func(p *player, call goja.FunctionCall) {
			p.s.sendMediaTo(p, class+".sendMediaTo", call)
		}),
		"stopMediaTo": using("stopMediaTo", func(p *player, call goja.FunctionCall) {
			p.s.stopMedia(p, p.s.unit(class+".stopMediaTo", call.Argument(0)))
		}),
	})
}

// playerMarker adds a marker in ms: addMarker(offset), of a sequence
// addMarker(offset, segment).
func playerMarker(p *player, call goja.FunctionCall) {
	if !goja.IsNumber(call.Argument(0)) {
		panic(p.s.newTypeError("%s.addMarker needs an offset in ms, it got %s", p.class, describe(call.Argument(0))))
	}
	offset := call.Argument(0).ToInteger()
	for i, g := range p.segments {
		if p.class == "Player" || g.named(call.Argument(1)) {
			pos := int64(0)
			if i == p.at {
				pos = p.where()
			} else if i < p.at {
				pos = g.sound.Length + 1
			}
			g.mark(offset, pos)
			p.replan()
			return
		}
	}
	panic(p.s.newTypeError("SequencePlayer.addMarker needs one of the objects in segments, or its parameters, as the second argument, it got %s", describe(call.Argument(1))))
}

// createTTSPlayer is createTTSPlayer(text, {voice, onPause}), or
// createTTSPlayer(text, voice) as older scripts do.
func createTTSPlayer(s *Session, call goja.FunctionCall) goja.Value {
	return s.newPlayer("VoxEngine.createTTSPlayer", "Player", []*segment{s.spoken(call.Argument(0), call.Argument(1))})
}

// createURLPlayer is createURLPlayer({url}, {loop, onPause}); a plain address
// is taken as well, as older scripts of the platform give it.
func createURLPlayer(s *Session, call goja.FunctionCall) goja.Value {
	const name = "VoxEngine.createURLPlayer"
	address := call.Argument(0)
	if given := option(address, "url"); given != nil {
		address = given
	}
	if _, ok := address.(goja.String); !ok {
		panic(s.newTypeError("%s needs {url: \"...\"}, it got %s", name, describe(address)))
	}
	s.wantOptions(name, call.Argument(1))
	return s.newPlayer(name, "Player", []*segment{s.played(text(address), call.Argument(1))})
}

// createToneScriptPlayer plays tones. The trace shows them as the address
// "tonescript:" and the script. What is no tone script fails as other sounds do.
func createToneScriptPlayer(s *Session, call goja.FunctionCall) goja.Value {
	const name = "VoxEngine.createToneScriptPlayer"
	if _, ok := call.Argument(0).(goja.String); !ok {
		panic(s.newTypeError("%s needs a tone script, it got %s", name, describe(call.Argument(0))))
	}
	s.wantOptions(name, call.Argument(1))
	script := text(call.Argument(0))
	g := s.played(toneScheme+script, call.Argument(1))
	g.paused = false // it has no onPause (type declarations)
	_, endless, ok := tones(script)
	if !ok {
		g.sound.Err = "the tone script is not FREQUENCY@LEVEL,...;SECONDS(ON/OFF/TONE+...)"
	}
	g.loop = g.loop || endless
	g.event.Loop = g.loop
	return s.newPlayer(name, "Player", []*segment{g})
}

// createSequencePlayer is createSequencePlayer({segments: [{text} or {url}, ...]}).
func createSequencePlayer(s *Session, call goja.FunctionCall) goja.Value {
	const name = "VoxEngine.createSequencePlayer"
	list, ok := option(call.Argument(0), "segments").(*goja.Object)
	var segments []*segment
	if ok {
		s.vm.ForOf(list, func(v goja.Value) bool {
			segments = append(segments, s.segmentOf(name, v))
			return true
		})
	}
	if len(segments) == 0 {
		panic(s.newTypeError("%s needs {segments: [...]} with at least one segment, {text} or {url}", name))
	}
	return s.newPlayer(name, "SequencePlayer", segments)
}

func (s *Session) segmentOf(name string, v goja.Value) *segment {
	parameters := option(v, "parameters")
	if parameters == nil {
		parameters = goja.Undefined()
	}
	var g *segment
	if words := option(v, "text"); words != nil {
		g = s.spoken(words, parameters)
	} else if address := option(v, "url"); address != nil {
		g = s.played(text(address), parameters)
	} else {
		panic(s.newTypeError("%s: a segment needs text or url, it is %s without either", name, describe(v)))
	}
	for _, named := range []goja.Value{v, parameters} {
		if o, ok := named.(*goja.Object); ok {
			g.given = append(g.given, o)
		}
	}
	return g
}

// spoken is a segment of speech; parameters may be a voice alone.
func (s *Session) spoken(words, parameters goja.Value) *segment {
	voice := parameters
	if given := option(parameters, "voice"); given != nil {
		voice = given
	}
	spoken, path := text(words), s.voicePath(voice)
	return &segment{
		event:  Event{Kind: KindSay, Text: spoken, Voice: path, By: "player"},
		sound:  s.speech(spoken, path),
		paused: chosen(parameters, "onPause"),
	}
}

func (s *Session) played(url string, parameters goja.Value) *segment {
	loop := chosen(parameters, "loop")
	g := &segment{
		event:  Event{Kind: KindPlay, URL: url, Loop: loop, By: "player"},
		sound:  s.opts.Media.Audio(url),
		loop:   loop,
		paused: chosen(parameters, "onPause"),
	}
	if chosen(parameters, "progressivePlayback") {
		g.stream()
	}
	return g
}

func chosen(parameters goja.Value, key string) bool {
	v := option(parameters, key)
	return v != nil && v.ToBoolean()
}

// wantOptions notes a second argument that has no effect.
func (s *Session) wantOptions(name string, v goja.Value) {
	if _, ok := v.(*goja.Object); !ok && !goja.IsUndefined(v) && !goja.IsNull(v) {
		s.note("%s got %s as the second argument, which has no effect; it takes an object such as {loop: true}", name, describe(v))
	}
}
