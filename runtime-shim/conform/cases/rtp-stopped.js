onCall((call) => {
  call.answer();
  let began = 0;
  on(call, ["Connected"], () => { began = Date.now(); });
  on(call, ["RtpStopped", "RtpResumed"], (name, e) => see([name, Date.now() - began, e.call === call, e.id === call.id(), e.name === CallEvents[name]]));
  setTimeout(() => {
    same(seen, [["RtpStopped", 9000, true, true, true], ["RtpResumed", 11000, true, true, true]], "events");
    verdict();
  }, 12000);
});
