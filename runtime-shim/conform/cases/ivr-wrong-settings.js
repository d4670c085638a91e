require(Modules.IVR);
const wrong = (settings) => thrown(() => new IVRState("menu", settings)) !== "";
same(wrong(), true, "no settings");
same(wrong({ type: "menu" }), true, "an unknown type");
same(wrong({ type: "inputfixed" }), true, "inputfixed without inputLength");
same(wrong({ type: "inputunknown" }), true, "inputunknown without an end");
same(wrong({ type: "noinput" }), false, "noinput without anything");
verdict();
