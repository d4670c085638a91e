package voxengine

import (
	"time"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Options is the world of one session.
type Options struct {
	Code     *Code          // what runs; may be shared by any number of sessions
	Info     Info           // what the platform tells the script about itself
	Start    int64          // the platform's clock at the start, ms since 1970
	Storage  Storage        // the application's key-value storage; nil fails every request
	HTTP     HTTP           // the network; nil answers every request with facts.HTTPNoHost
	Carrier  Carrier        // where outgoing calls go; nil never answers
	Media    Media          // lengths of speech and sound; nil is PlainMedia
	Trace    func(Event)    // receives every event in order; nil drops them
	Switches facts.Settings // how the platform behaves where that is not documented
	Seed     uint64         // of Math.random, identifiers and shuffled events
	Budget   Budget
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
}

// Budget bounds a session that would not end. Zero fields have defaults.
type Budget struct {
	Events int // events of the queue (default 200,000); deterministic
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
	EndedByBudget Reason = "budget"    // Budget.Events used up
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
	Record(leg *Leg) Recording
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
