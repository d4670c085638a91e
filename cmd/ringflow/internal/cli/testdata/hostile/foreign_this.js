// ends: fine
// says: all refused
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  const call = e.call;
  call.answer();
  const say = call.say;
  let refused = 0;
  for (const other of [undefined, null, {}, VoxEngine, Object.create(call), new Proxy(call, {}), "call"]) {
    try { say.call(other, "x"); } catch (e) { refused++; }
  }
  Logger.write(refused >= 6 ? "all refused" : "refused " + refused);
});
