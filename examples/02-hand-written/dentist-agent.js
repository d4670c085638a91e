require(Modules.Gemini);

// A dentist's assistant calls the patients of tomorrow, one row of a call list
// each: Gemini asks whether they come. A machine gets a message, and is called
// again; Gemini itself says when it talks to a machine that nobody noticed.
const { phone, name, time, left = "2" } = JSON.parse(VoxEngine.customData());
const VOICE = VoiceList.Google.en_GB_Neural2_A;
const MESSAGE = `This is the dentist. ${name} has an appointment tomorrow at ${time}. Please call us back.`;

const connectConfig = {
  responseModalities: ["AUDIO"],
  speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: "Kore" } } },
  systemInstruction: { parts: [{ text: `You call ${name} for a dentist: does ${name} come tomorrow at ${time}? Note the answer, and say goodbye.` }] },
  tools: [{
    functionDeclarations: [
      { name: "note_answer", parameters: { type: "OBJECT", properties: { answer: { type: "STRING", enum: ["comes", "cancels", "moves"] }, wish: { type: "STRING" } } } },
      { name: "machine_reached", description: "An answering machine speaks, or a mailbox." },
    ],
  }],
};

const once = (of, event) => new Promise((resolve) => {
  const listener = (e) => { of.removeEventListener(event, listener); resolve(e); };
  of.addEventListener(event, listener);
});

VoxEngine.addEventListener(AppEvents.Started, () => {
  main().catch(async (error) => {
    Logger.write("crashed: " + error.message);
    await CallList.reportErrorAsync({ error: error.message });
    VoxEngine.terminate();
  });
});

async function main() {
  const amd = AMD.create({ model: AMD.Model.EU_GENERAL, timeout: 4000 });
  const call = VoxEngine.callPSTN(phone, "10000000000", { amd });
  const verdict = Promise.race([
    once(amd, AMD.Events.DetectionComplete).then((e) => e.resultClass),
    once(amd, AMD.Events.DetectionError).then((e) => "unknown: " + e.message),
  ]);
  const gone = once(call, CallEvents.Disconnected);
  const ringing = setTimeout(() => call.hangup(), 30 * 1000);
  const answered = await Promise.race([once(call, CallEvents.Connected), once(call, CallEvents.Failed)]);
  clearTimeout(ringing);
  if (answered.name === CallEvents.Failed) return again("not reached", answered.code);

  const who = await verdict;
  Logger.write("answered by " + who);
  if (who === AMD.ResultClass.CALL_ENDED) return again("hung up", 0);
  if (who === AMD.ResultClass.VOICEMAIL) return leaveMessage(call, gone);
  await talk(call, gone);
}

async function talk(call, gone) {
  const answer = {};
  let machine = false, client;
  const lost = new Promise((resolve) => {
    Gemini.createLiveAPIClient({
      apiKey: "key", model: "gemini-live-2.5-flash", backend: Gemini.Backend.GEMINI_API, connectConfig,
      onWebSocketClose: (e) => resolve(`closed ${e.code}`),
    }).then((made) => converse(client = made), (error) => resolve("refused"));
  });

  function converse() {
    client.addEventListener(Gemini.LiveAPIEvents.ServerContent, (e) => {
      if (payload(e).interrupted) client.clearMediaBuffer();
    });
    client.addEventListener(Gemini.LiveAPIEvents.ToolCall, (e) => {
      const functionResponses = payload(e).functionCalls.map(({ id, name, args }) => ({ id, name, response: tool(name, args) }));
      client.sendToolResponse({ functionResponses });
    });
    client.addEventListener(Gemini.Events.WebSocketMediaEnded, () => {
      if (answer.answer) call.hangup(); // goodbye is said
    });
    VoxEngine.sendMediaBetween(call, client);
    client.sendClientContent({ turns: [{ role: "user", parts: [{ text: "Hello?" }] }], turnComplete: true });
  }

  function tool(name, args) {
    if (name === "machine_reached") {
      machine = true;
      setTimeout(() => client.close(), 0);
      return { ok: true };
    }
    if (name !== "note_answer" || !["comes", "cancels", "moves"].includes(args?.answer)) return { error: "The answer is comes, cancels or moves." };
    Object.assign(answer, args);
    return { ok: true };
  }

  const why = await Promise.race([gone.then(() => "gone"), lost]);
  if (why === "gone") {
    if (client) client.close();
    return answer.answer ? finish(answer) : again("no answer to the question", 0);
  }
  if (machine) return leaveMessage(call, gone);
  Logger.write("gemini: " + why);
  await speak(call, gone, "I am sorry, something is wrong here. We will call again.");
  call.hangup();
  await again("gemini " + why, 0);
}

async function leaveMessage(call, gone) {
  await new Promise((resolve) => setTimeout(resolve, 2000)); // for the end of the greeting
  const spoken = await speak(call, gone, MESSAGE);
  if (spoken) call.hangup();
  await again(spoken ? "message left" : "the machine hung up", 0);
}

// speak resolves with false when the call ended before the text did.
async function speak(call, gone, text) {
  if (call.state() !== "CONNECTED") return false;
  call.say(text, VOICE);
  await Promise.race([once(call, CallEvents.PlaybackFinished), gone]);
  return call.state() === "CONNECTED";
}

async function again(why, code) {
  if (Number(left) > 0) await CallList.requestNextAttemptAsync({ attempts_left: Number(left) - 1 });
  await CallList.reportErrorAsync({ why, code });
  VoxEngine.terminate();
}

async function finish(answer) {
  await CallList.reportResultAsync({ name, time, ...answer });
  VoxEngine.terminate();
}

// payload: some versions of the connector put the message into data itself.
function payload(e) {
  return e.data?.payload ?? e.data ?? {};
}
