// A nurse line at night. Ultravox calls its own agent; all we do is to pass the
// sound, to look at what it wants, and to ring the doctor on duty.
require(Modules.Ultravox);

const DOCTORS = ["13333333331", "13333333332"];
const transcript = [];
let call, agent, report = "no help";

VoxEngine.addEventListener(AppEvents.CallAlerting, async (e) => {
  call = e.call;
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  call.addEventListener(CallEvents.Failed, VoxEngine.terminate);
  call.addEventListener(CallEvents.Connected, () => call.startPlayback("https://files.nurse.example/wait.mp3", { loop: true }));
  call.answer();
  try {
    agent = await Ultravox.createWebSocketAPIClient({
      endpoint: Ultravox.HTTPEndpoint.CREATE_AGENT_CALL,
      authorizations: { "X-API-Key": "key" },
      pathParameters: { agent_id: "nurse" },
      body: { templateContext: { phone: e.callerid } },
      onWebSocketClose: (c) => {
        if (agent) doctor(`the agent left with ${c.code}`);
      },
    });
  } catch (error) {
    return doctor("there is no agent");
  }
  call.stopPlayback();
  VoxEngine.sendMediaBetween(call, agent);
  const { WebSocketAPIEvents: on } = Ultravox;
  agent.addEventListener(on.PlaybackClearBuffer, () => agent.clearMediaBuffer());
  agent.addEventListener(on.Transcript, (t) => {
    const { role, text, final } = data(t);
    if (final) transcript.push(`${role}: ${text}`);
  });
  agent.addEventListener(on.ClientToolInvocation, (t) => {
    const { toolName, invocationId, parameters } = data(t);
    const known = toolName === "callDoctor";
    agent.clientToolResult(known
      ? { invocationId, result: "The doctor is called.", agentReaction: "speaks-once" }
      : { invocationId, errorType: "undefined", errorMessage: "no tool " + toolName });
    if (known) agent.addEventListener(Ultravox.Events.WebSocketMediaEnded, () => doctor(parameters.reason));
  });
  agent.addEventListener(on.WebSocketError, () => Logger.write("ultravox: error"));
});

// The report goes out whatever ends the session: it may be the last thing we do.
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  Net.httpRequest("https://log.nurse.example/", () => {}, { method: "POST", postData: JSON.stringify({ report, transcript }) });
});

function doctor(reason, nth = 0) {
  if (agent) {
    const left = agent;
    agent = null; // its close is not worth a second doctor
    left.close();
  }
  if (nth === DOCTORS.length) {
    report = `no doctor for: ${reason}`;
    call.stopPlayback();
    const sorry = VoxEngine.createTTSPlayer("No doctor answers. If this is an emergency, hang up and dial 112.", VoiceList.Amazon.en_GB_Amy);
    sorry.sendMediaTo(call);
    return sorry.addEventListener(PlayerEvents.PlaybackFinished, () => call.hangup());
  }
  const out = VoxEngine.callPSTN(DOCTORS[nth], "10000000000");
  const patience = setTimeout(() => out.hangup(), 15000);
  out.addEventListener(CallEvents.Failed, () => {
    clearTimeout(patience);
    doctor(reason, nth + 1);
  });
  out.addEventListener(CallEvents.Connected, () => {
    clearTimeout(patience);
    report = `doctor ${nth + 1}: ${reason}`;
    call.stopPlayback();
    VoxEngine.sendMediaBetween(call, out);
  });
  out.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
}

// some versions of the connector put the message into data itself
function data(e) {
  return (e.data && e.data.payload) || e.data;
}
