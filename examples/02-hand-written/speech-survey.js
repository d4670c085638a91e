/**
 * Satisfaction survey by voice, started by a campaign: {"phone": ..., "visit": ...}.
 * The three answers are recognised; who is not understood twice answers by keys.
 * One ASR for the whole call: it is attached for each question and taken off
 * again with the first result, so that it does not hear our own voice.
 */
require(Modules.ASR);

const OUR_NUMBER = "10000000000";
const RESULTS = "https://clinic.example/survey";
const WAIT = 6000; // for an answer, ms

const questions = [
  {
    id: "again",
    text: "Would you come to us again?",
    keys: "Press 1 for yes, and 2 for no.",
    words: { yes: ["yes", "sure", "of course"], no: ["no", "never"] },
    byKey: { 1: "yes", 2: "no" },
  },
  {
    id: "mark",
    text: "Which mark do you give us, from one to five?",
    keys: "Press a key from 1 to 5.",
    words: { 1: ["one"], 2: ["two"], 3: ["three"], 4: ["four"], 5: ["five"] },
    byKey: { 1: "1", 2: "2", 3: "3", 4: "4", 5: "5" },
  },
];

const answers = {};
let customer, asr, call, timer;
let deaf = false; // recognition does not work today
let state = "dialling";
let position = 0, misses = 0, typing = false;

VoxEngine.addEventListener(AppEvents.Started, () => {
  customer = JSON.parse(VoxEngine.customData());
  asr = VoxEngine.createASR({
    profile: ASRProfileList.Google.en_US,
    phraseHints: questions.flatMap((q) => Object.values(q.words).flat()),
    singleUtterance: true,
  });
  asr.addEventListener(ASREvents.CaptureStarted, () => clearTimeout(timer));
  asr.addEventListener(ASREvents.Result, (e) => onSpeech(e.text, e.confidence));
  asr.addEventListener(ASREvents.ASRError, (e) => {
    Logger.write("ASR: " + e.error);
    deaf = true;
    if (state === "listening") ask();
  });

  call = VoxEngine.callPSTN(customer.phone, OUR_NUMBER);
  call.addEventListener(CallEvents.Connected, () => {
    call.handleTones(true);
    state = "speaking";
    call.say("This is Park Clinic. We have two questions about your visit on " + customer.visit + ".");
  });
  call.addEventListener(CallEvents.PlaybackFinished, onSpoken);
  call.addEventListener(CallEvents.ToneReceived, (e) => onKey(e.tone));
  call.addEventListener(CallEvents.Disconnected, () => report(state === "done" ? "complete" : "hung up"));
  call.addEventListener(CallEvents.Failed, (e) => report("failed " + e.code));
});

function ask() {
  const q = questions[position];
  if (!q) {
    state = "done";
    return call.say("Thank you. Goodbye.");
  }
  typing = deaf || misses > 1;
  state = "speaking";
  call.say(typing ? q.text + " " + q.keys : q.text);
}

function onSpoken() {
  if (state === "done") return call.hangup();
  if (state !== "speaking") return;
  if (position === 0 && answers.greeted === undefined) {
    answers.greeted = true;
    return ask();
  }
  state = "listening";
  timer = setTimeout(missed, WAIT);
  if (!typing) call.sendMediaTo(asr);
}

function onSpeech(text, confidence) {
  if (state !== "listening") return;
  clearTimeout(timer);
  call.stopMediaTo(asr);
  const said = text.toLowerCase();
  const percent = confidence <= 1 ? confidence * 100 : confidence;
  const words = questions[position].words;
  const found = percent < 50 ? undefined : Object.keys(words).find((value) => words[value].some((w) => said.includes(w)));
  if (found === undefined) missed();
  else answered(found);
}

function onKey(tone) {
  const value = questions[position] && questions[position].byKey[tone];
  if (state !== "listening" || value === undefined) return;
  clearTimeout(timer);
  if (!typing) call.stopMediaTo(asr);
  answered(value);
}

function missed() {
  misses++;
  if (misses > 3) {
    state = "done";
    call.say("We did not understand you. Goodbye.");
    return;
  }
  if (state === "listening" && !typing) call.stopMediaTo(asr);
  ask();
}

function answered(value) {
  answers[questions[position].id] = value;
  position++;
  misses = 0;
  ask();
}

function report(how) {
  clearTimeout(timer);
  const { greeted, ...rest } = answers;
  Net.httpRequest(RESULTS, VoxEngine.terminate, {
    method: "POST",
    headers: ["Content-Type: application/json"],
    postData: JSON.stringify({ visit: customer.visit, how: how, ...rest }),
  });
}
