// The meetings themselves: one session for each conf_NAME. The first who comes
// hears music until the organiser, who is called, is there. Names of those who
// come and go are announced to all. The organiser's keys:
//   1  nobody else may come in      2  how many we are      0  the end
require(Modules.Conference);

var conf = null, organiser = null, people = [], locked = false, over = false;
var OUR = "10000000000", MUSIC = "https://sounds.school.example/before.mp3";

VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  if (locked) {
    e.call.reject(403);
    return;
  }
  if (!conf) begin(e.destination, e.headers["X-Organiser"]);
  e.call.addEventListener(CallEvents.Connected, function (c) { come(c.call, e.displayName || "Somebody"); });
  e.call.addEventListener(CallEvents.Failed, function () { Logger.write("failed before the answer"); });
  e.call.answer();
});

function begin(name, number) {
  conf = VoxEngine.createConference({ hd_audio: true });
  conf.addEventListener(ConferenceEvents.Stopped, function () { Logger.write(name + " is over"); });
  if (!number) return;
  organiser = VoxEngine.callPSTN(number, OUR);
  organiser.addEventListener(CallEvents.Connected, function () {
    organiser.handleTones(true);
    organiser.addEventListener(CallEvents.ToneReceived, onKey);
    organiser.say("Your meeting has begun.", Language.US_ENGLISH_FEMALE);
    organiser.addEventListener(CallEvents.PlaybackFinished, function () {
      organiser.removeEventListener(CallEvents.PlaybackFinished);
      if (organiser && organiser.state() == "CONNECTED") come(organiser, "The organiser");
    });
  });
  organiser.addEventListener(CallEvents.Failed, function (e) {
    Logger.write("organiser: " + e.code);
    organiser = null;
    if (!over) announce("The organiser cannot be reached.");
  });
  organiser.addEventListener(CallEvents.Disconnected, function () {
    people = people.filter(function (who) { return who.call !== organiser; });
    organiser = null;
    finish("The organiser has left.");
  });
}

// one in the room hears music, two and more hear each other
function come(call, name) {
  var who = { call: call, name: name };
  people.push(who);
  if (call !== organiser) call.addEventListener(CallEvents.Disconnected, function () { go(who); });
  if (people.length == 1) {
    call.startPlayback(MUSIC, true);
    return;
  }
  if (people.length == 2) enter(people[0]);
  enter(who);
  announce(name + " has joined.");
}

function enter(who) {
  if (who.call.state() != "CONNECTED") return;
  who.call.stopPlayback();
  VoxEngine.sendMediaBetween(who.call, conf);
}

function go(who) {
  for (i = 0; i < people.length; i++) {
    if (people[i] === who) people.splice(i, 1);
  }
  if (people.length == 0 && !organiser) return VoxEngine.terminate();
  if (people.length == 0) return;
  announce(who.name + " has left.");
}

function announce(text, then) {
  var player = VoxEngine.createTTSPlayer(text, Language.US_ENGLISH_FEMALE);
  player.addEventListener(PlayerEvents.PlaybackFinished, function () { if (then) then(); });
  player.sendMediaTo(conf);
  // who waits alone is not in the conference yet
  if (people.length == 1 && !organiser) {
    people[0].call.stopPlayback();
    player.sendMediaTo(people[0].call);
  }
}

function onKey(e) {
  if (e.tone == "1") {
    locked = true;
    announce("The meeting is locked.");
  } else if (e.tone == "2") {
    announce("You are " + people.length + ".");
  } else if (e.tone == "0") {
    finish("The meeting is over.");
  }
}

function finish(text) {
  if (over) return;
  over = true;
  locked = true;
  if (people.length == 0) return VoxEngine.terminate();
  announce(text, function () {
    conf.stop();
    setTimeout(VoxEngine.terminate, 100);
  });
}
