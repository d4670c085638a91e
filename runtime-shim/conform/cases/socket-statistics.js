for (const statistics of [true, false]) {
  VoxEngine.createWebSocket("wss://agent.example/call", { statistics }).oncreated = (e) => {
    see(typeof e.statisticsUrl);
    if (seen.length < 2) return;
    same(seen, ["string", "undefined"], "addresses of statistics");
    verdict();
  };
}
