// A voice assistant for parcels whose brain is a server: after every turn this
// script posts what the caller did, and the answer says what to say next and
// what to wait for. Keys stand for words, "0" always asks for a person.
const BRAIN = "https://brain.parcel.example/turn";
const VOICE = { language: VoiceList.Google.en_US_Wavenet_D };
const NOTHING = "nothing", HUNG_UP = "hung up";
const MAX_TURNS = 12, MAX_FAILURES = 2;

VoxEngine.addEventListener(AppEvents.CallAlerting, async ({ call, callerid }) => {
  const talk = new Conversation(call, callerid);
  call.addEventListener(CallEvents.Connected, () => talk.run().catch((error) => talk.crash(error)));
  call.addEventListener(CallEvents.Failed, () => VoxEngine.terminate());
  call.answer();
});

class HungUp extends Error {}

class Conversation {
  constructor(call, callerid) {
    this.call = call;
    this.id = "c-" + Crypto.sha1(callerid || "unknown").substring(0, 8);
    this.keys = "";
    this.waiting = null;
    this.gone = new Promise((_, reject) => {
      call.addEventListener(CallEvents.Disconnected, () => reject(new HungUp()));
    });
    this.gone.catch(() => {}); // it may reject while nobody waits
  }

  async run() {
    this.call.handleTones(true);
    this.call.addEventListener(CallEvents.ToneReceived, (e) => this.pressed(e.tone));
    let heard = "call", failures = 0;
    for (let turn = 1; turn <= MAX_TURNS; turn++) {
      const next = await this.think(turn, heard);
      if (!next) {
        if (++failures > MAX_FAILURES) return await this.person("The system is not available.");
        await this.say("One moment, please.");
        heard = "again";
        continue;
      }
      failures = 0;
      if (next.do === "transfer") return await this.person(next.say);
      const pressed = await this.sayAndListen(next);
      if (pressed === "0") return await this.person("I will connect you.");
      if (next.do === "end") return await this.bye();
      heard = pressed;
    }
    await this.person("This takes long, a person will help you.");
  }

  // think asks the server; null when it is slow, fails or says nothing usable.
  async think(turn, heard) {
    try {
      const answer = await Promise.race([this.gone, Net.httpRequestAsync(BRAIN, {
        method: "POST",
        headers: ["Content-Type: application/json", "X-Conversation: " + this.id],
        postData: JSON.stringify({ id: this.id, turn, heard }),
        timeout: 5,
      })]);
      if (answer.code !== 200) throw new Error("code " + answer.code);
      const next = JSON.parse(answer.text);
      if (typeof next.say !== "string") throw new Error("no text");
      return next;
    } catch (error) {
      if (error instanceof HungUp) throw error;
      Logger.write(`turn ${turn} failed: ${answerless(error)}`);
      return null;
    }
  }

  say(text) {
    let done;
    const spoken = new Promise((resolve) => {
      done = () => {
        this.call.removeEventListener(CallEvents.PlaybackFinished, done);
        resolve(NOTHING);
      };
      this.call.addEventListener(CallEvents.PlaybackFinished, done);
      this.call.say(text, VOICE);
    });
    return Promise.race([this.gone, spoken]);
  }

  // sayAndListen takes keys from the first word on; they stop the text.
  async sayAndListen({ say, keys = 0, wait = 5 }) {
    this.keys = "";
    if (!keys) return this.say(say);
    const pressed = new Promise((resolve) => { this.waiting = { keys, resolve }; });
    const early = await Promise.race([pressed, this.say(say)]);
    if (early !== NOTHING) {
      this.call.removeEventListener(CallEvents.PlaybackFinished);
      return early;
    }
    let timer;
    const silence = new Promise((resolve) => { timer = setTimeout(() => resolve(this.keys || NOTHING), wait * 1000); });
    const heard = await Promise.race([this.gone, pressed, silence]);
    clearTimeout(timer);
    this.waiting = null;
    return heard;
  }

  pressed(tone) {
    if (!this.waiting) return;
    this.call.stopPlayback();
    this.keys += tone;
    if (this.keys.length < this.waiting.keys && this.keys !== "0") return;
    const { resolve } = this.waiting;
    this.waiting = null;
    resolve(this.keys);
  }

  async person(text) {
    await this.say(text);
    this.call.handleTones(false);
    const out = VoxEngine.callPSTN("13333333333", "10000000000");
    out.addEventListener(CallEvents.Connected, () => VoxEngine.sendMediaBetween(this.call, out));
    out.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
    out.addEventListener(CallEvents.Failed, async () => {
      await this.say("Nobody is free. Please call again later.").catch(() => {});
      VoxEngine.terminate();
    });
    await this.gone.catch(() => VoxEngine.terminate());
  }

  async bye() {
    this.call.hangup();
    await this.gone.catch(() => {});
    VoxEngine.terminate();
  }

  async crash(error) {
    if (error instanceof HungUp) await this.think("last", HUNG_UP).catch(() => {});
    else Logger.write("crashed: " + error.message);
    VoxEngine.terminate();
  }
}

// answerless keeps the text short: servers answer with pages of HTML.
function answerless(error) {
  return error instanceof SyntaxError ? "not JSON" : error.message.slice(0, 60);
}
