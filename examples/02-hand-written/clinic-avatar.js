require(Modules.ASR);
require(Modules.Avatar);

/**
 * Registration of a clinic: the avatar leads the conversation by its states, we
 * give it ears (ASR) and a voice (a TTS player). What it has found out comes as
 * custom data of Finish, and goes to the clinic's system.
 */
const AVATAR_ID = "clinic-registration";
const CLINIC_API = "https://his.clinic.example/registrations";
const DESK = "13333333333";
const TTS = { voice: VoiceList.Google.en_US_Wavenet_F };

let call, avatar, asr, player, silence;
let finished = false; // the avatar has nothing more to ask
let handedOver = false;

VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  call = e.call;
  avatar = VoximplantAvatar.createAvatar({
    avatarId: AVATAR_ID,
    customData: { phone: e.callerid, name: e.displayName },
    extended: true,
  });
  avatar.addEventListener(VoximplantAvatar.Events.Loaded, () => {
    call.addEventListener(CallEvents.Connected, () => avatar.start());
    call.answer();
  });
  avatar.addEventListener(VoximplantAvatar.Events.Reply, onReply);
  avatar.addEventListener(VoximplantAvatar.Events.UtteranceParsed, ({ text, intent, confidence }) => {
    Logger.write(`"${text}" is ${intent}, ${Math.round(confidence * 100)} %`);
    if (intent === "operator") handOver("I will connect you with the desk.");
  });
  avatar.addEventListener(VoximplantAvatar.Events.Finish, onFinish);
  avatar.addEventListener(VoximplantAvatar.Events.Error, ({ reason }) => {
    Logger.write(`avatar error: ${reason}`);
    handOver("Our assistant is ill.");
  });
  call.addEventListener(CallEvents.Disconnected, () => {
    stopListening();
    if (!finished && !handedOver) Logger.write("the caller left before the end");
    VoxEngine.terminate();
  });
  call.addEventListener(CallEvents.Failed, VoxEngine.terminate);
});

function onReply({ utterance, listen, interruptableAfter, listenTimeout = 6000, isFinal }) {
  if (handedOver) return;
  stopListening();
  speak(utterance, () => {
    if (isFinal) return call.hangup();
    if (!listen) return;
    if (!asr) startListening();
    silence = setTimeout(() => {
      stopListening();
      avatar.handleTimeout();
    }, listenTimeout);
  });
  if (listen && interruptableAfter !== undefined) {
    const speaking = player;
    setTimeout(() => player === speaking && !handedOver && startListening(), interruptableAfter);
  }
}

function speak(text, next) {
  if (player) player.stop();
  const mine = (player = VoxEngine.createTTSPlayer(text, TTS));
  mine.addEventListener(PlayerEvents.PlaybackFinished, () => {
    if (player !== mine) return; // it was stopped for another one
    player = null;
    next();
  });
  mine.sendMediaTo(call);
}

function startListening() {
  const mine = (asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US, singleUtterance: true }));
  mine.addEventListener(ASREvents.CaptureStarted, () => {
    clearTimeout(silence);
    if (!player) return;
    player.stop(); // the caller interrupts
    player = null;
  });
  mine.addEventListener(ASREvents.Result, ({ text }) => {
    if (asr !== mine) return;
    stopListening();
    if (text) avatar.handleUtterance(text);
    else avatar.handleTimeout();
  });
  mine.addEventListener(ASREvents.ASRError, ({ error }) => {
    Logger.write(`asr error: ${error}`);
    handOver("I do not hear well.");
  });
  call.sendMediaTo(mine);
}

function stopListening() {
  clearTimeout(silence);
  if (asr) asr.stop();
  asr = null;
}

async function onFinish({ utterance, customData }) {
  finished = true;
  stopListening();
  const saved = await save(customData);
  speak(saved ? utterance : "I could not save that. Please call the desk.", () => call.hangup());
}

async function save(data) {
  try {
    const { code } = await Net.httpRequestAsync(CLINIC_API, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      postData: JSON.stringify(data),
    });
    return code === 201;
  } catch (error) {
    return false;
  }
}

function handOver(text) {
  if (handedOver) return;
  handedOver = true;
  stopListening();
  const go = () => speak(text, dialDesk);
  if (call.state() === "CONNECTED") return go();
  call.addEventListener(CallEvents.Connected, go);
  call.answer();
}

function dialDesk() {
  const desk = VoxEngine.callPSTN(DESK, call.number());
  desk.addEventListener(CallEvents.Connected, () => VoxEngine.sendMediaBetween(call, desk));
  desk.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  desk.addEventListener(CallEvents.Failed, () => speak("The desk is busy. Please call again.", VoxEngine.terminate));
}
