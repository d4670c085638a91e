// One call of a campaign: a person hears the offer and may press 1 for an
// agent, an answering machine gets a message after its beep. Who answers is
// decided by the platform's detector; when it does not know we take a person.
const OFFER = "Hello, this is the Park Theatre. Your tickets are ready. Press 1 to talk to us.";
const MESSAGE = "This is the Park Theatre. Your tickets are ready, please call us back.";
const FROM = "10000000000";
const BOX_OFFICE = "13333333333";

const { phone, id } = JSON.parse(VoxEngine.customData() || "{}");
const result = { id, who: "nobody", heard: false, agent: false };

let call, agent, playing = null;

VoxEngine.addEventListener(AppEvents.Started, () => {
  const amd = AMD.create({ model: AMD.Model.US, timeout: 6000 });
  amd.addEventListener(AMD.Events.DetectionComplete, (e) => {
    Logger.write(`amd: ${e.resultClass} ${e.confidence ?? ""}`.trim());
    switch (e.resultClass) {
      case AMD.ResultClass.VOICEMAIL:
        return toMachine();
      case AMD.ResultClass.CALL_ENDED:
        return;
      default: // HUMAN, or TIMEOUT: silence is mostly a person who waits for us
        toPerson();
    }
  });
  amd.addEventListener(AMD.Events.DetectionError, (e) => {
    Logger.write("amd failed: " + e.message);
    toPerson();
  });

  call = VoxEngine.callPSTN(phone, FROM, { amd });
  call.addEventListener(CallEvents.Failed, failed);
  call.addEventListener(CallEvents.Disconnected, () => done());
  call.addEventListener(CallEvents.PlaybackFinished, () => {
    const then = playing;
    playing = null;
    if (then && call.state() === "CONNECTED") then();
  });
});

function say(text, then) {
  playing = then;
  call.say(text, { voice: VoiceList.Amazon.en_US_Joanna });
}

function toPerson() {
  if (call.state() !== "CONNECTED") return;
  result.who = "person";
  call.handleTones(true);
  call.addEventListener(CallEvents.ToneReceived, ({ tone }) => tone === "1" && !agent && connect());
  say(OFFER, () => {
    result.heard = true;
    setTimeout(() => !agent && call.hangup(), 5000);
  });
}

function toMachine() {
  result.who = "machine";
  if (call.state() !== "CONNECTED") {
    // heard early: it is not connected yet
    call.addEventListener(CallEvents.Connected, waitForBeep);
  } else {
    waitForBeep();
  }
}

function waitForBeep() {
  call.enableBeepDetection({ timeout: 15000 });
  call.addEventListener(CallEvents.BeepDetectionComplete, ({ timeout }) => {
    // no beep: most of them record all the same
    Logger.write(timeout ? "no beep" : "beep");
    say(MESSAGE, () => {
      result.heard = true;
      call.hangup();
    });
  });
}

function connect() {
  playing = null;
  call.stopPlayback();
  agent = VoxEngine.callPSTN(BOX_OFFICE, phone);
  agent.addEventListener(CallEvents.Connected, () => {
    result.agent = true;
    VoxEngine.sendMediaBetween(call, agent);
  });
  agent.addEventListener(CallEvents.Failed, () => say("Nobody is free. We will call you again.", () => call.hangup()));
  agent.addEventListener(CallEvents.Disconnected, () => done());
}

async function failed({ code, reason }) {
  const busy = code === 486 || code === 408;
  if (busy) await told("next attempt", CallList.requestNextAttemptAsync({ attempts_left: 1 }));
  await told("error", CallList.reportErrorAsync({ id, code, reason }));
  VoxEngine.terminate();
}

let over = false;
async function done() {
  if (over) return;
  over = true;
  await told("result", CallList.reportResultAsync(result));
  VoxEngine.terminate();
}

// told waits for an answer of the call list, which may be a failure.
async function told(what, answer) {
  try {
    const { code } = await answer;
    if (code !== 200) Logger.write(`${what}: ${code}`);
  } catch (error) {
    Logger.write(`${what}: ${error.message}`);
  }
}
