// A line for members: four digits, three tries, the pin is in the storage as a hash.
require(Modules.ApplicationStorage);

VoxEngine.addEventListener(AppEvents.CallAlerting, async ({ call }) => {
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  await connected(call);
  for (let attempt = 1; attempt <= 3; attempt++) {
    const pin = await digits(call, 4, attempt === 1 ? "Your pin, please." : "That was wrong. Your pin, please.");
    const member = await lookup(Crypto.sha256(pin));
    if (member) {
      await spoken(call, `Welcome, ${member}.`);
      return call.hangup();
    }
  }
  await spoken(call, "Goodbye.");
  call.hangup();
});

const connected = (call) => new Promise((resolve) => {
  call.addEventListener(CallEvents.Connected, resolve);
  call.answer();
});

const spoken = (call, text) => new Promise((resolve) => {
  const done = () => {
    call.removeEventListener(CallEvents.PlaybackFinished, done);
    resolve();
  };
  call.addEventListener(CallEvents.PlaybackFinished, done);
  call.say(text);
});

const digits = (call, count, text) => new Promise((resolve) => {
  let taken = "";
  const key = (e) => {
    call.stopPlayback();
    taken += e.tone;
    if (taken.length < count) return;
    call.removeEventListener(CallEvents.ToneReceived, key);
    resolve(taken);
  };
  call.handleTones(true);
  call.addEventListener(CallEvents.ToneReceived, key);
  call.say(text);
});

async function lookup(hash) {
  try {
    const item = await ApplicationStorage.get("pin:" + hash.substring(0, 16));
    return item?.value ?? null;
  } catch (error) {
    Logger.write("storage: " + error.message);
    return null;
  }
}
