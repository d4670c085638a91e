onCall((call) => {
  on(call, ["Connected", "Failed"], see);
  on(call, ["Disconnected"], (name, e) => {
    same([seen, e.internalCode, call.state()], [[], 486, "TERMINATED"], "a rejected call");
    verdict();
  });
  call.reject(486);
});
