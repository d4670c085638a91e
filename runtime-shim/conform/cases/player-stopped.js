const player = VoxEngine.createTTSPlayer("Good morning.");
player.stop();
same(thrown(() => player.stop()), "", "a second stop()");
same(thrown(() => player.resume()) !== "", true, "resume() throws");
verdict();
