const ws = VoxEngine.createWebSocket("wss://agent.example/call");
same(thrown(() => ws.send("early")) !== "", true, "send() before OPEN throws");
ws.onopen = () => ws.send("bye");
ws.onclose = () => {
  same(thrown(() => ws.send("late")) !== "", true, "send() after CLOSE throws");
  verdict();
};
