// Numbers of the company come in here and leave for the office's SIP server. Its
// second line is tried when the first does not take the call, then the mobile of
// whoever is on duty. Written in 2018 and not touched much since.
try { require(Modules.CallList); } catch (err) { } // was here before, nobody knows why

var TRUNK = "sip:{number}@pbx.office.example",
    BACKUP = "sip:{number}@pbx2.office.example",
    DUTY = "13333333333",
    OUR = "10000000000";

var inCall, outCall, originalHeaders = {}, attempt = 0;

VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  inCall = e.call;
  // the carrier's headers go through, ours on top of them
  for (name in e.headers) {
    if (name.substring(0, 2) == "X-") originalHeaders[name] = e.headers[name];
  }
  originalHeaders["X-Came-In"] = e.destination;
  inCall.addEventListener(CallEvents.Disconnected, onInDisconnected);
  inCall.addEventListener(CallEvents.Failed, VoxEngine.terminate);
  inCall.startEarlyMedia();
  inCall.startPlayback("http://sounds.office.example/ringing.mp3", true);
  next();
});

function next() {
  attempt++;
  switch (attempt) {
    case 1:
      out = VoxEngine.callSIP(TRUNK.replace("{number}", inCall.number()), inCall.callerid(), inCall.displayName(), "", "", originalHeaders);
      break;
    case 2:
      out = VoxEngine.callSIP(BACKUP.replace("{number}", inCall.number()), { callerid: inCall.callerid(), displayName: inCall.displayName(), headers: originalHeaders });
      break;
    case 3:
      out = VoxEngine.callPSTN(DUTY, OUR);
      break;
    default:
      return nobody();
  }
  outCall = out;
  outCall.addEventListener(CallEvents.Connected, onOutConnected);
  outCall.addEventListener(CallEvents.Failed, onOutFailed);
  outCall.addEventListener(CallEvents.Disconnected, onOutDisconnected);
  ringing = setTimeout(function () { outCall.hangup(); }, 20 * 1000);
}

function onOutConnected(e) {
  clearTimeout(ringing);
  Logger.write("=== connected by way " + attempt);
  inCall.stopPlayback();
  inCall.answer();
  VoxEngine.sendMediaBetween(inCall, outCall);
}

function onOutFailed(e) {
  clearTimeout(ringing);
  Logger.write("=== way " + attempt + " failed: " + e.code + " " + e.reason);
  if (e.code == 603) {
    // somebody pressed the red button: that is an answer too
    inCall.reject(603);
    return;
  }
  if (inCall.state() == "TERMINATED") return;
  next();
}

function onOutDisconnected(e) {
  Logger.write("=== they talked for " + e.duration + " s");
  inCall.hangup();
}

function onInDisconnected(e) {
  if (outCall && outCall.state() != "TERMINATED") outCall.hangup();
  VoxEngine.terminate();
}

function nobody() {
  inCall.stopPlayback();
  inCall.addEventListener(CallEvents.PlaybackFinished, function () {
    inCall.removeEventListener(CallEvents.PlaybackFinished);
    inCall.reject(480);
  });
  inCall.say("Nobody can take your call right now.", Language.UK_ENGLISH_FEMALE);
}
