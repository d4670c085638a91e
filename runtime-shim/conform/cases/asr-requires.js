same([typeof VoxEngine.createASR, typeof ASRProfileList, typeof ASREvents], ["undefined", "undefined", "undefined"], "before require");
require(Modules.ASR);
same([typeof VoxEngine.createASR, typeof ASRProfileList, typeof ASREvents], ["function", "object", "object"], "after require");
verdict();
