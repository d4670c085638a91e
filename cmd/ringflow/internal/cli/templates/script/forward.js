// A hand-written scenario: it is run, tested and deployed beside flows.
const OFFICE = "13333333333";
const OUR_NUMBER = "10000000000";

VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call }) => {
  call.addEventListener(CallEvents.Connected, () => {
    const office = VoxEngine.callPSTN(OFFICE, OUR_NUMBER);
    office.addEventListener(CallEvents.Connected, () => VoxEngine.sendMediaBetween(call, office));
    office.addEventListener(CallEvents.Disconnected, () => call.hangup());
    office.addEventListener(CallEvents.Failed, () => {
      call.say("Nobody is here right now. Goodbye.", VoiceList.Google.en_US_Neural2_C);
      call.addEventListener(CallEvents.PlaybackFinished, () => call.hangup());
    });
  });
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  call.answer();
});
