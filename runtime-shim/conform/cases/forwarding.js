onCall(() => {
  const call = dial();
  on(call, ["Forwarding", "Connected", "Failed"], (name, e) => see([name, e.call === call, e.id === call.id(), e.name === CallEvents[name]]));
  setTimeout(() => {
    same(seen, [["Forwarding", true, true, true], ["Connected", true, true, true]], "events");
    verdict();
  }, 5000);
});
