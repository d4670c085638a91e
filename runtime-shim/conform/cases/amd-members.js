onCall(() => {
  const amd = AMD.create({ model: AMD.Model.US });
  same([amd.model, amd.timeout, amd.call, typeof amd.id()], ["us", 6500, undefined, "string"], "before the call");
  const call = VoxEngine.callPSTN("13333333333", "10000000000", { amd });
  same(amd.call === call, true, "its call");
  same(/did you mean AMD.Model.EU_GENERAL/.test(thrown(() => AMD.create({ model: AMD.Model.UE_GENERAL }))), true, "a model that does not exist");
  same(thrown(() => AMD.create({})) !== "", true, "no model");
  same([AMD.Events.DetectionComplete, AMD.Events.DetectionError], ["AMD.Events.DetectionComplete", "AMD.Events.DetectionError"], "events");
  verdict();
});
