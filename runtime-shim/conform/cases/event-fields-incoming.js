const fields = {
  StateChanged: { oldState: "string", newState: "string" },
  Connected: { headers: "object" },
  ToneReceived: { tone: "string", type: "string" },
  PlaybackReady: {},
  PlaybackStarted: { duration: "number" },
  PlaybackFinished: {},
  RecordStarted: { url: "string" },
  RecordStopped: { url: "string", cost: "string", duration: "number" },
  Disconnected: { internalCode: "number", reason: "string", duration: "number", cost: "number", direction: "string" },
};
onCall((call) => {
  const missing = new Set(Object.keys(fields));
  on(call, Object.keys(fields), (name, e) => {
    missing.delete(name);
    const want = { name: "string", id: "string", call: "object", ...fields[name] };
    for (const field of Object.keys(want)) same(typeof e[field], want[field], `${name}.${field}`);
    same([e.name, e.id, e.call === call], [CallEvents[name], call.id(), true], name);
  });
  call.handleTones(true);
  call.answer();
  on(call, ["Connected"], () => {
    call.record();
    call.say("Good morning.");
  });
  on(call, ["Disconnected"], () => setTimeout(() => {
    same([...missing], [], "events that did not come");
    verdict();
  }, 5000));
});
