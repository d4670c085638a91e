// A conference that a web page moderates. The back end starts the session with
//   {"topic": "...", "people": [{"name": "...", "number": "..."}], "page": "https://..."}
// and posts commands to the session's address: /list, /mute/2, /unmute/2, /kick/2,
// /invite (body: {"name", "number"}), /announce (body: the text), /end. What happens
// is posted to the page.
require(Modules.Conference);

const FROM = "10000000000";
const { topic, people = [], page } = JSON.parse(VoxEngine.customData() || "{}");

const voice = { voice: VoiceList.Amazon.en_US_Joanna };
const guests = new Map(); // by id
let conference = null;
let lastId = 0;
let closed = false;

class CommandError extends Error {
  constructor(message, code = 400) {
    super(message);
    this.code = code;
  }
}

class Guest {
  constructor({ name, number }) {
    if (!name || !number) throw new CommandError("a guest has a name and a number");
    this.id = ++lastId;
    this.name = name;
    this.state = "called";
    this.muted = false;
    this.call = VoxEngine.callPSTN(number, FROM);
    this.call.addEventListener(CallEvents.Connected, () => this.greet());
    this.call.addEventListener(CallEvents.Failed, ({ code }) => this.left(`failed ${code}`));
    this.call.addEventListener(CallEvents.Disconnected, () => this.left("left"));
    guests.set(this.id, this);
  }

  greet() {
    this.state = "greeted";
    this.call.say(`Welcome to ${topic}.`, voice);
    const greeted = () => {
      this.call.removeEventListener(CallEvents.PlaybackFinished, greeted);
      if (this.call.state() !== "CONNECTED") return;
      this.state = "here";
      conference.sendMediaTo(this.call);
      if (!this.muted) this.call.sendMediaTo(conference);
      post("came", this);
    };
    this.call.addEventListener(CallEvents.PlaybackFinished, greeted);
  }

  mute(on) {
    if (this.muted === on) return;
    this.muted = on;
    if (this.state !== "here") return; // is looked at once it is
    if (on) this.call.stopMediaTo(conference);
    else this.call.sendMediaTo(conference);
  }

  left(how) {
    if (!guests.delete(this.id)) return;
    this.state = how;
    post(how.startsWith("failed") ? "failed" : "left", this);
    if (guests.size === 0 && !closed) setTimeout(() => guests.size === 0 && close("empty"), 10000);
  }

  toJSON() {
    const { id, name, state, muted } = this;
    return { id, name, state, muted };
  }
}

const commands = {
  list: () => ({ topic, guests: [...guests.values()] }),
  mute: (guest) => (guest.mute(true), guest),
  unmute: (guest) => (guest.mute(false), guest),
  kick: (guest) => (guest.call.hangup(), { kicked: guest.id }),
  invite: (_, body) => new Guest(parsed(body)),
  announce: (_, text) => {
    if (!text) throw new CommandError("nothing to announce");
    VoxEngine.createTTSPlayer(text, voice).sendMediaTo(conference);
    return { announced: text.length };
  },
  end: () => (close("ended by the page"), { ended: true }),
};

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    throw new CommandError("the body is not JSON");
  }
}

const needsGuest = new Set(["mute", "unmute", "kick"]);

VoxEngine.addEventListener(AppEvents.HttpRequest, ({ path, content }) => {
  // the path may have the session's address in front
  const [, name, id] = /\/([a-z]+)(?:\/(\d+))?\/?$/.exec(path) ?? [];
  try {
    if (!Object.hasOwn(commands, name ?? "")) throw new CommandError("no such command", 404);
    const guest = guests.get(Number(id));
    if (needsGuest.has(name) && !guest) throw new CommandError("no such guest", 404);
    return commands[name](guest, content);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { error: error.message, code: error.code };
  }
});

VoxEngine.addEventListener(AppEvents.Started, ({ accessSecureURL }) => {
  if (!page || !people.length) {
    Logger.write("nobody to call");
    return VoxEngine.terminate();
  }
  conference = VoxEngine.createConference({ hd_audio: true });
  conference.addEventListener(ConferenceEvents.Stopped, () => Logger.write("the conference is over"));
  post("started", { address: accessSecureURL });
  people.forEach((person) => new Guest(person));
});

async function post(event, fields) {
  try {
    const { code } = await Net.httpRequestAsync(page, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      postData: JSON.stringify({ event, ...JSON.parse(JSON.stringify(fields)) }),
      timeout: 5,
    });
    if (code !== 200) Logger.write(`page: ${event} ${code}`);
  } catch (error) {
    Logger.write(`page: ${event} ${error.message}`);
  }
}

function close(why) {
  if (closed) return;
  closed = true;
  conference.stop();
  for (const { call } of guests.values()) call.hangup();
  setTimeout(async () => {
    await post("ended", { why });
    VoxEngine.terminate();
  }, 500);
}
