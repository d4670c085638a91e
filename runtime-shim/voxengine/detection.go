package voxengine

import (
	"fmt"
	"math"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

func (c Classified) subtype() string {
	if c.Subtype == "" {
		return "NONE"
	}
	return c.Subtype
}

func (c Classified) percent() float64 { return math.Round(c.Confidence * 100) }

// payload is the event that a detection promises.
func (d *detector) payload(found Classified) *goja.Object {
	e := d.s.vm.NewObject()
	d.s.set(e, "amd", d.object)
	d.s.set(e, "name", "AMD.Events.DetectionComplete")
	d.fill(e, found)
	return e
}

func (d *detector) fill(e *goja.Object, found Classified) {
	d.s.set(e, "call", d.leg.jsObject())
	d.s.set(e, "callId", d.leg.id)
	d.s.set(e, "resultClass", found.Class)
	d.s.set(e, "resultSubtype", found.subtype())
	d.s.set(e, "confidence", found.percent())
}

func (d *detector) fail(e *goja.Object, err string) {
	if d.leg != nil {
		d.s.set(e, "callId", d.leg.id)
	}
	d.s.set(e, "message", err)
}

// amdOf reads the parameter amd of a function that makes a call.
func (s *Session) amdOf(function string, v goja.Value) *detector {
	if v == nil {
		return nil
	}
	if d, ok := objectOf[*detector](s, v); ok {
		return d
	}
	panic(s.newTypeError("%s needs a detector of AMD.create as amd, it got %s", function, describe(v)))
}

// modelsOf is the values of an enumeration.
func modelsOf(enum string) map[string]bool {
	out := map[string]bool{}
	symbol, _ := facts.Lookup(enum)
	for _, m := range symbol.Members {
		out[fmt.Sprint(m.Value)] = true
	}
	return out
}

// misnamed says which member of an enumeration was asked for and does not exist.
func (s *Session) misnamed(enum string) string {
	for i := len(s.host.misses) - 1; i >= 0; i-- {
		if miss := s.host.misses[i]; miss.owner == enum {
			out := "; there is no " + qualified(enum, miss.member)
			if help := s.suggest(enum, miss.member); help != "" {
				out += ", " + help
			}
			return out
		}
	}
	return ""
}

func describeText(value string) string {
	if value == "" {
		return "none"
	}
	return fmt.Sprintf("%q", value)
}

// aiFuncs is what is emulated of the namespace AI.
var aiFuncs = map[string]hostFunc{"detectVoicemail": detectVoicemail}

// detectVoicemail is the older detection: AI.detectVoicemail(call, {model}). Its
// promise is rejected when no machine answers (public scenarios), which nobody
// has to handle.
func detectVoicemail(s *Session, call goja.FunctionCall) goja.Value {
	const name = "AI.detectVoicemail"
	l := s.legOf(name, call.Argument(0))
	model := "ru"
	if given := option(call.Argument(1), "model"); given != nil {
		model = text(given)
	}
	p := s.promise()
	then, _ := goja.AssertFunction(p.value.(*goja.Object).Get("then"))
	ignore := s.vm.ToValue(func(goja.FunctionCall) goja.Value { return goja.Undefined() })
	_, err := then(p.value, ignore, ignore)
	must(err)
	if !s.usable(name, l) || s.phase != phaseRunning {
		return p.value
	}
	d := s.newDetector(model, facts.DetectionTimeout)
	d.give(l)
	d.told = append(d.told, func(found Classified) { l.voicemail(p, found) })
	d.start()
	return p.value
}

// voicemail tells a call and a promise what the older detection has found.
func (l *Leg) voicemail(p *promised, found Classified) {
	s := l.s
	event := func(fill func(*goja.Object)) func() *goja.Object {
		return func() *goja.Object {
			e := s.vm.NewObject()
			s.set(e, "call", l.jsObject())
			if fill != nil {
				fill(e)
			}
			return e
		}
	}
	if found.Class == Voicemail && found.Err == "" {
		detected := event(func(e *goja.Object) { s.set(e, "confidence", found.percent()) })
		s.emit(&l.emitter, l.owner, "AI.Events.VoicemailDetected", detected)
		p.settle(l.owner, 0, func() error { return p.resolve(detected()) })
		return
	}
	other := event(nil)
	s.emit(&l.emitter, l.owner, "AI.Events.VoicemailNotDetected", other)
	p.settle(l.owner, 0, func() error { return p.reject(other()) })
}
