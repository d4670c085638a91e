// Nobody is at the desk: instead of a mailbox the caller is offered a call back.
// The line hangs up, looks for somebody who has time, and calls the customer
// when one is found. When nobody is, the desk gets a mail.
require(Modules.ApplicationStorage);

type Found = { call: Call; name: string };

const DESK = [
  { name: "Ann", number: "13333333331" },
  { name: "Bob", number: "13333333332" },
];
const OUR_NUMBER = "10000000000";
const ROUNDS = 2;
const PAUSE = 40_000; // less than the minute after which a session without calls ends

class CallBack {
  #customer = "";
  #attempts = 0;
  #log: string[] = [];

  constructor(private readonly incoming: Call) {}

  async run(): Promise<void> {
    this.#customer = await this.#offer();
    if (!this.#customer) return VoxEngine.terminate();
    if (await this.#isWaiting()) {
      this.#note("asked again");
      return VoxEngine.terminate();
    }
    for await (const person of this.#desk()) {
      const outcome = await this.#connect(person);
      this.#note(`${person.name}: ${outcome}`);
      if (outcome !== "left") return this.#finish(outcome === "talked");
    }
    await this.#finish(false);
  }

  // #offer tells the caller, and resolves with the number to call back; "" for none.
  async #offer(): Promise<string> {
    const call = this.incoming;
    const gone = event(call, CallEvents.Disconnected);
    call.handleTones(true);
    await say(call, "Everybody is busy. Press one, and we will call you back.", gone);
    const tone = await Promise.race([event(call, CallEvents.ToneReceived), gone, after(5000)]);
    const wanted = tone?.tone === "1";
    const number = wanted ? call.callerid() || (await this.#typed(gone)) : "";
    if (call.state() === "CONNECTED") {
      await say(call, number ? "We will call you back." : "Goodbye.", gone);
    }
    if (call.state() === "CONNECTED") {
      call.hangup();
      await gone;
    }
    return number;
  }

  // #typed is for callers without a number.
  async #typed(gone: Promise<any>): Promise<string> {
    let number = "";
    await say(this.incoming, "Type your number, and pound.", gone);
    for (;;) {
      const key = await Promise.race([event(this.incoming, CallEvents.ToneReceived), gone, after(8000)]);
      if (!key?.tone) return "";
      if (key.tone === "#") return number.length >= 7 ? number : "";
      number += key.tone;
    }
  }

  // #isWaiting is for callers who ask twice: the first session does it.
  async #isWaiting(): Promise<boolean> {
    const key = "callback:" + Crypto.md5(this.#customer).slice(0, 12);
    try {
      if (await ApplicationStorage.get(key)) return true;
      await ApplicationStorage.put(key, "1", 600);
    } catch (error) {
      this.#note("storage: " + (error as Error).message);
    }
    return false;
  }

  // #desk finds people who answer and press a key, round after round.
  async *#desk(): AsyncGenerator<Found> {
    for (let round = 1; round <= ROUNDS; round++) {
      if (round > 1) await after(PAUSE);
      for (const { name, number } of DESK) {
        this.#attempts++;
        const call = VoxEngine.callPSTN(number, OUR_NUMBER);
        const failed = event(call, CallEvents.Failed);
        const answer = await Promise.race([event(call, CallEvents.Connected), failed]);
        if (answer.code) {
          this.#note(`${name}: ${answer.code}`);
          continue;
        }
        yield { call, name };
      }
    }
  }

  async #connect({ call, name }: Found): Promise<"talked" | "left" | "no customer"> {
    const gone = event(call, CallEvents.Disconnected);
    call.handleTones(true);
    await say(call, `Hello ${name}. A customer wants to be called back. Press one to call now.`, gone);
    const key = await Promise.race([event(call, CallEvents.ToneReceived), gone, after(6000)]);
    if (!key?.tone) {
      if (call.state() === "CONNECTED") call.hangup();
      return "left";
    }
    const customer = VoxEngine.callPSTN(this.#customer, OUR_NUMBER);
    const failed = event(customer, CallEvents.Failed);
    const customerGone = event(customer, CallEvents.Disconnected);
    const answer = await Promise.race([event(customer, CallEvents.Connected), failed, gone]);
    if (customer.state() !== "CONNECTED") {
      if (call.state() !== "CONNECTED") return "left";
      await say(call, answer.code === 486 ? "The customer is busy." : "The customer does not answer.", gone);
      return "no customer";
    }
    VoxEngine.sendMediaBetween(call, customer);
    await Promise.race([gone, customerGone]);
    return "talked";
  }

  async #finish(talked: boolean): Promise<void> {
    if (!talked) {
      const lines = [`Please call ${this.#customer}.`, ...this.#log, `${this.#attempts} attempts.`];
      const sent = await Net.sendMailAsync("smtp.desk.example", "line@desk.example", ["desk@desk.example"], "A lost call", lines.join("\n"), { port: 587, login: "line", password: "secret" });
      if (sent.code !== 250) Logger.write(`the mail was not taken: ${sent.code} ${sent.error ?? ""}`);
    }
    VoxEngine.terminate();
  }

  #note(text: string): void {
    this.#log.push(text);
    Logger.write(text);
  }
}

// event resolves with the next event of a kind; late ones of the same are not seen.
function event(call: Call, name: any): Promise<any> {
  return new Promise((resolve) => {
    const listener = (e: any) => {
      call.removeEventListener(name, listener);
      resolve(e);
    };
    call.addEventListener(name, listener);
  });
}

const after = (ms: number): Promise<any> => new Promise((resolve) => setTimeout(resolve, ms));

async function say(call: Call, text: string, gone: Promise<any>): Promise<void> {
  const spoken = event(call, CallEvents.PlaybackFinished);
  call.say(text, { voice: VoiceList.Amazon.en_US_Joanna });
  await Promise.race([spoken, gone]);
}

VoxEngine.addEventListener(AppEvents.CallAlerting, async ({ call }) => {
  const connected = event(call, CallEvents.Connected);
  call.addEventListener(CallEvents.Failed, () => VoxEngine.terminate());
  call.answer();
  await connected;
  await new CallBack(call).run();
});
