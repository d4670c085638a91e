// ends: RF5002
// says: kept its limits
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  const call = e.call;
  call.answer();
  const trap = () => { throw new Error("trap"); };
  const p = new Proxy({}, { get: trap, has: trap, ownKeys: trap });
  for (const f of [() => call.say(p), () => call.say("a", p), () => call.addEventListener(p, p), () => call.sendMediaTo(p), () => VoxEngine.callPSTN(p, p, p), () => VoxEngine.sendMediaBetween(p, call)]) {
    try { f(); } catch (e) {}
  }
  throw new Error("kept its limits");
});
