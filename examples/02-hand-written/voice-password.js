// The service line of an alarm company. Owners say their pass phrase, three
// times at most; the alarm is switched off for who knows it, everybody else
// leaves a message, and the guard on duty gets a mail.
require(Modules.ASR);
require(Modules.ApplicationStorage);
require(Modules.Recorder);

const MAIL = { host: "smtp.alarm.example", from: "line@alarm.example", to: "guard@alarm.example" };
const TRIES = 3;

class Ended extends Error {}

VoxEngine.addEventListener(AppEvents.CallAlerting, async ({ call }) => {
  const line = new Line(call);
  try {
    await line.answer();
    const owner = await owned(call.callerid());
    if (!owner) {
      await line.say("This phone is not known to us.");
      await takeMessage(line, "an unknown phone");
    } else if (await authenticated(line, owner)) {
      const { code } = await Net.httpRequestAsync("https://alarm.example/off?id=" + owner.id, { method: "PUT" });
      await line.say(code === 200 ? `Your alarm is off, ${owner.name}.` : "The alarm cannot be reached. We call you back.");
    } else {
      await line.say("We cannot let you in.");
      await takeMessage(line, owner.name);
    }
  } catch (error) {
    Logger.write(error instanceof Ended ? "the caller left" : "failed: " + error.message);
  }
  VoxEngine.terminate();
});

async function owned(number) {
  try {
    const item = await ApplicationStorage.get("owner:" + number);
    return item ? JSON.parse(item.value) : null;
  } catch (error) {
    Logger.write("storage: " + error.message);
    return null;
  }
}

async function authenticated(line, owner) {
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US, phraseHints: [owner.phrase], singleUtterance: true });
  try {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      await line.say(attempt === 1 ? "Please say your pass phrase." : "Once more, please.");
      const said = await line.listen(asr, 5000);
      if (said === null) continue;
      if (plain(said) === plain(owner.phrase)) return true;
      Logger.write(`attempt ${attempt}: not the phrase`);
    }
    return false;
  } catch (error) {
    if (error instanceof Ended) throw error;
    Logger.write("recognition: " + error.message);
    return false;
  } finally {
    asr.stop();
  }
}

const plain = (text) => text.toLowerCase().replace(/[^a-z ]/g, "").trim();

async function takeMessage(line, who) {
  await line.say("Please leave a message after the tone, and hang up.");
  const recorder = VoxEngine.createRecorder({ name: "message" });
  const address = await new Promise((resolve) => {
    recorder.addEventListener(RecorderEvents.Started, (e) => resolve(e.url));
    recorder.addEventListener(RecorderEvents.RecorderError, () => resolve("no recording"));
    line.call.sendMediaTo(recorder);
  });
  await Promise.race([line.ended, new Promise((resolve) => setTimeout(resolve, 60000))]);
  recorder.stop();
  try {
    const { code } = await Net.sendMailAsync(MAIL.host, MAIL.from, MAIL.to, "A message of " + who, address);
    if (code >= 400) Logger.write("mail: " + code);
  } catch (error) {
    Logger.write("mail: " + error.message);
  }
}

// Line is a call whose events are promises; all of them fail when it ends.
class Line {
  constructor(call) {
    this.call = call;
    this.ended = new Promise((resolve) => call.addEventListener(CallEvents.Disconnected, resolve));
    this.over = this.ended.then(() => { throw new Ended(); });
    this.over.catch(() => {});
  }

  once(object, event) {
    return new Promise((resolve) => {
      const listener = (e) => {
        object.removeEventListener(event, listener);
        resolve(e);
      };
      object.addEventListener(event, listener);
    });
  }

  answer() {
    const connected = this.once(this.call, CallEvents.Connected);
    this.call.answer();
    return Promise.race([connected, this.over]);
  }

  say(text) {
    const spoken = this.once(this.call, CallEvents.PlaybackFinished).then(() => {
      if (!this.up) throw new Ended(); // the end of the call has cut it off
    });
    this.call.say(text);
    return Promise.race([spoken, this.over]);
  }

  // listen resolves with what is said, null for silence.
  async listen(asr, patience) {
    const result = this.once(asr, ASREvents.Result);
    const failed = this.once(asr, ASREvents.ASRError).then((e) => { throw new Error(e.error); });
    let timer;
    const silence = new Promise((resolve) => {
      timer = setTimeout(() => resolve(null), patience);
      asr.addEventListener(ASREvents.CaptureStarted, () => clearTimeout(timer));
    });
    this.call.sendMediaTo(asr);
    try {
      const said = await Promise.race([result, failed, silence, this.over]);
      return said && said.text;
    } finally {
      clearTimeout(timer);
      if (this.up) this.call.stopMediaTo(asr);
    }
  }

  get up() {
    return this.call.state() === "CONNECTED";
  }
}
