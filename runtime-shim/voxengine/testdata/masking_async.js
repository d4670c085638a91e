// A masking scenario with promises and await, as many people write it today.
require(Modules.ApplicationStorage);

const voice = VoiceList.Google.en_US_Neural2_C;
const result = { order: "", found: false, joined: false };
let caller;
let digits = "";

const say = (call, text) =>
  new Promise((resolve) => {
    const done = () => {
      call.removeEventListener(CallEvents.PlaybackFinished, done);
      resolve();
    };
    call.addEventListener(CallEvents.PlaybackFinished, done);
    call.say(text, { voice });
  });

VoxEngine.addEventListener(AppEvents.CallAlerting, async (e) => {
  caller = e.call;
  caller.addEventListener(CallEvents.Connected, greet);
  caller.addEventListener(CallEvents.Disconnected, report);
  caller.addEventListener(CallEvents.ToneReceived, (tone) => {
    digits += tone.tone;
    if (digits.length === 5) lookUp(digits).catch(() => caller.hangup());
  });
  caller.answer();
});

async function greet() {
  caller.handleTones(true);
  await say(caller, "Enter the order number.");
  Logger.write("the greeting is over");
}

async function lookUp(order) {
  caller.handleTones(false);
  result.order = order;
  const item = await ApplicationStorage.get(order);
  if (!item) {
    await say(caller, "There is no such order.");
    caller.hangup();
    return;
  }
  result.found = true;
  const { courier, client } = JSON.parse(item.value);
  await connect(caller.callerid() === courier ? client : courier);
}

async function connect(number) {
  await say(caller, "One moment.");
  const peer = VoxEngine.callPSTN(number, "10000000000");
  caller.startPlayback("https://sounds.example/music.mp3", { loop: true });
  peer.addEventListener(CallEvents.Connected, async () => {
    await say(peer, `About order ${result.order.split("").join(", ")}.`);
    caller.stopPlayback();
    VoxEngine.sendMediaBetween(caller, peer);
    result.joined = true;
  });
  peer.addEventListener(CallEvents.Failed, () => caller.hangup());
  peer.addEventListener(CallEvents.Disconnected, () => caller.hangup());
}

async function report() {
  await Net.httpRequestAsync("https://results.example/", { method: "POST", postData: JSON.stringify(result) });
  VoxEngine.terminate();
}
