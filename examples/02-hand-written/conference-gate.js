// The way into the meetings of a school, 2016. Who calls types a PIN; the PIN
// says which meeting it is and whose it is:
//   storage  pin:1234  ->  MEETING;NAME;ORGANISER
// The caller goes to the conference by callConference and easyProcess; what
// happens there is in conference-room.js, bound to the rule conf_.*
require(Modules.ApplicationStorage);

var inbound, conf, typed = "", wrong = 0, timer = null;

VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  inbound = e.call;
  inbound.addEventListener(CallEvents.Connected, askPin);
  inbound.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  inbound.addEventListener(CallEvents.Failed, VoxEngine.terminate);
  inbound.answer();
});

function askPin() {
  typed = "";
  inbound.handleTones(true);
  inbound.addEventListener(CallEvents.ToneReceived, onTone);
  inbound.addEventListener(CallEvents.PlaybackFinished, startTimer);
  inbound.say(wrong == 0 ? "Welcome. Please type the pin of your meeting." : "There is no such meeting. Please type the pin again.", Language.US_ENGLISH_FEMALE);
}

function startTimer() {
  inbound.removeEventListener(CallEvents.PlaybackFinished);
  timer = setTimeout(wrongPin, 10000);
}

function onTone(e) {
  inbound.stopPlayback();
  inbound.removeEventListener(CallEvents.PlaybackFinished);
  clearTimeout(timer);
  timer = setTimeout(wrongPin, 5000);
  typed += e.tone;
  if (typed.length < 4) return;
  inbound.removeEventListener(CallEvents.ToneReceived);
  clearTimeout(timer);
  ApplicationStorage.get("pin:" + typed).then(function (item) {
    if (inbound.state() != "CONNECTED") return;
    if (!item) return wrongPin();
    p = item.value.split(";");
    enter(p[0], p[1], p[2]);
  }).catch(function (err) {
    Logger.write("storage: " + err.message);
    bye("The meetings are not available.");
  });
}

function wrongPin() {
  clearTimeout(timer);
  inbound.removeEventListener(CallEvents.ToneReceived);
  inbound.removeEventListener(CallEvents.PlaybackFinished);
  wrong++;
  if (wrong > 2) bye("Goodbye.");
  else askPin();
}

function bye(text) {
  inbound.addEventListener(CallEvents.PlaybackFinished, VoxEngine.terminate);
  inbound.say(text, Language.US_ENGLISH_FEMALE);
}

function enter(meeting, name, organiser) {
  inbound.say("Hello, " + name + ".", Language.US_ENGLISH_FEMALE);
  inbound.addEventListener(CallEvents.PlaybackFinished, function () {
    inbound.removeEventListener(CallEvents.PlaybackFinished);
    if (inbound.state() != "CONNECTED") return;
    conf = VoxEngine.callConference("conf_" + meeting, inbound.callerid(), name, { "X-Organiser": organiser || "" });
    VoxEngine.easyProcess(inbound, conf);
    // easyProcess hangs up when there is no conference, we want to say so
    conf.removeEventListener(CallEvents.Failed);
    conf.addEventListener(CallEvents.Failed, function (e) {
      Logger.write("no room: " + e.code);
      bye(e.code == 403 ? "The meeting is locked." : "The meeting cannot be reached.");
    });
  });
}
