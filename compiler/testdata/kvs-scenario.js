// ringflow {"v":1,"flow":"kvs-scenario","release":"1780371261421e7d60400f26564223c1c1fa5aca442e205b43eeff762699fcba"}
(function (run) { run({"release":"1780371261421e7d60400f26564223c1c1fa5aca442e205b43eeff762699fcba","config":{}}); })(
function (bound) {
// ringflow:log.ts
var longestLine = 15e3;
function line(kind, text) {
  const whole = "rf:" + kind + " " + text;
  Logger.write(whole.length > longestLine ? whole.slice(0, longestLine) : whole);
}
function message(thrown) {
  const text = thrown instanceof Error ? thrown.name + ": " + thrown.message : String(thrown);
  return text.replace(/[0-9]+/g, "0");
}
function quietly(work, of) {
  try {
    work(of);
  } catch (thrown) {
    line("note", message(thrown));
  }
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
  // The last transitions, "STATE OUTCOME".
  path: [],
  // What the last states have to wait for.
  settle: null,
  // What is left to do when the platform ends the session.
  lastWords: null
};

// ringflow:speech.ts
var longestText = 1500;
function pieces(text) {
  if (text.length <= longestText && text > "!" && text < "~") return [text];
  if (text.trim() === "") return [];
  if (text.length <= longestText || text.trim().indexOf("<speak") === 0) return [text];
  const at = cut(text.slice(0, longestText + 1));
  return [text.slice(0, at).trim()].concat(pieces(text.slice(at).trim()));
}
function cut(head) {
  const sentenceEnd = /[.!?\u2026]+["')\]\u201d\u2019\u00bb]*\s+|[\u3002\uff01\uff1f]+["')\]\u201d\u300d]*\s*/g;
  let end = 0;
  head.replace(sentenceEnd, (mark, at) => {
    if (at + mark.trim().length <= longestText) end = at + mark.length;
    return mark;
  });
  if (end > 0) return end;
  const space = head.trim().lastIndexOf(" ");
  if (space > 0) return space;
  const last = head.charCodeAt(longestText - 1);
  return last >= 55296 && last <= 56319 ? longestText - 1 : longestText;
}

// ringflow:timer.ts
var running = 0;
var ids = [];
var due = [];
var works = [];
var args = [];
var early = 100;
function after(ms, work, of) {
  if (session.closing) return 0;
  const id = setTimeout(ring, ms);
  ids[running] = id;
  due[running] = Date.now() + ms;
  works[running] = work;
  args[running] = of;
  running++;
  return id;
}
function cancel(id) {
  let i = 0;
  while (i < running && ids[i] !== id) i++;
  if (i === running) return;
  clearTimeout(id);
  for (running--; i < running; i++) {
    ids[i] = ids[i + 1];
    due[i] = due[i + 1];
    works[i] = works[i + 1];
    args[i] = args[i + 1];
  }
}
function cancelAll() {
  while (running > 0) clearTimeout(ids[--running]);
}
function ring() {
  let first = 0;
  for (let i = 1; i < running; i++) if (due[i] < due[first]) first = i;
  if (running === 0 || due[first] > Date.now() + early) return;
  const work = works[first];
  const of = args[first];
  cancel(ids[first]);
  turn(work, of);
}

// ringflow:playback.ts
var soonest = 100;
var shortest = 1e3;
var urlLimit = 12e4;
var textLimit = 5e3;
var characterLimit = 200;
var speaker = null;
function play(words, to, hook2) {
  begin(to, hook2);
  speak(session.caller, words, settleDone);
}
function speak(leg, words, done) {
  const wanted2 = typeof words === "function" ? words() : words;
  let parts = [];
  if (typeof wanted2 === "string") parts = pieces(wanted2);
  else for (let i = 0; i < wanted2.length; i++) parts = parts.concat(typeof wanted2[i] === "string" ? pieces(wanted2[i]) : wanted2[i]);
  if (leg === session.caller) session.endsBy = "flow";
  hear(leg, parts, done);
}
function music(leg, url) {
  hear(leg, [{ loop: url }], null);
}
function hear(leg, parts, done) {
  hush(leg);
  if (!leg.listening) {
    leg.listening = true;
    leg.call.addEventListener(CallEvents.PlaybackStarted, playbackStarted);
    leg.call.addEventListener(CallEvents.PlaybackFinished, playbackFinished);
  }
  next({ leg, parts, at: 0, heard: parts.length === 0, began: 0, started: false, watchdog: 0, done });
}
function next(sound) {
  const leg = sound.leg;
  if (sound.at === sound.parts.length) return sound.done === null ? void 0 : sound.done(sound.heard, leg);
  const part = sound.parts[sound.at++];
  sound.began = Date.now();
  sound.started = false;
  leg.sound = sound;
  if (typeof part === "string") sound.watchdog = after(textLimit + characterLimit * part.length, overdue, sound);
  else if ("url" in part) sound.watchdog = after(urlLimit, overdue, sound);
  else if ("silence" in part) return void (sound.watchdog = after(part.silence, overdue, sound));
  try {
    if (!alive(leg)) throw new Error("the leg is over");
    if (typeof part === "string") leg.call.say(part, voice());
    else if ("url" in part) leg.call.startPlayback(part.url);
    else leg.call.startPlayback(part.loop, { loop: true });
  } catch (thrown) {
    finished(sound, message(thrown));
  }
}
function voice() {
  if (speaker === null) speaker = session.flow.voice === void 0 ? {} : { voice: session.flow.voice() };
  return speaker;
}
function hush(leg) {
  const sound = leg.sound;
  if (sound === null) return;
  leg.sound = null;
  cancel(sound.watchdog);
  if (audible(sound) && alive(leg)) leg.call.stopPlayback();
}
function audible(sound) {
  const part = sound.parts[sound.at - 1];
  return typeof part === "string" || !("silence" in part);
}
function overdue(sound) {
  const error = audible(sound) ? "no end after " + (Date.now() - sound.began) + " ms" : "";
  hush(sound.leg);
  finished(sound, error);
}
function finished(sound, error) {
  sound.leg.sound = null;
  cancel(sound.watchdog);
  if (sound.done !== null) {
    if (error === "") sound.heard = true;
    else line("note", state + " not heard: " + error);
  } else if (error === "" && Date.now() - sound.began >= shortest) sound.at = 0;
  else return line("note", state + " music ended: " + error);
  next(sound);
}
function playbackStarted(event) {
  const sound = legOf(event).sound;
  if (sound !== null) sound.started = true;
}
function playbackFinished(event) {
  const leg = legOf(event);
  const sound = leg.sound;
  if (sound === null || !alive(leg) || !audible(sound)) return;
  if (!sound.started && !event.error && Date.now() - sound.began < soonest) return;
  turn(finished, sound, event.error ? message(event.error) : "");
}

// ringflow:state.ts
var END = "end";
var pathLength = 200;
var state = "";
var epoch = 0;
var enteredAt = 0;
var edges = END;
var hook;
var leaving;
var cutShort;
var busy = false;
var next2 = "";
function turn(work, a, b) {
  if (busy) return work(a, b);
  busy = true;
  try {
    if (session.phase !== "over") work(a, b);
    while (next2 !== "") advance();
    busy = false;
  } catch (thrown) {
    next2 = "";
    line("error", state + " " + message(thrown));
    if (session.phase !== "call") close();
    busy = false;
    if (session.phase === "call") turn(leaveBy, "error", "error");
  }
}
function advance() {
  const id = next2;
  next2 = "";
  if (id === END) return session.phase === "call" ? finish(session.endsBy) : close();
  state = id;
  enteredAt = Date.now();
  session.flow.enter(id);
}
function begin(to, noting) {
  edges = to;
  hook = noting;
}
function onLeave(work) {
  leaving = work;
}
function onClosing(work) {
  cutShort = work;
}
function edge(outcome) {
  if (typeof edges !== "string") return edges[outcome];
  return outcome === "done" ? edges : void 0;
}
function note(outcome, keys = "") {
  if (hook !== void 0) hook(outcome, keys);
}
function settle(outcome) {
  note(outcome);
  go(outcome, edge(outcome));
}
function settleDone(ok) {
  settle(ok || edge("failed") === void 0 ? "done" : "failed");
}
function go(outcome, to) {
  if (to === void 0) throw new Error("there is no way on after " + outcome);
  leaveTo(outcome);
  next2 = to;
}
function leaveTo(outcome) {
  const step = state + " " + outcome;
  line("step", step + " " + (Date.now() - enteredAt) + "ms");
  session.path.push(step);
  if (session.path.length > pathLength) session.path.shift();
  leave();
}
function leave() {
  const work = leaving;
  epoch++;
  cancelAll();
  leaving = cutShort = hook = void 0;
  const legs = session.legs;
  for (let i = 0; i < legs.length; i++) {
    legs[i].answered = null;
    if (i > 0) legs[i].ended = null;
  }
  if (work !== void 0) quietly(work);
  for (let i = 0; i < legs.length; i++) if (legs[i].sound !== null) quietly(hush, legs[i]);
}
function arrive(call, number) {
  session.phase = "call";
  session.startedAt = Date.now();
  session.caller = addLeg(call);
  session.caller.ended = callerGone;
  session.callerNumber = number;
  next2 = session.flow.start;
}
function callerGone(code) {
  if (session.phase === "call" && code === null) leaveBy("caller_left", "caller");
}
function leaveBy(outcome, by) {
  const noting = hook;
  leaveTo(outcome);
  if (noting !== void 0 && outcome === "caller_left") noting(outcome, "");
  finish(by);
}
function finish(by) {
  session.phase = "finally";
  session.endedBy = by;
  session.endedAt = Date.now();
  leave();
  for (let i = 0; i < session.legs.length; i++) quietly(hangUp, session.legs[i]);
  if (session.settle !== null && !session.closing) session.settle(enterFinally);
  else enterFinally();
}
function enterFinally() {
  leave();
  next2 = session.flow.finally || END;
}
function close() {
  if (session.phase === "over") return;
  session.phase = "over";
  leave();
  if (!session.closing) quietly(VoxEngine.terminate);
}
function terminating(event) {
  session.closing = true;
  turn(() => {
    if (session.phase === "call") leaveBy("terminated", event.systemError === true ? "error" : "platform");
    else if (cutShort !== void 0) cutShort();
  });
  if (session.lastWords !== null) quietly(session.lastWords);
}

// ringflow:leg.ts
function addLeg(call) {
  const leg = { call, over: false, dropped: false, sound: null, listening: false, answered: null, ended: null };
  session.legs.push(leg);
  call.addEventListener(CallEvents.Connected, connected);
  call.addEventListener(CallEvents.Disconnected, disconnected);
  call.addEventListener(CallEvents.Failed, failed);
  return leg;
}
function legOf(event) {
  const legs = session.legs;
  let i = legs.length - 1;
  while (i > 0 && legs[i].call !== event.call) i--;
  return legs[i];
}
function connected(event) {
  const leg = legOf(event);
  if (!leg.dropped) return leg.answered === null ? void 0 : turn(leg.answered);
  if (!leg.over && leg.call.state() !== "TERMINATED") quietly(() => leg.call.hangup());
}
function disconnected(event) {
  const leg = legOf(event);
  leg.over = true;
  if (leg.ended !== null) turn(leg.ended, null);
}
function failed(event) {
  const leg = legOf(event);
  leg.over = true;
  if (leg.ended !== null) turn(leg.ended, event.code);
}
function alive(leg) {
  return !leg.over && !leg.dropped && leg.call.state() !== "TERMINATED";
}
var unavailable = 480;
function hangUp(leg) {
  if (!alive(leg)) return;
  leg.dropped = true;
  if (leg.call.state() === "ALERTING") leg.call.reject(unavailable);
  else leg.call.hangup();
}

// ringflow:keys.ts
var reading = false;
var listening = false;
var reader = null;
var readerOf = 0;
var waiting = "";
var mostWaiting = 50;
function readKeys() {
  if (reading || !alive(session.caller)) return;
  reading = true;
  session.caller.call.handleTones(true);
  if (!listening) session.caller.call.addEventListener(CallEvents.ToneReceived, toneReceived);
  listening = true;
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
  readerOf = epoch;
  offerKeys();
}
function offerKeys() {
  const keys = waiting;
  waiting = "";
  for (let i = 0; i < keys.length; i++) press(keys[i]);
}
function toneReceived(event) {
  turn(press, event.tone);
}
function press(key) {
  if (!reading) return;
  const taken = reader !== null && readerOf === epoch && reader(key);
  if (!taken && waiting.length < mostWaiting) waiting += key;
}

// ringflow:caller.ts
var answerLimit = 6e4;
function caller() {
  return { number: session.callerNumber };
}
function answer(to, hook2) {
  const { call } = session.caller;
  begin(to, hook2);
  if (call.state() === "CONNECTED") return settle("done");
  after(answerLimit, notConnected);
  session.caller.answered = answered;
  call.answer();
}
function answered() {
  readKeys();
  settle("done");
}
function notConnected() {
  throw new Error("answered, but not connected after " + answerLimit + " ms");
}
function hangup() {
  go("done", END);
}

// ringflow:collect.ts
var counted = false;
var hinted = false;
var spec;
var phase;
var typed = "";
var silent = 0;
var wrong = 0;
var clock = 0;
var total = 0;
var hint = 0;
function collect(what, to, hook2) {
  const born = epoch;
  begin(to, hook2);
  spec = what;
  phase = "start";
  typed = "";
  silent = wrong = clock = total = hint = 0;
  giveKeys(take);
  if (born === epoch && phase === "start") ask(spec.prompt);
}
function ask(words) {
  stopClock();
  typed = "";
  phase = "prompt";
  speak(session.caller, words, asked);
}
function asked() {
  wait();
  offerKeys();
}
function wait() {
  phase = "waiting";
  startClock();
  if (spec.total) total = after(spec.total, timeUp);
  if (spec.hint !== void 0 && !hinted && !counted) hint = after(spec.hint.after, giveHint, spec.hint.play);
}
function giveHint(words) {
  hinted = true;
  speak(session.caller, words, offerKeys);
}
function startClock() {
  cancel(clock);
  clock = after(typed === "" ? spec.firstDigit : spec.betweenDigits, timeUp);
}
function stopClock() {
  cancel(clock);
  cancel(total);
  cancel(hint);
}
function take(key) {
  if (edge(key) !== void 0) {
    counted = true;
    settle(key);
    return true;
  }
  if (phase === "judging") return true;
  if (phase !== "waiting" && !spec.bargeIn) return false;
  const digit = spec.max > 0 && spec.keys.indexOf(key) >= 0;
  const end = spec.ends !== void 0 && spec.ends.indexOf(key) >= 0;
  if (!digit && !end && spec.other !== "wrong") return true;
  counted = true;
  cancel(hint);
  if (spec.bargeIn) hush(session.caller);
  if (phase !== "waiting") wait();
  if (digit) {
    typed += key;
    if (typed.length >= spec.max) judge();
    else startClock();
  } else if (end) complete();
  else mistake();
  return true;
}
function timeUp() {
  if (typed !== "") return complete();
  const { again = {}, prompt } = spec;
  if (++silent >= spec.silent) settle("gave_up");
  else ask(again.silent || prompt);
}
function complete() {
  const enough = typed.length >= spec.min || typed !== "" && spec.partial === "accept";
  if (enough) judge();
  else mistake();
}
function mistake() {
  const { again = {}, prompt } = spec;
  if (++wrong >= spec.wrong) settle("gave_up");
  else ask(again.wrong || prompt);
}
function judge() {
  stopClock();
  phase = "judging";
  note("entered", typed);
  if (spec.accept === void 0) settle("got");
  else spec.accept(verdict);
}
function verdict(outcome) {
  const word = outcome === "expired" && edge(outcome) === void 0 ? "missing" : outcome;
  note(outcome);
  if (edge(word) !== void 0) return go(word, edge(word));
  if (word === "found") settle("got");
  else mistake();
}

// ringflow:phone.ts
var fewestDigits = 5;
var mostDigits = 15;
function digits(value, country) {
  if (typeof value !== "string" && !(Number.isSafeInteger(value) && value > 0)) return null;
  let text = "" + value;
  let bare = text[0] === "+" ? text.slice(1) : text;
  if (!isPlain(bare)) {
    text = text.replace(/[ ().\/-]/g, "");
    bare = text.replace(/^(\+|00)/, "");
    if (!/^[0-9]+$/.test(bare)) return null;
  }
  const whole = country === void 0 || bare !== text ? bare : complete2(bare, country);
  return whole.length >= fewestDigits && whole.length <= mostDigits ? whole : null;
}
function isPlain(text) {
  const n = +text;
  return n > 0 && n < 1e15 && n % 1 === 0 && "" + n === text;
}
function complete2(bare, country) {
  const { code, trunk, lengths } = country;
  if (bare.indexOf(code) === 0 && lengths.indexOf(bare.length - code.length) >= 0) return bare;
  const national = trunk !== "" && bare.indexOf(trunk) === 0 && lengths.indexOf(bare.length - trunk.length) >= 0;
  if (national) return code + bare.slice(trunk.length);
  return lengths.length === 1 && lengths[0] === bare.length ? code + bare : bare;
}
function samePhone(a, b) {
  if (Array.isArray(a)) return a.some((one) => samePhone(one, b));
  if (Array.isArray(b)) return b.some((one) => samePhone(a, one));
  const number = dialable(a);
  return number !== null && number === dialable(b);
}
function dialable(value) {
  if (!Array.isArray(value)) return digits(value, session.flow.country);
  let found = null;
  for (let i = 0; i < value.length && found === null; i++) found = dialable(value[i]);
  return found;
}

// ringflow:connect.ts
var ringLimit = 65e3;
var legReports = [];
var spec2;
var callee;
var report;
var dialled = 0;
var connected2 = 0;
var joined = 0;
var ringing = 0;
function connect(what, to, hook2) {
  begin(to, hook2);
  session.endsBy = "flow";
  ignoreKeys();
  spec2 = what;
  report = { role: spec2.role, outcome: "dropped", code: null, ringing_ms: 0, talk_ms: 0 };
  legReports.push(report);
  dialled = Date.now();
  connected2 = joined = 0;
  const leg = dial();
  if (leg === null) return over("failed");
  callee = leg;
  callee.answered = answered2;
  callee.ended = ended;
  onLeave(leave2);
  if (spec2.callerHears) music(session.caller, spec2.callerHears);
  ringing = after(spec2.ringFor || ringLimit, over, "no_answer");
}
function dial() {
  const number = dialable(spec2.to);
  if (number === null) {
    line("note", state + " no number to dial");
    return null;
  }
  try {
    return addLeg(VoxEngine.callPSTN(number, spec2.from));
  } catch (thrown) {
    line("note", state + " not dialled: " + message(thrown));
    return null;
  }
}
function answered2() {
  cancel(ringing);
  connected2 = Date.now();
  note("answered");
  if (spec2.calleeHears === void 0) join();
  else speak(callee, spec2.calleeHears, join);
}
function join() {
  hush(session.caller);
  if (!alive(session.caller) || !alive(callee)) return;
  VoxEngine.sendMediaBetween(session.caller.call, callee.call);
  joined = Date.now();
  if (spec2.talkFor > 0) after(spec2.talkFor, talkedLongEnough);
}
function ended(code) {
  report.code = code;
  if (code === null) session.endsBy = "callee";
  over(code === null ? "ended" : outcomeOf(code));
}
function talkedLongEnough() {
  report.outcome = "talk_limit";
  go("ended", END);
}
function over(outcome) {
  report.outcome = outcome;
  settle(outcome);
}
function leave2() {
  const now = Date.now();
  if (report.outcome === "dropped" && session.caller.over) report.outcome = "caller_left";
  report.ringing_ms = (connected2 || now) - dialled;
  report.talk_ms = joined > 0 ? now - joined : 0;
  hangUp(callee);
}
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
var generation = null;
var queries = 0;
var open = false;
var openedIn = 0;
var wanted;
var tell;
var limit = 0;
function query(spec3, verdict2) {
  const mine = ++queries;
  open = true;
  openedIn = epoch;
  wanted = spec3;
  tell = verdict2;
  limit = after(storageLimit, decide);
  onClosing(decide);
  if (session.closing) return decide();
  try {
    ApplicationStorage.get(spec3.key).then(
      (item) => {
        if (mine === queries) turn(decide, item);
      },
      () => {
        if (mine === queries) turn(decide);
      }
    );
  } catch (_) {
    decide();
  }
}
function decide(item) {
  if (!open || openedIn !== epoch) return;
  open = false;
  cancel(limit);
  tell(item === void 0 ? "failed" : read(item, wanted));
}
function read(item, spec3) {
  if (item === null) return "missing";
  let value = null;
  try {
    value = JSON.parse(item.value);
  } catch (_) {
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "malformed";
  if (value.v !== void 0 && value.v !== valueVersion) return "malformed";
  if (value.x !== void 0 && typeof value.x !== "number") return "malformed";
  if (typeof value.x === "number" && value.x * 1e3 <= Date.now()) return "expired";
  const record2 = {};
  const names = Object.keys(spec3.fields);
  for (let i = 0; i < names.length; i++) {
    const field = readField(value[names[i]], spec3.fields[names[i]]);
    if (field === void 0) return "malformed";
    record2[names[i]] = field;
  }
  if (typeof value.g === "number") generation = value.g;
  if (spec3.bind !== void 0) spec3.bind(record2);
  return "found";
}
function readField(value, type) {
  if (typeof type === "function") return type(value);
  if (value === void 0 || value === null) return type.indexOf("?") > 0 ? null : void 0;
  switch (type.replace("?", "")) {
    case "phone":
      return phones(value);
    case "number":
      return typeof value === "number" ? value : void 0;
    case "bool":
      return typeof value === "boolean" ? value : void 0;
    default:
      return typeof value === "string" || typeof value === "number" ? String(value) : void 0;
  }
}
function phones(value) {
  if (typeof value === "string" || !Array.isArray(value)) return digits(value, session.flow.country) || void 0;
  const out = [];
  for (let i = 0; i < value.length; i++) {
    const found = digits(value[i], session.flow.country);
    if (found === null) return void 0;
    out.push(found);
  }
  return out.length > 0 ? out : void 0;
}

// ringflow:functions.ts
function spell(text) {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const half = code >= 56320 && code <= 57343 && (text.charCodeAt(i - 1) & 64512) === 55296;
    out += i === 0 || half ? text[i] : ", " + text[i];
  }
  return out;
}

// ringflow:secret.ts
function secret(name, without) {
  let value;
  try {
    value = VoxEngine["getSecretValue"](name);
  } catch (thrown) {
    line("note", message(thrown));
  }
  if (!value) line("note", without + ": there is no secret " + name);
  return value || "";
}

// ringflow:recording.ts
var addressLimit = 1e3;
var address = "";
var waiting2 = null;
var waitingIn = 0;
function recording() {
  return address;
}
function record(options, to, hook2) {
  const call = session.caller.call;
  begin(to, hook2);
  call.addEventListener(CallEvents.RecordStarted, recorded);
  call.addEventListener(CallEvents.RecordStopped, recorded);
  call.addEventListener(CallEvents.RecordError, recorded);
  try {
    call.record(options);
    session.settle = wait2;
  } catch (thrown) {
    line("note", "recording failed: " + message(thrown));
    return settleDone(false);
  }
  settleDone(true);
}
function recorded(event) {
  if (event.error !== void 0) line("note", "recording failed: " + message(event.error));
  address = address || event.url || "";
  session.settle = null;
  if (waiting2 !== null && waitingIn === epoch) turn(waiting2);
}
function wait2(ready) {
  waiting2 = ready;
  waitingIn = epoch;
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
var letter;
var tries = 0;
var requests = 0;
var open2 = false;
var openedIn2 = 0;
var watchdog = 0;
function report2(spec3, to, hook2) {
  begin(to, hook2);
  const inBody = spec3.details === "body";
  const id = session.id + "-" + ++sent;
  const body = inBody ? fitting(spec3.body) : ascii(spec3.body);
  letter = { url: spec3.url, id, body, call: inBody ? "" : fitting(null), secret: spec3.key === "" ? "" : secret(spec3.key, state + " not signed") };
  tries = 0;
  session.lastWords = null;
  if (session.closing) {
    if (!lastSent) send();
    lastSent = true;
    return settleDone(true);
  }
  session.lastWords = send;
  attempt();
}
function fitting(fields) {
  const call = {
    v: 1,
    session: session.id,
    flow: session.flow.flow,
    starts: session.flow.starts,
    release: bound.release,
    order_generation: generation,
    started_at: session.startedAt,
    ended_at: session.endedAt || Date.now(),
    ended_by: session.endedBy,
    path: session.path.slice(),
    legs: legReports
  };
  const whole = fields === null ? call : { ...fields, ringflow: call };
  const text = ascii(whole);
  let over2 = text.length - mostBytes;
  if (over2 <= 0) return text;
  over2 += cutMark.length + 3;
  while (over2 > 0 && call.path.length > 0) over2 -= ascii(call.path.shift()).length + 1;
  call.path.unshift(cutMark);
  return ascii(whole);
}
function ascii(value) {
  const text = JSON.stringify(value);
  if (unescape(encodeURI(text)).length === text.length) return text;
  return text.replace(/[^ -~]/g, (c) => "\\u" + ("000" + c.charCodeAt(0).toString(16)).slice(-4));
}
function attempt() {
  open2 = true;
  openedIn2 = epoch;
  watchdog = after(answerLimit2, answered3, timedOut);
  send(++requests);
}
function answered3(code) {
  if (!open2 || openedIn2 !== epoch) return;
  open2 = false;
  cancel(watchdog);
  const taken = code >= 200 && code < 300;
  const refused = code >= 400 && code < 500 && code !== 408 && code !== 429;
  if (!taken) line("note", state + " report not taken, code " + code);
  if (taken || refused) session.lastWords = null;
  else if (tries < pauses.length) return void after(pauses[tries++], attempt);
  settleDone(taken);
}
function send(request) {
  const { url, id, body, call, secret: secret2 } = letter;
  const now = Date.now();
  const time = "" + (now - now % 1e3) / 1e3;
  const headers = { "Content-Type": "application/json" };
  if (call !== "") headers["Ringflow-Call"] = call;
  headers["webhook-id"] = id;
  headers["webhook-timestamp"] = time;
  if (secret2 !== "") headers["webhook-signature"] = "v1," + base64_encode(hex2bytes(Crypto.hmac_sha256(secret2, id + "." + time + "." + body)));
  try {
    Net.httpRequest(url, (result2) => {
      if (request === requests) turn(answered3, result2.code);
    }, { method: "POST", headers, postData: body, timeout: tryLimit });
  } catch (thrown) {
    if (request === requests) answered3(limitViolated);
  }
}

// ringflow:scenario.ts
var outOfService = 503;
function scenario(flow) {
  session.flow = flow;
  Logger.hideTones(true);
  VoxEngine.addEventListener(AppEvents.Started, started);
  VoxEngine.addEventListener(AppEvents.CallAlerting, alerting);
  VoxEngine.addEventListener(AppEvents.Terminating, terminating);
}
function started(event) {
  session.id = "" + event.sessionId;
}
function alerting(event) {
  turn(take2, event);
}
function take2(event) {
  if (session.phase !== "idle") return;
  const { country, settings } = session.flow;
  let missing = "";
  for (let i = 0; i < settings.length; i++) {
    if (bound.config[settings[i]] === void 0) missing += (missing === "" ? "" : ", ") + settings[i];
  }
  if (missing === "") return arrive(event.call, digits(event.callerid, country));
  line("error", "the script was not bound: no value for " + missing);
  quietly(() => event.call.reject(outOfService));
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
  enter
});
function enter(id) {
  switch (id) {
    case "main/answer": // line 19
      return answer("main/record");
    case "main/record": // line 20
      return record({ stereo: true }, "main/gather.order_number");
    case "main/gather.order_number": // line 21
      return collect({
        prompt: "Hello. This call is recorded. Please enter the five digits of your order number.",
        again: {
          silent: "I did not hear any digits. Please enter your order number, or press pound to speak to an operator.",
          wrong: "I cannot find this order. The number is in the message that we sent you. Please enter it again, or press pound to speak to an operator."
        },
        min: 5,
        max: 5,
        keys: "0123456789",
        bargeIn: true,
        partial: "accept",
        firstDigit: 8e3,
        betweenDigits: 8e3,
        hint: { after: 1500, play: "For an operator, press pound." },
        silent: 2,
        wrong: 3,
        accept: (then) => query({ key: v.order_number, fields: { courier: "phone", client: "phone" }, bind: (entry) => {
          v.order = entry;
        } }, then)
      }, {
        got: "main/choose",
        gave_up: "main/gather.order_number/gave_up/hangup.goodbye",
        "#": "main/gather.order_number/key.#/run.to_operator",
        malformed: "main/gather.order_number/failed/play.storage_trouble",
        failed: "main/gather.order_number/failed/play.storage_trouble"
      }, (outcome, keys) => {
        switch (outcome) {
          case "entered":
            v.order_number = keys;
            result.order_number = v.order_number;
            break;
          case "found":
            result.order_search = "Order is found";
            break;
          case "missing":
          case "expired":
            result.order_search = "Order is not found";
            break;
        }
      });
    case "main/gather.order_number/key.#/run.to_operator": // line 32
      return go("run", "to_operator/note.need_operator");
    case "main/gather.order_number/gave_up/hangup.goodbye": // line 33
      return play("I could not help you this time. Please call again when you have your order number. Goodbye.", "main/gather.order_number/gave_up/hangup.goodbye/end");
    case "main/gather.order_number/gave_up/hangup.goodbye/end": // line 33
      return hangup();
    case "main/gather.order_number/failed/play.storage_trouble": // line 34
      return play("I am sorry, I cannot look up orders at the moment. An operator will help you.", "main/gather.order_number/failed/run.to_operator");
    case "main/gather.order_number/failed/run.to_operator": // line 34
      return go("run", "to_operator/note.need_operator");
    case "main/choose": // line 35
      if (samePhone(caller().number, v.order.courier)) return go("when.caller.number-order.courier", "main/choose/when.caller.number-order.courier/run.reach");
      if (samePhone(caller().number, v.order.client)) return go("when.caller.number-order.client", "main/choose/when.caller.number-order.client/run.reach");
      return go("otherwise", "main/choose/otherwise/note.phone_search");
    case "main/choose/when.caller.number-order.courier/run.reach": // line 37
      v.reach_peer = v.order.client;
      v.reach_side = "Courier";
      v.reach_order = v.order_number;
      return go("run", "reach/note.sub_status");
    case "main/choose/when.caller.number-order.client/run.reach": // line 39
      v.reach_peer = v.order.courier;
      v.reach_side = "Customer";
      v.reach_order = v.order_number;
      return go("run", "reach/note.sub_status");
    case "main/choose/otherwise/note.phone_search": // line 41
      result.phone_search = "Phone number is not found";
      return go("done", "main/choose/otherwise/menu.wrong_phone");
    case "main/choose/otherwise/menu.wrong_phone": // line 42
      return collect({
        prompt: "The number that you are calling from does not belong to this order. If you ordered something, please call from the number that you gave us with the order. If you are a courier, please call from the number that you registered with us. To speak to an operator, press pound.",
        min: 0,
        max: 0,
        keys: "",
        bargeIn: true,
        firstDigit: 8e3,
        betweenDigits: 8e3,
        silent: 1,
        wrong: 3
      }, {
        "#": "main/choose/otherwise/menu.wrong_phone/key.#/run.to_operator",
        gave_up: "main/choose/otherwise/menu.wrong_phone/gave_up/hangup.goodbye"
      });
    case "main/choose/otherwise/menu.wrong_phone/key.#/run.to_operator": // line 44
      return go("run", "to_operator/note.need_operator");
    case "main/choose/otherwise/menu.wrong_phone/gave_up/hangup.goodbye": // line 44
      return play("I could not help you this time. Please call again when you have your order number. Goodbye.", "main/choose/otherwise/menu.wrong_phone/gave_up/hangup.goodbye/end");
    case "main/choose/otherwise/menu.wrong_phone/gave_up/hangup.goodbye/end": // line 44
      return hangup();
    case "reach/note.sub_status": // line 51
      result.sub_status = v.reach_side;
      result.phone_search = "Phone number is found";
      return go("done", "reach/play.putting_you_through");
    case "reach/play.putting_you_through": // line 52
      return play("One moment please, I am putting you through.", "reach/note.sub_available");
    case "reach/note.sub_available": // line 53
      result.sub_available = "No";
      return go("done", "reach/connect.peer");
    case "reach/connect.peer": // line 54
      return connect({
        to: v.reach_peer,
        from: config.masked_number,
        role: "peer",
        ringFor: 3e4,
        talkFor: 0,
        callerHears: config.hold_music,
        calleeHears: () => "Hello. A " + v.reach_side + " is calling you about the order " + spell(v.reach_order) + "."
      }, {
        ended: "end",
        busy: "reach/connect.peer/busy/hangup.unavailable",
        no_answer: "reach/connect.peer/busy/hangup.unavailable",
        rejected: "reach/connect.peer/busy/hangup.unavailable",
        failed: "reach/connect.peer/busy/hangup.unavailable"
      }, (outcome) => {
        switch (outcome) {
          case "answered":
            result.sub_available = "Yes";
            break;
        }
      });
    case "reach/connect.peer/busy/hangup.unavailable": // line 61
      return play("Nobody can be reached there right now. Please call again in a few minutes. Goodbye.", "reach/connect.peer/busy/hangup.unavailable/end");
    case "reach/connect.peer/busy/hangup.unavailable/end": // line 61
      return hangup();
    case "to_operator/note.need_operator": // line 63
      result.need_operator = "Yes";
      return go("done", "to_operator/play.putting_to_operator");
    case "to_operator/play.putting_to_operator": // line 64
      return play("One moment please, I am connecting you to an operator.", "to_operator/connect.operator_number");
    case "to_operator/connect.operator_number": // line 65
      return connect({
        to: config.operator_number,
        from: config.masked_number,
        role: "operator",
        ringFor: 45e3,
        talkFor: 0,
        callerHears: config.hold_music
      }, {
        ended: "end",
        busy: "to_operator/connect.operator_number/otherwise/note.call_operator",
        no_answer: "to_operator/connect.operator_number/otherwise/note.call_operator",
        rejected: "to_operator/connect.operator_number/otherwise/note.call_operator",
        failed: "to_operator/connect.operator_number/otherwise/note.call_operator"
      }, (outcome) => {
        switch (outcome) {
          case "answered":
            result.call_operator = "Operator is free";
            break;
        }
      });
    case "to_operator/connect.operator_number/otherwise/note.call_operator": // line 72
      result.call_operator = "Operator is busy";
      return go("done", "to_operator/connect.operator_number/otherwise/hangup.operators_busy");
    case "to_operator/connect.operator_number/otherwise/hangup.operators_busy": // line 72
      return play("I am sorry, all operators are busy. Please call again later. Goodbye.", "to_operator/connect.operator_number/otherwise/hangup.operators_busy/end");
    case "to_operator/connect.operator_number/otherwise/hangup.operators_busy/end": // line 72
      return hangup();
    case "finally/note.call_record": // line 77
      result.call_record = recording();
      return go("done", "finally/report.results_url");
    case "finally/report.results_url": // line 78
      return report2({ url: config.results_url, body: result, key: "results_key", details: "headers" }, "end");
    default:
      throw new Error("there is no state " + id);
  }
}
});
