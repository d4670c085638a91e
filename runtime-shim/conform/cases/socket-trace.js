VoxEngine.createWebSocket("wss://agent.example/call", { trace: true }).onopen = () => verdict();
