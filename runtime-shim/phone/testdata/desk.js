// A small front desk: 1 reaches a colleague, 2 hears music, 9 ends the call. The
// keys 3, 4, 6, 7 and 8 do what a good desk would not. Everything else is asked
// again.
require(Modules.ApplicationStorage);
let call;

VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  call = e.call;
  call.addEventListener(CallEvents.Connected, () => {
    call.handleTones(true);
    call.record();
    greet("Welcome. Press one for a colleague.");
  });
  call.addEventListener(CallEvents.Disconnected, () => {
    Net.httpRequest("https://results.example/calls", () => VoxEngine.terminate(), { method: "POST", postData: "over" });
  });
  call.addEventListener(CallEvents.ToneReceived, (tone) => pressed(tone.tone));
  call.answer();
});

function greet(text) {
  call.say(text, { voice: VoiceList.Google.en_US_Neural2_C });
}

async function pressed(key) {
  if (key === "1") {
    const item = await ApplicationStorage.get("colleague").catch(() => null);
    if (item === null) greet("Nobody is here today.");
    else connect(item.value, "The front desk.", VoxEngine.sendMediaBetween);
  } else if (key === "2") {
    call.startPlayback("https://sounds.example/music.mp3", { loop: true });
  } else if (key === "3") {
    connect("13333333333", "", VoxEngine.sendMediaBetween);
  } else if (key === "4") {
    connect("13333333333", "", (caller, peer) => caller.sendMediaTo(peer));
  } else if (key === "6") {
    connect("13333333333", "", (caller, peer) => {
      VoxEngine.sendMediaBetween(caller, peer);
      setTimeout(() => VoxEngine.stopMediaBetween(caller, peer), 5000);
    });
  } else if (key === "8") {
    throw new Error("out of paper");
  } else if (key === "7") {
    greet("One moment, please.");
    setTimeout(() => greet("Still here."), 500);
  } else if (key === "9") {
    greet("Goodbye.");
    call.addEventListener(CallEvents.PlaybackFinished, () => call.hangup());
  } else {
    greet("Press one or two.");
  }
}

function connect(number, whisper, join) {
  const peer = VoxEngine.callPSTN(number, "10000000000");
  peer.addEventListener(CallEvents.Connected, () => {
    if (!whisper) return join(call, peer);
    peer.say(whisper, { voice: VoiceList.Google.en_US_Neural2_C });
    peer.addEventListener(CallEvents.PlaybackFinished, () => join(call, peer));
  });
  peer.addEventListener(CallEvents.Failed, (e) => greet(`No answer, code ${e.code}.`));
  peer.addEventListener(CallEvents.Disconnected, () => call.hangup());
}
