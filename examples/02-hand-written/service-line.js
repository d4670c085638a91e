// The service line of a water company: states of the IVR module, a number that
// the customer types, and a balance from the billing system.
require(Modules.IVR);

var call, customer = "", mistakes = 0;
var LANG = Language.US_ENGLISH_FEMALE;

VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  call = e.call;
  call.handleTones(true);
  call.addEventListener(CallEvents.Connected, function () { mainState.enter(call); });
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  call.answer();
});

// --- states -------------------------------------------------------------

var goodbyeState = new IVRState("goodbye", {
  type: "noinput",
  prompt: { say: "Thank you for calling.", lang: LANG },
}, function () { call.hangup(); });

var wrongState = new IVRState("wrong", {
  type: "noinput",
  prompt: { say: "We do not know this number.", lang: LANG },
}, function () {
  mistakes++;
  if (mistakes < 2) accountState.enter(call);
  else operator();
});

var meterState = new IVRState("meter", {
  type: "inputunknown",
  terminateOn: "#",
  timeout: 7000,
  prompt: { say: "Type what your meter shows, and pound.", lang: LANG },
}, function (value) {
  send("reading", { account: customer, reading: parseInt(value, 10) }, function (res) {
    tell(res.code == 200 ? "We have noted " + value + "." : "The reading was not taken. Please try again tomorrow.", goodbyeState);
  });
}, function () {
  goodbyeState.enter(call);
});

var accountState = new IVRState("account", {
  type: "inputfixed",
  inputLength: 6,
  timeout: 5000,
  prompt: { say: "Type the six digits of your account.", lang: LANG },
}, function (digits) {
  customer = digits;
  send("account", { account: digits }, onAccount);
}, function (digits) {
  Logger.write("account: only " + digits.length + " digits");
  wrongState.enter(call);
});

var operatorState = new IVRState("operator", {
  type: "noinput",
  prompt: { play: "https://sounds.water.example/please-hold.mp3" },
}, operator);

var mainState = new IVRState("main", {
  type: "select",
  timeout: 4000,
  prompt: { say: "For your balance press one. For the operator press zero.", lang: LANG },
  nextStates: { "1": accountState, "0": operatorState },
}, function () {
  mainState.enter(call); // a key that means nothing
}, function () {
  operatorState.enter(call); // an old telephone without keys
});

// --- what they do -------------------------------------------------------

function onAccount(res) {
  if (res.code == 404) return wrongState.enter(call);
  if (res.code != 200) return operatorState.enter(call);
  var account = JSON.parse(res.text);
  if (!account.meter) return tell("Your balance is " + account.balance + " dollars.", goodbyeState);
  tell("Your balance is " + account.balance + " dollars.", meterState);
}

function tell(text, state) {
  new IVRState("tell", { type: "noinput", nextState: state, prompt: { say: text, lang: LANG } }).enter(call);
}

function send(what, data, callback) {
  Net.httpRequest("https://billing.water.example/" + what, callback, {
    method: "POST",
    headers: ["Content-Type: application/json;charset=utf-8"],
    postData: JSON.stringify(data),
  });
}

function operator() {
  call.handleTones(false);
  var out = VoxEngine.callPSTN("13333333333", call.number());
  out.addEventListener(CallEvents.Connected, function () { VoxEngine.sendMediaBetween(call, out); });
  out.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  out.addEventListener(CallEvents.Failed, function () {
    call.removeEventListener(CallEvents.PlaybackFinished);
    call.addEventListener(CallEvents.PlaybackFinished, function () { call.hangup(); });
    call.say("All operators are busy.", LANG);
  });
}
