onCall((call) => {
  call.answer();
  on(VoxEngine.callConference("nowhere", call.callerid(), ""), ["Failed"], (name, e) => {
    same(e.code, 404, "code");
    verdict();
  });
});
