onCall((call) => {
  call.answer();
  const user = VoxEngine.callUser({ username: "alice", callerid: "10000000000" });
  for (const side of [call, dial(), user]) {
    on(side, ["Connected", "AudioQualityDetected"], (name, e) => see([name, e.quality, e.call === side, e.id === side.id(), e.name === CallEvents[name]]));
  }
  setTimeout(() => {
    const own = (name, quality) => [name, quality, true, true, true];
    const connected = own("Connected", undefined), standard = own("AudioQualityDetected", "Standard"), hd = own("AudioQualityDetected", CallAudioQuality.HD);
    same(seen.slice(0, 2), [connected, standard], "events of the caller");
    same(seen.slice(2).sort(), [connected, connected, standard, hd].sort(), "events of the others");
    verdict();
  }, 5000);
});
