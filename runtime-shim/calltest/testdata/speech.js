// Calls the office and tells its device what is heard of it; a machine gets a message.
require(Modules.ASR);
require(Modules.PushService);
const amd = AMD.create({ model: AMD.Model.US });
const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US, singleUtterance: true });
let call;
VoxEngine.addEventListener(AppEvents.Started, () => {
  call = VoxEngine.callUser({ username: "ann", callerid: "10000000000", amd });
  call.addEventListener(CallEvents.PushSent, () => Logger.write("push"));
  call.addEventListener(CallEvents.Forwarding, () => Logger.write("forwarded"));
  call.addEventListener(CallEvents.Connected, () => {
    call.enableBeepDetection({});
    call.detectProgressTone(true);
    call.sendMediaTo(asr);
  });
  call.addEventListener(CallEvents.BeepDetectionComplete, (e) => call.sendMessage("beep " + e.frequencies));
  call.addEventListener(CallEvents.ReInviteReceived, (e) => Logger.write(e.name));
  for (const name of ["OnHold", "OffHold", "RtpStopped", "RtpResumed", "ToneDetected"]) {
    call.addEventListener(CallEvents[name], () => Logger.write(name));
  }
  call.addEventListener(CallEvents.MessageReceived, (e) => { throw new Error(e.text); });
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  call.addEventListener(CallEvents.Failed, VoxEngine.terminate);
});
amd.addEventListener(AMD.Events.DetectionComplete, (e) => call.sendMessage(e.resultClass));
amd.addEventListener(AMD.Events.DetectionError, (e) => call.sendMessage("no idea: " + e.message));
asr.addEventListener(ASREvents.Result, (e) => call.sendMessage(e.text + " " + e.confidence));
asr.addEventListener(ASREvents.ASRError, (e) => call.sendMessage("deaf: " + e.error));
