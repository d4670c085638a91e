// ends: RF5008
// says: after the event
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  const call = e.call;
  call.answer();
  /(x+x+)+\1y/.test("x".repeat(60));
});
