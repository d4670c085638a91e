// A campaign of a clinic: one session a row of the call list. The patient
// confirms, moves or cancels by a key; what came of it is reported to the list,
// with another attempt where that makes sense.
require(Modules.ApplicationStorage);

const row = JSON.parse(VoxEngine.customData() || "{}");
const attempts = Number(row.attempts || 3);
const RETRY_MINUTES = { 486: 5, 480: 30, 408: 30, 487: 30, 503: 2 };
const CHOICES = { "1": "confirmed", "2": "move", "3": "cancelled" };
const text = `This is the Park Clinic. You have an appointment on ${row.day} at ${row.time}. ` +
  "Press 1 to confirm, 2 to move it, or 3 to cancel.";

VoxEngine.addEventListener(AppEvents.Started, async () => {
  if (!row.phone || !row.day || !row.time) {
    await giveUp("the row is not complete");
    return;
  }
  if (await isBlocked(row.phone)) {
    await report({ outcome: "blocked" });
    return;
  }
  const call = VoxEngine.callPSTN(row.phone, row.callerid || "10000000000");
  call.addEventListener(CallEvents.Connected, () => converse(call));
  call.addEventListener(CallEvents.Failed, onFailed);
});

async function converse(call) {
  const hungUp = once(call, CallEvents.Disconnected).then((e) => ({ left: e.duration }));
  call.handleTones(true);
  let answer;
  for (let round = 0; round < 2 && !answer; round++) {
    answer = await Promise.race([hungUp, ask(call)]);
  }
  if (answer && answer.left !== undefined) {
    await (answer.left < 3 ? again(486) : report({ outcome: "hung up", seconds: answer.left }));
    return;
  }
  if (!answer) {
    say(call, "We did not hear a key and will call again. Goodbye.");
    await Promise.race([hungUp, once(call, CallEvents.PlaybackFinished)]);
    await again(480);
    return;
  }
  say(call, answer === "move" ? "The desk will call you back. Goodbye." : `Your appointment is ${answer}. Goodbye.`);
  await Promise.race([hungUp, once(call, CallEvents.PlaybackFinished)]);
  await report({ outcome: answer });
}

// ask resolves with the choice, or with nothing after six seconds of silence.
function ask(call) {
  return new Promise((resolve) => {
    let silence;
    const finish = (choice) => {
      clearTimeout(silence);
      call.removeEventListener(CallEvents.ToneReceived, onTone);
      call.removeEventListener(CallEvents.PlaybackFinished, onSpoken);
      resolve(choice);
    };
    const onTone = (e) => {
      if (!CHOICES[e.tone]) return;
      call.stopPlayback();
      finish(CHOICES[e.tone]);
    };
    const onSpoken = () => { silence = setTimeout(finish, 6000); };
    call.addEventListener(CallEvents.ToneReceived, onTone);
    call.addEventListener(CallEvents.PlaybackFinished, onSpoken);
    say(call, text);
  });
}

const say = (call, words) => call.say(words, { voice: VoiceList.Google.en_US_Neural2_C });

const once = (call, event) => new Promise((resolve) => {
  const listener = (e) => {
    call.removeEventListener(event, listener);
    resolve(e);
  };
  call.addEventListener(event, listener);
});

async function isBlocked(phone) {
  try {
    return (await ApplicationStorage.get("blocked:" + phone)) !== null;
  } catch (error) {
    Logger.write("the list of blocked numbers cannot be read: " + error.message);
    return false;
  }
}

const onFailed = ({ code, reason }) => (RETRY_MINUTES[code] && attempts > 1 ? again(code) : giveUp(`${code} ${reason}`));

async function again(code) {
  if (attempts <= 1) return giveUp("no attempts left");
  const start = new Date(Date.now() + RETRY_MINUTES[code] * 60000).toISOString().replace("T", " ").slice(0, 19);
  await CallList.requestNextAttemptAsync({ start_at: start, attempts_left: attempts - 1 });
  await CallList.reportErrorAsync({ code });
  VoxEngine.terminate();
}

async function giveUp(why) {
  await CallList.reportResultAsync({ outcome: "failed", why });
  VoxEngine.terminate();
}

async function report(result) {
  const answer = await CallList.reportResultAsync({ ...result, id: row.id });
  if (answer.code !== 200) Logger.write("the call list did not take the result: " + answer.code);
  VoxEngine.terminate();
}
