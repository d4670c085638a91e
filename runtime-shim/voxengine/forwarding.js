// What the platform does for scenarios that only connect two calls, as
// ordinary listeners that a scenario can remove again.
(function () {
  function relay(from, to) {
    from.addEventListener("Call.MessageReceived", (e) => to.sendMessage(e.text));
    from.addEventListener("Call.InfoReceived", (e) => to.sendInfo(e.mimeType, e.body, e.headers));
  }

  function easyProcess(incoming, outgoing, onEstablished, direct) {
    const close = () => VoxEngine.terminate();
    if (!direct) VoxEngine.sendMediaBetween(incoming, outgoing);
    outgoing.addEventListener("Call.Ringing", () => incoming.ring());
    outgoing.addEventListener("Call.AudioStarted", () => incoming.startEarlyMedia());
    outgoing.addEventListener("Call.Connected", (e) => {
      const shown = { displayName: outgoing.displayName() };
      if (direct) incoming.answerDirect(outgoing, e.headers, shown);
      else incoming.answer(e.headers, shown);
    });
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

  function forwardCallToUser(onEstablished, video) {
    VoxEngine.addEventListener("Application.CallAlerting", (e) => {
      const { destination: username, callerid, displayName, scheme } = e;
      easyProcess(e.call, VoxEngine.callUser({ username, callerid, displayName, video, scheme }), onEstablished);
    });
  }

  function forwardCallToUserDirect(onEstablished) {
    VoxEngine.addEventListener("Application.CallAlerting", (e) => {
      const { callerid, displayName } = e;
      easyProcess(e.call, VoxEngine.callUserDirect(e.call, e.destination, { callerid, displayName }), onEstablished, true);
    });
  }

  function forwardCallToSIP(onEstablished, video) {
    VoxEngine.addEventListener("Application.CallAlerting", (e) => {
      const { callerid, displayName } = e;
      easyProcess(e.call, VoxEngine.callSIP(e.toURI, { callerid, displayName, video }), onEstablished);
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

  return { easyProcess, forwardCallToPSTN, forwardCallToSIP, forwardCallToUser, forwardCallToUserDirect, playSoundAndHangup };
})();
