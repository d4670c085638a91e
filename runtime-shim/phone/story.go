package phone

// Story is what happens around one session.
type Story struct {
	Name string `json:"name,omitempty"`
	From string `json:"from,omitempty"` // the caller's number; empty is withheld
	// To is the number dialled. Without it nobody calls and the session starts by
	// itself; the steps are then those of the side that was dialled last.
	To string `json:"to,omitempty"`
	// Outbound stories have nobody who calls either, and whoever answers first is
	// the caller of their steps.
	Outbound bool              `json:"outbound,omitempty"`
	Display  string            `json:"display,omitempty"`
	Headers  map[string]string `json:"headers,omitempty"`
	Given    Given             `json:"given,omitzero"`
	Steps    []Step            `json:"steps,omitempty"`
	// Listed stories are a call list's: it started the session, and takes reports.
	Listed bool `json:"listed,omitempty"`
	// Lenient stories are stimulus more than test: speech and calls that no
	// step expects are passed over, and the caller hangs up after the last step.
	Lenient bool `json:"lenient,omitempty"`
}

// Given is the state of the world before the call.
type Given struct {
	Storage map[string]string   `json:"storage,omitempty"` // pairs put into the storage first, for 30 days
	Answers []Answer            `json:"answers,omitempty"` // of the network, see Network
	Lengths map[string]Duration `json:"lengths,omitempty"` // of speech and sound, by text or address
	Faults  []Fault             `json:"faults,omitempty"`
	Peers   []Peer              `json:"peers,omitempty"`  // where connections of the script lead
	Queues  []Queue             `json:"queues,omitempty"` // of the application
	Agents  []Agent             `json:"agents,omitempty"` // who serve them
}

// Step is one thing that happens. Exactly one field besides After and
// Place is set; After alone is a wait.
type Step struct {
	After   *Duration `json:"after,omitempty"`
	Hears   *Hears    `json:"hears,omitempty"`
	Press   *Press    `json:"press,omitempty"`
	Says    string    `json:"says,omitempty"`     // the caller speaks, as long as the platform would
	Spoken  *Spoken   `json:"spoken,omitempty"`   // how, with Says
	HangsUp string    `json:"hangs_up,omitempty"` // Caller or Callee
	Dialled *Dialled  `json:"dialled,omitempty"`
	Joined  bool      `json:"joined,omitempty"`
	Talk    *Duration `json:"talk,omitempty"`
	Expect  *Expect   `json:"expect,omitempty"`
	Sends   *Sends    `json:"sends,omitempty"`
	Control *Control  `json:"control,omitempty"`
	// Connects is somebody who opens a WebSocket to the session's address.
	Connects *Connects `json:"connects,omitempty"`
	// Place is where the step is written, such as "a.test.yaml:14:9"; it is
	// carried to failures and means nothing here.
	Place string `json:"place,omitempty"`
}

// Who can hang up.
const (
	Caller = "caller"
	Callee = "callee" // the side that was dialled last
)

// Hears is what somebody hears: a text, or sound from an address. Exactly one
// of the first four fields is set.
type Hears struct {
	Text    string    `json:"text,omitempty"`    // exactly this text
	Matches string    `json:"matches,omitempty"` // a text in which this regular expression (RE2) is found
	URL     string    `json:"url,omitempty"`     // exactly this address
	Any     bool      `json:"any,omitempty"`     // whatever is spoken next
	For     *Duration `json:"for,omitempty"`     // the step ends so long after the start, not at the end
	Loop    bool      `json:"loop,omitempty"`    // the sound must be looped; the step ends at its start
	Name    string    `json:"name,omitempty"`    // how messages call it, such as the name of a prompt
}

// Sends is what a person's device sends during a call. Exactly one field
// besides By is set.
type Sends struct {
	By          string `json:"by,omitempty"` // Caller, also when empty, or Callee
	Message     string `json:"message,omitempty"`
	Info        *Info  `json:"info,omitempty"`
	Mic         *bool  `json:"mic,omitempty"`         // the microphone is turned on or off
	Transfer    string `json:"transfer,omitempty"`    // asks for a blind transfer to this address
	Transferred int    `json:"transferred,omitempty"` // answers Call.transferTo with this SIP code
	Hold        *bool  `json:"hold,omitempty"`        // the call is put on hold, or taken off
	Media       *bool  `json:"media,omitempty"`       // its sound breaks down, or comes back
	Tone        bool   `json:"tone,omitempty"`        // its network plays a tone, such as busy
}

// Control is an HTTP request to the session's address, and what has to come back.
type Control struct {
	Method  string            `json:"method,omitempty"` // GET when empty
	Suffix  string            `json:"suffix,omitempty"` // more path after the address, and a query
	Headers map[string]string `json:"headers,omitempty"`
	Body    string            `json:"body,omitempty"`
	Code    int               `json:"code,omitempty"`   // of the answer; 200 when 0
	Answer  *string           `json:"answer,omitempty"` // its body; nil is any
}

// Info is the content of a SIP INFO.
type Info struct {
	Mime string `json:"mime"`
	Body string `json:"body"`
}

// Press is keys of a phone, Gap after one another (default 200ms).
type Press struct {
	Keys string    `json:"keys"` // 0-9 * #
	Gap  *Duration `json:"gap,omitempty"`
	By   string    `json:"by,omitempty"` // Callee, or the person of the story when empty
}

// Dialled is a call that the script makes, and how the called side behaves.
// At most one of Answers, Busy, Rejects, Fails and NoAnswer is set; none is
// the same as NoAnswer. Early goes with any of them.
type Dialled struct {
	To       string    `json:"to,omitempty"`      // number, user or SIP address; empty is any. Numbers are compared by their digits
	Shows    string    `json:"shows,omitempty"`   // caller id that the called side sees; empty is any
	Display  string    `json:"display,omitempty"` // display name; empty is any
	Answers  *Duration `json:"answers,omitempty"` // answers so long after the dial
	Busy     *Duration `json:"busy,omitempty"`    // code 486 so long after the dial
	Rejects  *Duration `json:"rejects,omitempty"` // code 603
	Fails    *Fails    `json:"fails,omitempty"`
	NoAnswer bool      `json:"no_answer,omitempty"` // rings until somebody gives up
	HangsUp  *Duration `json:"hangs_up,omitempty"`  // so long after the answer
	Early    *Duration `json:"early,omitempty"`     // is heard before the answer, from so long after the dial
	Presses  *Presses  `json:"presses,omitempty"`   // presses keys after the answer
	Hears    []Hears   `json:"hears,omitempty"`     // in this order, before the join
	Offline  bool      `json:"offline,omitempty"`   // a user who is offline, code 480, and answers only when a push wakes the device
	Forwards *Duration `json:"forwards,omitempty"`  // passes the call on so long after the dial
	// Says is spoken at the answer by whoever picks up; Machine picks up instead
	// of a person. Either is heard from Early on when that is set.
	Says    string   `json:"says,omitempty"`
	Machine *Machine `json:"machine,omitempty"`
	// Headers must come with the call, with these values.
	Headers map[string]string `json:"headers,omitempty"`
}

// Fails is a carrier's answer.
type Fails struct {
	Code   int      `json:"code"` // SIP code, 300 to 699
	Reason string   `json:"reason,omitempty"`
	After  Duration `json:"after,omitempty"` // since the dial
}

// Expect is an event of the trace that has to come: of this kind, and with
// these fields, named and written as in the trace's JSON.
type Expect struct {
	Kind    string            `json:"kind"`
	With    map[string]string `json:"with,omitempty"`
	Matches string            `json:"matches,omitempty"` // this regular expression (RE2) is found in its text or body
}

// Subjects of faults.
const (
	OnStorage   = "storage"   // Match is a key
	OnHTTP      = "http"      // Match is an address
	OnSpeech    = "speech"    // Match is a text, or the address of a sound
	OnRecording = "recording" // Match is the name of a call or recorder in the trace
	OnMail      = "mail"      // Match is a mail server
	OnCallList  = "call_list" // Match is what is reported, see voxengine.Report

	OnRecognition = "recognition" // Match is what somebody says
	OnDetection   = "detection"   // Match is what somebody says, or a machine's greeting
)

// FaultSubjects returns what a fault can strike.
func FaultSubjects() []string {
	return []string{OnStorage, OnHTTP, OnSpeech, OnRecording, OnRecognition, OnDetection, OnMail, OnCallList}
}

// Fault lets requests fail or be slow: those of one subject that equal Match
// (empty matches all), from the From-th on (default the first), Times times
// (default all).
type Fault struct {
	On    string   `json:"on"`
	Match string   `json:"match,omitempty"`
	From  int      `json:"from,omitempty"`
	Times int      `json:"times,omitempty"`
	Error string   `json:"error,omitempty"` // fails with this text
	Code  int      `json:"code,omitempty"`  // HTTP, mail and call list: this status, or a negative code; with Error alone it is -4
	Slow  Duration `json:"slow,omitempty"`  // is so much later
}

// Answer is what the network answers to requests for an address.
type Answer struct {
	URL     string            `json:"url,omitempty"`    // exact; empty is any
	Method  string            `json:"method,omitempty"` // empty is any
	Code    int               `json:"code"`
	Headers map[string]string `json:"headers,omitempty"`
	Body    string            `json:"body,omitempty"`
	Latency Duration          `json:"latency,omitempty"`
	Times   int               `json:"times,omitempty"` // how often it is given; 0 is always
}
