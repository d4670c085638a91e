onCall(() => {
  const amd = AMD.create({ model: AMD.Model.US });
  const call = VoxEngine.callPSTN("13333333333", "10000000000", { amd });
  on(call, ["AudioIdentificationError", "AudioIdentificationStopped"], (name, e) => see([name, e.name, e.id === call.id(), e.call === call]));
  amd.addEventListener(AMD.Events.DetectionComplete, () => see("complete"));
  amd.addEventListener(AMD.Events.DetectionError, (e) => {
    same([e.amd === amd, e.callId === call.id(), e.message], [true, true, "no server"], "the event");
    same(seen, [["AudioIdentificationError", "Call.AudioIdentificationError", true, true]], "events of the call");
    verdict();
  });
});
