// A hunt group: three phones one after another, fifteen seconds each.
"use strict";
const phones = ["13333333331", "13333333332", "13333333333"];
let caller, ringing, watchdog;

VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  caller = e.call;
  caller.addEventListener(CallEvents.Disconnected, () => VoxEngine.terminate());
  caller.addEventListener(CallEvents.Failed, () => VoxEngine.terminate());
  caller.ring();
  next(0);
});

function next(i) {
  if (i === phones.length) {
    caller.answer();
    caller.addEventListener(CallEvents.Connected, () => {
      caller.say("Nobody is free at the moment.", { voice: VoiceList.Google.en_US_Standard_C });
      caller.addEventListener(CallEvents.PlaybackFinished, () => caller.hangup());
    });
    return;
  }
  ringing = VoxEngine.callPSTN(phones[i], e164(caller.number()));
  watchdog = setTimeout(() => ringing.hangup(), 15000);
  ringing.addEventListener(CallEvents.Connected, (e) => {
    clearTimeout(watchdog);
    VoxEngine.sendMediaBetween(caller, e.call);
    caller.answer();
    e.call.addEventListener(CallEvents.Disconnected, () => caller.hangup());
  });
  ringing.addEventListener(CallEvents.Failed, (e) => {
    clearTimeout(watchdog);
    Logger.write(`phone ${i + 1}: ${e.code}`);
    next(i + 1);
  });
}

function e164(number) {
  return number.replace(/\D/g, "");
}
