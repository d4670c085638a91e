onCall(() => {
  const model = AMD.Model.US;
  for (const timeout of [-1, 20001]) same(thrown(() => AMD.create({ model, timeout })) !== "", true, `timeout ${timeout}`);
  const amd = AMD.create({ model, timeout: 20000 });
  const call = VoxEngine.callPSTN("13333333333", "10000000000", { amd });
  let connected = 0;
  on(call, ["Connected"], () => { connected = Date.now(); });
  amd.addEventListener(AMD.Events.DetectionComplete, (e) => {
    same([e.resultClass, Date.now() - connected], [AMD.ResultClass.TIMEOUT, 20000], "result and time");
    verdict();
  });
});
