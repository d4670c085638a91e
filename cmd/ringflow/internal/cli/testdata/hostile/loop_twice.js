// ends: RF5004|RF5008
VoxEngine.addEventListener(AppEvents.Terminating, () => { while (true) {} });
while (true) {}
