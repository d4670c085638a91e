// Reminds a client of an appointment, by a row of a call list.
const row = JSON.parse(VoxEngine.customData());

VoxEngine.addEventListener(AppEvents.Started, () => {
  const call = VoxEngine.callPSTN(row.phone, "10000000000");
  call.addEventListener(CallEvents.Connected, () => call.say(`Hello ${row.name}.`));
  call.addEventListener(CallEvents.PlaybackFinished, () => call.hangup());
  call.addEventListener(CallEvents.Disconnected, () => {
    CallList.reportResult({ result: true, seconds: 1 }, VoxEngine.terminate);
  });
  call.addEventListener(CallEvents.Failed, (e) => {
    if (e.code === 486) {
      CallList.requestNextAttempt({ start_at: Math.round(Date.now() / 1000) + 7200, custom_data: { ...row, name: "again" } }, VoxEngine.terminate);
    } else if (e.code === 404) {
      CallList.requestNextAttempt({ attempts_left: 0 }, VoxEngine.terminate);
    } else {
      CallList.reportError({ code: e.code }, VoxEngine.terminate);
    }
  });
});
