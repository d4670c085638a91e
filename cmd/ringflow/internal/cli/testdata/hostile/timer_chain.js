// ends: RF5005
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  e.call.answer();
  (function again() { setTimeout(again, 0); })();
});
