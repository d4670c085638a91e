same(typeof VoximplantAPI, "undefined", "VoximplantAPI before require");
require(Modules.VoximplantAPI);
same(typeof VoximplantAPI.Client, "function", "VoximplantAPI.Client after it");
verdict();
