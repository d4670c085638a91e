require(Modules.ApplicationStorage);
onCall(async (call) => {
  call.answer();
  await ApplicationStorage.put("conform", "text", 5);
  setTimeout(async () => {
    same(await ApplicationStorage.get("conform"), null, "a key 6 s after it was put for 5 s");
    verdict();
  }, 6000);
});
