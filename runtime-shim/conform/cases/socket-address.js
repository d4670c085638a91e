for (const address of ["wss://192.0.2.1/call", "https://agent.example/call", "agent.example"]) {
  same(thrown(() => VoxEngine.createWebSocket(address)) !== "", true, `${address} throws`);
}
verdict();
