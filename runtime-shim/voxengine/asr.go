package voxengine

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// asr is one speech recognition: it hears media and sends events about them
// until it is stopped.
type asr struct {
	instance
	sources
	profile    string // as the script gave it
	hints      []string
	interim    bool
	single     bool // each utterance is a result
	began      int64
	stopped    bool
	broken     bool // an error ended recognition
	capture    *capture
	waiting    *task      // of the result
	recognised Recognised // what it will say
	speaker    string     // whose speech it collected last
}

func (a *asr) mixed(string) {}

func (a *asr) over() bool { return a.stopped }

func (a *asr) sounds() bool { return false }

func (a *asr) hears(from unit) bool {
	return !a.stopped && !a.broken && a.sources.has(from)
}

func asrFuncs() map[string]hostFunc {
	return methodsOf("ASR", map[string]func(*asr, goja.FunctionCall) goja.Value{
		"language": func(a *asr, _ goja.FunctionCall) goja.Value { return a.s.vm.ToValue(a.profile) },
		"dictionary": func(a *asr, _ goja.FunctionCall) goja.Value {
			words := make([]any, len(a.hints))
			for i, word := range a.hints {
				words[i] = word
			}
			return a.s.vm.NewArray(words...)
		},
		"stop": func(a *asr, _ goja.FunctionCall) goja.Value {
			a.stop()
			return goja.Undefined()
		},
	})
}

// createASR is createASR({profile, interimResults, singleUtterance,
// phraseHints}). Older scripts give {lang, dict}, or both as arguments.
func createASR(s *Session, call goja.FunctionCall) goja.Value {
	a := &asr{began: s.now}
	options, ok := call.Argument(0).(*goja.Object)
	profile := call.Argument(0)
	words := call.Argument(1)
	if ok {
		profile = firstOption(options, "profile", "lang")
		words = firstOption(options, "phraseHints", "dict")
		a.interim, a.single = chosen(options, "interimResults"), chosen(options, "singleUtterance")
	}
	a.profile, a.hints = text(profile), s.words(words)
	problem := s.misprofiled(a.profile)
	if problem != "" && !s.obey.profileErrors {
		panic(s.newTypeError("VoxEngine.createASR %s", problem))
	}
	s.adopt(a, "ASR", "asr")
	a.suit(options)
	if s.phase != phaseRunning {
		a.stopped = true
		s.note("VoxEngine.createASR recognises nothing, the session ends")
		return a.object
	}
	if problem != "" {
		a.fail("VoxEngine.createASR " + problem)
		return a.object
	}
	a.send("ASR.Started", nil)
	return a.object
}

// firstOption reads the first of several options that is given.
func firstOption(options *goja.Object, keys ...string) goja.Value {
	for _, key := range keys {
		if v := option(options, key); v != nil {
			return v
		}
	}
	return goja.Undefined()
}

// words reads a text or a list of texts.
func (s *Session) words(v goja.Value) []string {
	list, ok := v.(*goja.Object)
	if !ok {
		if word := text(v); word != "" {
			return []string{word}
		}
		return nil
	}
	var out []string
	s.vm.ForOf(list, func(v goja.Value) bool {
		out = append(out, text(v))
		return true
	})
	return out
}

// misprofiled says what is wrong with a profile, "" if it is one.
func (s *Session) misprofiled(profile string) string {
	if _, ok := facts.RecognitionProfile(profile); ok {
		return ""
	}
	const want = "needs a profile, a member of ASRProfileList such as ASRProfileList.Google.en_US"
	if profile != "" {
		if near := nearest(profile, facts.RecognitionProfiles()); near != "" {
			path, _ := facts.RecognitionProfile(near)
			return fmt.Sprintf("got the profile %q, did you mean %s?", profile, path)
		}
		return fmt.Sprintf("%s, it got %q", want, profile)
	}
	for i := len(s.host.misses) - 1; i >= 0; i-- {
		if miss := s.host.misses[i]; strings.HasPrefix(miss.owner, "ASRProfileList") || miss.owner == "ASRLanguage" {
			name := qualified(miss.owner, miss.member)
			if help := s.suggest(miss.owner, miss.member); help != "" {
				return fmt.Sprintf("got no profile, and there is no %s; %s", name, help)
			}
			return fmt.Sprintf("%s, and there is no %s", want, name)
		}
	}
	return want
}

// suit applies what not all providers do (comments of ASRParameters).
func (a *asr) suit(options *goja.Object) {
	if options == nil {
		return
	}
	provider, _, _ := strings.Cut(strings.TrimPrefix(a.profile, "ASRProfileList."), ".")
	if a.interim && (provider == "Microsoft" || provider == "YandexV3") {
		a.interim = false
		a.ignores("interimResults", provider)
	}
	switch provider {
	case "Deepgram", "YandexV3":
		if a.single {
			a.single = false
			a.ignores("singleUtterance", provider)
		}
	case "SaluteSpeech":
		a.single = a.single || option(options, "singleUtterance") == nil
	}
}
