// Sales calls of an insurance company: what the customer says and what the
// agent says are recorded apart, so that both can be transcribed by themselves.
// The agent stops both with *1 while a card number is said, and goes on with *2.
require(Modules.Recorder);
require(Modules.ASR); // for the language of transcriptions

const CRM = "https://crm.cover.example/calls";
const sides = {
  customer: { recorder: null, url: null, error: null, seconds: null },
  agent: { recorder: null, url: null, error: null, seconds: null },
};
const pauses = [];
let customer, agent, began, keys = "";

VoxEngine.addEventListener(AppEvents.CallAlerting, ({ call, callerid }) => {
  customer = call;
  customer.addEventListener(CallEvents.Connected, () => customer.say("This call is recorded. One moment, please."));
  customer.addEventListener(CallEvents.PlaybackFinished, function spoken() {
    customer.removeEventListener(CallEvents.PlaybackFinished, spoken);
    if (customer.state() !== "CONNECTED") return;
    callAgent(callerid);
  });
  customer.addEventListener(CallEvents.Disconnected, end);
  customer.answer();
});

function callAgent(callerid) {
  customer.playProgressTone("US");
  agent = VoxEngine.callUser({ username: "sales", callerid, displayName: "Sales line" });
  agent.addEventListener(CallEvents.Connected, () => {
    began = Date.now();
    record("customer", customer);
    record("agent", agent);
    VoxEngine.sendMediaBetween(customer, agent);
    agent.handleTones(true);
  });
  agent.addEventListener(CallEvents.ToneReceived, onKey);
  agent.addEventListener(CallEvents.Disconnected, end);
  agent.addEventListener(CallEvents.Failed, ({ code }) => {
    if (ending) return;
    customer.say(code === 486 ? "Your agent is in another call." : "Nobody is there at the moment.");
    customer.addEventListener(CallEvents.PlaybackFinished, () => {
      if (customer.state() === "CONNECTED") customer.hangup();
    });
  });
}

// record makes a recorder for what one side says.
function record(name, call) {
  const side = sides[name];
  const recorder = VoxEngine.createRecorder({ name, hd_audio: true, transcribe: true, language: ASRLanguage.ENGLISH_US });
  recorder.addEventListener(RecorderEvents.Started, (e) => (side.url = e.url));
  recorder.addEventListener(RecorderEvents.Stopped, (e) => {
    side.seconds = e.duration;
    side.recorder = null;
    if (ending) post();
  });
  recorder.addEventListener(RecorderEvents.RecorderError, (e) => {
    Logger.write(`recorder of the ${name}: ${e.error}`);
    side.error = e.error;
    side.recorder = null;
    if (agent.state() === "CONNECTED") agent.sendMessage("This call is not recorded completely.");
  });
  call.sendMediaTo(recorder);
  side.recorder = recorder;
}

const running = () => Object.values(sides).filter((side) => side.recorder);

function onKey({ tone }) {
  keys = tone === "*" ? "*" : keys + tone;
  const second = Math.round((Date.now() - began) / 1000);
  const last = pauses[pauses.length - 1];
  const paused = last && last.to === undefined;
  if (keys === "*1" && !paused) {
    running().forEach(({ recorder }) => recorder.mute(true));
    pauses.push({ from: second });
    agent.sendMessage("recording is off");
  } else if (keys === "*2" && paused) {
    running().forEach(({ recorder }) => recorder.mute(false));
    last.to = second;
    agent.sendMessage("recording is on");
  }
}

let ending = false;
let posted = false;

function end() {
  if (ending) return;
  ending = true;
  for (const call of [customer, agent]) {
    if (call && call.state() !== "TERMINATED") call.hangup();
  }
  running().forEach(({ recorder }) => recorder.stop());
  if (running().length === 0) return post();
  setTimeout(() => post("late"), 3000); // somebody waits for the addresses
}

async function post(how = "complete") {
  if (posted || (how === "complete" && running().length > 0)) return;
  posted = true;
  const files = {};
  for (const [name, { url, error, seconds }] of Object.entries(sides)) {
    if (url || error) files[name] = error ? { error } : { url, seconds };
  }
  try {
    const { code } = await Net.httpRequestAsync(CRM, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      postData: JSON.stringify({ from: customer.callerid(), files, pauses }),
    });
    if (code !== 200) throw new Error(String(code));
  } catch (error) {
    Logger.write("not in the CRM: " + error.message);
    for (const { url } of Object.values(sides)) url && Logger.write("recording: " + url);
  }
  VoxEngine.terminate();
}
