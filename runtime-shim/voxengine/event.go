package voxengine

// Kind is what an Event tells.
type Kind string

// Kinds of events, with the fields that each carries besides T, Seq, Kind and
// Leg. A field in brackets is left out when it is empty or false.
const (
	KindIncoming     Kind = "incoming"          // From To [Display]
	KindAnswer       Kind = "answer"            //
	KindReject       Kind = "reject"            // Code
	KindSay          Kind = "say"               // Text Voice [By]
	KindPlay         Kind = "play"              // URL [Loop] [By] by "player" if it is not the call's own playback
	KindStop         Kind = "stop"              // [Reason] a playback ended before its end: "" by stopPlayback, "replaced" by another sound, "paused" with its player
	KindFinished     Kind = "playback_finished" // [Error]
	KindTone         Kind = "tone"              // Digit [By] [Ignored] [Hidden] pressed by the person, or sent by "scenario"
	KindDial         Kind = "dial"              // To CallerID [Display] Via
	KindRinging      Kind = "ringing"           //
	KindEarlyMedia   Kind = "early_media"       //
	KindConnected    Kind = "connected"         //
	KindFailed       Kind = "failed"            // Code Reason
	KindJoin         Kind = "join"              // Legs [OneWay] the legs hear each other; one way: the second hears the first
	KindUnjoin       Kind = "unjoin"            // Legs [OneWay] not written when a leg ended
	KindRecord       Kind = "record"            // URL or Error
	KindGet          Kind = "kv_get"            // Key Found [Ms] [Error]
	KindPut          Kind = "kv_put"            // Key [Ms] [Error]
	KindRemove       Kind = "kv_remove"         // Key Found [Ms] [Error]
	KindHTTP         Kind = "http"              // Method URL [Body] Code [Ms] [Error] at its start; the answer comes Ms later
	KindCallList     Kind = "call_list"         // Outcome [Body] Code [Ms] [Error] a report to the call list, as KindHTTP
	KindQueue        Kind = "queue"             // To ID Outcome [Code] what comes of a request or task in a queue: queued, refused, reached, left or ended
	KindMail         Kind = "mail"              // Count Code [Ms] [Error] as KindHTTP; who and what is not written
	KindRequest      Kind = "request"           // Method URL [Body] Code once it is answered; URL is the path that the script got
	KindMessage      Kind = "message"           // Text [By] sent by the person, or by the script
	KindInfo         Kind = "info"              // Mime Body [By] as message
	KindMic          Kind = "mic"               // Active [Ignored]
	KindTransfer     Kind = "transfer"          // To Outcome [Code] [Reason] [By] [Ignored] asked for, done or failed
	KindSocket       Kind = "socket"            // ID Outcome [URL] [Method] [Text] [Code] [Reason] [By] [Ms] of a connection, see Remote
	KindHeard        Kind = "heard"             // [Leg] ID [Text] [Outcome] [Error] what recognition or a detector made of speech
	KindDevice       Kind = "device"            // Outcome [By] [Ignored] what the other side's device did, such as hold or beep
	KindHangup       Kind = "hangup"            // By: "caller", "callee", "scenario" or "platform"
	KindDisconnected Kind = "disconnected"      // Code Duration
	KindLog          Kind = "log"               // Text
	KindNote         Kind = "note"              // Text, a remark of the emulator
	KindStep         Kind = "step"              // ID Outcome Ms
	KindTimer        Kind = "timer"             // ID fired
	KindError        Kind = "error"             // Text At
	KindTerminating  Kind = "terminating"       // [Error]
	KindTerminated   Kind = "terminated"        // [Error]
)

// Kinds returns all kinds of events, in the order of a call's life.
func Kinds() []Kind {
	return []Kind{
		KindIncoming, KindAnswer, KindReject, KindSay, KindPlay, KindStop, KindFinished, KindTone, KindDial,
		KindRinging, KindEarlyMedia, KindConnected, KindFailed, KindJoin, KindUnjoin, KindRecord,
		KindGet, KindPut, KindRemove, KindHTTP, KindCallList, KindQueue, KindMail, KindRequest, KindMessage, KindInfo, KindMic, KindTransfer,
		KindSocket,
		KindHeard, KindDevice,
		KindHangup, KindDisconnected,
		KindLog, KindNote, KindStep, KindTimer, KindError, KindTerminating, KindTerminated,
	}
}

// Event is one line of a trace. Which fields count depends on Kind; the field
// order here is the order in which they are written.
type Event struct {
	T        int64    `json:"t"`   // ms since the session started
	Seq      int      `json:"seq"` // from 1, without gaps
	Kind     Kind     `json:"kind"`
	Leg      string   `json:"leg,omitempty"` // "caller", then "leg-1", "leg-2" in order of dialling
	Legs     []string `json:"legs,omitempty"`
	From     string   `json:"from,omitempty"`
	To       string   `json:"to,omitempty"`
	CallerID string   `json:"callerid,omitempty"`
	Display  string   `json:"display,omitempty"`
	Via      string   `json:"via,omitempty"`
	ID       string   `json:"id,omitempty"`
	Outcome  string   `json:"outcome,omitempty"`
	Text     string   `json:"text,omitempty"`
	Voice    string   `json:"voice,omitempty"` // path below VoiceList
	Digit    string   `json:"digit,omitempty"`
	Key      string   `json:"key,omitempty"`
	Found    bool     `json:"found,omitempty"`
	Method   string   `json:"method,omitempty"`
	URL      string   `json:"url,omitempty"`
	Mime     string   `json:"mime,omitempty"`
	Body     string   `json:"body,omitempty"`
	Loop     bool     `json:"loop,omitempty"`
	OneWay   bool     `json:"one_way,omitempty"`
	Active   bool     `json:"active,omitempty"`
	Ignored  bool     `json:"ignored,omitempty"` // the script does not handle it
	Hidden   bool     `json:"hidden,omitempty"`  // the platform's log does not show it
	By       string   `json:"by,omitempty"`
	Count    int64    `json:"count,omitempty"` // people
	Code     int      `json:"code,omitempty"`
	Reason   string   `json:"reason,omitempty"`
	Duration int64    `json:"duration,omitempty"` // s
	Ms       int64    `json:"ms,omitempty"`
	Error    string   `json:"error,omitempty"`
	At       string   `json:"at,omitempty"` // FILE:LINE:COLUMN
}
