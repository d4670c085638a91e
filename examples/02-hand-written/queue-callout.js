/*
 * Outbound to queue: the shop calls a customer about an order and, when the
 * customer presses 1, waits with them for somebody of the queue.
 * Rows of a call list: phone;order
 * v3 (2019): position is spoken every 30 s, it was music only before.
 */
require(Modules.ACD);
try { require(Modules.CallList); } catch (e) { Logger.write("no module CallList"); }

var QUEUE = "orders", OUR = "10000000000";
var MUSIC = "https://sounds.shop.example/waiting.mp3";
var MOST = 300; // seconds of waiting

var row, customer, agent, request, waiting = false, told = 0, since, result = null;

VoxEngine.addEventListener(AppEvents.Started, function () {
  row = JSON.parse(VoxEngine.customData());
  customer = VoxEngine.callPSTN(row.phone, OUR);
  customer.addEventListener(CallEvents.Connected, onConnected);
  customer.addEventListener(CallEvents.Failed, function (e) {
    if (e.code == 486 || e.code == 408) again(e);
    else finish("failed " + e.code);
  });
  customer.addEventListener(CallEvents.Disconnected, function () {
    if (request) request.cancel();
    if (waiting) result = "gave up after " + waited() + " s";
    finish(result || "hung up");
  });
});

function again(e) {
  CallList.requestNextAttempt({ attempts_left: 2 });
  CallList.reportError({ code: e.code }, VoxEngine.terminate);
}

function onConnected() {
  customer.handleTones(true);
  customer.addEventListener(CallEvents.ToneReceived, onTone);
  customer.say("Hello, there is a question about your order " + row.order + ". Press 1 to talk to us.", Language.US_ENGLISH_FEMALE);
  customer.addEventListener(CallEvents.PlaybackFinished, function () {
    customer.removeEventListener(CallEvents.PlaybackFinished);
    silence = setTimeout(function () { bye("Please call us back. Goodbye.", "no key"); }, 7000);
  });
}

function onTone(e) {
  if (e.tone != "1" || waiting) return;
  if (typeof silence !== "undefined") clearTimeout(silence);
  customer.removeEventListener(CallEvents.ToneReceived);
  customer.removeEventListener(CallEvents.PlaybackFinished);
  enqueue();
}

function enqueue() {
  waiting = true;
  since = Date.now();
  request = VoxEngine.enqueueACDRequest(QUEUE, OUR, {
    priority: 50,
    headers: { "X-Order": row.order, "VI-CallTimeout": "20" },
  });
  request.addEventListener(ACDEvents.Queued, function () {
    music();
    status = setInterval(function () { request.getStatus(); }, 30000);
  });
  request.addEventListener(ACDEvents.Waiting, onWaiting);
  request.addEventListener(ACDEvents.OperatorFailed, function (e) {
    Logger.write(e.operatorUserName + " did not take it: " + e.statusCode);
  });
  request.addEventListener(ACDEvents.OperatorReached, onAgent);
  request.addEventListener(ACDEvents.Offline, function () { nobody("offline"); });
  request.addEventListener(ACDEvents.QueueFull, function () { nobody("queue full"); });
  request.addEventListener(ACDEvents.Error, function (e) { nobody("error"); });
}

function music() {
  customer.startPlayback(MUSIC, true);
}

function onWaiting(e) {
  if (!waiting) return;
  if (waited() >= MOST) {
    request.cancel();
    nobody("waited " + waited() + " s");
    return;
  }
  told++;
  customer.stopPlayback(); // the music, or its end counts as that of the text
  var text = "You are number " + e.position + " in the queue.";
  if (e.ewt > 0) text += " We will be with you in about " + e.ewt + (e.ewt == 1 ? " minute." : " minutes.");
  customer.addEventListener(CallEvents.PlaybackFinished, function () {
    customer.removeEventListener(CallEvents.PlaybackFinished);
    if (waiting && customer.state() == "CONNECTED") music();
  });
  customer.say(text, Language.US_ENGLISH_FEMALE);
}

function onAgent(e) {
  waiting = false;
  clearInterval(status);
  agent = e.operatorCall;
  result = "talked to " + agent.number();
  agent.addEventListener(CallEvents.Disconnected, function () { finish(result); });
  customer.removeEventListener(CallEvents.PlaybackFinished);
  customer.stopPlayback();
  agent.say("Order " + row.order + ".", Language.US_ENGLISH_FEMALE);
  agent.addEventListener(CallEvents.PlaybackFinished, function () {
    VoxEngine.sendMediaBetween(customer, agent);
  });
}

function nobody(why) {
  waiting = false;
  if (typeof status !== "undefined") clearInterval(status);
  bye("All of us are busy, we will call you again.", why);
}

function bye(text, why) {
  result = why;
  customer.removeEventListener(CallEvents.PlaybackFinished);
  customer.stopPlayback();
  customer.addEventListener(CallEvents.PlaybackFinished, function () {
    if (customer.state() == "CONNECTED") customer.hangup();
  });
  customer.say(text, Language.US_ENGLISH_FEMALE);
}

function waited() {
  return Math.round((Date.now() - since) / 1000);
}

function finish(how) {
  if (finish.done) return;
  finish.done = true;
  CallList.reportResult({ order: row.order, how: how, told: told }, VoxEngine.terminate);
}
