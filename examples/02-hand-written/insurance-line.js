require(Modules.OpenAI);

// Claims line of an insurance: OpenAI's realtime model talks, looks claims up
// by a function of ours, and hands the caller to a person when it has to.
const OPENAI_API_KEY = "sk-test";
const CLAIMS_API = "https://api.insurance.example/claims/";
const DEPARTMENTS = { claims: "13333333333", sales: "14444444444" };

const INSTRUCTIONS = `You are the claims line of Example Insurance. Be short and friendly.
Never promise money. When the caller is angry, or asks for a person, call transfer_to_human.`;

const TOOLS = [
  {
    type: "function", name: "find_claim", description: "Finds the state of a claim by its number.",
    parameters: { type: "object", properties: { number: { type: "string" } }, required: ["number"] },
  },
  {
    type: "function", name: "transfer_to_human", description: "Connects the caller with a person.",
    parameters: {
      type: "object",
      properties: { department: { type: "string", enum: Object.keys(DEPARTMENTS) }, summary: { type: "string" } },
      required: ["department", "summary"],
    },
  },
];

VoxEngine.addEventListener(AppEvents.CallAlerting, async ({ call, callerid }) => {
  let client;
  let handover = null; // what transfer_to_human was called with
  let alive = true;

  call.addEventListener(CallEvents.Disconnected, hungUp);
  call.addEventListener(CallEvents.Failed, VoxEngine.terminate);
  call.answer();

  try {
    client = await OpenAI.createRealtimeAPIClient({
      apiKey: OPENAI_API_KEY,
      model: "gpt-realtime",
      onWebSocketClose: (e) => {
        Logger.write(`realtime closed: ${e.code} ${e.reason}`);
        if (alive && !handover) toHuman({ department: "claims", summary: "the assistant is down" });
      },
    });
  } catch (error) {
    Logger.write("no realtime client: " + error);
    if (alive) toHuman({ department: "claims", summary: "the assistant is down" });
    return;
  }
  if (!alive) return client.close();

  client.addEventListener(OpenAI.RealtimeAPIEvents.SessionCreated, () => {
    client.sessionUpdate({ session: { type: "realtime", instructions: INSTRUCTIONS, tools: TOOLS, tool_choice: "auto" } });
  });
  client.addEventListener(OpenAI.RealtimeAPIEvents.SessionUpdated, () => {
    VoxEngine.sendMediaBetween(call, client);
    client.responseCreate({ response: { instructions: "Greet the caller." } });
  });
  client.addEventListener(OpenAI.RealtimeAPIEvents.InputAudioBufferSpeechStarted, () => client.clearMediaBuffer());
  client.addEventListener(OpenAI.RealtimeAPIEvents.ConversationItemInputAudioTranscriptionCompleted, (e) => {
    Logger.write("caller: " + payload(e).transcript);
  });
  client.addEventListener(OpenAI.RealtimeAPIEvents.ResponseOutputAudioTranscriptDone, (e) => {
    Logger.write("assistant: " + payload(e).transcript);
  });
  client.addEventListener(OpenAI.RealtimeAPIEvents.ResponseFunctionCallArgumentsDone, (e) => functionCall(payload(e)));
  client.addEventListener(OpenAI.RealtimeAPIEvents.Error, (e) => Logger.write("realtime error: " + payload(e).error?.message));
  client.addEventListener(OpenAI.Events.WebSocketMediaEnded, () => {
    if (handover && handover.waits) toHuman(handover); // the last words are over
  });

  async function functionCall({ name, call_id, arguments: args }) {
    let output;
    try {
      const given = JSON.parse(args);
      if (name === "find_claim") output = await findClaim(given.number);
      else if (name === "transfer_to_human") output = promiseHuman(given);
      else throw new Error("unknown function " + name);
    } catch (error) {
      Logger.write(`${name} failed: ${error instanceof SyntaxError ? "not JSON" : error.message}`);
      output = { error: "This is not available now. Apologise, and offer a person." };
    }
    if (!alive) return;
    client.conversationItemCreate({ item: { type: "function_call_output", call_id, output: JSON.stringify(output) } });
    client.responseCreate({});
  }

  async function findClaim(number) {
    const res = await Net.httpRequestAsync(CLAIMS_API + encodeURIComponent(number), { headers: { Accept: "application/json" }, timeout: 5 });
    if (res.code === 404) return { found: false };
    if (res.code !== 200) throw new Error("code " + res.code);
    const { state, expert } = JSON.parse(res.text);
    return { found: true, state, expert };
  }

  function promiseHuman(given) {
    if (!DEPARTMENTS[given.department]) throw new Error("no department " + given.department);
    handover = { ...given, waits: true };
    return { ok: true, next: "Say that you connect the caller, and nothing else." };
  }

  function toHuman({ department, summary }) {
    handover = { department, summary, waits: false };
    if (client) client.close();
    const human = VoxEngine.callPSTN(DEPARTMENTS[department], "10000000000");
    VoxEngine.easyProcess(call, human); // its callback is for callers who are not answered yet
    human.addEventListener(CallEvents.Connected, () => report("handed over", summary));
    // easyProcess would leave: somebody has to say that nobody is there
    human.removeEventListener(CallEvents.Failed);
    human.addEventListener(CallEvents.Failed, async ({ code }) => {
      await report("missed " + code, summary);
      call.say("All our people are talking. We will call you back today.", { voice: VoiceList.Google.en_US_Neural2_C });
      call.addEventListener(CallEvents.PlaybackFinished, () => call.hangup());
    });
  }

  async function report(what, summary) {
    const postData = JSON.stringify({ from: callerid, what, summary });
    try {
      const res = await Net.httpRequestAsync("https://crm.insurance.example/calls", { method: "POST", postData });
      if (res.code !== 200) throw new Error("code " + res.code);
    } catch (error) {
      Logger.write("not reported: " + error.message);
    }
  }

  async function hungUp({ duration }) {
    alive = false;
    if (client) client.close();
    if (!handover) await report("talked " + duration, "");
    VoxEngine.terminate();
  }
});

// payload: some versions of the connector put the message into data itself.
function payload(e) {
  return (e.data && e.data.payload) || e.data || {};
}
