require(Modules.ApplicationStorage);
const refused = (promise) => promise.then(() => false, (error) => error instanceof Error);
VoxEngine.addEventListener(AppEvents.Started, async () => {
  same(await refused(ApplicationStorage.put("k".repeat(200), "v".repeat(2000), 7776000)), false, "the longest of everything");
  same(await refused(ApplicationStorage.get("k".repeat(201))), true, "a key of 201 characters");
  same(await refused(ApplicationStorage.put("k", "v".repeat(2001), 60)), true, "a value of 2001 characters");
  same(await refused(ApplicationStorage.put("k", "v", 7776001)), true, "more than 90 days");
  verdict();
});
