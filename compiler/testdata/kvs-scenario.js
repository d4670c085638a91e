// ringflow {"v":1,"flow":"kvs-scenario","release":"be53ef1676d81a1dc1dd2ae1f0ae391d18e472153c68827c20c02a429b4ab905"}
(function (run) { run({"release":"be53ef1676d81a1dc1dd2ae1f0ae391d18e472153c68827c20c02a429b4ab905","config":{}}); })(
function (bound) {
// ringflow:log.ts
var longestLine = 15e3;
function line(kind, text) {
  Logger.write(("rf:" + kind + " " + text).slice(0, longestLine));
}
function message(thrown) {
  const text = thrown instanceof Error ? thrown.name + ": " + thrown.message : String(thrown);
  return text.replace(/[0-9]+/g, "0");
}
function quietly(work) {
  try {
    work();
  } catch (thrown) {
    line("note", message(thrown));
  }
}

// ringflow:leg.ts
function newLeg(call) {
  const leg = { call, over: false, dropped: false, sound: null, listening: false };
  const ended = () => {
    leg.over = true;
  };
  call.addEventListener(CallEvents.Disconnected, ended);
  call.addEventListener(CallEvents.Failed, ended);
  call.addEventListener(CallEvents.Connected, () => answeredLate(leg));
  return leg;
}
function alive(leg) {
  return !leg.over && !leg.dropped && leg.call.state() !== "TERMINATED";
}
function hangUp(leg) {
  quietly(() => {
    if (!alive(leg)) return;
    leg.dropped = true;
    if (leg.call.state() === "ALERTING") leg.call.reject(unavailable);
    else leg.call.hangup();
  });
}
var unavailable = 480;
function answeredLate(leg) {
  if (leg.dropped && !leg.over && leg.call.state() !== "TERMINATED") quietly(() => leg.call.hangup());
}

// ringflow:session.ts
var session = {
  flow: {},
  // Of the platform.
  id: "",
  phase: "idle",
  // The platform ends the session: no timers, one HTTP request.
  closing: false,
  // Times are ms since 1970; 0 until it happened.
  startedAt: 0,
  endedAt: 0,
  endedBy: "",
  // Who is said to have ended the call if the flow ends it now.
  endsBy: "flow",
  // Set before any state is entered.
  caller: null,
  // Digits; null when withheld or not a number.
  callerNumber: null,
  // The caller's first.
  legs: [],
  legReports: [],
  // The last transitions, "STATE OUTCOME".
  path: [],
  // The field g of the value that was looked up last.
  generation: null,
  // What the last states have to wait for.
  settle: null,
  // What is left to do when the platform ends the session.
  lastWords: null
};

// ringflow:state.ts
var END = "end";
var pathLength = 200;
var state = "";
var enteredAt = 0;
var epoch = 0;
var timers = [];
var leaving = [];
var callerLeft;
var cutShort;
var busy = false;
var next = "";
function turn(work) {
  if (busy) return work();
  busy = true;
  for (let job = work; job !== null; ) {
    try {
      if (session.phase !== "over") job();
      while (next !== "") enter(next);
      job = null;
    } catch (thrown) {
      job = crash(thrown);
    }
  }
  busy = false;
}
function enter(id) {
  next = "";
  if (id === END) return session.phase === "call" ? finish(session.endsBy) : close();
  const run = session.flow.states[id];
  if (run === void 0) throw new Error("there is no state " + id);
  state = id;
  enteredAt = Date.now();
  run();
}
function crash(thrown) {
  next = "";
  line("error", state + " " + message(thrown));
  return session.phase === "call" ? () => leaveTo("error", () => finish("error")) : close;
}
function here(work) {
  const born = epoch;
  return (event) => {
    if (born === epoch) turn(() => work(event));
  };
}
function after(ms, work) {
  if (session.closing) return 0;
  const timer = setTimeout(here(work), ms);
  timers.push(timer);
  return timer;
}
function cancel(timer) {
  clearTimeout(timer);
  timers = timers.filter((other) => other !== timer);
}
function onLeave(work) {
  leaving.push(work);
}
function onCallerLeft(hook) {
  callerLeft = hook;
}
function onClosing(work) {
  cutShort = work;
}
function go(outcome, to) {
  if (to === void 0) throw new Error("there is no way on after " + outcome);
  leaveTo(outcome, () => {
    next = to;
  });
}
function settle(outcome, edges, hooks = {}) {
  const hook = hooks[outcome];
  if (hook !== void 0) hook();
  go(outcome, edges[outcome]);
}
function leaveTo(outcome, then) {
  const step = state + " " + outcome;
  line("step", step + " " + (Date.now() - enteredAt) + "ms");
  session.path.push(step);
  if (session.path.length > pathLength) session.path.shift();
  leave();
  then();
}
function leave() {
  const works = leaving;
  epoch++;
  for (const timer of timers) clearTimeout(timer);
  timers = [];
  leaving = [];
  callerLeft = cutShort = void 0;
  for (const work of works) quietly(work);
}
function begin(call, number) {
  session.phase = "call";
  session.startedAt = Date.now();
  session.caller = addLeg(call);
  session.callerNumber = number;
  call.addEventListener(CallEvents.Disconnected, () => turn(callerGone));
  next = session.flow.start;
}
function addLeg(call) {
  const leg = newLeg(call);
  session.legs.push(leg);
  return leg;
}
function callerGone() {
  if (session.phase !== "call") return;
  const hook = callerLeft;
  leaveTo("caller_left", () => {
    if (hook !== void 0) hook();
    finish("caller");
  });
}
function finish(by) {
  session.phase = "finally";
  session.endedBy = by;
  session.endedAt = Date.now();
  leave();
  session.legs.forEach(hangUp);
  if (session.settle !== null && !session.closing) session.settle(enterFinally);
  else enterFinally();
}
function enterFinally() {
  leave();
  next = session.flow.finally || END;
}
function close() {
  if (session.phase === "over") return;
  session.phase = "over";
  leave();
  if (!session.closing) quietly(() => VoxEngine.terminate());
}
function terminating(systemError) {
  session.closing = true;
  turn(() => {
    if (session.phase === "call") leaveTo("terminated", () => finish(systemError ? "error" : "platform"));
    else if (cutShort !== void 0) cutShort();
  });
  if (session.lastWords !== null) quietly(session.lastWords);
}

// ringflow:keys.ts
var reading = false;
var listening = false;
var reader = null;
var waiting = "";
var mostWaiting = 50;
function readKeys() {
  if (reading || !alive(session.caller)) return;
  reading = true;
  session.caller.call.handleTones(true);
  if (listening) return;
  listening = true;
  session.caller.call.addEventListener(CallEvents.ToneReceived, (event) => turn(() => press(event.tone)));
}
function ignoreKeys() {
  waiting = "";
  if (!reading) return;
  reading = false;
  if (alive(session.caller)) session.caller.call.handleTones(false);
}
function giveKeys(to) {
  readKeys();
  reader = to;
  onLeave(() => {
    reader = null;
  });
  offerKeys();
}
function offerKeys() {
  const keys = waiting;
  waiting = "";
  for (const key of keys) press(key);
}
function press(key) {
  if (!reading) return;
  const taken = reader !== null && reader(key);
  if (!taken && waiting.length < mostWaiting) waiting += key;
}

// ringflow:caller.ts
var answerLimit = 6e4;
function caller() {
  return { number: session.callerNumber };
}
function answer(edges, left) {
  const call = session.caller.call;
  onCallerLeft(left);
  if (call.state() === "CONNECTED") return go("done", edges.done);
  after(answerLimit, () => {
    throw new Error("answered, but not connected after " + answerLimit + " ms");
  });
  call.addEventListener(CallEvents.Connected, here(() => {
    readKeys();
    go("done", edges.done);
  }));
  call.answer();
}
function hangup() {
  go("done", END);
}

// ringflow:speech.ts
var longestText = 1500;
var sentenceEnd = /[.!?\u2026]+["')\]\u201d\u2019\u00bb]*\s+|[\u3002\uff01\uff1f]+["')\]\u201d\u300d]*\s*/g;
function pieces(text) {
  if (text.trim() === "") return [];
  if (text.length <= longestText || text.trim().indexOf("<speak") === 0) return [text];
  const at = cut(text.slice(0, longestText + 1));
  return [text.slice(0, at).trim()].concat(pieces(text.slice(at).trim()));
}
function cut(head) {
  let end = 0;
  head.replace(sentenceEnd, (mark, at) => {
    if (at + mark.trim().length <= longestText) end = at + mark.length;
    return mark;
  });
  if (end > 0) return end;
  const space = head.trim().lastIndexOf(" ");
  if (space > 0) return space;
  return isHighSurrogate(head.charCodeAt(longestText - 1)) ? longestText - 1 : longestText;
}
function isHighSurrogate(code) {
  return code >= 55296 && code <= 56319;
}

// ringflow:playback.ts
var soonest = 100;
var urlLimit = 12e4;
var textLimit = (text) => 5e3 + 200 * text.length;
function play(parts, edges, left) {
  onCallerLeft(left);
  speak(session.caller, parts, (heard) => {
    settle(heard || edges.failed === void 0 ? "done" : "failed", edges);
  });
}
function speak(leg, parts, done) {
  const queue = playable(parts);
  let heard = queue.length === 0;
  if (leg === session.caller) session.endsBy = "flow";
  hush(leg);
  onLeave(() => hush(leg));
  const advance = () => {
    const part = queue.shift();
    if (part === void 0) return done(heard);
    start(leg, part, (error) => {
      if (error === "") heard = true;
      else line("note", state + " not heard: " + error);
      advance();
    });
  };
  advance();
}
function playable(parts) {
  const out = [];
  for (const part of parts) {
    if ("say" in part) for (const text of pieces(part.say)) out.push({ say: text });
    else out.push(part);
  }
  return out;
}
function start(leg, part, ended) {
  if ("silence" in part) return sound(leg, null, part.silence, ended);
  if ("url" in part) return sound(leg, () => leg.call.startPlayback(part.url), urlLimit, ended);
  sound(leg, () => leg.call.say(part.say, voice()), textLimit(part.say), ended);
}
function voice() {
  return session.flow.voice === void 0 ? {} : { voice: session.flow.voice() };
}
function music(leg, url) {
  hush(leg);
  onLeave(() => hush(leg));
  const began = Date.now();
  sound(leg, () => leg.call.startPlayback(url, { loop: true }), 0, (error) => {
    if (error === "" && Date.now() - began >= 1e3) music(leg, url);
    else line("note", state + " music ended: " + error);
  });
}
function hush(leg) {
  const current = leg.sound;
  if (current === null) return;
  leg.sound = null;
  cancel(current.watchdog);
  if (current.audible && alive(leg)) leg.call.stopPlayback();
}
function sound(leg, begin3, limit, ended) {
  const current = { audible: begin3 !== null, began: Date.now(), started: false, watchdog: 0, ended: here(ended) };
  listen(leg);
  if (limit > 0) {
    current.watchdog = after(limit, () => {
      hush(leg);
      ended(begin3 === null ? "" : "no end after " + limit + " ms");
    });
  }
  leg.sound = current;
  if (begin3 !== null) attempt(leg, current, begin3);
}
function attempt(leg, current, begin3) {
  try {
    if (!alive(leg)) throw new Error("the leg is over");
    begin3();
  } catch (thrown) {
    finished(leg, current, message(thrown));
  }
}
function finished(leg, current, error) {
  leg.sound = null;
  cancel(current.watchdog);
  current.ended(error);
}
function listen(leg) {
  if (leg.listening) return;
  leg.listening = true;
  leg.call.addEventListener(CallEvents.PlaybackStarted, () => {
    if (leg.sound !== null) leg.sound.started = true;
  });
  leg.call.addEventListener(CallEvents.PlaybackFinished, (event) => {
    if (leg.sound !== null && alive(leg) && isOf(leg.sound, event.error)) finished(leg, leg.sound, event.error ? message(event.error) : "");
  });
}
function isOf(current, error) {
  return current.audible && (current.started || Boolean(error) || Date.now() - current.began >= soonest);
}

// ringflow:collect.ts
var counted = false;
var hinted = false;
function collect(spec, edges, hooks = {}, left) {
  onCallerLeft(left);
  new Collector(spec, edges, hooks).start();
}
var Collector = class {
  // timer
  constructor(spec, edges, hooks) {
    this.spec = spec;
    this.edges = edges;
    this.hooks = hooks;
    this.phase = "start";
    this.typed = "";
    this.silent = 0;
    // attempts that ended in silence
    this.wrong = 0;
    // attempts that ended in something wrong
    this.clock = 0;
    // timer of the next key
    this.total = 0;
    // timer of the attempt
    this.hint = 0;
  }
  /** Keys typed ahead may be the answer already; then the prompt is not played. */
  start() {
    const ask = here(() => {
      if (this.phase === "start") this.ask(this.spec.prompt());
    });
    giveKeys((key) => this.press(key));
    ask();
  }
  /** Begins an attempt. */
  ask(parts) {
    this.stopClock();
    this.typed = "";
    this.phase = "prompt";
    speak(session.caller, parts, () => {
      this.wait();
      offerKeys();
    });
  }
  wait() {
    this.phase = "waiting";
    this.startClock();
    if (this.spec.total > 0) this.total = after(this.spec.total, () => this.timeUp());
    this.planHint();
  }
  planHint() {
    const hint = this.spec.hint;
    if (hint === void 0 || hinted || counted) return;
    this.hint = after(hint.after, () => {
      hinted = true;
      speak(session.caller, hint.play(), () => {
      });
    });
  }
  /** Restarts the clock for the next key. */
  startClock() {
    cancel(this.clock);
    this.clock = after(this.typed === "" ? this.spec.firstDigit : this.spec.betweenDigits, () => this.timeUp());
  }
  stopClock() {
    for (const timer of [this.clock, this.total, this.hint]) cancel(timer);
    this.clock = this.total = this.hint = 0;
  }
  /** One key. Not taken while a prompt plays that keys do not stop; it is offered again at its end. */
  press(key) {
    const { bargeIn, ends, keys, max, other } = this.spec;
    if (this.edges[key] !== void 0) return this.exit(key);
    if (this.phase === "judging") return true;
    if (this.phase !== "waiting" && !bargeIn) return false;
    const digit = max > 0 && keys.indexOf(key) >= 0;
    const end = ends.indexOf(key) >= 0;
    if (!digit && !end && other === "ignore") return true;
    this.count();
    if (digit) this.type(key);
    else if (end) this.complete();
    else this.mistake();
    return true;
  }
  exit(key) {
    counted = true;
    settle(key, this.edges, this.hooks);
    return true;
  }
  /** A key that counts ends the prompt and the hint, and there will be no hint any more. */
  count() {
    counted = true;
    cancel(this.hint);
    if (this.spec.bargeIn) hush(session.caller);
    if (this.phase !== "waiting") this.wait();
  }
  type(key) {
    this.typed += key;
    if (this.typed.length >= this.spec.max) this.judge();
    else this.startClock();
  }
  /** No further key is coming in time. */
  timeUp() {
    if (this.typed === "") this.silence();
    else this.complete();
  }
  /** The caller says, or shows, that this is all. */
  complete() {
    const { min, partial } = this.spec;
    const enough = this.typed.length >= min || this.typed !== "" && partial === "accept";
    if (enough) this.judge();
    else this.mistake();
  }
  silence() {
    const { again = {}, prompt, silent } = this.spec;
    if (++this.silent >= silent) settle("gave_up", this.edges, this.hooks);
    else this.ask((again.silent || prompt)());
  }
  mistake() {
    const { again = {}, prompt, wrong } = this.spec;
    if (++this.wrong >= wrong) settle("gave_up", this.edges, this.hooks);
    else this.ask((again.wrong || prompt)());
  }
  judge() {
    const { accept, entered } = this.spec;
    this.stopClock();
    this.phase = "judging";
    if (entered !== void 0) entered(this.typed);
    if (accept === void 0) settle("got", this.edges, this.hooks);
    else accept(this.typed, (outcome) => this.verdict(outcome));
  }
  verdict(outcome) {
    const { edges, hooks } = this;
    const word = outcome === "expired" && !(edges.expired || hooks.expired) ? "missing" : outcome;
    const hook = hooks[word];
    if (edges[word] !== void 0) return settle(word, edges, hooks);
    if (hook !== void 0) hook();
    if (word === "found") settle("got", edges, hooks);
    else this.mistake();
  }
};

// ringflow:phone.ts
var fewestDigits = 5;
var mostDigits = 15;
function digits(value, country) {
  if (typeof value !== "string" && !(Number.isSafeInteger(value) && value > 0)) return null;
  const text = String(value).replace(/[ ().\/-]/g, "");
  const bare = text.replace(/^(\+|00)/, "");
  if (!/^[0-9]+$/.test(bare)) return null;
  const whole = country === void 0 || bare !== text ? bare : international(bare, country);
  return whole.length >= fewestDigits && whole.length <= mostDigits ? whole : null;
}
function international(bare, country) {
  const fits = (rest) => country.lengths.indexOf(rest.length) >= 0;
  const { code, trunk, lengths } = country;
  if (bare.indexOf(code) === 0 && fits(bare.slice(code.length))) return bare;
  if (trunk !== "" && bare.indexOf(trunk) === 0 && fits(bare.slice(trunk.length))) return code + bare.slice(trunk.length);
  return lengths.length === 1 && fits(bare) ? code + bare : bare;
}
function numbers(value) {
  const out = [];
  for (const one of Array.isArray(value) ? value : [value]) {
    const found = one === null || one === void 0 ? null : digits(one, session.flow.country);
    if (found !== null) out.push(found);
  }
  return out;
}
function samePhone(a, b) {
  const others = numbers(b);
  return numbers(a).some((number) => others.indexOf(number) >= 0);
}
function dialable(value) {
  const all = numbers(value);
  return all.length > 0 ? all[0] : null;
}

// ringflow:connect.ts
var ringLimit = 65e3;
function connect(spec, edges, hooks = {}, left) {
  onCallerLeft(left);
  session.endsBy = "flow";
  ignoreKeys();
  new Connection(spec, edges, hooks).dial();
}
var Connection = class {
  // ms since 1970; 0 before the join
  constructor(spec, edges, hooks) {
    this.spec = spec;
    this.edges = edges;
    this.hooks = hooks;
    this.dialled = Date.now();
    // ms since 1970
    this.connected = 0;
    // ms since 1970; 0 before the answer
    this.joined = 0;
    this.report = { role: spec.role, outcome: "dropped", code: null, ringing_ms: 0, talk_ms: 0 };
    session.legReports.push(this.report);
  }
  dial() {
    const leg = this.call();
    if (leg === null) return this.over("failed");
    onLeave(() => this.leave(leg));
    if (this.spec.callerHears) music(session.caller, this.spec.callerHears);
    const ringing = after(this.spec.ringFor || ringLimit, () => this.over("no_answer"));
    leg.call.addEventListener(CallEvents.Failed, here((event) => this.failed(event.code)));
    leg.call.addEventListener(CallEvents.Disconnected, here(() => this.calleeLeft()));
    leg.call.addEventListener(CallEvents.Connected, here(() => {
      cancel(ringing);
      this.answered(leg);
    }));
  }
  /** Places the call; null if there is nobody to call, or the platform refuses. */
  call() {
    const number = dialable(this.spec.to);
    if (number === null) {
      line("note", state + " no number to dial");
      return null;
    }
    try {
      return addLeg(VoxEngine.callPSTN(number, this.spec.from));
    } catch (thrown) {
      line("note", state + " not dialled: " + message(thrown));
      return null;
    }
  }
  failed(code) {
    this.report.code = code;
    this.over(outcomeOf(code));
  }
  answered(leg) {
    this.connected = Date.now();
    const note = this.hooks.answered;
    if (note !== void 0) note();
    if (this.spec.calleeHears === void 0) return this.join(leg);
    speak(leg, this.spec.calleeHears(), () => this.join(leg));
  }
  join(leg) {
    hush(session.caller);
    if (!alive(session.caller) || !alive(leg)) return;
    VoxEngine.sendMediaBetween(session.caller.call, leg.call);
    this.joined = Date.now();
    if (this.spec.talkFor > 0) after(this.spec.talkFor, () => this.talkedLongEnough());
  }
  calleeLeft() {
    session.endsBy = "callee";
    this.over("ended");
  }
  /** Both are hung up: there is nobody to go on with. */
  talkedLongEnough() {
    this.report.outcome = "talk_limit";
    go("ended", END);
  }
  over(outcome) {
    this.report.outcome = outcome;
    settle(outcome, this.edges, this.hooks);
  }
  leave(leg) {
    const now = Date.now();
    if (this.report.outcome === "dropped" && session.caller.over) this.report.outcome = "caller_left";
    this.report.ringing_ms = (this.connected || now) - this.dialled;
    this.report.talk_ms = this.joined > 0 ? now - this.joined : 0;
    hangUp(leg);
  }
};
function outcomeOf(code) {
  switch (code) {
    case 486:
      return "busy";
    case 408:
    // no answer within 60 s
    case 480:
    // not available
    case 487:
      return "no_answer";
    case 603:
      return "rejected";
    default:
      return "failed";
  }
}

// ringflow:lookup.ts
var storageLimit = 5e3;
var valueVersion = 1;
function query(spec, verdict) {
  let open = true;
  const decide = (outcome) => {
    if (!open) return;
    open = false;
    cancel(limit);
    verdict(outcome());
  };
  const fail = () => decide(() => "failed");
  const limit = after(storageLimit, fail);
  onClosing(fail);
  if (session.closing) return fail();
  try {
    ApplicationStorage.get(spec.key).then(here((item) => decide(() => read(item, spec))), here(fail));
  } catch (_) {
    fail();
  }
}
function read(item, spec) {
  if (item === null) return "missing";
  const value = parse(item.value);
  if (value === null) return "malformed";
  if (typeof value.x === "number" && value.x * 1e3 <= Date.now()) return "expired";
  const record2 = {};
  for (const name of Object.keys(spec.fields)) {
    const field = readField(value[name], spec.fields[name]);
    if (field === void 0) return "malformed";
    record2[name] = field;
  }
  if (typeof value.g === "number") session.generation = value.g;
  if (spec.bind !== void 0) spec.bind(record2);
  return "found";
}
function parse(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (_) {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const known2 = value.v === void 0 || value.v === valueVersion;
  return known2 && (value.x === void 0 || typeof value.x === "number") ? value : null;
}
function readField(value, type) {
  if (value === void 0 || value === null) return type.indexOf("?") > 0 ? null : void 0;
  switch (type.replace("?", "")) {
    case "phone":
      return Array.isArray(value) ? phones(value) : phone(value);
    case "number":
      return typeof value === "number" ? value : void 0;
    case "bool":
      return typeof value === "boolean" ? value : void 0;
    default:
      return typeof value === "string" || typeof value === "number" ? String(value) : void 0;
  }
}
function phone(value) {
  const found = digits(value, session.flow.country);
  return found === null ? void 0 : found;
}
function phones(values) {
  const out = [];
  for (const value of values) {
    const found = phone(value);
    if (found === void 0) return void 0;
    out.push(found);
  }
  return out.length > 0 ? out : void 0;
}

// ringflow:functions.ts
function spell(text) {
  return Array.from(text).join(", ");
}

// ringflow:recording.ts
var addressLimit = 1e3;
var address = "";
var known = () => {
};
function recording() {
  return address;
}
function record(options, edges) {
  const call = session.caller.call;
  const learn = (event) => turn(() => {
    address = address || event.url || "";
    session.settle = null;
    known();
  });
  call.addEventListener(CallEvents.RecordStarted, learn);
  call.addEventListener(CallEvents.RecordStopped, learn);
  call.addEventListener(CallEvents.RecordError, (event) => {
    line("note", "recording failed: " + message(event.error));
    learn({});
  });
  session.settle = wait;
  settle(begin2(call, options) || edges.failed === void 0 ? "done" : "failed", edges);
}
function begin2(call, options) {
  try {
    call.record(options);
    return true;
  } catch (thrown) {
    line("note", "recording failed: " + message(thrown));
    session.settle = null;
    return false;
  }
}
function wait(ready) {
  known = here(ready);
  after(addressLimit, ready);
  onClosing(ready);
}

// ringflow:report.ts
var pauses = [1e3, 3e3];
var tryLimit = 10;
var answerLimit2 = tryLimit * 1e3 + 1e3;
var limitViolated = 0;
var timedOut = -7;
var cutMark = "...";
var mostBytes = 4096;
var sent = 0;
var lastSent = false;
function report(spec, edges) {
  const letter = seal(spec);
  const done = (answered) => settle(answered || edges.failed === void 0 ? "done" : "failed", edges);
  const once = () => send(letter, () => {
  });
  session.lastWords = null;
  if (session.closing) {
    if (!lastSent) once();
    lastSent = true;
    return done(true);
  }
  session.lastWords = once;
  attempt2(letter, pauses, done);
}
function seal(spec) {
  const id = session.id + "-" + ++sent;
  const headers = { "Content-Type": "application/json" };
  const fields = spec.body();
  const whole = spec.details === "body" ? fitting((call) => ({ ...fields, ringflow: call })) : ascii(fields);
  if (spec.details === "headers") headers["Ringflow-Call"] = fitting((call) => call);
  return { url: spec.url, id, body: whole, headers, secret: secret(spec.key) };
}
function fitting(around) {
  const call = callReport();
  const text = ascii(around(call));
  let over = text.length - mostBytes;
  if (over <= 0) return text;
  over += cutMark.length + 3;
  while (over > 0 && call.path.length > 0) over -= ascii(call.path.shift()).length + 1;
  call.path.unshift(cutMark);
  return ascii(around(call));
}
function callReport() {
  return {
    v: 1,
    session: session.id,
    flow: session.flow.flow,
    release: bound.release,
    order_generation: session.generation,
    started_at: session.startedAt,
    ended_at: session.endedAt || Date.now(),
    ended_by: session.endedBy,
    path: session.path.slice(),
    legs: session.legReports
  };
}
function ascii(value) {
  return JSON.stringify(value).replace(/[^ -~]/g, (c) => "\\u" + ("000" + c.charCodeAt(0).toString(16)).slice(-4));
}
function secret(name) {
  let value;
  if (name === "") return "";
  quietly(() => {
    value = VoxEngine["getSecretValue"](name);
  });
  if (!value) line("note", state + " not signed: there is no secret " + name);
  return value || "";
}
function attempt2(letter, pauses2, done) {
  let open = true;
  const over = here((code) => {
    if (!open) return;
    open = false;
    cancel(watchdog);
    const taken = code >= 200 && code < 300;
    if (!taken) line("note", state + " report not taken, code " + code);
    if (taken || isFinal(code)) session.lastWords = null;
    else if (pauses2.length > 0) return void after(pauses2[0], () => attempt2(letter, pauses2.slice(1), done));
    done(taken);
  });
  const watchdog = after(answerLimit2, () => over(timedOut));
  send(letter, over);
}
function isFinal(code) {
  return code >= 400 && code < 500 && code !== 408 && code !== 429;
}
function send(letter, answered) {
  const options = { method: "POST", headers: sign(letter), postData: letter.body, timeout: tryLimit };
  try {
    Net.httpRequest(letter.url, (result2) => answered(result2.code), options);
  } catch (thrown) {
    answered(limitViolated);
  }
}
function sign(letter) {
  const time = String(Math.floor(Date.now() / 1e3));
  const headers = { ...letter.headers, "webhook-id": letter.id, "webhook-timestamp": time };
  if (letter.secret !== "") {
    const hash = Crypto.hmac_sha256(letter.secret, letter.id + "." + time + "." + letter.body);
    headers["webhook-signature"] = "v1," + base64_encode(hex2bytes(hash));
  }
  return headers;
}

// ringflow:scenario.ts
var outOfService = 503;
function scenario(flow) {
  session.flow = flow;
  Logger.hideTones(true);
  VoxEngine.addEventListener(AppEvents.Started, (event) => {
    session.id = String(event.sessionId);
  });
  VoxEngine.addEventListener(AppEvents.CallAlerting, (event) => turn(() => arrive(event.call, event.callerid)));
  VoxEngine.addEventListener(AppEvents.Terminating, (event) => terminating(event.systemError === true));
}
function arrive(call, callerid) {
  const { country, settings } = session.flow;
  const missing = settings.filter((name) => bound.config[name] === void 0);
  if (session.phase !== "idle") return;
  if (missing.length > 0) return refuse(call, missing);
  begin(call, digits(callerid, country));
}
function refuse(call, missing) {
  line("error", "the script was not bound: no value for " + missing.join(", "));
  quietly(() => call.reject(outOfService));
  close();
}

// kvs-scenario.js
require(Modules.ApplicationStorage);
var config = bound.config;
var v = {
  reach_peer: null,
  reach_side: null,
  reach_order: "",
  order_number: "",
  order: null
};
var result = {
  order_number: "",
  order_search: "",
  phone_search: "",
  sub_status: "",
  sub_available: "",
  need_operator: "",
  call_operator: "",
  call_record: ""
};
scenario({
  flow: "kvs-scenario",
  start: "main/answer",
  finally: "finally/note.call_record",
  settings: ["masked_number", "operator_number", "hold_music", "results_url"],
  voice: () => VoiceList.Google.en_US_Neural2_C,
  country: { code: "1", trunk: "1", lengths: [10] },
  states: {
    "main/answer": () => answer({ done: "main/record" }), // line 25
    "main/record": () => record({ stereo: true }, { done: "main/gather.order_number" }), // line 26
    "main/gather.order_number": () => collect({ // line 27
      prompt: () => [{ say: "Hello. This call is recorded. Please enter the five digits of your order number." }],
      again: {
        silent: () => [{ say: "I did not hear any digits. Please enter your order number, or press pound to speak to an operator." }],
        wrong: () => [{ say: "I cannot find this order. The number is in the message that we sent you. Please enter it again, or press pound to speak to an operator." }]
      },
      min: 5,
      max: 5,
      keys: "0123456789",
      ends: "",
      other: "ignore",
      partial: "accept",
      bargeIn: true,
      firstDigit: 8e3,
      betweenDigits: 8e3,
      total: 0,
      hint: { after: 1500, play: () => [{ say: "For an operator, press pound." }] },
      silent: 2,
      wrong: 3,
      entered: (keys) => {
        v.order_number = keys;
        result.order_number = v.order_number;
      },
      accept: (keys, verdict) => query({ key: v.order_number, fields: { courier: "phone", client: "phone" }, bind: (entry) => {
        v.order = entry;
      } }, verdict)
    }, {
      got: "main/choose",
      gave_up: "main/gather.order_number/gave_up/hangup.goodbye",
      "#": "main/gather.order_number/key.#/run.to_operator",
      malformed: "main/gather.order_number/failed/play.storage_trouble",
      failed: "main/gather.order_number/failed/play.storage_trouble"
    }, {
      found: () => {
        result.order_search = "Order is found";
      },
      missing: () => {
        result.order_search = "Order is not found";
      },
      expired: () => {
        result.order_search = "Order is not found";
      }
    }),
    "main/gather.order_number/key.#/run.to_operator": () => { // line 40
      go("run", "to_operator/note.need_operator");
    },
    "main/gather.order_number/gave_up/hangup.goodbye": () => play([{ say: "I could not help you this time. Please call again when you have your order number. Goodbye." }], { done: "main/gather.order_number/gave_up/hangup.goodbye/end" }), // line 41
    "main/gather.order_number/gave_up/hangup.goodbye/end": () => hangup(), // line 41
    "main/gather.order_number/failed/play.storage_trouble": () => play([{ say: "I am sorry, I cannot look up orders at the moment. An operator will help you." }], { done: "main/gather.order_number/failed/run.to_operator" }), // line 42
    "main/gather.order_number/failed/run.to_operator": () => { // line 42
      go("run", "to_operator/note.need_operator");
    },
    "main/choose": () => { // line 43
      if (samePhone(caller().number, v.order.courier)) go("when.caller.number-order.courier", "main/choose/when.caller.number-order.courier/run.reach");
      else if (samePhone(caller().number, v.order.client)) go("when.caller.number-order.client", "main/choose/when.caller.number-order.client/run.reach");
      else go("otherwise", "main/choose/otherwise/note.phone_search");
    },
    "main/choose/when.caller.number-order.courier/run.reach": () => { // line 45
      v.reach_peer = v.order.client;
      v.reach_side = "Courier";
      v.reach_order = v.order_number;
      go("run", "reach/note.sub_status");
    },
    "main/choose/when.caller.number-order.client/run.reach": () => { // line 47
      v.reach_peer = v.order.courier;
      v.reach_side = "Customer";
      v.reach_order = v.order_number;
      go("run", "reach/note.sub_status");
    },
    "main/choose/otherwise/note.phone_search": () => { // line 49
      result.phone_search = "Phone number is not found";
      go("done", "main/choose/otherwise/menu.wrong_phone");
    },
    "main/choose/otherwise/menu.wrong_phone": () => collect({ // line 50
      prompt: () => [{ say: "The number that you are calling from does not belong to this order. If you ordered something, please call from the number that you gave us with the order. If you are a courier, please call from the number that you registered with us. To speak to an operator, press pound." }],
      min: 0,
      max: 0,
      keys: "",
      ends: "",
      other: "ignore",
      partial: "refuse",
      bargeIn: true,
      firstDigit: 8e3,
      betweenDigits: 8e3,
      total: 0,
      silent: 1,
      wrong: 3
    }, {
      "#": "main/choose/otherwise/menu.wrong_phone/key.#/run.to_operator",
      gave_up: "main/choose/otherwise/menu.wrong_phone/gave_up/hangup.goodbye"
    }),
    "main/choose/otherwise/menu.wrong_phone/key.#/run.to_operator": () => { // line 54
      go("run", "to_operator/note.need_operator");
    },
    "main/choose/otherwise/menu.wrong_phone/gave_up/hangup.goodbye": () => play([{ say: "I could not help you this time. Please call again when you have your order number. Goodbye." }], { done: "main/choose/otherwise/menu.wrong_phone/gave_up/hangup.goodbye/end" }), // line 55
    "main/choose/otherwise/menu.wrong_phone/gave_up/hangup.goodbye/end": () => hangup(), // line 55
    "reach/note.sub_status": () => { // line 64
      result.sub_status = v.reach_side;
      result.phone_search = "Phone number is found";
      go("done", "reach/play.putting_you_through");
    },
    "reach/play.putting_you_through": () => play([{ say: "One moment please, I am putting you through." }], { done: "reach/note.sub_available" }), // line 65
    "reach/note.sub_available": () => { // line 66
      result.sub_available = "No";
      go("done", "reach/connect.peer");
    },
    "reach/connect.peer": () => connect({ // line 67
      to: v.reach_peer,
      from: config.masked_number,
      role: "peer",
      ringFor: 3e4,
      talkFor: 0,
      callerHears: config.hold_music,
      calleeHears: () => [{ say: "Hello. A " + v.reach_side + " is calling you about the order " + spell(v.reach_order) + "." }]
    }, {
      ended: "end",
      busy: "reach/connect.peer/busy/hangup.unavailable",
      no_answer: "reach/connect.peer/busy/hangup.unavailable",
      rejected: "reach/connect.peer/busy/hangup.unavailable",
      failed: "reach/connect.peer/busy/hangup.unavailable"
    }, {
      answered: () => {
        result.sub_available = "Yes";
      }
    }),
    "reach/connect.peer/busy/hangup.unavailable": () => play([{ say: "Nobody can be reached there right now. Please call again in a few minutes. Goodbye." }], { done: "reach/connect.peer/busy/hangup.unavailable/end" }), // line 75
    "reach/connect.peer/busy/hangup.unavailable/end": () => hangup(), // line 75
    "to_operator/note.need_operator": () => { // line 78
      result.need_operator = "Yes";
      go("done", "to_operator/play.putting_to_operator");
    },
    "to_operator/play.putting_to_operator": () => play([{ say: "One moment please, I am connecting you to an operator." }], { done: "to_operator/connect.operator_number" }), // line 79
    "to_operator/connect.operator_number": () => connect({ // line 80
      to: config.operator_number,
      from: config.masked_number,
      role: "operator",
      ringFor: 45e3,
      talkFor: 0,
      callerHears: config.hold_music
    }, {
      ended: "end",
      busy: "to_operator/connect.operator_number/busy/note.call_operator",
      no_answer: "to_operator/connect.operator_number/busy/note.call_operator",
      rejected: "to_operator/connect.operator_number/busy/note.call_operator",
      failed: "to_operator/connect.operator_number/busy/note.call_operator"
    }, {
      answered: () => {
        result.call_operator = "Operator is free";
      }
    }),
    "to_operator/connect.operator_number/busy/note.call_operator": () => { // line 88
      result.call_operator = "Operator is busy";
      go("done", "to_operator/connect.operator_number/busy/hangup.operators_busy");
    },
    "to_operator/connect.operator_number/busy/hangup.operators_busy": () => play([{ say: "I am sorry, all operators are busy. Please call again later. Goodbye." }], { done: "to_operator/connect.operator_number/busy/hangup.operators_busy/end" }), // line 89
    "to_operator/connect.operator_number/busy/hangup.operators_busy/end": () => hangup(), // line 89
    "finally/note.call_record": () => { // line 102
      result.call_record = recording();
      go("done", "finally/report.results_url");
    },
    "finally/report.results_url": () => report({ url: config.results_url, body: () => ({ ...result }), key: "results_key", details: "headers" }, { done: "end" }) // line 103
  }
});
});
