// Calls between the visitors of a site and its consultants, both in a browser.
// The pages talk to this script by messages in JSON: "ping" is answered, a page
// that goes silent for three pings is gone, and its consultant is told. A page
// can ask for a peer-to-peer call, which needs nothing in between.
const SILENCE = 3 * 4000;

VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  const wish = readWish(e);
  Logger.write(`visitor ${e.callerid} wants ${e.destination}${wish.p2p ? ", peer to peer" : ""}`);
  if (wish.p2p) return direct(e, wish);
  new Consultation(e.call, e.destination, wish).start();
});

// readWish: the page puts it into a header, older pages send nothing.
function readWish(e) {
  try {
    return JSON.parse(e.headers["X-Wish"] ?? "{}");
  } catch (error) {
    Logger.write("the wish is not JSON: " + e.headers["X-Wish"]);
    return {};
  }
}

function direct(e, wish) {
  const consultant = VoxEngine.callUserDirect(e.call, e.destination, {
    callerid: e.callerid, displayName: e.displayName, extraHeaders: { "X-Page": wish.page || "" },
  });
  consultant.addEventListener(CallEvents.Connected, (c) => {
    e.call.answerDirect(consultant, c.headers);
  });
  for (const call of [e.call, consultant]) {
    call.addEventListener(CallEvents.Failed, VoxEngine.terminate);
    call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  }
}

class Consultation {
  constructor(visitor, consultantName, wish) {
    this.visitor = visitor;
    this.consultantName = consultantName;
    this.wish = wish;
    this.texts = 0;
    this.watch = null;
  }

  start() {
    this.consultant = VoxEngine.callUser({
      username: this.consultantName, callerid: this.visitor.callerid(), displayName: this.visitor.displayName(),
      extraHeaders: { "X-Page": this.wish.page ?? "", "VI-CallTimeout": "25" },
    });
    this.visitor.addEventListener(CallEvents.Disconnected, () => this.end("visitor left"));
    this.visitor.addEventListener(CallEvents.Failed, () => this.end("visitor left"));
    this.visitor.addEventListener(CallEvents.MessageReceived, (m) => this.fromPage(m.text));
    this.consultant.addEventListener(CallEvents.Ringing, () => this.visitor.ring());
    this.consultant.addEventListener(CallEvents.Connected, () => this.talk());
    this.consultant.addEventListener(CallEvents.Failed, ({ code }) => {
      Logger.write(`${this.consultantName}: ${code}`);
      this.visitor.reject(code === 486 ? 486 : 480, { "X-Try": this.wish.other ?? "later" });
    });
    this.consultant.addEventListener(CallEvents.Disconnected, () => this.visitor.hangup({ "X-Reason": "consultant left" }));
    this.consultant.addEventListener(CallEvents.MessageReceived, (m) => this.fromConsultant(m.text));
  }

  talk() {
    this.since = Date.now();
    this.visitor.answer({ "X-Consultant": this.consultantName });
    VoxEngine.sendMediaBetween(this.visitor, this.consultant);
    if (this.wish.pings) this.listen();
  }

  listen() {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => {
      Logger.write("the page is silent");
      this.consultant.sendMessage(JSON.stringify({ type: "gone" }));
      this.visitor.hangup();
    }, SILENCE);
  }

  fromPage(text) {
    if (text === "ping") {
      this.visitor.sendMessage("pong");
      if (this.since) this.listen();
      return;
    }
    this.pass(this.consultant, "visitor", text);
  }

  fromConsultant(text) {
    const order = parse(text);
    if (order?.type === "mute") {
      if (order.on) this.visitor.stopMediaTo(this.consultant);
      else this.visitor.sendMediaTo(this.consultant);
      return this.consultant.sendMessage(JSON.stringify({ type: "muted", on: !!order.on }));
    }
    this.pass(this.visitor, this.consultantName, text);
  }

  pass(to, from, text) {
    if (!this.since) return; // nobody is there yet
    this.texts++;
    to.sendMessage(JSON.stringify({ type: "text", from, text }));
  }

  async end(why) {
    clearTimeout(this.watch);
    const seconds = this.since ? Math.round((Date.now() - this.since) / 1000) : 0;
    await Net.httpRequestAsync("https://site.example/consultations", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      postData: JSON.stringify({ why, seconds, texts: this.texts, page: this.wish.page }),
    }).catch(() => {});
    VoxEngine.terminate();
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
