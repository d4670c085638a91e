package voxengine

import (
	"time"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Options is the world of one session.
type Options struct {
	Code       *Code          // what runs; may be shared by any number of sessions
	Info       Info           // what the platform tells the script about itself
	Start      int64          // the platform's clock at the start, ms since 1970
	Storage    Storage        // the application's key-value storage; nil fails every request
	HTTP       HTTP           // the network; nil answers every request with facts.HTTPNoHost
	Mail       MailServers    // takes mails; nil answers each with facts.HTTPNoHost
	Carrier    Carrier        // where outgoing calls go; nil never answers
	Campaign   Campaign       // the call list that started the session; nil: none did
	Services   Services       // where WebSockets and clients of services lead; nil refuses each
	Management Management     // the Management API for scripts; nil fails every call
	Recogniser Recogniser     // understands what people say; nil is PlainRecogniser
	Center     *CallCenter    // queues and their agents; nil has no queue
	Media      Media          // lengths of speech and sound; nil is PlainMedia
	Trace      func(Event)    // receives every event in order; nil drops them
	Switches   facts.Settings // how the platform behaves where that is not documented
	Seed       uint64         // of Math.random, identifiers and shuffled events
	Budget     Budget
	Peer       Peer // runs the scripts in this engine's place; nil for none
	// Mute is for tests of tests: each name is an emulated member, such as
	// "Call.say" or "uuidgen", that does nothing in this session, or an event
	// that is sent, such as "CallEvents.Connected", that never comes, or a field
	// of one, such as "CallEvents.Failed.code", that it does not carry.
	Mute []string
}

// Info is what a script can learn about its session.
type Info struct {
	SessionID       int64
	AccountID       int64
	ApplicationID   int64
	AccessURL       string // where Session.Request arrives; has a default
	AccessSecureURL string
	LogURL          string
	CustomData      string            // initial VoxEngine.customData()
	Secrets         map[string]string // of VoxEngine.getSecretValue
	Rate            float64           // price of a minute of an outgoing call; started minutes count
	Conference      string            // id of the conference whose session this is
	Video           bool              // the rule is one for video conferences, which have endpoints
}

// Budget bounds a session that would not end. Zero fields have defaults.
type Budget struct {
	Events int // events of the queue (default 200,000); deterministic
	Trace  int // bytes of the trace (default 32 MiB), see Event.size; deterministic
	// Turn is wall-clock time for one entry into JavaScript (default 3 s). It
	// is only a safety net: the platform allows facts.CallbackTimeout of its
	// own, faster engine.
	Turn time.Duration
}

// Incoming is the call that starts a session.
type Incoming struct {
	From    string // the caller's number, "" when withheld
	To      string // the number that was dialled
	Display string
	Headers map[string]string
}

// Reason is why a session ended.
type Reason string

// Reasons.
const (
	EndedByScript Reason = "terminate" // VoxEngine.terminate
	EndedIdle     Reason = "idle"      // facts.IdleTimeout without a call
	EndedByError  Reason = "error"     // see Session.Err
	EndedByBudget Reason = "budget"    // Budget.Events or Budget.Trace used up
	EndedByHost   Reason = "host"      // Session.Stop
)

// Storage is ApplicationStorage as the platform keeps it. now is the platform's
// clock in ms since 1970, by which keys expire; ttl is in seconds. An answer
// carries the latency in ms after which the script learns of it.
// Implementations are shared by sessions and lock for themselves.
type Storage interface {
	Get(now int64, key string) (Item, Reply)
	Put(now int64, key, value string, ttl int64) (Item, Reply)
	Remove(now int64, key string) (Item, Reply)
	Keys(now int64, namespace string, count int) ([]string, Reply)
}

// Item is one stored pair. Found is false when there was none.
type Item struct {
	Key, Value string
	ExpireAt   int64 // seconds since 1970
	Found      bool
}

// Reply is how a request to the storage went.
type Reply struct {
	Latency int64 // ms
	Err     error // rejects the script's promise
}

// HTTP makes one request and blocks until it is over.
type HTTP interface {
	Do(Request) Response
}

// Request is one HTTP request of a script. Timeouts are in ms.
type Request struct {
	Method, URL    string
	Headers        []Header // in the script's order, then User-Agent if it gave none
	Body           string   // bytes
	Timeout        int64
	ConnectTimeout int64
}

// Header is one header field.
type Header struct{ Key, Value string }

// Response is what came back. A negative Code (facts.HTTPNoHost and so on)
// means that there was no response, Err then says why. A Latency beyond the
// request's timeout becomes facts.HTTPTimedOut.
type Response struct {
	Code    int
	Headers []Header
	Body    string // bytes
	Latency int64  // ms
	Err     string
}

// MailServers sends one mail and blocks until that is over.
type MailServers interface {
	Send(Mail) Sent
}

// Mail is one mail of a script. Body is its plain text, HTML its other form.
type Mail struct {
	Server      string
	Port        int // 0 when the script gave none
	Login       string
	Password    string
	From        string
	To, Cc, Bcc []string
	Title       string
	Body, HTML  string
}

// Sent is how a mail went, in the host's own codes: those of the platform are
// not documented. Latency is in ms.
type Sent struct {
	Code    int
	Err     string
	Latency int64
}

// Campaign is the call list that started a session. It takes what the script
// reports and blocks until it has answered.
type Campaign interface {
	Report(Report) Response
}

// Report is one report of a script to its call list.
type Report struct {
	Of   string // ReportResult and so on
	Data string // what the script gave: a text as it is, an object as JSON
}

// What a script can report.
const (
	ReportResult   = "result"       // the task is done, no attempt follows
	ReportError    = "error"        // the attempt failed
	ReportProgress = "progress"     // the task goes on
	ReportNext     = "next_attempt" // when the next attempt is wanted
)

// Carrier takes outgoing calls. Dial is called in an event of its own and
// returns at once; the leg is answered, failed or left ringing by its methods,
// usually in events that Dial put into the queue with Session.After.
type Carrier interface {
	Dial(s *Session, leg *Leg)
}

// Media knows how long sounds last and where recordings are kept.
type Media interface {
	Speech(text, voice string) Sound
	Audio(url string) Sound
	Record(session int64, name string) Recording // of a call or recorder, by its name in traces
}

// Sound is one playback: silent for Delay, then heard for Length, both in ms.
// With Err it is never heard and fails after Delay.
type Sound struct {
	Delay, Length int64
	Err           string
}

// Recording begins After ms; with Err it fails then instead.
type Recording struct {
	URL   string
	After int64
	Err   string
}
