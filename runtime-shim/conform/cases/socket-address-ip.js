VoxEngine.createWebSocket("ws://192.0.2.1:8080/call").onopen = () => verdict();
