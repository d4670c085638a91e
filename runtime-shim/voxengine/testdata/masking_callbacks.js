// The same scenario with callbacks only, as a compiler would emit it.
(function () {
  require(Modules.ApplicationStorage);

  const voice = VoiceList.Google.en_US_Neural2_C;
  const result = { order: "", found: false, joined: false };
  let caller;
  let digits = "";
  let finished = {};

  function say(call, text, then) {
    finished[call.id()] = then;
    call.say(text, { voice });
  }

  function onFinished(e) {
    const then = finished[e.id];
    finished[e.id] = undefined;
    if (then) then();
  }

  VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
    caller = e.call;
    caller.addEventListener(CallEvents.Connected, () => {
      caller.handleTones(true);
      say(caller, "Enter the order number.", () => Logger.write("the greeting is over"));
    });
    caller.addEventListener(CallEvents.PlaybackFinished, onFinished);
    caller.addEventListener(CallEvents.Disconnected, report);
    caller.addEventListener(CallEvents.ToneReceived, (tone) => {
      digits += tone.tone;
      if (digits.length === 5) lookUp(digits);
    });
    caller.answer();
  });

  function lookUp(order) {
    caller.handleTones(false);
    result.order = order;
    ApplicationStorage.get(order).then(found, () => caller.hangup());
  }

  function found(item) {
    if (!item) {
      say(caller, "There is no such order.", () => caller.hangup());
      return;
    }
    result.found = true;
    const order = JSON.parse(item.value);
    const peer = caller.callerid() === order.courier ? order.client : order.courier;
    say(caller, "One moment.", () => connect(peer));
  }

  function connect(number) {
    const peer = VoxEngine.callPSTN(number, "10000000000");
    caller.startPlayback("https://sounds.example/music.mp3", { loop: true });
    peer.addEventListener(CallEvents.PlaybackFinished, onFinished);
    peer.addEventListener(CallEvents.Connected, () => {
      say(peer, `About order ${result.order.split("").join(", ")}.`, () => {
        caller.stopPlayback();
        VoxEngine.sendMediaBetween(caller, peer);
        result.joined = true;
      });
    });
    peer.addEventListener(CallEvents.Failed, () => caller.hangup());
    peer.addEventListener(CallEvents.Disconnected, () => caller.hangup());
  }

  function report() {
    Net.httpRequest("https://results.example/", () => VoxEngine.terminate(), { method: "POST", postData: JSON.stringify(result) });
  }
})();
