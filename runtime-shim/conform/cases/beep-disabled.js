onCall(() => {
  const call = dial();
  on(call, ["Connected"], () => {
    call.enableBeepDetection({});
    call.disableBeepDetection();
    call.disableBeepDetection();
  });
  on(call, ["BeepDetectionComplete"], (name, e) => see([e.frequencies, e.timeout]));
  setTimeout(() => {
    same(seen, [[undefined, false]], "events");
    verdict();
  }, 15000);
});
