const players = [];
for (let i = 0; i < 10; i++) players.push(VoxEngine.createTTSPlayer("Good morning."));
same(thrown(() => VoxEngine.createTTSPlayer("One more.")) !== "", true, "the eleventh player throws");
players[0].stop();
same(thrown(() => VoxEngine.createTTSPlayer("One more.")), "", "after one was stopped");
verdict();
