same(typeof IVRState, "undefined", "IVRState before require");
require(Modules.IVR);
const settings = { type: "select", prompt: { say: "Main menu." }, nextStates: {} };
const menu = new IVRState("menu", settings, () => {}, () => {});
same(menu instanceof IVRState, true, "instanceof");
same(menu.settings === settings, true, "the settings");
same([typeof menu.enter, typeof IVR.reset], ["function", "function"], "functions");
same(thrown(() => IVRState("menu", settings)) !== "", true, "without new");
verdict();
