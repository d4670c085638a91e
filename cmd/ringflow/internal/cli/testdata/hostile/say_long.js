// ends: fine
// says: the platform speaks 1500 at once
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  e.call.answer();
  e.call.addEventListener(CallEvents.Connected, () => e.call.say("x".repeat(1e6)));
});
