// A reminder with retries: busy and no answer are tried again after a minute,
// twice; a wrong number is not.
const again = [408, 480, 486, 487];
let tries = 0;

VoxEngine.addEventListener(AppEvents.Started, (e) => {
  Logger.write("session " + e.sessionId + " for " + (VoxEngine.customData() ? "one customer" : "nobody"));
  dial();
});

function dial() {
  tries++;
  const call = VoxEngine.callPSTN(VoxEngine.customData(), "10000000000");
  call.addEventListener(CallEvents.Connected, () => {
    call.say("Your table is booked for seven o'clock tonight.", VoiceList.Amazon.en_US_Joanna);
    call.addEventListener(CallEvents.PlaybackFinished, () => call.hangup());
  });
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  call.addEventListener(CallEvents.Failed, (e) => {
    if (again.indexOf(e.code) < 0 || tries === 3) return VoxEngine.terminate();
    setTimeout(dial, 50 * 1000);
  });
}
