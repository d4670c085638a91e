onCall(() => {
  const call = dial();
  on(call, ["Connected"], () => call.enableBeepDetection({ frequencies: [1000, -1] }));
  on(call, ["BeepDetectionError"], (name, e) => {
    same([e.reason !== "", typeof e.reason, e.call === call, e.id === call.id(), e.name], [true, "string", true, true, "Call.BeepDetectionError"], "the event");
    verdict();
  });
});
