VoxEngine.addEventListener(AppEvents.HttpRequest, (e) => {
  same([e.method, e.content, e.data], ["POST", "command=mute", undefined], "method, content and data");
  same(e.headers, [{ key: "X-Token", value: "7" }], "headers");
  verdict();
});
