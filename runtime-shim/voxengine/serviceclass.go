package voxengine

import (
	"strconv"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

type serviceMethod = func(*Remote, goja.FunctionCall) goja.Value

// serviceMethods is what is the same in all classes of services that have it.
var serviceMethods = map[string]serviceMethod{
	"webSocketId":      func(r *Remote, _ goja.FunctionCall) goja.Value { return r.s.vm.ToValue("ws-" + r.id) },
	"close":            ending,
	"stop":             ending,
	"destroy":          ending,
	"clearMediaBuffer": using("clearMediaBuffer", func(r *Remote, call goja.FunctionCall) { r.clearMedia(call.Argument(0)) }),
	"sendMediaTo":      using("sendMediaTo", remoteSendMedia),
	"stopMediaTo": func(r *Remote, call goja.FunctionCall) goja.Value {
		r.s.stopMedia(r, r.s.unit(r.class+".stopMediaTo", call.Argument(0)))
		return goja.Undefined()
	},
	"addMarker":         using("addMarker", remoteMarker),
	"addPlaybackMarker": using("addPlaybackMarker", remoteMarker),

	"activeAudioTrack":  func(r *Remote, _ goja.FunctionCall) goja.Value { return r.s.vm.ToValue(r.broadcast.audio) },
	"activeVideoTrack":  func(r *Remote, _ goja.FunctionCall) goja.Value { return r.s.vm.ToValue(r.broadcast.video) },
	"audioTracks":       func(r *Remote, _ goja.FunctionCall) goja.Value { return r.tracks("audio") },
	"videoTracks":       func(r *Remote, _ goja.FunctionCall) goja.Value { return r.tracks("video") },
	"setActiveTrack":    using("setActiveTrack", setActiveTrack),
	"addParticipant":    addParticipant,
	"removeParticipant": removeParticipant,
	"call":              func(r *Remote, _ goja.FunctionCall) goja.Value { return r.call },
}

func ending(r *Remote, _ goja.FunctionCall) goja.Value {
	r.close()
	return goja.Undefined()
}

// serviceFuncs is the methods of a class of services: those that the facts say it has.
func serviceFuncs(v *service, symbol *facts.Symbol) map[string]hostFunc {
	own := map[string]serviceMethod{}
	for _, member := range symbol.Members {
		if !member.Called {
			continue
		}
		if act, ok := serviceMethods[member.Name]; ok {
			own[member.Name] = act
		} else {
			own[member.Name] = passing(v, member.Name)
		}
		v.media = v.media || member.Name == "sendMediaTo"
	}
	all := methodsOf(v.class, map[string]serviceMethod{})
	for name := range all {
		if _, declared := symbol.Member(name); declared {
			delete(own, name)
		} else {
			delete(all, name)
		}
	}
	for name, f := range methodsOf(v.class, own) {
		if _, ok := own[name]; ok {
			all[name] = f
		}
	}
	return all
}

// passing is a method that the far end gets, with its arguments.
func passing(v *service, name string) serviceMethod {
	return func(r *Remote, call goja.FunctionCall) goja.Value {
		answer := goja.Undefined()
		if among(v.promises, name) {
			p := r.s.promise()
			r.answers = append(r.answers, p)
			answer = p.value
		}
		arguments := r.arguments(call.Arguments)
		send := func() { r.deliver("scenario", name, arguments) }
		switch {
		case r.state == stateConnecting && v.keeps():
			r.unsent = append(r.unsent, send)
		case r.open(name):
			send()
		}
		return answer
	}
}

// arguments writes what a method got: one argument as it is, several as an array.
func (r *Remote) arguments(args []goja.Value) string {
	switch len(args) {
	case 0:
		return ""
	case 1:
		return r.s.asJSON(args[0])
	}
	list := make([]any, len(args))
	for i, arg := range args {
		list[i] = arg
	}
	return r.s.asJSON(r.s.vm.NewArray(list...))
}

// remoteMarker adds a marker in ms to what the far end says, or says next.
func remoteMarker(r *Remote, call goja.FunctionCall) {
	offset := call.Argument(0).ToInteger()
	st := r.stream("")
	if st.playing == nil {
		st.markers = append(st.markers, offset)
		return
	}
	st.playing.mark(offset, r.s.now-st.since)
	st.plan()
}

// broadcast is what a StreamingAgent has: a track for each unit that sends to it.
type broadcast struct{ audio, video int }

// tracks lists the tracks: each unit that sends media has one of audio, none has video.
func (r *Remote) tracks(kind string) goja.Value {
	var out []any
	for i := range r.sources {
		if kind == "audio" {
			track := r.s.vm.NewObject()
			r.s.set(track, "kind", kind)
			r.s.set(track, "trackId", strconv.Itoa(i))
			out = append(out, track)
		}
	}
	return r.s.vm.NewArray(out...)
}

// setActiveTrack is setActiveTrack({audioTrack, videoTrack}).
func setActiveTrack(r *Remote, call goja.FunctionCall) {
	for _, of := range []struct {
		key, event string
		active     *int
	}{{"audioTrack", "AudioSwitched", &r.broadcast.audio}, {"videoTrack", "VideoSwitched", &r.broadcast.video}} {
		given := option(call.Argument(0), of.key)
		if given == nil {
			continue
		}
		*of.active = int(given.ToInteger())
		track := *of.active
		r.tellService(of.event, func(e *goja.Object) {
			r.s.set(e, "reason", "")
			r.s.set(e, "trackId", track)
		})
	}
}

// take lets a unit be heard; a StreamingAgent makes a track of it.
func (r *Remote) take(from unit) {
	known := len(r.sources)
	r.sources.take(from)
	if track := len(r.sources) - 1; r.broadcast != nil && track == known {
		r.tellService("AudioStreamCreated", func(e *goja.Object) { r.s.set(e, "trackId", track) })
	}
}

// addParticipant is CCAI.Conversation.addParticipant({call}).
func addParticipant(r *Remote, call goja.FunctionCall) goja.Value {
	r.s.usable("CCAI.Conversation.addParticipant", r)
	made := r.s.newService(serviceOf("CCAI.Participant"), call.Argument(0))
	participant, _ := objectOf[*Remote](r.s, made)
	participant.call = goja.Undefined()
	if given := option(call.Argument(0), "call"); given != nil {
		participant.call = given
	}
	return made
}

func removeParticipant(r *Remote, call goja.FunctionCall) goja.Value {
	participant, ok := objectOf[*Remote](r.s, call.Argument(0))
	if !ok || participant.class != "CCAI.Participant" {
		panic(r.s.newTypeError("CCAI.Conversation.removeParticipant needs a participant, it got %s", describe(call.Argument(0))))
	}
	participant.close()
	return goja.Undefined()
}
