// An outgoing survey: customer data is JSON, the answers are keys, the result is
// posted whatever happens.
const answers = {};
const questions = [
  { id: "speed", text: "How quick were we? Press one to five." },
  { id: "again", text: "Would you call us again? Press one for yes and two for no." },
];
let job;

VoxEngine.addEventListener(AppEvents.Started, () => {
  try {
    job = JSON.parse(VoxEngine.customData() || "{}");
  } catch (e) {
    job = {};
  }
  if (!job.phone) return finish("no phone");
  const call = VoxEngine.callPSTN(job.phone, job.from || "10000000000");
  call.addEventListener(CallEvents.Connected, () => ask(call, 0));
  call.addEventListener(CallEvents.Failed, (e) => finish(e.code === 486 ? "busy" : "failed " + e.code));
  call.addEventListener(CallEvents.Disconnected, (e) => finish("hung up"));
});

function ask(call, n) {
  const question = questions[n];
  if (!question) {
    call.say("Thank you.");
    call.addEventListener(CallEvents.PlaybackFinished, () => finish("complete"));
    return;
  }
  let silence = 0;
  const again = () => {
    call.say(question.text);
  };
  const waiting = () => {
    silence = setTimeout(again, 4000);
  };
  const key = ({ tone }) => {
    clearTimeout(silence);
    call.stopPlayback();
    call.removeEventListener(CallEvents.PlaybackFinished, waiting);
    call.removeEventListener(CallEvents.ToneReceived, key);
    answers[question.id] = Number(tone);
    ask(call, n + 1);
  };
  call.handleTones(true);
  call.addEventListener(CallEvents.PlaybackFinished, waiting);
  call.addEventListener(CallEvents.ToneReceived, key);
  again();
}

let finished = false;
async function finish(how) {
  if (finished) return;
  finished = true;
  await Net.httpRequestAsync("https://survey.example/results", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    postData: JSON.stringify({ id: job.id, how, answers }),
  }).catch((e) => Logger.write(e.message));
  VoxEngine.terminate();
}
