const fields = {
  AudioStarted: {},
  Ringing: {},
  Failed: { code: "number", reason: "string" },
  RecordError: { error: "string" },
  PlaybackFinished: { error: "string" },
};
function check(call, names, missing) {
  on(call, names, (name, e) => {
    missing.delete(name);
    const want = { name: "string", id: "string", call: "object", ...fields[name] };
    for (const field of Object.keys(want)) same(typeof e[field], want[field], `${name}.${field}`);
    same([e.name, e.id, e.call === call], [CallEvents[name], call.id(), true], name);
  });
}
onCall((call) => {
  const missing = new Set(Object.keys(fields));
  call.answer();
  const peer = dial();
  check(peer, ["AudioStarted", "Ringing", "Failed"], missing);
  check(call, ["RecordError", "PlaybackFinished"], missing);
  on(call, ["Connected"], () => {
    call.record();
    call.say("x".repeat(1501));
  });
  on(peer, ["Failed"], () => setTimeout(() => {
    same([...missing], [], "events that did not come");
    verdict();
  }, 1000));
});
