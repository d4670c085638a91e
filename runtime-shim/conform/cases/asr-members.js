require(Modules.ASR);
const first = VoxEngine.createASR({ profile: ASRProfileList.Google.en_US, phraseHints: ["yes", "no"] });
const second = VoxEngine.createASR({ profile: ASRProfileList.Yandex.ru_RU });
same([typeof first.id(), first.id() === second.id(), first.language() === second.language()], ["string", false, false], "id and language");
same([first.dictionary(), second.dictionary()], [["yes", "no"], []], "dictionary");
same([ASREvents.Result, ASREvents.ASRError, ASREvents.Stopped], ["ASR.Result", "ASR.Error", "ASR.Stopped"], "events");
verdict();
