package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

const detectorClass = "AMD.AnsweringMachineDetector"

var amdFuncs = map[string]hostFunc{"create": createDetector}

func detectorFuncs() map[string]hostFunc {
	return methodsOf(detectorClass, map[string]func(*detector, goja.FunctionCall) goja.Value{
		"detect": func(d *detector, _ goja.FunctionCall) goja.Value { return d.detect() },
	})
}

// createDetector is AMD.create({model, timeout}). A call may be among them (public
// scenarios), or the detector is given to a call, or one sends media to it.
func createDetector(s *Session, call goja.FunctionCall) goja.Value {
	options := call.Argument(0)
	model := text(option(options, "model"))
	if known := modelsOf("AMD.Model"); !known[model] {
		panic(s.newTypeError("AMD.create needs {model}, a member of AMD.Model such as AMD.Model.US, it got %s%s", describeText(model), s.misnamed("AMD.Model")))
	}
	timeout := int64(facts.DetectionTimeout)
	if given := option(options, "timeout"); given != nil {
		timeout = given.ToInteger()
		if timeout < 0 || timeout > facts.MaxDetectionTimeout {
			panic(s.newError("AMD.create got a timeout of %d ms, it takes 0 to %d", timeout, facts.MaxDetectionTimeout))
		}
	}
	if option(options, "thresholds") != nil {
		s.note("AMD.create: thresholds have no effect, the test says who is a machine")
	}
	d := s.newDetector(model, timeout)
	if given := option(options, "call"); given != nil {
		d.give(s.legOf("AMD.create", given))
	}
	return d.object
}

// detector is one answering machine detector. It listens to one call once it was
// asked to, until it knows who speaks.
type detector struct {
	instance
	sources
	model   string
	timeout int64 // ms, from Connected
	leg     *Leg  // the call it is about, nil while there is none
	given   bool  // with the call, which then needs not send media to it
	state   detection
	clock   *task  // the timeout, once the call is connected
	heard   *voice // what it listens to
	found   Classified
	verdict *task // when it has heard enough
	told    []func(Classified)
}

// detection is how far a detector is.
type detection int

const (
	detectIdle detection = iota
	detectAsked
	detectListening
)

func (s *Session) newDetector(model string, timeout int64) *detector {
	d := &detector{model: model, timeout: timeout}
	s.adopt(d, detectorClass, "detector")
	d.field("call", goja.Undefined())
	d.field("model", model)
	d.field("timeout", timeout)
	return d
}

// field puts a field on the detector's object, unless it is muted.
func (d *detector) field(name string, value any) {
	if !d.s.muted[qualified(detectorClass, name)] {
		d.s.set(d.object, name, value)
	}
}

// of lets the detector be about a call.
func (d *detector) of(l *Leg) {
	d.leg = l
	d.field("call", l.jsObject())
}

// give is of for a call that the detector hears without being sent media.
func (d *detector) give(l *Leg) {
	d.given = true
	d.of(l)
}

func (d *detector) mixed(string) {}

func (d *detector) over() bool { return false }

func (d *detector) sounds() bool { return false }

func (d *detector) hears(from unit) bool {
	return d.state == detectListening && (d.given && from == unit(d.leg) || d.sources.has(from))
}

// take is media being sent to the detector: the first call is the one it is about.
func (d *detector) take(from unit) {
	d.sources.take(from)
	if l, ok := from.(*Leg); ok && d.leg == nil {
		d.of(l)
	}
}

// detect starts a detection, or waits for the one under way, and promises its event.
func (d *detector) detect() goja.Value {
	p := d.s.promise()
	if d.s.phase != phaseRunning {
		return p.value
	}
	d.told = append(d.told, func(found Classified) {
		p.settle(d.owner, 0, func() error {
			if found.Err != "" {
				return p.reject(d.s.newError("%s", found.Err))
			}
			return p.resolve(d.payload(found))
		})
	})
	d.start()
	return p.value
}

func (d *detector) start() {
	if d.leg == nil {
		d.finish(Classified{Err: "the detector has no call; give it to VoxEngine.callPSTN as amd, or use call.sendMediaTo(detector)"})
		return
	}
	if d.state == detectIdle {
		d.state = detectAsked
		d.listen()
	}
}

// listen follows what the detector hears of its call.
func (d *detector) listen() {
	switch {
	case d.state == detectIdle:
	case d.leg.state == Ended:
		d.finish(Classified{Class: "CALL_ENDED"})
	case d.state == detectAsked && d.leg.sounds():
		d.state = detectListening
		d.leg.emit("Call.AudioIdentificationStarted", nil)
		d.s.refreshJoins()
	case d.state == detectListening:
		d.follow()
	}
}

func (d *detector) follow() {
	s := d.s
	if d.leg.state == Connected && d.clock == nil {
		d.clock = s.queue.add(max(s.now, d.leg.answeredAt+d.timeout), d.owner, func() { d.finish(Classified{Class: "TIMEOUT"}) })
	}
	v, before := s.voiceTo(d), d.heard
	if v == before {
		return
	}
	s.queue.cancel(d.verdict)
	d.heard, d.verdict = v, nil
	if before != nil && before.from+before.Length <= s.now {
		d.finish(d.found)
	} else if v != nil {
		d.found = s.opts.Recogniser.Classify(Utterance{Speech: v.Speech, Leg: v.leg, Profile: d.model})
		d.verdict = s.queue.add(s.now+facts.DetectionSpan, d.owner, func() { d.finish(d.found) })
	}
}

// finish tells everybody what was found.
func (d *detector) finish(found Classified) {
	s := d.s
	s.queue.cancel(d.clock)
	s.queue.cancel(d.verdict)
	listened := d.state == detectListening
	d.state, d.clock, d.verdict, d.heard = detectIdle, nil, nil, nil
	told := d.told
	d.told = nil
	heard := Event{Kind: KindHeard, ID: d.name, Outcome: found.Class, Error: found.Err}
	if d.leg != nil {
		heard.Leg = d.leg.name
	}
	s.trace(heard)
	if listened {
		d.identified(found)
		s.refreshJoins()
	}
	if found.Err != "" {
		d.emit("AMD.Events.DetectionError", "amd", func(e *goja.Object) { d.fail(e, found.Err) })
	} else {
		d.emit("AMD.Events.DetectionComplete", "amd", func(e *goja.Object) { d.fill(e, found) })
	}
	for _, tell := range told {
		tell(found)
	}
}

// identified is how the call itself tells of a detection.
func (d *detector) identified(found Classified) {
	if found.Err != "" {
		d.leg.emit("Call.AudioIdentificationError", nil)
		return
	}
	d.leg.emit("Call.AudioIdentificationResult", func(e *goja.Object) {
		d.s.set(e, "audioType", found.Class)
		d.s.set(e, "audioSubType", found.subtype())
		d.s.set(e, "confidence", found.percent())
	})
	d.leg.emit("Call.AudioIdentificationStopped", nil)
}
