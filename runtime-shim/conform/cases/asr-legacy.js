require(Modules.ASR);
onCall((call) => {
  call.answer();
  const asr = VoxEngine.createASR(ASRLanguage.ENGLISH_US, ["yes", "no"]);
  const other = VoxEngine.createASR({ lang: ASRLanguage.RUSSIAN_RU, dict: ASRDictionary.ADDRESS_RU });
  same([asr.language(), asr.dictionary(), other.language(), other.dictionary()], ["en-US", ["yes", "no"], "ru-RU", ["asr-dict-address-ru"]], "as given");
  on(call, ["Connected"], () => call.sendMediaTo(asr));
  asr.addEventListener(ASREvents.Result, (e) => {
    same(e.text, "Yes, please.", "text");
    verdict();
  });
});
