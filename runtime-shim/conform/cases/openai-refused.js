require(Modules.OpenAI);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  try {
    await OpenAI.createRealtimeAPIClient({ apiKey: "key", onWebSocketClose: () => see("closed") });
    see("connected");
  } catch (error) {
    same([error.message.includes("401 Unauthorized"), seen], [true, []], "the rejection");
    verdict();
  }
});
