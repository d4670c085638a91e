package voxengine

import (
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// voiceKey is where a voice object keeps its path. On the platform voices are
// opaque, so scripts have no reason to read it.
const voiceKey = "voice path"

// voiceMember is the member of VoiceList, or of a group below it, with a path:
// a voice, or a group. A voice that is not in the catalogue is noted and
// undefined, so that the default voice speaks instead.
func voiceMember(s *Session, path string) goja.Value {
	if _, ok := facts.Voice(path); ok {
		return s.voiceObject(path)
	}
	if facts.VoiceGroup(path) {
		return s.voiceGroup("VoiceList."+path, func(s *Session, key string) goja.Value {
			return voiceMember(s, path+"."+key)
		})
	}
	if group, name, ok := cutLast(path); ok {
		if v := s.declared("VoiceList."+group, name); v != nil {
			return v
		}
	}
	s.note("VoiceList.%s is not in the catalogue of voices", path)
	return goja.Undefined()
}

// legacyVoice is the member of Language, the catalogue of older scripts that
// the platform still takes. Any name is accepted; what it sounds like is not
// known.
func legacyVoice(s *Session, key string) goja.Value {
	if key == "Premium" {
		return s.voiceGroup("Language.Premium", func(s *Session, key string) goja.Value {
			return s.voiceObject("Language.Premium." + key)
		})
	}
	return s.voiceObject("Language." + key)
}

func (s *Session) voiceGroup(name string, more func(*Session, string) goja.Value) goja.Value {
	return s.vm.NewDynamicObject(&hostObject{s: s, name: name, namespace: namespace{more: more}})
}

func (s *Session) voiceObject(path string) goja.Value {
	voice := s.vm.NewObject()
	must(voice.DefineDataProperty(voiceKey, s.vm.ToValue(path), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	return voice
}

// voicePath reads the voice that a script gave: an object of VoiceList, a
// constant of the older Language, or nothing.
func (s *Session) voicePath(v goja.Value) string {
	o, ok := v.(*goja.Object)
	if !ok {
		return facts.DefaultVoice
	}
	if path := o.Get(voiceKey); path != nil {
		return path.String()
	}
	return facts.DefaultVoice
}

// cutLast splits a path before its last name.
func cutLast(path string) (group, name string, ok bool) {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}
