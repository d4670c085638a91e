// Does what bytes says: uses members of the platform with values that make no
// sense, in every phase of a session. bytes, surface and makers stand before it.
let at = 0;
let call; // the first one
const kept = {}; // an object of each class
const owners = Object.keys(surface);
for (const name of Object.keys(Modules)) { try { require(Modules[name]); } catch (e) {} }

const next = (n) => (at < bytes.length ? bytes[at++] : 0) % n;

const round = { inner: [{}] };
round.inner[0].outer = round;
const fail = () => { throw new RangeError("on purpose"); };
const trap = new Proxy(function () {}, { get: fail, set: fail, has: fail, ownKeys: fail, apply: fail, construct: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail });
const revoked = Proxy.revocable({}, {});
revoked.revoke();

// Each makes a value; the first one is what is left when bytes has ended.
const values = [
  () => undefined, () => null, () => true, () => false, () => 0, () => -1, () => 0.5, () => NaN, () => Infinity, () => -Infinity, () => 1e21, () => 2 ** 53, () => 2 ** 31,
  () => 5n, () => 10n ** 30n, () => Symbol("s"), () => Symbol.iterator,
  () => "", () => "a", () => "13333333333", () => "10000000000", () => "http://a.example/", () => "wss://a.example/", () => "{}", () => "#", () => "\ud800", () => "\0", () => "__proto__", () => "x".repeat(20000),
  () => [], () => [1, , "b"], () => ["a: b"], () => [[]], () => new Array(70000), () => new Uint8Array(3), () => new ArrayBuffer(8), () => new Map([[1, 2]]), () => new Date(NaN), () => /(a+)+b/,
  () => ({}), () => Object.create(null), () => ({ length: 3 }), () => ({ length: -1 }), () => Object.freeze({ a: 1 }), () => round, () => trap, () => revoked.proxy,
  () => ({ toString: fail }), () => ({ valueOf: fail }), () => ({ toString: () => ({}) }), () => ({ [Symbol.toPrimitive]: () => Symbol() }), () => ({ get a() { return fail(); } }), () => ({ then: fail }), () => ({ then(done) { done(call); } }),
  () => fail, () => () => {}, () => function () { return this; }, () => class {}, () => async () => fail(), () => function* () { yield fail(); }, () => Promise.resolve(1), () => new Promise(() => {}),
  () => act, () => acting, () => globalThis, () => call, () => call && call.say, () => member(), () => object(), () => options(), () => settings(), () => [value(), value()],
  () => eventName(), () => VoiceList.Google.en_US_Neural2_C,
];
const value = () => values[next(values.length)]();

// options is an object that has every property, whatever the platform asks for.
function options() {
  const answers = [value(), value(), value(), value()];
  return new Proxy({}, { get: (_, name) => answers[String(name).length % 4], has: () => true });
}

// settings are options as scripts write them.
function settings() {
  const names = ["headers", "method", "postData", "params", "timeout", "callerid", "text", "url", "language", "voice", "loop", "priority", "name", "type", "call", "queue", "profile", "scheme", "customData", "onPlaybackMarker", "offset", "model", "amd", "phraseHints", "interimResults", "frequencies", "skills", "operatorSettings", "mode", "id"];
  const out = {};
  for (let n = next(5); n >= 0; n--) out[names[next(names.length)]] = value();
  return out;
}

const events = [AppEvents, CallEvents, PlayerEvents];
function eventName() {
  const names = Object.keys(events[next(events.length)]);
  return events[0][names[next(names.length)]] || events[1][names[0]];
}

// acting is a callback that goes on with bytes, in the middle of something else.
const acting = (...got) => { use(got[0]); act(); };

// use looks at everything in what the platform gives.
function use(given) {
  if (given && typeof given === "object") for (const name in given) String(given[name]);
}

// object is the namespace of an owner, or an object of a class.
function object(owner = owners[next(owners.length)]) {
  if (owner === "") return globalThis;
  if (!Object.hasOwn(makers, owner)) return owner.split(".").reduce((o, name) => o[name], globalThis);
  if (kept[owner] === undefined || next(16) === 1) make(owner);
  return kept[owner];
}

function make(owner) {
  const made = makers[owner]();
  if (made && typeof made.then === "function") made.then((o) => { kept[owner] = o; }, () => {});
  else kept[owner] = made;
}

function member(owner = owners[next(owners.length)]) {
  const names = surface[owner];
  return object(owner)[names[next(names.length)]];
}

// act uses one member.
function act() {
  if (at >= bytes.length) return;
  try {
    const owner = owners[next(owners.length)];
    const name = surface[owner][next(surface[owner].length)];
    const how = next(8);
    const args = Array.from({ length: next(7) }, value);
    const target = object(owner);
    let got;
    switch (how) {
      case 1: got = new target[name](...args); break;
      case 2: got = target[name].apply(value(), args); break;
      case 3: Object.defineProperty(target, name, { value: args[0], configurable: true, writable: true }); break;
      case 4: target[name] = args[0]; delete target[name]; break;
      case 5: Object.setPrototypeOf(target, args[0]); break;
      case 6: got = [JSON.stringify(target), String(target), Object.keys(target), name in target]; break;
      default: got = target[name](...args);
    }
    use(got);
    if (got && typeof got.then === "function") got.then(acting, () => {});
  } catch (e) {}
}

const phase = () => { for (let n = 0; n < 3; n++) act(); };

VoxEngine.addEventListener(AppEvents.Started, () => phase());
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  call = call || e.call;
  phase();
  setTimeout(() => phase(), 1500);
  e.call.addEventListener(CallEvents.Connected, () => {
    for (const owner in makers) { try { make(owner); } catch (e) { Logger.write("no " + owner + ": " + e); } }
    phase();
  });
  e.call.addEventListener(CallEvents.ToneReceived, () => phase());
  e.call.addEventListener(CallEvents.Disconnected, () => phase());
  e.call.handleTones(true);
  e.call.answer();
});
VoxEngine.addEventListener(AppEvents.Terminating, () => phase());
phase();
