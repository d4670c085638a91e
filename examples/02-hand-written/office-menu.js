// A menu in the style of 2017: voices by Language, a timer for silence, keys in
// a switch. 1 is sales, 2 is the opening hours, anything else repeats the menu.
var SALES = "13333333333", NUMBER = "10000000000";
var call, timer, rounds = 0;

VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  call = e.call;
  call.addEventListener(CallEvents.Connected, menu);
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  call.addEventListener(CallEvents.ToneReceived, onTone);
  call.answer();
});

function menu() {
  rounds++;
  if (rounds > 3) return bye();
  call.handleTones(true);
  call.say("For sales press one. For our opening hours press two.", Language.US_ENGLISH_FEMALE);
  call.removeEventListener(CallEvents.PlaybackFinished);
  call.addEventListener(CallEvents.PlaybackFinished, function () {
    timer = setTimeout(menu, 5000);
  });
}

function onTone(e) {
  clearTimeout(timer);
  call.removeEventListener(CallEvents.PlaybackFinished);
  call.stopPlayback();
  switch (e.tone) {
    case "1":
      sales();
      break;
    case "2":
      call.say("We are open from nine to five.", Language.US_ENGLISH_FEMALE);
      call.addEventListener(CallEvents.PlaybackFinished, menu);
      break;
    default:
      menu();
  }
}

function sales() {
  call.handleTones(false);
  var out = VoxEngine.callPSTN(SALES, NUMBER);
  call.startPlayback("https://sounds.example/ringback.mp3", true);
  out.addEventListener(CallEvents.Connected, function () {
    VoxEngine.sendMediaBetween(call, out);
  });
  out.addEventListener(CallEvents.Failed, function (e) {
    Logger.write("sales: " + e.code + " " + e.reason);
    bye();
  });
  out.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
}

function bye() {
  call.stopPlayback();
  call.say("Please call again later. Goodbye.", Language.US_ENGLISH_FEMALE);
  call.removeEventListener(CallEvents.PlaybackFinished);
  call.addEventListener(CallEvents.PlaybackFinished, function () {
    call.hangup();
  });
}
