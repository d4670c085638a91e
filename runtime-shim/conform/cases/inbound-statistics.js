VoxEngine.allowWebSocketConnections();
VoxEngine.enableStatisticsForIncomingWebsockets();
VoxEngine.addEventListener(AppEvents.WebSocket, (e) => {
  e.websocket.oncreated = (created) => {
    see(typeof created.statisticsUrl);
    VoxEngine.disableStatisticsForIncomingWebsockets();
    if (seen.length < 2) return;
    same(seen, ["string", "undefined"], "addresses of statistics");
    verdict();
  };
});
