// One leg in, one out to a user; what devices send is passed on, the session is
// told what to do by HTTP, and a mail tells of the end.
let caller, agent, address;
VoxEngine.addEventListener(AppEvents.Started, (e) => { address = e.accessURL; });
VoxEngine.addEventListener(AppEvents.HttpRequest, (e) => {
  if (e.content === "hold") caller.say("Please hold.");
  return { heard: e.content };
});
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  caller = e.call;
  caller.startEarlyMedia();
  agent = VoxEngine.callUser({ username: "ann", callerid: caller.callerid(), extraHeaders: { "X-Order": e.headers["X-Order"] || "none" } });
  agent.addEventListener(CallEvents.Connected, () => { caller.answer(); VoxEngine.sendMediaBetween(caller, agent); });
  agent.addEventListener(CallEvents.Failed, () => end("missed"));
  agent.addEventListener(CallEvents.MessageReceived, (m) => caller.sendMessage("ann: " + m.text));
  agent.handleMicStatus(true);
  agent.handleTones(true);
  agent.addEventListener(CallEvents.ToneReceived, (e) => caller.sendMessage("ann pressed " + e.tone));
  agent.addEventListener(CallEvents.MicStatusChange, (m) => Logger.write("ann's microphone is " + (m.active ? "on" : "off")));
  caller.addEventListener(CallEvents.OnHold, () => agent.sendMessage("on hold"));
  caller.addEventListener(CallEvents.InfoReceived, (i) => agent.sendInfo(i.mimeType, i.body));
  caller.addEventListener(CallEvents.Disconnected, () => end("over"));
});
async function end(how) {
  await Net.sendMailAsync("smtp.mail.example", "desk@mail.example", ["a@mail.example", "b@mail.example"], "A call is " + how, "Bye.", { port: 25 });
  VoxEngine.terminate();
}
