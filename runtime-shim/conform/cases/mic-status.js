onCall((call) => {
  call.answer();
  on(call, ["MicStatusChange"], (name, e) => {
    see(e.active);
    if (seen.length === 1) return;
    same(seen, [false, true], "the microphone");
    verdict();
  });
  setTimeout(() => call.handleMicStatus(true), 3000);
});
