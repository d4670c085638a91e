// Debt reminders, 2018. Custom data:  NUMBER:AMOUNT
// Was made for call lists of the old kind, so it uses AI.detectVoicemail.
// Answering machines: wait until they are silent, then speak. Humans: say it
// and let them press 1 (paid already) or 2 (talk to the office).
require(Modules.AI); require(Modules.ASR);

var parts = VoxEngine.customData().split(":");
var number = parts[0], amount = parts[1];
var REPORT = "https://debts.example/calls.php", OFFICE = "13333333333", OUR = "10000000000";
var text = "Your payment of " + amount + " dollars is due.";
call = null;
detected = null; // "machine", "human"
reported = false;

VoxEngine.addEventListener(AppEvents.Started, function (e) {
  if (!amount) {
    Logger.write("no amount");
    VoxEngine.terminate();
    return;
  }
  call = VoxEngine.callPSTN(number, OUR);
  call.addEventListener(CallEvents.AudioStarted, function (e) {
    AI.detectVoicemail(e.call).then(function (res) {
      Logger.write("machine, " + (res.confidence >= 75 ? "sure" : "not sure"));
      machine();
    }).catch(function (err) {
      human();
    });
  });
  call.addEventListener(AI.Events.VoicemailDetected, function (e) { Logger.write("VoicemailDetected"); });
  call.addEventListener(CallEvents.Connected, function (e) {
    connected = true;
    next();
  });
  call.addEventListener(CallEvents.Failed, function (e) { report("code " + e.code); });
  call.addEventListener(CallEvents.Disconnected, function (e) { report(status, e.duration); });
});

connected = false;
status = "no result";

function machine() {
  detected = "machine";
  next();
}

function human() {
  if (detected) return;
  detected = "human";
  next();
}

// detection may come before the answer (early media) or after it
function next() {
  if (!connected || !detected || next.done) return;
  if (call.state() != "CONNECTED") return;
  next.done = true;
  if (detected == "human") {
    talk();
    return;
  }
  asr = VoxEngine.createASR(ASRLanguage.ENGLISH_US);
  var wait = null, go = function () {
    asr.removeEventListener(ASREvents.CaptureStarted);
    asr.removeEventListener(ASREvents.SpeechCaptured);
    if (call.state() != "CONNECTED") return;
    call.stopMediaTo(asr);
    asr.stop();
    status = "machine, cut off";
    call.addEventListener(CallEvents.PlaybackFinished, function () {
      if (call.state() != "CONNECTED") return;
      status = "machine";
      call.hangup();
    });
    call.say(text + " Call us back.", Language.US_ENGLISH_FEMALE);
  };
  asr.addEventListener(ASREvents.CaptureStarted, function () { clearTimeout(wait); });
  asr.addEventListener(ASREvents.SpeechCaptured, function () { wait = setTimeout(go, 2500); });
  call.sendMediaTo(asr);
  wait = setTimeout(go, 2500);
}

function talk() {
  status = "human, no key";
  call.handleTones(true);
  call.addEventListener(CallEvents.ToneReceived, function (e) {
    if (e.tone == "1") {
      status = "paid";
      call.hangup();
    }
    if (e.tone == "2") office();
  });
  call.addEventListener(CallEvents.PlaybackFinished, function () {
    call.removeEventListener(CallEvents.PlaybackFinished);
    setTimeout(function () { if (status == "human, no key") call.hangup(); }, 8000);
  });
  call.say(text + " Press 1 if you have paid, or 2 to talk to us.", Language.US_ENGLISH_FEMALE);
}

function office() {
  if (status == "office") return;
  status = "office";
  call.stopPlayback();
  var other = VoxEngine.callPSTN(OFFICE, OUR);
  other.addEventListener(CallEvents.Connected, function () { VoxEngine.sendMediaBetween(call, other); });
  other.addEventListener(CallEvents.Failed, function () {
    status = "office is closed";
    call.hangup();
  });
  other.addEventListener(CallEvents.Disconnected, function () { call.hangup(); });
}

function report(status, duration) {
  if (reported) return;
  reported = true;
  Net.httpRequest(REPORT + "?number=" + number + "&status=" + encodeURIComponent(status) + "&time=" + (duration || 0), function (res) {
    if (res.code != 200) Logger.write("LOST: " + number.substr(-2) + " " + status);
    VoxEngine.terminate();
  });
}
