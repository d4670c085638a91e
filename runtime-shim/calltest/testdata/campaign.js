// A row of a call list: told, or tried again later.
const row = JSON.parse(VoxEngine.customData());
VoxEngine.addEventListener(AppEvents.Started, () => {
  const call = VoxEngine.callPSTN(row.phone, "10000000000");
  call.addEventListener(CallEvents.Connected, () => call.say("Hello " + row.name + "."));
  call.addEventListener(CallEvents.PlaybackFinished, () => CallList.reportResult({ told: row.name, tries: 1 }, VoxEngine.terminate));
  call.addEventListener(CallEvents.MessageReceived, () => CallList.reportProgress("a message"));
  call.addEventListener(CallEvents.Failed, (e) => {
    CallList.requestNextAttempt({ attempts_left: 2 });
    CallList.reportError("code " + e.code, VoxEngine.terminate);
  });
});
