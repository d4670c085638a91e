package facts

// Switch is one fact about the platform that is not verified. The engine can
// behave either way; a flow passes only when it passes under all settings.
type Switch struct {
	ID       string
	Settings []string // the first is the default, the more careful assumption
	Says     string   // what is not known, as one sentence
	Probe    string   // how to find out on a real account
}

// Ids of the switches.
const (
	ReplacedPlayback   = "replaced-playback"
	CutPlayback        = "cut-playback"
	BridgeAfterSpeech  = "bridge-after-speech"
	SayBeforeConnected = "say-before-connected"
	UnhandledRejection = "unhandled-rejection"
	HTTPFailure        = "http-failure"
	EndedCall          = "ended-call"
	UndefinedRequire   = "undefined-require"
	MissingRequire     = "missing-require"
	DrainCallbacks     = "drain-callbacks"
	DuplicateListener  = "duplicate-listener"
	IdleSession        = "idle-session"
	MissingTTL         = "missing-ttl"
	LongCustomData     = "long-custom-data"
	TimerLimit         = "timer-limit"
	EarlyTones         = "early-tones"
	EventOrder         = "event-order"
	SecretReader       = "secret-reader"
	MenuTones          = "menu-tones"
	MenuPrompt         = "menu-prompt"
	MenuTimeout        = "menu-timeout"
	CallTimeoutRange   = "call-timeout-range"
	RequestPath        = "request-path"
	PlayerLimit        = "player-limit"
	StoppedPlayer      = "stopped-player"
	RefusedSocket      = "refused-socket"
	SocketNotOpen      = "socket-not-open"
	SocketAddress      = "socket-address"
	ServiceData        = "service-data"
	ClearedMedia       = "cleared-media"
	PlayerStop         = "player-stop"

	RecognitionProfileMissing = "recognition-profile"
	ContinuousResults         = "continuous-results"
	ConfidenceScale           = "confidence-scale"
	DesertedQueue             = "deserted-queue"
	RefusedTask               = "refused-task"
	UnheardClient             = "unheard-client"
	EndpointLimit             = "endpoint-limit"
	StoppedConference         = "stopped-conference"
)

// Switches returns the table of unverified facts, in the order in which the
// documentation lists them. The caller may change the copy.
func Switches() []Switch {
	return append([]Switch(nil), switches[:]...)
}

// LookupSwitch returns the switch with an id.
func LookupSwitch(id string) (Switch, bool) {
	for i := range switches {
		if switches[i].ID == id {
			return switches[i], true
		}
	}
	return Switch{}, false
}

var switches = [...]Switch{
	{ReplacedPlayback, []string{"silent", "finishes"},
		"whether PlaybackFinished is sent for a playback that another one replaced",
		"say a long text, say another one after 1 s, count PlaybackFinished in the log"},
	{CutPlayback, []string{"silent", "finishes"},
		"whether PlaybackFinished is sent for a playback that the end of its call cut off",
		"hang up while a long text plays, look for PlaybackFinished in the log"},
	{BridgeAfterSpeech, []string{"gone", "resumes"},
		"whether two joined calls hear each other again after a text was spoken into one of them",
		"join two calls, say a text on one, listen on it after the text"},
	{SayBeforeConnected, []string{"dropped", "waits"},
		"whether speech asked for between answer() and Connected is dropped or played once the call is connected",
		"call answer() and say() in one handler, listen"},
	{UnhandledRejection, []string{"ends-session", "logged"},
		"whether a promise that is rejected without a handler ends the session",
		"reject a promise without a handler, look for Terminating in the log"},
	{HTTPFailure, []string{"resolves", "rejects"},
		"whether httpRequestAsync resolves with a negative code or rejects when the network fails",
		"request an address that does not exist, log which side was called"},
	{EndedCall, []string{"throws", "warns"},
		"whether using a call after its end throws",
		"call say() on a call in its Disconnected handler inside try and catch"},
	{UndefinedRequire, []string{"ignored", "throws"},
		"whether require() of something that is not a module throws",
		"require(Modules.Nothing) inside try and catch"},
	{MissingRequire, []string{"undefined", "available"},
		"whether what belongs to a module exists before the module was required",
		"log typeof ApplicationStorage without requiring it"},
	{DrainCallbacks, []string{"delivered", "dropped"},
		"whether callbacks of HTTP requests still run after terminate()",
		"start a slow request, call terminate(), write a log line in its callback"},
	{DuplicateListener, []string{"twice", "once"},
		"whether a listener that was added twice is called twice",
		"add one function twice to CallEvents.Connected, count its calls"},
	{IdleSession, []string{"ends", "waits-for-timers"},
		"whether pending timers keep a session without calls alive beyond 60 s",
		"reject the call, set a timer of 90 s, see if it fires"},
	{MissingTTL, []string{"default", "rejects"},
		"whether ApplicationStorage.put without a time to live takes a default or rejects",
		"put a key without a time to live inside try and catch, read it back"},
	{LongCustomData, []string{"throws", "truncates"},
		"whether custom data of more than 200 bytes throws or is cut",
		"set 201 bytes inside try and catch, read them back"},
	{TimerLimit, []string{"throws", "ignored"},
		"whether the timer after the hundredth throws or is never run",
		"start 101 timers inside try and catch, count those that fire"},
	{EarlyTones, []string{"dropped", "delivered"},
		"whether keys pressed before the call is connected reach the script",
		"press a key while the scenario plays early media"},
	{EventOrder, []string{"arrival", "shuffled"},
		"in which order events of different calls and requests arrive that happen at the same moment; one object's own events keep their order",
		"not observable on purpose; a scenario must not depend on it"},
	{SecretReader, []string{"present", "absent"},
		"whether scenarios can read secrets by VoxEngine.getSecretValue, which is newer than the platform's declarations",
		"log typeof VoxEngine.getSecretValue"},
	{MenuTones, []string{"need-handling", "handled"},
		"whether an IVRState hears keys when the scenario has not called handleTones(true)",
		"enter a state without handleTones, press a key, log what onInputComplete gets"},
	{MenuPrompt, []string{"interrupted", "deaf"},
		"whether a key that is pressed during the prompt of an IVRState interrupts it and counts, or is lost",
		"press a key during a long prompt, listen, log what onInputComplete gets"},
	{MenuTimeout, []string{"each-key", "once"},
		"whether the timeout of an IVRState begins again with each key",
		"press a key every 3 s into a state with inputLength 3 and a timeout of 5 s, log which callback comes"},
	{CallTimeoutRange, []string{"ignored", "clamped"},
		"whether a VI-CallTimeout outside of 10 to 400 s is ignored or taken as the nearest that is allowed",
		"call a user who does not answer with the header VI-CallTimeout 5, log when Failed comes"},
	{RequestPath, []string{"full", "suffix"},
		"whether path of HttpRequest is the whole path, or only what follows the session's address",
		"request the session's address with /test added, log e.path"},
	{PlayerLimit, []string{"throws", "fails"},
		"whether the eleventh media player throws or is made and ends in an error",
		"create 11 players inside try and catch, log the Error event of the last"},
	{StoppedPlayer, []string{"throws", "warns"},
		"whether using a player after stop() throws",
		"call stop() and then resume() on a player inside try and catch"},
	{RefusedSocket, []string{"error-and-close", "error"},
		"whether a WebSocket that cannot connect, or breaks, sends CLOSE after ERROR",
		"create a WebSocket to a host that does not exist, log both events"},
	{SocketNotOpen, []string{"throws", "ignored"},
		"whether sending on a WebSocket or a client of a service that is not open throws",
		"call send() right after createWebSocket() inside try and catch"},
	{SocketAddress, []string{"throws", "fails"},
		"whether createWebSocket throws for an address that it does not take, or the WebSocket fails later",
		"create a WebSocket to wss://192.0.2.1/ inside try and catch, log ERROR"},
	{ServiceData, []string{"payload", "plain"},
		"whether the events of AI clients carry what the service sent as data.payload, or as data itself",
		"log JSON.stringify of the data of SessionCreated"},
	{ClearedMedia, []string{"ends", "silent"},
		"whether a stream that clearMediaBuffer cut off ends with MEDIA_ENDED",
		"call clearMediaBuffer while the other side speaks, look for MEDIA_ENDED in the log"},
	{PlayerStop, []string{"silent", "finishes"},
		"whether PlaybackFinished is sent for a player that stop() cut off",
		"call stop() on a player while it plays, look for PlaybackFinished in the log"},
	{RecognitionProfileMissing, []string{"throws", "error"},
		"whether speech recognition without a profile throws or is made and sends ASRError",
		"call createASR({}) inside try and catch, log ASRError"},
	{ContinuousResults, []string{"joined", "each"},
		"whether recognition without singleUtterance joins what is said within a second into one result",
		"say two words half a second apart, count the events Result"},
	{ConfidenceScale, []string{"percent", "fraction"},
		"whether confidence of a recognition result goes up to 100 or to 1, which depends on its provider",
		"log confidence of a clear result for each provider in use"},
	{DesertedQueue, []string{"waits", "offline"},
		"whether an ACD request that waits hears of it when its last agent is banned or goes",
		"enqueue a request, let the only agent decline the call, look for ACDEvents.Offline in the log"},
	{RefusedTask, []string{"error", "canceled"},
		"whether a SmartQueue task that its queue does not take ends in Error or in TaskCanceled",
		"enqueue a task while all agents are offline, log both events"},
	{UnheardClient, []string{"waits", "cancels"},
		"whether a SmartQueue task whose client hung up is canceled when nothing listens to ClientDisconnected",
		"enqueue a task while no agent is ready, hang up, see whether TaskCanceled comes"},
	{EndpointLimit, []string{"fails", "throws"},
		"whether the endpoint after the hundredth of a conference is a ConferenceError or throws",
		"add one call 101 times inside try and catch, log ConferenceError"},
	{StoppedConference, []string{"stays", "leaves"},
		"whether endpoints of a conference that is stopped are announced by EndpointRemoved",
		"add a call to a conference, call stop(), log EndpointRemoved"},
}
