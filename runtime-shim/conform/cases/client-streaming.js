require(Modules.StreamingAgent);
onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const agent = VoxEngine.createStreamingAgent({ protocol: "RTMP", url: "rtmp://stream.example/live", streamName: "call" });
    const got = listens(agent, [StreamingAgentEvents], "streamingAgent", (e) => e.sent);
    const own = [];
    for (const name of Object.keys(StreamingAgentEvents)) {
      agent.addEventListener(StreamingAgentEvents[name], (e) => {
        if (e.sent === undefined) own.push([name, e.trackId, e.reason]);
      });
    }
    agent.addEventListener(StreamingAgentEvents.Connected, (e) => {
      if (e.sent !== undefined) return;
      call.sendMediaTo(agent);
      same([agent.audioTracks(), agent.videoTracks(), agent.activeAudioTrack(), agent.activeVideoTrack()], [[{ kind: "audio", trackId: "0" }], [], 0, 0], "tracks");
      agent.setActiveTrack({ audioTrack: 1 });
      same(agent.activeAudioTrack(), 1, "the active track");
    });
    setTimeout(() => agent.stop(), 5000);
    setTimeout(() => {
      same(got.slice().sort(), Object.keys(StreamingAgentEvents).sort(), "events");
      same(own, [["Connected", undefined, ""], ["AudioStreamCreated", 0, undefined], ["AudioSwitched", 1, ""], ["Disconnected", undefined, ""]], "events of the platform");
      same([typeof agent.id(), seen], ["string", []], "id, and listeners that were removed");
      verdict();
    }, 6000);
  });
});
