onCall((call) => {
  on(call, ["Connected", "Failed"], see);
  on(call, ["Disconnected"], (name, e) => {
    same([seen, e.internalCode, call.state()], [[], 486, "TERMINATED"], "a declined call");
    verdict();
  });
  call.decline(486);
});
