// Asks a server where the call goes, in the forms of older scripts.
VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  var call = e.call;
  var options = new Net.HttpRequestOptions();
  options.method = "post";
  options.headers = ["Content-Type: application/x-www-form-urlencoded", "X-Line: " + (e.headers["X-Line"] || "none")];
  options.postData = "to=" + e.destination;
  options.timeout = 5;
  Net.httpRequest("https://router.example/route", function (res) {
    if (res.code != "200") {
      Logger.write("router: " + res.code);
      return call.reject(503);
    }
    var route = JSON.parse(res.text);
    if (route.number) {
      VoxEngine.easyProcess(call, VoxEngine.callPSTN(route.number, e.destination), function (a, b) {
        Logger.write("connected " + a.incoming() + " " + b.incoming());
      });
    } else {
      call.answer();
      call.addEventListener(CallEvents.Connected, function () { call.say(route.text, Language.UK_ENGLISH_FEMALE); });
      call.addEventListener(CallEvents.PlaybackFinished, VoxEngine.terminate);
      call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
    }
  }, options);
});
