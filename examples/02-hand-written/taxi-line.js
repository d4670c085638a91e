// One number for drivers and passengers: neither sees the other's. The dispatch
// system knows who rides with whom; who calls from another phone types the code
// of the ride. Every call is recorded and reported at its end, however it ends.
// Grew since 2017, by three people.
try { require(Modules.Player); require(Modules.Recorder); } catch (e) { Logger.write("old modules"); }

var SHARED = "10000000000", API = "https://dispatch.taxi.example/";
var a, b, ride = null, report = { ride: null, record: null, talked: 0, code: 0 }, tries = 0, typed = "";

VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  a = e.call;
  a.addEventListener(CallEvents.Connected, function (e) {
    a.record({ stereo: true, name: "ride" });
    find("phone=" + encodeURIComponent(a.callerid()), askForCode);
  });
  a.addEventListener(CallEvents.RecordStarted, function (e) { report.record = e.url; });
  a.addEventListener(CallEvents.RecordError, function (e) { report.record = "failed: " + e.error; });
  a.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  a.answer();
});

// the last words of the session
VoxEngine.addEventListener(AppEvents.Terminating, function () {
  Net.httpRequest(API + "calls", function () { }, {
    method: "post",
    headers: ["Content-Type: application/json"],
    postData: JSON.stringify(report),
  });
});

function find(query, otherwise) {
  Net.httpRequest(API + "ride?" + query, function (res) {
    Logger.write("dispatch: " + res.code);
    if (res.code == 200 && res.text.indexOf("OK;") === 0) {
      parts = res.text.split(";");
      ride = { id: parts[1], number: parts[2], who: parts[3] };
      report.ride = ride.id;
      connect();
    } else if (res.code < 9 && !find.again) {
      find.again = true; // the network: once more
      setTimeout(function () { find(query, otherwise); }, 1000);
    } else {
      otherwise();
    }
  });
}

function askForCode() {
  tries++;
  if (tries > 2) return sorry("We cannot find your ride.");
  typed = "";
  a.handleTones(true);
  a.removeEventListener(CallEvents.ToneReceived);
  a.addEventListener(CallEvents.ToneReceived, onTone);
  a.removeEventListener(CallEvents.PlaybackFinished);
  a.addEventListener(CallEvents.PlaybackFinished, function () {
    silence = setTimeout(function () {
      a.removeEventListener(CallEvents.ToneReceived);
      askForCode();
    }, 8000);
  });
  silence = 0;
  a.say("Please type the four digits of your ride.", Language.US_ENGLISH_FEMALE);
}

function onTone(e) {
  typed += e.tone;
  if (typed.length < 4) return;
  clearTimeout(silence);
  a.removeEventListener(CallEvents.ToneReceived);
  a.removeEventListener(CallEvents.PlaybackFinished);
  a.stopPlayback();
  find("code=" + typed, askForCode);
}

function connect() {
  a.removeEventListener(CallEvents.PlaybackFinished);
  b = VoxEngine.callPSTN(ride.number, SHARED);
  a.startPlayback("https://sounds.taxi.example/ringing.mp3", true);
  b.addEventListener(CallEvents.Connected, function () {
    since = new Date().getTime();
    if (ride.who == "passenger") {
      b.say("Your driver is calling.", Language.US_ENGLISH_FEMALE);
      b.addEventListener(CallEvents.PlaybackFinished, bridge);
    } else {
      bridge();
    }
  });
  b.addEventListener(CallEvents.Failed, function (e) {
    report.code = e.code;
    a.stopPlayback();
    sorry(e.code == 486 ? "The line is busy." : (ride.who == "driver" ? "Your driver" : "The passenger") + " does not answer.");
  });
  b.addEventListener(CallEvents.Disconnected, function (e) {
    report.talked = e.duration;
    VoxEngine.terminate();
  });
}

function bridge() {
  b.removeEventListener(CallEvents.PlaybackFinished);
  report.code = 200;
  a.stopPlayback();
  VoxEngine.sendMediaBetween(a, b);
  setTimeout(function () { // nobody talks for that long
    Logger.write("cut off after " + Math.round((new Date().getTime() - since) / 1000) + " s");
    b.hangup();
  }, 10 * 60 * 1000);
}

function sorry(text) {
  a.removeEventListener(CallEvents.PlaybackFinished);
  a.addEventListener(CallEvents.PlaybackFinished, function () { a.hangup(); });
  a.say(text, Language.US_ENGLISH_FEMALE);
}
