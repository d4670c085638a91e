require(Modules.ACD);
onCall((call) => {
  call.answer();
  const first = VoxEngine.enqueueACDRequest("sales", "1");
  const second = VoxEngine.enqueueACDRequest("sales", "1");
  same([typeof first.id(), first.id() === second.id(), first.id() === first.id()], ["string", false, true], "ids");
  first.addEventListener(ACDEvents.Queued, see);
  first.removeEventListener(ACDEvents.Queued);
  second.addEventListener("ACD.Queued", (e) => see(e.name));
  setTimeout(() => {
    same(seen, ["ACD.Queued"], "listeners");
    finish();
  }, 1000);
});
