// What the platform does for scenarios that only connect two calls, as
// ordinary listeners that a scenario can remove again.
(function () {
  function relay(from, to) {
    from.addEventListener("Call.MessageReceived", (e) => to.sendMessage(e.text));
    from.addEventListener("Call.InfoReceived", (e) => to.sendInfo(e.mimeType, e.body, e.headers));
  }

  function easyProcess(incoming, outgoing, onEstablished, direct) {
    if (direct) {
      throw new Error("VoxEngine.easyProcess with direct media is not emulated yet; the platform has it, so test this part of the scenario there");
    }
    const close = () => VoxEngine.terminate();
    VoxEngine.sendMediaBetween(incoming, outgoing);
    outgoing.addEventListener("Call.Ringing", () => incoming.ring());
    outgoing.addEventListener("Call.AudioStarted", () => incoming.startEarlyMedia());
    outgoing.addEventListener("Call.Connected", (e) => incoming.answer(e.headers, { displayName: outgoing.displayName() }));
    incoming.addEventListener("Call.Connected", () => {
      if (onEstablished) onEstablished(incoming, outgoing);
    });
    for (const call of [incoming, outgoing]) {
      call.addEventListener("Call.Failed", close);
      call.addEventListener("Call.Disconnected", close);
    }
    relay(incoming, outgoing);
    relay(outgoing, incoming);
  }

  function forwardCallToPSTN(numberTransform, onEstablished, options) {
    VoxEngine.addEventListener("Application.CallAlerting", (e) => {
      const number = numberTransform ? numberTransform(e.destination) : e.destination;
      const callerid = (options && options.callerid) || e.callerid;
      easyProcess(e.call, VoxEngine.callPSTN(number, callerid), onEstablished);
    });
  }

  function playSoundAndHangup(fileURL) {
    VoxEngine.addEventListener("Application.CallAlerting", (e) => {
      const close = () => VoxEngine.terminate();
      e.call.addEventListener("Call.Connected", () => e.call.startPlayback(fileURL));
      e.call.addEventListener("Call.PlaybackFinished", close);
      e.call.addEventListener("Call.Disconnected", close);
      e.call.answer();
    });
  }

  return { easyProcess, forwardCallToPSTN, playSoundAndHangup };
})();
