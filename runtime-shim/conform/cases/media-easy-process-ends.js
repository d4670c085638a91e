onCall((call) => VoxEngine.easyProcess(call, dial()));
VoxEngine.addEventListener(AppEvents.Terminated, () => verdict());
