for (const name of ["WebSocket", "NewWebSocketFailed"]) VoxEngine.addEventListener(AppEvents[name], () => see(name));
setTimeout(() => {
  same(seen, [], "events");
  verdict();
}, 5000);
