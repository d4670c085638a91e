// The opposite of a fair fight: a host for one script and one call, with no more
// of the platform than that call uses, as fast as Node can have it. Every call
// gets a fresh vm context. The trace of a call is that of the Go engine, line by
// line, or the figures are not compared.
//
//   node --expose-gc host.js SCRIPT.js CALLS PARKED < plan.json
//
// plan.json: {start, secrets, storage, tones: [[ms, digit], ...], answerAfter, hangup, park}
//
// Then it holds PARKED sessions in the middle of the call, at the ms park.

"use strict";
const fs = require("fs");
const vm = require("vm");
const crypto = require("crypto");

const [, , file, calls, parked] = process.argv;
const plan = JSON.parse(fs.readFileSync(0, "utf8"));
const script = new vm.Script(fs.readFileSync(file, "utf8"), { filename: file });

const names = prefix => new Proxy({}, { get: (_, key) => prefix + String(key) });
const voices = new Proxy({}, { get: (_, provider) => new Proxy({}, { get: (_, name) => provider + "." + String(name) }) });

/** One session until a time: a queue on a virtual clock, and the members that the script calls. Returns what is left. */
function session(trace, until = Infinity) {
  let now = 0, seq = 0, timerId = 0, ended = false;
  const heap = [], timers = new Map(), app = {};

  const at = (time, work, people) => { // binary heap by time, then order; people act last in each moment
    const item = { time, t: time + (people ? 0.5 : 0), seq: seq++, work };
    const t = item.t;
    let i = heap.push(item) - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (heap[up].t < t || (heap[up].t === t && heap[up].seq < item.seq)) break;
      heap[i] = heap[up];
      i = up;
    }
    heap[i] = item;
  };
  const pop = () => {
    const top = heap[0], last = heap.pop();
    if (heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let k = 2 * i + 1;
      if (k >= heap.length) break;
      if (k + 1 < heap.length && (heap[k + 1].t < heap[k].t || (heap[k + 1].t === heap[k].t && heap[k + 1].seq < heap[k].seq))) k++;
      if (last.t < heap[k].t || (last.t === heap[k].t && last.seq < heap[k].seq)) break;
      heap[i] = heap[k];
      i = k;
    }
    heap[i] = last;
    return top;
  };
  const soon = work => at(now, work);
  const line = trace === null ? () => {} : (kind, leg, rest) => {
    trace.push(((now / 1000).toFixed(3).padStart(9) + "  " + kind.padEnd(17) + " " + leg + (leg && rest ? " " : "") + rest).trimEnd());
  };
  const q = text => JSON.stringify(text);

  class Call {
    constructor(leg, number) { this.leg = leg; this.to = number; this.listeners = {}; this.status = "ALERTING"; this.sound = null; this.since = 0; }
    addEventListener(event, work) { (this.listeners[event] = this.listeners[event] || []).push(work); }
    fire(event, more) {
      const list = this.listeners[event];
      if (list === undefined) return;
      const e = { call: this, name: event, ...more };
      for (const work of list.slice()) work(e);
    }
    state() { return this.status; }
    answer() { line("answer", this.leg, ""); soon(() => this.connect()); }
    connect() { this.status = "CONNECTED"; this.since = now; line("connected", this.leg, ""); this.fire("CallEvents.Connected", { headers: {} }); }
    handleTones(on) { this.tones = on; }
    record() {
      const url = "https://records.example/1000001/caller.mp3";
      at(now + 200, () => { line("record", this.leg, "url=" + q(url)); this.fire("CallEvents.RecordStarted", { url }); });
    }
    play(length) {
      const sound = this.sound = {};
      soon(() => { if (this.sound === sound) this.fire("CallEvents.PlaybackStarted", {}); });
      if (length > 0) at(now + length, () => {
        if (this.sound !== sound) return;
        this.sound = null;
        line("playback_finished", this.leg, "");
        this.fire("CallEvents.PlaybackFinished", {});
      });
    }
    say(text, options) { line("say", this.leg, "text=" + q(text) + " voice=" + q(options.voice)); this.play(300 + 60 * text.length); }
    startPlayback(url, options) { line("play", this.leg, "url=" + q(url) + " loop=" + options.loop); this.play(0); }
    stopPlayback() { if (this.sound !== null) { this.sound = null; line("stop", this.leg, ""); } }
    hangup() { soon(() => this.end("scenario")); }
    end(by) {
      if (this.status === "TERMINATED") return;
      this.status = "TERMINATED";
      this.sound = null;
      line("hangup", this.leg, "by=" + q(by));
      line("disconnected", this.leg, "code=200 duration=" + Math.floor((now - this.since) / 1000));
      if (!ended) this.fire("CallEvents.Disconnected", {});
    }
  }

  const caller = new Call("caller", "10000000000");
  const context = vm.createContext({
    require() {}, Modules: {}, VoiceList: voices,
    AppEvents: names("AppEvents."), CallEvents: names("CallEvents."),
    Date: { now: () => plan.start + now },
    setTimeout(work, ms) { const id = ++timerId; timers.set(id, work); at(now + ms, () => { if (timers.delete(id)) { line("timer", "", "id=" + q(String(id))); work(); } }); return id; },
    clearTimeout(id) { timers.delete(id); },
    Logger: { hideTones() {}, write(text) {
      const m = /^rf:step (\S+) (\S+) (\d+)ms$/.exec(text);
      if (m !== null) line("step", "", "id=" + q(m[1]) + " outcome=" + q(m[2]) + " ms=" + m[3]);
    } },
    ApplicationStorage: { get: key => ({ then(got) {
      const value = plan.storage[key];
      line("kv_get", "", "key=" + q(key) + " found=" + (value !== undefined));
      soon(() => got(value === undefined ? null : { key, value }));
    } }) },
    Net: { httpRequest(url, done, options) {
      line("http", "", "method=" + q(options.method) + " url=" + q(url) + " body=" + q(options.postData) + " code=200 ms=100");
      at(now + 100, () => done({ code: 200 }));
    } },
    Crypto: { hmac_sha256: (key, data) => crypto.createHmac("sha256", key).update(data).digest("hex") },
    hex2bytes: hex => Buffer.from(hex, "hex"),
    base64_encode: bytes => Buffer.from(bytes).toString("base64"),
    VoxEngine: {
      addEventListener(event, work) { app[event] = work; },
      getSecretValue: name => plan.secrets[name],
      callPSTN(to, from) {
        const call = new Call("leg-1", to);
        call.status = "PROGRESSING";
        line("dial", call.leg, "to=" + q(to) + " callerid=" + q(from) + " via=" + q("pstn"));
        soon(() => line("ringing", call.leg, ""));
        at(now + plan.answerAfter, () => call.connect());
        return call;
      },
      sendMediaBetween(a, b) { line("join", "", "legs=" + a.leg + "," + b.leg); },
      terminate() {
        if (ended) return;
        ended = true;
        soon(() => { line("terminating", "", ""); if (app["AppEvents.Terminating"]) app["AppEvents.Terminating"]({}); line("terminated", "", ""); heap.length = 0; });
      },
    },
  });

  script.runInContext(context);
  app["AppEvents.Started"]({ sessionId: 1000001 });
  line("incoming", "caller", "from=" + q(plan.from) + " to=" + q("10000000000"));
  app["AppEvents.CallAlerting"]({ call: caller, callerid: plan.from });
  for (const [t, digit] of plan.tones) at(t, () => { line("tone", "caller", "digit=" + q(digit) + " hidden=true"); caller.fire("CallEvents.ToneReceived", { tone: digit }); }, true);
  at(plan.hangup, () => caller.end("caller"), true);
  while (heap.length > 0 && heap[0].time <= until) {
    const item = pop();
    now = item.time;
    item.work();
  }
  return { context, heap };
}

/** Bytes that are alive. */
function alive() {
  gc();
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const trace = [];
session(trace);
for (let i = 0; i < 50; i++) session(null); // warm
const began = process.cpuUsage();
for (let i = 0; i < Number(calls); i++) session(null);
const used = process.cpuUsage(began);
const seconds = (used.user + used.system) / 1e6;
const before = alive();
const held = [];
for (let i = 0; i < Number(parked); i++) held.push(session(null, plan.park));
const parkedBytes = (alive() - before) / held.length;
process.stdout.write(JSON.stringify({ callsPerSecond: Number(calls) / seconds, parkedBytes, trace: ["ringflow trace 1", ...trace] }));
