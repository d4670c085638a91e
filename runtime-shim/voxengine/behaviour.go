package voxengine

import "github.com/ringflow/ringflow/runtime-shim/facts"

// behaviour is the switches of facts.Switches, read once. The zero value is the
// default of each.
type behaviour struct {
	replacedFinishes bool
	cutFinishes      bool
	bridgeResumes    bool
	sayWaits         bool
	rejectionLogged  bool
	httpRejects      bool
	endedWarns       bool
	requireThrows    bool
	modulesAvailable bool
	drainDrops       bool
	listenersOnce    bool
	timersKeepAlive  bool
	ttlRequired      bool
	customDataCut    bool
	timersIgnored    bool
	earlyTones       bool
	shuffledEvents   bool
	secretsAbsent    bool
	ivrTones         bool
	ivrPromptDeaf    bool
	ivrOneTimeout    bool
	timeoutClamped   bool
	pathSuffix       bool
	playersFail      bool
	stoppedWarns     bool
	refusedErrorOnly bool
	sendIgnored      bool
	socketFails      bool
	dataPlain        bool
	clearedSilent    bool
	stopFinishes     bool

	profileErrors, resultsEach, confidenceFraction bool // of speech recognition
	desertedOffline                                bool
	refusedCanceled                                bool
	unheardCancels                                 bool
	endpointsThrow                                 bool
	stopRemoves                                    bool
}

func behave(chosen facts.Settings) behaviour {
	if len(chosen) == 0 {
		return behaviour{}
	}
	other := func(id, setting string) bool { return chosen.Get(id) == setting }
	return behaviour{
		replacedFinishes: other(facts.ReplacedPlayback, "finishes"),
		cutFinishes:      other(facts.CutPlayback, "finishes"),
		bridgeResumes:    other(facts.BridgeAfterSpeech, "resumes"),
		sayWaits:         other(facts.SayBeforeConnected, "waits"),
		rejectionLogged:  other(facts.UnhandledRejection, "logged"),
		httpRejects:      other(facts.HTTPFailure, "rejects"),
		endedWarns:       other(facts.EndedCall, "warns"),
		requireThrows:    other(facts.UndefinedRequire, "throws"),
		modulesAvailable: other(facts.MissingRequire, "available"),
		drainDrops:       other(facts.DrainCallbacks, "dropped"),
		listenersOnce:    other(facts.DuplicateListener, "once"),
		timersKeepAlive:  other(facts.IdleSession, "waits-for-timers"),
		ttlRequired:      other(facts.MissingTTL, "rejects"),
		customDataCut:    other(facts.LongCustomData, "truncates"),
		timersIgnored:    other(facts.TimerLimit, "ignored"),
		earlyTones:       other(facts.EarlyTones, "delivered"),
		shuffledEvents:   other(facts.EventOrder, "shuffled"),
		secretsAbsent:    other(facts.SecretReader, "absent"),
		ivrTones:         other(facts.MenuTones, "handled"),
		ivrPromptDeaf:    other(facts.MenuPrompt, "deaf"),
		ivrOneTimeout:    other(facts.MenuTimeout, "once"),
		timeoutClamped:   other(facts.CallTimeoutRange, "clamped"),
		pathSuffix:       other(facts.RequestPath, "suffix"),
		playersFail:      other(facts.PlayerLimit, "fails"),
		stoppedWarns:     other(facts.StoppedPlayer, "warns"),
		refusedErrorOnly: other(facts.RefusedSocket, "error"),
		sendIgnored:      other(facts.SocketNotOpen, "ignored"),
		socketFails:      other(facts.SocketAddress, "fails"),
		dataPlain:        other(facts.ServiceData, "plain"),
		clearedSilent:    other(facts.ClearedMedia, "silent"),
		stopFinishes:     other(facts.PlayerStop, "finishes"),

		profileErrors:      other(facts.RecognitionProfileMissing, "error"),
		resultsEach:        other(facts.ContinuousResults, "each"),
		confidenceFraction: other(facts.ConfidenceScale, "fraction"),
		desertedOffline:    other(facts.DesertedQueue, "offline"),
		refusedCanceled:    other(facts.RefusedTask, "canceled"),
		unheardCancels:     other(facts.UnheardClient, "cancels"),
		endpointsThrow:     other(facts.EndpointLimit, "throws"),
		stopRemoves:        other(facts.StoppedConference, "leaves"),
	}
}
