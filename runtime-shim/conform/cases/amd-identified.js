onCall(() => {
  const call = VoxEngine.callPSTN("13333333333", "10000000000", { amd: AMD.create({ model: AMD.Model.US }) });
  const names = ["AudioIdentificationStarted", "AudioIdentificationResult", "AudioIdentificationStopped"];
  on(call, names, (name, e) => {
    same([e.call === call, e.id === call.id(), e.name], [true, true, CallEvents[name]], name);
    see(name);
    if (name === names[1]) same([e.audioType, e.audioSubType, e.confidence > 50], ["VOICEMAIL", "NONE", true], "the result");
    if (name !== names[2]) return;
    same(seen, names, "events");
    verdict();
  });
});
