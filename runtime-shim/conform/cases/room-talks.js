onCall((call, e) => {
  call.answer();
  on(call, ["Disconnected"], VoxEngine.terminate);
  call.handleTones(true);
  on(call, ["ToneReceived"], (name, tone) => call.sendMessage(`got ${tone.tone}`));
  on(call, ["InfoReceived"], (name, info) => call.sendInfo(info.mimeType, info.body.toUpperCase()));
  if (e.destination !== "10000000000") return;
  const room = VoxEngine.callConference("room-1", e.callerid, "");
  on(room, ["Connected"], () => {
    room.sendDigits("5");
    room.sendInfo("text/plain", "hello");
  });
  on(room, ["MessageReceived"], (name, message) => see(message.text));
  on(room, ["InfoReceived"], (name, info) => see(info.body));
  setTimeout(() => {
    same(seen.sort(), ["HELLO", "got 5"], "what came back");
    verdict();
  }, 1000);
});
