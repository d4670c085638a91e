onCall((call) => {
  call.customData("of the call");
  VoxEngine.customData("of the session");
  same([call.customData(), VoxEngine.customData()], ["of the call", "of the session"], "custom data");
  verdict();
});
