onCall(() => {
  const call = dial();
  let began = 0;
  on(call, ["Connected"], () => {
    began = Date.now();
    call.enableBeepDetection({ timeout: 6000 });
  });
  on(call, ["BeepDetectionComplete"], (name, e) => {
    same([e.frequencies, e.timeout, Date.now() - began], [undefined, true, 6000], "the event");
    verdict();
  });
});
