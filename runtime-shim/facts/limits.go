package facts

// Limits of one session. Sources: D = the platform's documentation (limits
// page and guides), T = comments of its published type declarations.
const (
	// MaxCalls is how many calls a session may attempt, incoming and outgoing,
	// successful or not; further ones fail with code 403 (D).
	MaxCalls = 50
	// MaxRinging is how many calls of a session may be unanswered at once;
	// further ones fail with code 403 (D).
	MaxRinging = 10
	// IdleTimeout, in ms, ends a session that has no call (D).
	IdleTimeout = 60_000
	// RequestTimeout, in ms, ends a session that has no call and waits for an
	// agent of a queue (D).
	RequestTimeout = 120 * 60_000
	// RingTimeout, in ms, ends a call that nobody answered: an incoming one is
	// disconnected, an outgoing one fails with code 408 (D). It also bounds
	// early media before the answer (T).
	RingTimeout = 60_000
	// MinCallTimeout and MaxCallTimeout, in s, bound the header VI-CallTimeout,
	// which replaces RingTimeout in a call to a user (T).
	MinCallTimeout = 10
	MaxCallTimeout = 400
	// MaxTimers is how many timers may be active in a session (D).
	MaxTimers = 100
	// MinInterval, in ms, is what a shorter setInterval becomes (T).
	MinInterval = 100
	// MaxPlayers is how many media players a session may hold (D). Speech and
	// playback on a call itself do not count.
	MaxPlayers = 10
	// MaxEndpoints is how many endpoints a conference may have (T).
	MaxEndpoints = 100
	// CallbackTimeout, in ms, is how long one callback may run (D).
	CallbackTimeout = 1_000
	// DrainTimeout, in ms, bounds the wait for requests that are still out
	// when a session ends (D).
	DrainTimeout = 90_000
	// StringChars is the longest string of the platform's JavaScript, in
	// UTF-16 code units (D).
	StringChars = 8_388_607
)

// Times of speech recognition, in ms.
const (
	// RecognitionSpan is how long a speech continuous recognition collects for one
	// result (T).
	RecognitionSpan = 60_000
	// RecognitionPause is how long continuous recognition waits whether the speech
	// goes on; not documented.
	RecognitionPause = 1_000
)

// Times of answering machine detection, in ms.
const (
	// DetectionTimeout bounds a detection from the answer on, unless a scenario says
	// otherwise; MaxDetectionTimeout is the most that it can say (T).
	DetectionTimeout    = 6_500
	MaxDetectionTimeout = 20_000
	// DetectionSpan is how much speech a detector needs at most; not documented.
	DetectionSpan = 2_000
)

// Times of calls, in ms.
const (
	// RTPTimeout is after how long without media RtpStopped comes (T).
	RTPTimeout = 7_000
	// PushTimeout is how long a push to a user who is offline waits for an answer,
	// MinPushTimeout and MaxPushTimeout bound what a scenario says instead (T).
	PushTimeout    = 20_000
	MinPushTimeout = 10_000
	MaxPushTimeout = 60_000
)

// Limits of HTTP requests made by a session.
const (
	// HTTPActive is how many requests are out at once; others queue (D).
	HTTPActive = 3
	// HTTPTotal is how many may be active and queued; one more throws (D).
	HTTPTotal = 35
	// HTTPTimeout, in ms, bounds a whole request; scripts can only lower it (T).
	HTTPTimeout = 90_000
	// HTTPConnect, in ms, bounds the connection; scripts can only lower it (T).
	HTTPConnect = 6_000
	// HTTPBody is the largest response, in bytes; a larger one is code -9 (T).
	HTTPBody = 2 * 1024 * 1024
)

// Limits of mails sent by a session.
const (
	// MailActive is how many mails are out at once; others queue (D).
	MailActive = 2
	// MailTotal is how many may be active and queued; one more throws (D).
	MailTotal = 10
)

// Limits of ApplicationStorage (T).
const (
	KeyChars   = 200       // longest key, in characters
	ValueChars = 2_000     // longest value, in characters
	MaxTTL     = 7_776_000 // longest life of a key, in seconds (90 days)
	DefaultTTL = 2_592_000 // life of a key for which none was given, in seconds (30 days, Management API)
)

// Limits of texts and sources.
const (
	// SpeechChars is the longest text of one playback, in characters; a longer
	// one ends in PlaybackFinished with an error (T).
	SpeechChars = 1_500
	// CustomData is the longest custom data of a session or call, in bytes (T).
	CustomData = 200
	// LogChars is the longest line of Logger.write, in characters (T).
	LogChars = 15_000
	// MessageBytes is the longest body of sendMessage and sendInfo (T).
	MessageBytes = 8_192
	// HeaderBytes is the longest single header field of a call (D).
	HeaderBytes = 200
	// ScriptBytes is the largest source that the Management API takes: its
	// documentation says less than 128 KB, the limits page 256 K characters;
	// the smaller one is what can be uploaded (D).
	ScriptBytes = 128*1024 - 1
	// ScenarioName is the longest name of a scenario, in characters (D).
	ScenarioName = 29
)

// Queues of agents.
const (
	// LowestPriority is the last one that a request can have, 1 is the first (T).
	LowestPriority = 100
	// UsualPriority is that of a task without one (T), and assumed of a request.
	UsualPriority = 50
	// ServiceTime, in ms, is the average conversation of a queue for which none
	// is set (assumed).
	ServiceTime = 3 * 60_000
	// WaitingInterval, in ms, is how often a task that waits is told so: every 10
	// or 15 s (T).
	WaitingInterval = 10_000
)

// Codes of calls that did not come about, from the documentation of
// CallEvents.Failed; they follow SIP (RFC 3261).
const (
	CodeNormal     = 200 // hung up after a conversation (assumed, the value is not documented)
	CodeNoFunds    = 402
	CodeLimit      = 403 // limit of calls of the session reached
	CodeInvalid    = 404 // not a number that can be called
	CodeNoAnswer   = 408 // not answered within RingTimeout
	CodeOffline    = 480 // not reachable
	CodeBusy       = 486
	CodeTerminated = 487 // hung up by the script while it rang
	CodeRejected   = 603
)

// CodeNotVideo is the code of ConferenceError when an endpoint is added to a
// conference whose rule is not one for video conferences (T).
const CodeNotVideo = 102

// Codes of HTTP requests that got no response (T).
const (
	HTTPLimit      = 0
	HTTPUnknown    = -1
	HTTPBadURL     = -2
	HTTPNoHost     = -3
	HTTPConnection = -4
	HTTPRedirects  = -5
	HTTPNetwork    = -6
	HTTPTimedOut   = -7
	HTTPInternal   = -8
	HTTPTooLarge   = -9
)

// Statuses of a task of SmartQueue (TerminationStatus), and codes of its wait
// (TaskWaitingCode) (T).
const (
	TaskInternalError = 500
	TaskTimeout       = 1001
	TaskWaitedLong    = 1004
	TaskQueueFull     = 1005
	TaskNoOperator    = 1006
	TaskByScript      = 1100
	TaskByClient      = 1201
	TaskByOperator    = 1202
	WaitEstimated     = 200
	WaitUnknown       = 501
)
