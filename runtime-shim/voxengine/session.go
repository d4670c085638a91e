package voxengine

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Session is one run of a rule's scripts, from Started to Terminated.
type Session struct {
	opts    Options
	obey    behaviour
	vm      *goja.Runtime
	random  *rand.Rand // Math.random and uuidgen
	shuffle *rand.Rand // order of simultaneous events

	queue  queue
	now    int64 // ms since the start
	events int   // tasks run so far
	seq    int   // of the last trace event
	traced int   // bytes of the trace so far
	closed bool  // a budget is used up: nothing is written any more

	phase       phase
	reason      Reason
	systemError bool
	err         error
	idle        *task
	idleAfter   int64 // ms for which it was set

	legs      []*Leg
	byObject  map[*goja.Object]*Leg
	instances map[*goja.Object]held
	units     []unit // that hear or are heard, players apart, in order of their creation
	joins     []pairState
	patrons   []*patron // who wait for an agent, or did
	app       emitter

	timers     map[int64]*timer
	lastTimer  int64
	net        network
	mail       lane
	required   map[string]bool
	inbound    inbound
	hideTones  bool
	customData string

	host     hostState
	ivrMade  *goja.Object // see ivr
	watchdog watchdog
	rejected []*goja.Promise
	muted    map[string]bool // see Options.Mute
}

const (
	defaultEvents = 200_000
	defaultTrace  = 32 << 20
	defaultTurn   = 3 * time.Second
	maxStack      = 10_000 // frames; deep enough for real scripts, bounded for others
)

// New prepares a session; nothing runs before the first Step. It fails when
// options contradict the platform or themselves.
func New(opts Options) (*Session, error) {
	if opts.Code == nil {
		return nil, fmt.Errorf("%s: a session needs code, see Compile", CodeOptions)
	}
	if err := opts.Switches.Validate(); err != nil {
		return nil, fmt.Errorf("%s: %w", CodeOptions, err)
	}
	if n := len(opts.Info.CustomData); n > facts.CustomData {
		return nil, fmt.Errorf("%s: custom data has %d bytes, the platform takes %d", CodeOptions, n, facts.CustomData)
	}
	muted, err := mutes(opts.Mute)
	if err != nil {
		return nil, err
	}
	s := &Session{
		muted:      muted,
		opts:       opts.withDefaults(),
		obey:       behave(opts.Switches),
		vm:         goja.New(),
		random:     rand.New(rand.NewPCG(opts.Seed, 1)),
		shuffle:    rand.New(rand.NewPCG(opts.Seed, 2)),
		customData: opts.Info.CustomData,
	}
	s.net.lane = lane{mostOut: facts.HTTPActive, most: facts.HTTPTotal}
	s.mail = lane{mostOut: facts.MailActive, most: facts.MailTotal}
	s.watchdog = watchdog{vm: s.vm, limit: s.opts.Budget.Turn}
	s.prepare()
	s.queue.add(0, ownerApp, s.evaluate)
	s.emit(&s.app, ownerApp, "Application.Started", s.startedPayload)
	s.watchIdle()
	return s, nil
}

func (o Options) withDefaults() Options {
	if o.Budget.Events == 0 {
		o.Budget.Events = defaultEvents
	}
	if o.Budget.Trace == 0 {
		o.Budget.Trace = defaultTrace
	}
	if o.Budget.Turn == 0 {
		o.Budget.Turn = defaultTurn
	}
	o.Info = o.Info.withAccess(o.Start, o.Seed)
	if o.Media == nil {
		o.Media = PlainMedia{}
	}
	if o.Recogniser == nil {
		o.Recogniser = PlainRecogniser{}
	}
	if o.Storage == nil {
		o.Storage = noStorage{}
	}
	if o.HTTP == nil {
		o.HTTP = noHTTP{}
	}
	if o.Mail == nil {
		o.Mail = noMail{}
	}
	if o.Campaign == nil {
		o.Campaign = noCampaign{}
	}
	if o.Services == nil {
		o.Services = noServices{}
	}
	if o.Management == nil {
		o.Management = noManagement{}
	}
	if o.Center == nil {
		o.Center = &CallCenter{start: o.Start}
	}
	if o.Trace == nil {
		o.Trace = func(Event) {}
	}
	return o
}

func (s *Session) prepare() {
	s.vm.SetRandSource(s.random.Float64)
	s.vm.SetTimeSource(func() time.Time { return time.UnixMilli(s.clock()) })
	s.vm.SetMaxCallStackSize(maxStack)
	s.vm.SetParserOptions(parser.WithDisableSourceMaps) // or eval would read the file that a text names
	s.vm.SetPromiseRejectionTracker(s.trackRejection)
	s.installGlobals()
}

// Now returns the session's clock in ms since its start.
func (s *Session) Now() int64 { return s.now }

// clock returns the platform's clock, ms since 1970.
func (s *Session) clock() int64 { return s.opts.Start + s.now }

// At runs f in an event of its own at ms since the start, at once if that has
// passed. People and carriers act by it. f does not run if the session ended.
func (s *Session) At(ms int64, f func()) {
	if s.phase != phaseEnded {
		s.queue.add(max(ms, s.now), ownerHost, f)
	}
}

// After runs f in an event of its own, ms from now.
func (s *Session) After(ms int64, f func()) { s.At(s.now+ms, f) }

// Next returns when the next event is due; false when nothing will happen any
// more unless somebody acts.
func (s *Session) Next() (int64, bool) {
	t := s.queue.next()
	if t == nil {
		return 0, false
	}
	return t.at, true
}

// Step moves the clock to the next event and runs it; false if there was none.
func (s *Session) Step() bool {
	if s.queue.next() == nil {
		return false
	}
	t := s.takeTask()
	s.now = max(s.now, t.at)
	if s.events++; s.events > s.opts.Budget.Events {
		s.overBudget()
		return true
	}
	t.run()
	if s.traceFull() {
		s.overTrace(nil)
	}
	return true
}

func (s *Session) takeTask() *task {
	if s.obey.shuffledEvents {
		return s.queue.takeAny(s.shuffle.IntN)
	}
	return s.queue.take()
}

// Run steps until the session ended or nothing will happen any more.
func (s *Session) Run() {
	for s.Step() {
	}
}

// Ended returns why the session ended; false while it lives.
func (s *Session) Ended() (Reason, bool) { return s.reason, s.phase == phaseEnded }

// Running reports whether the session takes calls: from its end phase on it does not.
func (s *Session) Running() bool { return s.phase == phaseRunning }

// Err returns what went wrong inside the session, a *ScriptError; nil if nothing did.
func (s *Session) Err() error { return s.err }

// Legs returns the session's calls: the incoming one, then those that it made.
func (s *Session) Legs() []*Leg { return s.legs }

// Incoming adds the call that starts the session and returns the caller's end of
// it. A session that ends takes no calls.
func (s *Session) Incoming(in Incoming) *Leg {
	leg := s.addLeg(callerName(s.legs), true)
	leg.from, leg.to, leg.display, leg.headers = in.From, in.To, in.Display, in.Headers
	leg.setState(Alerting)
	s.trace(Event{Kind: KindIncoming, Leg: leg.name, From: in.From, To: in.To, Display: in.Display})
	if s.phase != phaseRunning {
		leg.drop()
		return leg
	}
	leg.ringTask = s.queue.add(s.now+facts.RingTimeout, leg.owner, leg.notAnswered)
	s.emit(&s.app, ownerApp, "Application.CallAlerting", leg.alertingPayload)
	return leg
}

func callerName(legs []*Leg) string {
	callers := 1
	for _, leg := range legs {
		if leg.incoming {
			callers++
		}
	}
	if callers == 1 {
		return "caller"
	}
	return "caller-" + strconv.Itoa(callers)
}

func (s *Session) trace(e Event) {
	if s.closed {
		return // what a turn that was cut off left behind
	}
	if s.traced += e.size(); s.traceFull() {
		s.watchdog.bite()
		return
	}
	s.write(e)
}

func (s *Session) write(e Event) {
	s.seq++
	e.T, e.Seq = s.now, s.seq
	s.opts.Trace(e)
}

// Remark writes a remark of the host into the trace.
func (s *Session) Remark(format string, args ...any) { s.note(format, args...) }

// note writes a remark of the emulator into the trace.
func (s *Session) note(format string, args ...any) {
	s.trace(Event{Kind: KindNote, Text: fmt.Sprintf(format, args...)})
}
