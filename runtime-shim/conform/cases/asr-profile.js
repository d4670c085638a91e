require(Modules.ASR);
same(/did you mean ASRProfileList.Google.en_US/.test(thrown(() => VoxEngine.createASR({ profile: ASRProfileList.Google.en_UX }))), true, "a profile that does not exist");
same(/did you mean ASRLanguage.ENGLISH_US/.test(thrown(() => VoxEngine.createASR("en-UX"))), true, "a language that does not exist");
same([{}, { profile: "something else" }, undefined].map((given) => thrown(() => VoxEngine.createASR(given)) !== ""), [true, true, true], "others throw");
verdict();
