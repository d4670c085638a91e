require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US });
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  for (const name of Object.keys(ASREvents)) asr.addEventListener(ASREvents[name], () => see(name));
  setTimeout(() => {
    same(seen, ["Started"], "events");
    verdict();
  }, 100000);
});
