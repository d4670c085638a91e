// The front desk of a hotel at night: an agent of our own behind a WebSocket.
// It gets the caller's sound and keys, sends its voice, and says in frames of
// JSON what is to be done. When it breaks it is called once more, and told that
// it was there before; then the night porter's phone rings.
const AGENT = "wss://agent.hotel.example/v2/calls";
const TOKEN = "t0ken";
const PORTER = "13333333333";
const FIRST_WORD = 5000; // an agent that says nothing for so long is broken
const VOICE = { voice: VoiceList.Amazon.en_US_Joanna };

let call, porter, firstWord;
let agent = null; // the socket, while it may be used
let attempts = 0;
let state = "new"; // then agent, porter, over
const summary = { from: "", outcome: "", attempts: 0, interruptions: 0, said: [] };

VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  call = e.call;
  summary.from = e.callerid;
  call.handleTones(true);
  call.addEventListener(CallEvents.Connected, () => {
    state = "agent";
    openAgent();
  });
  call.addEventListener(CallEvents.ToneReceived, ({ tone }) => tell({ type: "dtmf", digit: tone }));
  call.addEventListener(CallEvents.Disconnected, () => finish("caller hung up"));
  call.addEventListener(CallEvents.Failed, VoxEngine.terminate);
  call.answer();
});

function openAgent() {
  const socket = VoxEngine.createWebSocket(AGENT, {
    protocols: ["hotel.v2"],
    headers: [{ name: "Authorization", value: "Bearer " + TOKEN }],
  });
  attempts++;
  socket.addEventListener(WebSocketEvents.OPEN, () => {
    if (state !== "agent") return socket.close();
    agent = socket;
    tell({ type: "start", from: summary.from, to: call.number(), again: attempts > 1 });
    call.sendMediaTo(socket, { encoding: WebSocketAudioEncoding.PCM16, tag: "caller" });
    socket.sendMediaTo(call);
    firstWord = setTimeout(() => lost("silent"), FIRST_WORD);
  });
  socket.addEventListener(WebSocketEvents.MEDIA_STARTED, () => clearTimeout(firstWord));
  socket.addEventListener(WebSocketEvents.MESSAGE, ({ text }) => obey(text));
  socket.addEventListener(WebSocketEvents.ERROR, () => lost("error"));
  socket.addEventListener(WebSocketEvents.CLOSE, ({ code, reason }) => lost(`closed ${code} ${reason || ""}`.trim()));

  let told = false;
  function lost(why) {
    if (told || state !== "agent") return;
    told = true; // an error is followed by a close
    clearTimeout(firstWord);
    agent = null;
    Logger.write(`agent lost, attempt ${attempts}: ${why}`);
    if (socket.readyState === WebSocketReadyState.OPEN) socket.close();
    if (attempts < 2) setTimeout(() => state === "agent" && openAgent(), 500);
    else toPorter("I am sorry, I will call our porter.", "agent lost");
  }
}

// tell is for an agent that may be gone already.
function tell(frame) {
  if (agent && agent.readyState === WebSocketReadyState.OPEN) agent.send(JSON.stringify(frame));
}

function obey(text) {
  let frame;
  try {
    frame = JSON.parse(text);
  } catch (error) {
    return Logger.write("not a frame: " + text.slice(0, 40));
  }
  switch (frame.type) {
    case "speech_started": // the caller speaks: what the agent still wants to say is of no use
      if (!agent) return;
      agent.clearMediaBuffer();
      summary.interruptions++;
      break;
    case "transcript":
      summary.said.push(frame.role[0] + ": " + frame.text);
      break;
    case "transfer":
      toPorter("One moment, please.", frame.reason || "asked for");
      break;
    case "hangup":
      finish(frame.outcome || "agent hung up");
      break;
    default:
      Logger.write("unknown frame " + frame.type);
  }
}

function toPorter(text, why) {
  if (state !== "agent") return;
  state = "porter";
  closeAgent("transfer");
  say(text, () => {
    porter = VoxEngine.callPSTN(PORTER, call.number());
    const patience = setTimeout(() => porter.hangup(), 20000);
    porter.addEventListener(CallEvents.Connected, () => {
      clearTimeout(patience);
      VoxEngine.sendMediaBetween(call, porter);
      summary.outcome = "porter: " + why;
    });
    porter.addEventListener(CallEvents.Disconnected, () => finish(summary.outcome));
    porter.addEventListener(CallEvents.Failed, ({ code }) => {
      clearTimeout(patience);
      if (state !== "porter") return;
      say("Nobody is free now. Please call again later.", () => finish(`porter failed ${code}: ${why}`));
    });
  });
}

function say(text, next) {
  call.addEventListener(CallEvents.PlaybackFinished, () => {
    call.removeEventListener(CallEvents.PlaybackFinished);
    next();
  });
  call.say(text, VOICE);
}

function closeAgent(reason) {
  clearTimeout(firstWord);
  if (!agent) return;
  tell({ type: "stop", reason });
  agent.close();
  agent = null;
}

function finish(outcome) {
  if (state === "over") return;
  state = "over";
  closeAgent(outcome);
  summary.outcome = summary.outcome || outcome;
  summary.attempts = attempts;
  Net.httpRequest("https://pms.hotel.example/calls", () => VoxEngine.terminate(), {
    method: "POST",
    headers: ["Content-Type: application/json"],
    postData: JSON.stringify(summary),
  });
  if (call.state() === "CONNECTED") call.hangup();
}
