VoxEngine.addEventListener(AppEvents.Started, () => see("Started"));
onCall((call, e) => {
  call.answer();
  on(call, ["Disconnected"], VoxEngine.terminate);
  see(e.destination);
  if (e.destination === "10000000000") {
    for (const id of ["room-1", "room-2", "room-1"]) VoxEngine.callConference(id, call.callerid(), "");
    return;
  }
  if (e.destination === "room-2") {
    setTimeout(() => seen.length === 2 || same(seen, [], "calls of the other conference"), 500);
    return;
  }
  if (seen.length < 3) return;
  same(seen, ["Started", "room-1", "room-1"], "what came to the conference's session");
  setTimeout(verdict, 1000);
});
