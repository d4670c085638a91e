VoxEngine.allowWebSocketConnections();
VoxEngine.enableTraceForIncomingWebsockets();
VoxEngine.addEventListener(AppEvents.WebSocket, () => {
  VoxEngine.disableTraceForIncomingWebsockets();
  see("taken");
  if (seen.length === 2) verdict();
});
