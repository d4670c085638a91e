/*
 * "Call me" on the site of a travel agency. Started by StartScenarios with
 *   MANAGERS__CUSTOMER__ORDER     managers divided by a comma
 * The session's address goes to the CRM, which sends commands to it:
 *   1&NAME&TOUR   who the customer is; the manager hears it before the customer
 *   2             hang up, the customer has closed the page
 *   3&NUMBER      call another manager now
 * Old code, it works.
 */
var CRM = "https://crm.travel.example/", OUR = "10000000000";
var managers, customer, order, who = null, tour = null, manager, client, over = false, n = -1;

VoxEngine.addEventListener(AppEvents.Started, function (e) {
  data = VoxEngine.customData().split("__");
  if (data.length != 3) {
    Logger.write("bad custom data: " + data.length + " parts");
    VoxEngine.terminate();
    return;
  }
  managers = data[0].split(",");
  customer = data[1];
  order = data[2];
  post("session", "order=" + order + "&url=" + encodeURIComponent(e.accessURL), function (res) {
    if (res.code != 200) Logger.write("crm: no commands will come, " + res.code);
    nextManager();
  });
});

VoxEngine.addEventListener(AppEvents.HttpRequest, function (e) {
  var command = (e.content || "").split("&");
  Logger.write("command " + command[0]);
  if (command[0] == "1") {
    who = command[1];
    tour = command[2];
  } else if (command[0] == "2") {
    finish("cancelled");
  } else if (command[0] == "3" && !client) {
    managers.splice(n + 1, 0, command[1]);
    if (manager) manager.hangup();
  } else {
    return "ERROR";
  }
  return "OK";
});

function post(what, body, callback) {
  var opts = new Net.HttpRequestOptions();
  opts.method = "POST";
  opts.headers = ["Content-Type: application/x-www-form-urlencoded", "Accept: */*"];
  opts.postData = body;
  opts.timeout = 4;
  Net.httpRequest(CRM + what, callback, opts);
}

function nextManager() {
  n++;
  if (n >= managers.length) return finish("no manager");
  manager = VoxEngine.callPSTN(managers[n], OUR);
  manager.addEventListener(CallEvents.Connected, onManager);
  manager.addEventListener(CallEvents.Failed, nextManager);
  manager.addEventListener(CallEvents.Disconnected, function () {
    if (client) finish("talked");
    else finish("manager left");
  });
  limit = setTimeout(function () { manager.hangup(); }, 15000);
}

function onManager() {
  clearTimeout(limit);
  var text = "A customer from the site.";
  if (who) text = who + " is asking about " + tour + ".";
  manager.handleTones(true);
  manager.addEventListener(CallEvents.ToneReceived, function (e) {
    if (e.tone != "1" || client) return;
    manager.removeEventListener(CallEvents.PlaybackFinished);
    manager.stopPlayback();
    callCustomer();
  });
  manager.addEventListener(CallEvents.PlaybackFinished, function () {
    refuse = setTimeout(function () {
      if (!client) manager.hangup();
    }, 10000);
  });
  manager.say(text + " Press one to be connected.", Language.US_ENGLISH_MALE);
}

function callCustomer() {
  manager.startPlayback("https://sounds.travel.example/tone.mp3", true);
  client = VoxEngine.callPSTN(customer, OUR);
  client.addEventListener(CallEvents.Connected, function () {
    VoxEngine.sendMediaBetween(manager, client);
  });
  client.addEventListener(CallEvents.Failed, function (e) {
    var failure = e.code == 486 ? "is busy" : "does not answer";
    manager.addEventListener(CallEvents.PlaybackFinished, function () { finish("customer " + failure); });
    manager.stopPlayback();
    manager.say("The customer " + failure + ".", Language.US_ENGLISH_MALE);
  });
  client.addEventListener(CallEvents.Disconnected, function (e) { finish("talked"); });
}

function finish(how) {
  if (over) return;
  over = true;
  post("result", "order=" + order + "&result=" + encodeURIComponent(how) + "&tries=" + Math.min(n + 1, managers.length), VoxEngine.terminate);
}
