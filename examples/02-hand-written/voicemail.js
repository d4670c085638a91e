// A mailbox: greeting, recording for at most a minute, address posted at the end.
let message = null, done = false;

VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call, callerid }) => {
  call.addEventListener(CallEvents.Connected, () => call.say("Please leave a message after the tone, and press pound to end it."));
  call.addEventListener(CallEvents.PlaybackFinished, function first() {
    call.removeEventListener(CallEvents.PlaybackFinished, first);
    if (call.state() !== "CONNECTED") return;
    call.record({ name: "message", stereo: false, hd_audio: true });
    call.handleTones(true);
    setTimeout(() => finish(call), 60000);
  });
  call.addEventListener(CallEvents.RecordStarted, (e) => (message = { url: e.url, since: Date.now() }));
  call.addEventListener(CallEvents.ToneReceived, (e) => e.tone === "#" && finish(call));
  call.addEventListener(CallEvents.Disconnected, async () => {
    if (message) await post({ from: callerid.slice(-2), url: message.url, seconds: Math.round((Date.now() - message.since) / 1000) });
    VoxEngine.terminate();
  });
  call.answer();
});

function finish(call) {
  if (done) return;
  done = true;
  call.handleTones(false);
  call.say("Thank you. Goodbye.");
  call.addEventListener(CallEvents.PlaybackFinished, () => call.hangup());
}

async function post(fields) {
  try {
    const answer = await Net.httpRequestAsync("https://mailbox.example/messages", {
      method: "POST",
      headers: ["Content-Type: application/json"],
      postData: JSON.stringify(fields),
    });
    if (answer.code !== 200) throw new Error(String(answer.code));
    Logger.write("mailbox: taken");
  } catch (error) {
    Logger.write("mailbox: not taken");
  }
}
