// The support line of a software house: the caller says by key which product it
// is about, and waits in its queue. While waiting a key leaves a number for a
// call back; who hangs up is taken out of the queue and called back as well.
require(Modules.SmartQueue);

const BACK_OFFICE = "https://desk.soft.example/";
const MUSIC = "https://sounds.soft.example/loop.mp3";

interface Product {
  queue: string;
  skills?: { name: string; level: number }[];
}

const PRODUCTS: Record<string, Product> = {
  "1": { queue: "payroll" },
  "2": { queue: "warehouse", skills: [{ name: "warehouse", level: 3 }] },
};

type Ending = "talked" | "call back" | "gave up" | "refused" | "too long" | "no key";

class Caller {
  private task?: SmartQueueTask;
  private music?: Player;
  private ending: Ending = "no key";
  private readonly came = Date.now();
  private readonly agents: string[] = [];

  constructor(private readonly call: Call) {
    call.addEventListener(CallEvents.Connected, () => this.menu());
    call.addEventListener(CallEvents.Disconnected, () => void this.report());
    call.answer();
  }

  private menu(): void {
    const choose = ({ tone }: { tone: string }): void => {
      const product = PRODUCTS[tone];
      if (!product) return;
      this.call.removeEventListener(CallEvents.ToneReceived, choose);
      clearTimeout(silence);
      this.enqueue(product);
    };
    this.call.handleTones(true);
    this.call.addEventListener(CallEvents.ToneReceived, choose);
    const silence = setTimeout(() => this.leave("Goodbye."), 15_000);
    this.call.say("Payroll, press one. Warehouse, press two.");
  }

  private enqueue(product: Product): void {
    this.call.stopPlayback();
    this.ending = "gave up";
    const task = VoxEngine.enqueueTask({
      call: this.call,
      queue: { name: product.queue },
      timeout: 300,
      priority: 50,
      skills: product.skills ?? [],
      extraHeaders: { "X-Product": product.queue },
    } as SmartQueueTaskParameters);
    this.task = task;
    task.addEventListener(SmartQueueEvents.EnqueueSuccess, () => this.wait());
    task.addEventListener(SmartQueueEvents.Waiting, ({ position, ewt }) => this.tell(position, ewt));
    task.addEventListener(SmartQueueEvents.TaskDistributed, ({ operatorName }) => this.agents.push(operatorName));
    task.addEventListener(SmartQueueEvents.OperatorReached, ({ agentCall }) => this.talk(agentCall));
    task.addEventListener(SmartQueueEvents.ClientDisconnected, (e) => e.cancel());
    task.addEventListener(SmartQueueEvents.TaskCanceled, ({ status }) => this.canceled(status));
    task.addEventListener(SmartQueueEvents.Error, ({ type }) => this.canceled(type));
  }

  private wait(): void {
    this.music = VoxEngine.createURLPlayer({ url: MUSIC }, { loop: true });
    this.music.sendMediaTo(this.call);
    this.call.addEventListener(CallEvents.ToneReceived, ({ tone }) => {
      if (tone !== "9" || this.ending !== "gave up") return;
      this.ending = "call back";
      this.task?.end("the client is called back", TerminationStatus.CLIENT_TERMINATE);
      this.leave("We will call you back.");
    });
  }

  private told = 0;
  private tell(position: number, ewt: number): void {
    if (this.ending !== "gave up" || this.told++ % 3 !== 0) return; // each 30 s
    const minutes = Math.ceil(ewt / 60_000);
    const wait = minutes > 0 ? ` It takes about ${minutes} ${minutes === 1 ? "minute" : "minutes"}.` : "";
    const back = (): void => {
      this.call.removeEventListener(CallEvents.PlaybackFinished, back);
      if (this.ending === "gave up" && this.call.state() === "CONNECTED") this.music?.sendMediaTo(this.call);
    };
    this.call.addEventListener(CallEvents.PlaybackFinished, back);
    this.call.say(`You are number ${position}.${wait} Press nine to be called back.`);
  }

  private talk(agent: Call): void {
    this.ending = "talked";
    this.music?.stop();
    this.call.stopPlayback();
    VoxEngine.sendMediaBetween(this.call, agent);
    agent.addEventListener(CallEvents.Disconnected, () => this.call.state() === "CONNECTED" && this.call.hangup());
  }

  private canceled(status: TerminationStatus): void {
    if (this.ending !== "gave up" || this.call.state() !== "CONNECTED") return;
    const long = status === TerminationStatus.TIMEOUT_REACHED || status === TerminationStatus.MAX_WAITING_TIME_REACHED;
    this.ending = long ? "too long" : "refused";
    Logger.write(`the queue says ${status}`);
    this.leave("Nobody has time. We will call you back.");
  }

  private leave(text: string): void {
    this.music?.stop();
    this.call.removeEventListener(CallEvents.PlaybackFinished);
    this.call.stopPlayback();
    this.call.addEventListener(CallEvents.PlaybackFinished, () => this.call.state() === "CONNECTED" && this.call.hangup());
    this.call.say(text);
  }

  private async report(): Promise<void> {
    const seconds = Math.round((Date.now() - this.came) / 1000);
    const callBack = this.ending !== "talked" && this.ending !== "no key";
    try {
      const { code } = await Net.httpRequestAsync(BACK_OFFICE + (callBack ? "callbacks" : "calls"), {
        method: "POST",
        headers: ["Content-Type: application/json"],
        postData: JSON.stringify({ from: this.call.callerid(), ending: this.ending, seconds, agents: this.agents }),
      });
      if (code !== 200) Logger.write(`not taken: ${code}`);
    } finally {
      VoxEngine.terminate();
    }
  }
}

VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call }) => new Caller(call));
