/*
 * Pizza line. Dialogflow talks and understands, we send the orders.
 * v1.4  19.03.2019  marker before the end of the speech, people start too early
 * v1.5  02.07.2019  keys
 * v1.6  11.11.2019  slow speakers were told that we do not hear them
 */
require(Modules.AI);

var LANG = DialogflowLanguage.ENGLISH_US;
var SHOP = "13333333333";
var ORDERS = "http://orders.pizza.example/new";

var call, dialogflow;
var hangup = false, leaving = false;
var noInput = null, silences = 0;

VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  call = e.call;
  caller = e.callerid;
  call.addEventListener(CallEvents.Connected, onConnected);
  call.addEventListener(CallEvents.Disconnected, function () {
    clearTimeout(noInput);
    if (dialogflow && !leaving) dialogflow.stop();
    VoxEngine.terminate();
  });
  call.addEventListener(CallEvents.Failed, VoxEngine.terminate);
  call.answer();
});

function onConnected() {
  call.handleTones(true);
  call.addEventListener(CallEvents.ToneReceived, onTone);
  dialogflow = AI.createDialogflow({ lang: LANG, phraseHints: ["margherita", "pepperoni", "operator"] });
  dialogflow.addEventListener(AI.Events.DialogflowQueryResult, onQueryResult);
  dialogflow.addEventListener(AI.Events.DialogflowRecognitionResult, function () { clearTimeout(noInput); });
  dialogflow.addEventListener(AI.Events.DialogflowPlaybackStarted, function () { clearTimeout(noInput); });
  dialogflow.addEventListener(AI.Events.DialogflowPlaybackMarkerReached, listen);
  dialogflow.addEventListener(AI.Events.DialogflowPlaybackFinished, onSpoken);
  dialogflow.addEventListener(AI.Events.DialogflowError, function (e) {
    Logger.write("dialogflow error");
    transfer("Our robot is tired.");
  });
  dialogflow.addEventListener(AI.Events.DialogflowStopped, function (e) {
    transfer("Our robot is tired.");
  });
  dialogflow.sendMediaTo(call);
  dialogflow.addMarker(-300);
  ask("WELCOME", { number: caller });
}

function ask(name, parameters) {
  if (leaving) return;
  dialogflow.sendQuery({ event: { name: name, parameters: parameters || {}, language_code: "en" } });
}

// the caller may speak from the marker on, 300 ms before the end of the speech
function listen() {
  if (leaving || hangup) return;
  call.sendMediaTo(dialogflow);
  noInput = setTimeout(function () {
    call.stopMediaTo(dialogflow);
    if (++silences > 2) return transfer("I do not hear you.");
    dialogflow.addMarker(-300);
    ask("NO_INPUT", { times: silences });
  }, 7000);
}

function onTone(e) {
  if (leaving || hangup) return;
  if (e.tone == "0") return transfer("Just a second.");
  clearTimeout(noInput);
  dialogflow.sendQuery({ text: { text: e.tone, language_code: "en" } });
}

function onQueryResult(e) {
  if (leaving) return;
  call.stopMediaTo(dialogflow);
  clearTimeout(noInput);
  result = e.result;
  Logger.write("intent: " + (result.intent ? result.intent.displayName : "none") + ", heard: " + result.queryText);
  if (result.queryText) silences = 0;
  dialogflow.addMarker(-300);
  if (result.diagnosticInfo && result.diagnosticInfo.end_conversation) hangup = true;
  switch (result.action) {
    case "order.ready":
      sendOrder(result.parameters);
      break;
    case "operator":
      transfer(result.fulfillmentText);
      break;
  }
}

function sendOrder(order) {
  var options = new Net.HttpRequestOptions();
  options.method = "POST";
  options.headers = ["Content-Type: application/json;charset=utf-8"];
  options.postData = JSON.stringify({ phone: caller, pizza: order.pizza, count: order.count || 1 });
  Net.httpRequest(ORDERS, function (res) {
    if (res.code == "200") {
      ask("ORDER_OK", { minutes: JSON.parse(res.text).minutes });
    } else {
      Logger.write("order failed: " + res.code);
      transfer("I could not send your order.");
    }
  }, options);
}

function onSpoken() {
  if (hangup && !leaving) call.hangup();
}

function transfer(text) {
  if (leaving) return;
  leaving = true;
  clearTimeout(noInput);
  dialogflow.stop();
  call.say(text, Language.US_ENGLISH_FEMALE);
  call.addEventListener(CallEvents.PlaybackFinished, function () {
    call.removeEventListener(CallEvents.PlaybackFinished);
    shop = VoxEngine.callPSTN(SHOP, call.number());
    shop.addEventListener(CallEvents.Connected, function () {
      VoxEngine.sendMediaBetween(call, shop);
    });
    shop.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
    shop.addEventListener(CallEvents.Failed, function () {
      call.say("Everybody is baking. Please call again.", Language.US_ENGLISH_FEMALE);
      call.addEventListener(CallEvents.PlaybackFinished, VoxEngine.terminate);
    });
  });
}
