package phone

import (
	"maps"
	"slices"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Cast is the people of one story on the clock of one session:
//
//	cast, err := phone.NewCast(story)
//	session, err := voxengine.New(cast.Options(options))
//	cast.Enter(session)
//	session.Run()          // or paced by the host
//	result := cast.Leave() // what came of it
//
// The people act last in each moment: everything that the script and the
// platform do at the same millisecond has happened before.
type Cast struct {
	story   Story
	session *voxengine.Session
	caller  *voxengine.Leg
	trouble *trouble

	awake  bool  // act is in the queue
	alarm  int64 // the last time for which it was asked
	step   int
	cursor int64
	keys   int    // of the current press that are pressed
	ear    *sound // what the current hears has found
	talks  bool   // the current talk has begun
	speaks bool   // what the current says has begun

	controls bool                // the current request to the session is out
	answer   *voxengine.Response // its answer
	knocks   bool                // the current connection to the session is asked for
	knocked  bool                // and answered
	refused  bool                // by a refusal
	left     bool                // somebody of the story has hung up
	over     bool                // the first failure ended the story

	events   []voxengine.Event
	taken    []bool // events that an expect has found
	sounds   []*sound
	callees  []*callee
	peers    map[*voxengine.Remote]*playing
	hearing  hearing
	joins    []*join
	requests []Request
	mails    []Mail
	reports  []Report
	failures []Failure
}

// NewCast checks a story and prepares its people.
func NewCast(story Story) (*Cast, error) {
	if err := story.Check(); err != nil {
		return nil, err
	}
	return &Cast{story: story, trouble: newTrouble(story.Given.Faults)}, nil
}

// Options returns the options for the session: the people are its carrier, they
// follow its trace, and what the story gives goes before the host's storage,
// network and media. Without a storage or network of the host there is a Store
// or a Network; without mail servers or a call list of the host there are some
// that take everything, the call list in a story of one.
func (c *Cast) Options(opts voxengine.Options) voxengine.Options {
	if opts.Storage == nil {
		opts.Storage = NewStore()
	}
	if opts.HTTP == nil {
		opts.HTTP = NewNetwork(c.story.Given.Answers...)
	}
	if opts.Media == nil {
		opts.Media = voxengine.PlainMedia{}
	}
	for _, key := range sorted(c.story.Given.Storage) {
		opts.Storage.Put(opts.Start, key, c.story.Given.Storage[key], givenLife)
	}
	opts.Storage = storage{opts.Storage, c.trouble}
	opts.HTTP = network{opts.HTTP, c.trouble, c.sawRequest}
	opts.Media = media{opts.Media, c.trouble, c.story.Given.Lengths}
	opts.Services = services{c, opts.Services}
	if opts.Mail == nil {
		opts.Mail = mailServers{}
	}
	opts.Mail = postOffice{opts.Mail, c.trouble, c.sawMail}
	if opts.Campaign == nil && c.story.Listed {
		opts.Campaign = callList{}
	}
	if opts.Campaign != nil {
		opts.Campaign = campaign{opts.Campaign, c.trouble, c.sawReport}
	}
	if opts.Recogniser == nil {
		opts.Recogniser = voxengine.PlainRecogniser{}
	}
	opts.Recogniser = recogniser{opts.Recogniser, c}
	opts.Carrier = c
	if opts.Center == nil {
		opts.Center, _ = c.story.Given.center(opts.Start) // was checked with the story
	}
	host := opts.Trace
	opts.Trace = func(e voxengine.Event) {
		if host != nil {
			host(e)
		}
		c.observe(e)
	}
	return opts
}

const givenLife = 30 * 24 * 3600 // s

// Enter places the story's call into the session and returns the caller's leg,
// nil in a story that nobody calls.
func (c *Cast) Enter(session *voxengine.Session) *voxengine.Leg {
	c.session = session
	if c.story.To != "" {
		c.caller = session.Incoming(voxengine.Incoming{
			From: c.story.From, To: c.story.To, Display: c.story.Display, Headers: c.story.Headers,
		})
	}
	c.wake()
	return c.caller
}

// person is who the story's steps are about: the caller, and in a story that
// nobody calls the side that was dialled last. nil if there is none yet.
func (c *Cast) person() *voxengine.Leg {
	switch {
	case c.story.Outbound:
		return c.firstAnswered()
	case c.story.To == "":
		return c.lastCallee()
	}
	return c.caller
}

// firstAnswered is the side that answered first, nil while nobody has.
func (c *Cast) firstAnswered() *voxengine.Leg {
	for _, call := range c.callees {
		if call.answered {
			return call.leg
		}
	}
	return nil
}

// hangUp lets the person go, if there is one and the call is still up.
func (c *Cast) hangUp() {
	if person := c.person(); person != nil {
		person.Hangup()
	}
}

// isPerson reports whether a leg is the person's.
func (c *Cast) isPerson(leg string) bool {
	person := c.person()
	return person != nil && leg == person.Name()
}

// Dial implements voxengine.Carrier. The people learn of calls from the trace,
// and act when the story comes to them.
func (c *Cast) Dial(*voxengine.Session, *voxengine.Leg) {}

// spare takes a call from the people that somebody else takes.
func (c *Cast) spare(leg *voxengine.Leg) {
	c.callees = slices.DeleteFunc(c.callees, func(call *callee) bool { return call.leg == leg })
}

// wake lets the people look around once everything else of this moment has happened.
func (c *Cast) wake() {
	if !c.awake {
		c.awake = true
		c.session.After(0, c.act)
	}
}

func (c *Cast) act() {
	if at, ok := c.session.Next(); ok && at == c.session.Now() {
		c.session.After(0, c.act)
		return
	}
	c.awake = false
	c.advance()
}

// advance goes through the story as far as it can at this moment.
func (c *Cast) advance() {
	for !c.over && c.checkUnexpected() && c.step < len(c.story.Steps) {
		if !c.perform(&c.story.Steps[c.step]) {
			return
		}
		c.step++
		c.keys, c.ear, c.talks, c.speaks, c.controls, c.answer = 0, nil, false, false, false, nil
		c.knocks, c.knocked = false, false
	}
	if !c.over && c.step == len(c.story.Steps) && c.story.Lenient {
		c.left = true
		c.hangUp()
	}
}

func sorted(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
