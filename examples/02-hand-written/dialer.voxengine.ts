// A preview dialer: the office starts a session with the agent and a list of
// customers, watches it by the session's address, and can skip, pause or stop it.
interface Job {
  agent: string;
  from: string;
  list: string[];
  report: string;
}

type Outcome = "talked" | "busy" | "no answer" | "failed" | "skipped";

const SAID: Record<Exclude<Outcome, "talked">, string> = {
  busy: "The customer is busy.",
  "no answer": "The customer does not answer.",
  failed: "The number cannot be reached.",
  skipped: "Skipped.",
};

enum State { Starting = "starting", Waiting = "waiting", Dialling = "dialling", Talking = "talking", Paused = "paused" }

class Dialer {
  private readonly results: Record<string, Outcome> = {};
  private state: State = State.Starting;
  private agent?: Call;
  private customer?: Call;
  private position = -1;

  constructor(private readonly job: Job, private readonly address: string) {}

  start(): void {
    this.agent = VoxEngine.callUser({ username: this.job.agent, callerid: this.job.from, displayName: "Dialer" });
    this.agent.addEventListener(CallEvents.Connected, () => {
      this.tell("started", { address: this.address });
      this.next();
    });
    this.agent.addEventListener(CallEvents.Failed, ({ code }) => this.finish(`agent ${code}`));
    this.agent.addEventListener(CallEvents.Disconnected, () => this.finish("agent left"));
  }

  command(name: string): object {
    switch (name) {
      case "status":
        break;
      case "skip":
        if (this.state === State.Dialling) this.customer?.hangup();
        break;
      case "pause":
        if (this.state === State.Waiting) this.state = State.Paused;
        break;
      case "resume":
        if (this.state === State.Paused) this.next();
        break;
      case "stop":
        setTimeout(() => this.finish("stopped"), 100);
        break;
      default:
        return { error: `unknown command ${name}` };
    }
    return { state: this.state, done: Object.keys(this.results).length, of: this.job.list.length };
  }

  private next(): void {
    const number = this.job.list[++this.position];
    if (number === undefined) {
      this.say("The list is done. Thank you.", () => this.finish("done"));
      return;
    }
    this.state = State.Dialling;
    const call = VoxEngine.callPSTN(number, this.job.from);
    this.customer = call;
    call.addEventListener(CallEvents.Connected, () => {
      this.state = State.Talking;
      VoxEngine.sendMediaBetween(this.agent!, call);
    });
    call.addEventListener(CallEvents.Failed, ({ code }) => {
      const outcomes: { [code: number]: Outcome } = { 486: "busy", 408: "no answer", 480: "no answer", 487: "skipped" };
      this.settle(number, outcomes[code] ?? "failed");
    });
    call.addEventListener(CallEvents.Disconnected, () => this.settle(number, "talked"));
  }

  private settle(number: string, outcome: Outcome): void {
    this.results[number] = outcome;
    this.state = State.Waiting;
    if (outcome === "talked") {
      setTimeout(() => this.state === State.Waiting && this.next(), 5_000); // time for notes
    } else {
      this.say(SAID[outcome], () => this.state === State.Waiting && this.next());
    }
  }

  private say(text: string, then: () => void): void {
    const call = this.agent!;
    const done = (): void => {
      call.removeEventListener(CallEvents.PlaybackFinished, done);
      then();
    };
    call.addEventListener(CallEvents.PlaybackFinished, done);
    call.say(text, { voice: VoiceList.Amazon.en_US_Matthew });
  }

  private finished = false;
  private async finish(how: string): Promise<void> {
    if (this.finished) return;
    this.finished = true;
    await this.tell("finished", { how, results: this.results });
    VoxEngine.terminate();
  }

  private async tell(event: string, fields: object): Promise<void> {
    const answer = await Net.httpRequestAsync(this.job.report, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      postData: JSON.stringify({ event, agent: this.job.agent, ...fields }),
    }).catch((error: Error) => ({ code: -1, text: error.message }));
    if (answer.code !== 200) Logger.write(`${event} was not taken`);
  }
}

let dialer: Dialer | undefined;

VoxEngine.addEventListener(AppEvents.Started, (e) => {
  try {
    const [agent, from, list, report] = VoxEngine.customData().split(";");
    if (!report) throw new Error("the job has no address for reports");
    dialer = new Dialer({ agent, from, list: list.split(",").filter(Boolean), report }, e.accessSecureURL);
    dialer.start();
  } catch (error) {
    Logger.write((error as Error).message);
    VoxEngine.terminate();
  }
});

VoxEngine.addEventListener(AppEvents.HttpRequest, (e) => dialer?.command(e.path.split("/").pop() ?? ""));
