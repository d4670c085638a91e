VoxEngine.addEventListener(AppEvents.Started, async () => {
  const data = async (what) => JSON.parse((await CallList.reportResultAsync(what)).text).data;
  same(await data({ result: true, stars: 5 }), '{"result":true,"stars":5}', "an object");
  same(await data("five stars"), "five stars", "a text");
  verdict();
});
