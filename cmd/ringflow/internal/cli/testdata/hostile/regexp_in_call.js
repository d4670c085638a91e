// ends: RF5004
// says: regexp_in_call.js:6
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  const call = e.call;
  call.answer();
  /(x+x+)+\1y/.test("x".repeat(60));
});
