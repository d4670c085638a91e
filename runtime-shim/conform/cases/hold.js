onCall((call) => {
  call.answer();
  on(call, ["ReInviteReceived", "OnHold", "OffHold"], (name, e) => {
    same([e.call === call, e.id === call.id(), e.name], [true, true, CallEvents[name]], name);
    see(name);
    if (name === "ReInviteReceived") same([e.mimeType, e.body, e.headers], ["application/sdp", "", {}], "the re-INVITE");
  });
  setTimeout(() => {
    same(seen, ["ReInviteReceived", "OnHold", "ReInviteReceived", "OffHold"], "events");
    verdict();
  }, 6000);
});
