onCall(() => {
  const call = dial();
  on(call, ["Connected"], () => call.enableBeepDetection({ frequencies: [915, 1371, 1777], timeout: 9000 }));
  on(call, ["BeepDetectionComplete"], (name, e) => {
    same([e.frequencies, e.timeout], [undefined, true], "a beep of another frequency");
    verdict();
  });
});
