onCall((call) => {
  call.answer();
  const peer = dial();
  for (const [which, side] of [["caller", call], ["peer", peer]]) {
    on(side, ["FirstAudioPacketReceived", "Connected"], (name, e) => see([which, name, e.call === side, e.id === side.id(), e.name === CallEvents[name]]));
  }
  setTimeout(() => {
    const own = (which, name) => [which, name, true, true, true];
    same(seen, [own("caller", "FirstAudioPacketReceived"), own("caller", "Connected"), own("peer", "FirstAudioPacketReceived"), own("peer", "Connected")], "events");
    verdict();
  }, 5000);
});
